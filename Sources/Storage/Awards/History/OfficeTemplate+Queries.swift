public import Domain
import Postgres

extension OfficeTemplate {
    /// The document from which papers of a kind are made on a day; nil: the built-in form.
    ///
    /// - Parameter tenant: whose form; nil: the province's.
    public static func document(
        of kind: String, _ tenant: Tenant.ID?, on day: CivilDate, in tx: borrowing TenantTransaction
    ) async throws -> (name: String, content: [UInt8])? {
        let found = try await tx.first(
            """
            SELECT t.file_name, t.content
            FROM core.paper_template AS t
            WHERE t.tenant_id = coalesce(\(tenant), core.province_tenant())
              AND t.kind = \(kind)
              AND t.valid_from <= \(day)
            ORDER BY t.valid_from DESC
            LIMIT 1
            """
        ) { row in (name: try row.next(String.self), content: try row.next([UInt8]?.self)) }
        guard let found, let content = found.content else { return nil }
        return (found.name, content)
    }

    /// The forms of one office, by kind, the latest of each first.
    ///
    /// - Parameter tenant: whose forms; nil: the province's.
    public static func list(of tenant: Tenant.ID?, in tx: borrowing TenantTransaction) async throws -> [OfficeTemplate] {
        try await tx.rows(
            """
            \(fragment: columns)
            WHERE x.tenant_id = coalesce(\(tenant), core.province_tenant())
            ORDER BY x.kind, x.valid_from DESC
            """, read)
    }

    /// One of them that is a document, in sight.
    public static func find(
        _ id: ID, in tx: borrowing TenantTransaction
    ) async throws -> (name: String, content: [UInt8])? {
        let found = try await tx.first(
            "SELECT t.file_name, t.content FROM core.paper_template AS t WHERE \(fragment: tx.within("t.tenant_id")) AND t.id = \(id)"
        ) { row in (name: try row.next(String.self), content: try row.next([UInt8]?.self)) }
        guard let found, let content = found.content else { return nil }
        return (found.name, content)
    }

    /// Records a form as the acting officer.
    ///
    /// - Parameters:
    ///   - tenant: whose form; nil: the province's.
    ///   - content: nil: the built-in form again.
    public static func record(
        _ id: ID, of kind: String, _ tenant: Tenant.ID?, from day: CivilDate, name: String, content: [UInt8]?,
        in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.paper_template (id, tenant_id, kind, valid_from, file_name, content, sha256, recorded_by, recorded_on)
            SELECT \(id), coalesce(\(tenant), core.province_tenant()), \(kind), \(day), \(name), f.content, sha256(f.content), core.actor_post(), core.today()
            FROM (SELECT \(content)::bytea AS content) AS f
            """)
    }

    /// Each is in force until the day before the next.
    private static let columns: SQL = """
        SELECT x.id, t.slug, t.full_name, x.kind, x.valid_from, x.valid_to, x.file_name, encode(x.sha256, 'hex'), coalesce(p.title, ''), x.recorded_on
        FROM (
                SELECT y.*, lead(y.valid_from) OVER (PARTITION BY y.tenant_id, y.kind ORDER BY y.valid_from) - 1 AS valid_to
                FROM core.paper_template AS y
            ) AS x
            JOIN core.tenant_on(core.today()) AS t ON t.id = x.tenant_id
            LEFT JOIN core.post AS p ON p.id = x.recorded_by
        """

    private static func read(_ row: inout RowReader) throws -> OfficeTemplate {
        OfficeTemplate(
            id: try row.next(), tenant: try row.next(), tenantName: try row.next(), kind: try row.next(), validFrom: try row.next(),
            validTo: try row.next(), name: try row.next(), sha256: try row.next(), recordedBy: try row.next(), recordedOn: try row.next())
    }
}
