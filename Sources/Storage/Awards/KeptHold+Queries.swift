public import Domain
import Postgres

extension KeptHold {
    public static func find(_ id: ID, in tx: borrowing TenantTransaction) async throws -> KeptHold? {
        try await tx.first("\(fragment: columns(tx)) AND h.id = \(id)", read)
    }

    /// Holds in sight, the latest recorded first; those that run on a day alone, or all.
    ///
    /// - Parameter last: the one with which the page before ended.
    public static func list(
        running day: CivilDate? = nil, after last: ID? = nil, limit: Int, in tx: borrowing TenantTransaction
    ) async throws -> [KeptHold] {
        let next: SQL = last.map { "h.id < \($0)" } ?? "true"
        let runs: SQL = day.map { "h.valid_from <= \($0) AND (h.ended_on IS NULL OR h.ended_on >= \($0))" } ?? "true"
        return try await tx.rows(
            """
            \(fragment: columns(tx))
              AND \(fragment: next)
              AND \(fragment: runs)
            ORDER BY h.id DESC
            LIMIT \(Int32(clamping: limit))
            """, read)
    }

    /// What holds the nominees of some dossiers on a day, the earliest first; as far as holds are in sight. Of an individual under whatever record
    /// of his.
    public static func running(
        against dossiers: [AwardDossier.ID], on day: CivilDate, in tx: borrowing TenantTransaction
    ) async throws -> [AwardDossier.ID: [IntegrityHold]] {
        if dossiers.isEmpty { return [:] }
        let found = try await tx.rows(
            """
            SELECT d.id, h.document_number, h.valid_from, h.ended_on
            FROM core.integrity_hold AS h
                LEFT JOIN LATERAL core.person_records_in_sight(h.person_id) AS r (id) ON true
                JOIN \(identifier: tx.table("award_dossier")) AS d
                    ON CASE WHEN d.person_id IS NULL THEN d.unit_id = h.unit_id ELSE d.person_id = r.id END
            WHERE \(fragment: tx.within("d.tenant_id"))
              AND d.id = ANY (\(dossiers))
              AND h.valid_from <= \(day)
              AND (h.ended_on IS NULL OR h.ended_on >= \(day))
            ORDER BY d.id, h.valid_from, h.id
            """
        ) { row in
            let dossier: AwardDossier.ID = try row.next()
            return (dossier: dossier, hold: IntegrityHold(document: try row.next(), from: try row.next(), through: try row.next()))
        }
        return Dictionary(grouping: found) { $0.dossier }.mapValues { $0.map(\.hold) }
    }

    /// Records a hold as the acting officer of Home Affairs.
    ///
    /// - Parameter unit: of a collective; nil where a person is held.
    public static func record(
        _ id: ID, on unit: SubUnit.ID?, _ person: Person.ID?, of tenant: Tenant.ID, document: String, issuer: String, from day: CivilDate,
        in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.integrity_hold (id, tenant_id, unit_id, person_id, document_number, document_issuer, valid_from, recorded_by, recorded_on)
            VALUES (\(id), \(tenant), \(unit), \(person), \(document), \(issuer), \(day), core.actor_post(), core.today())
            """)
    }

    /// Ends it with a day, by its document. Answers whether there was one.
    public static func end(_ id: ID, on day: CivilDate, document: String, in tx: borrowing TenantTransaction) async throws -> Bool {
        try await tx.execute("UPDATE core.integrity_hold SET ended_on = \(day), ended_document = \(document) WHERE id = \(id)") == 1
    }

    /// The first-tier unit of a person or of one of its units, as far as it is in sight; nil: there is none.
    public static func tenant(
        of unit: SubUnit.ID?, _ person: Person.ID?, in tx: borrowing TenantTransaction
    ) async throws -> Tenant.ID? {
        try await tx.first(
            """
            SELECT coalesce(
                (SELECT n.tenant_id FROM core.person AS n WHERE n.id = \(person)),
                (SELECT u.tenant_id FROM core.sub_unit AS u WHERE u.id = \(unit)))
            """
        ) { row in try row.next(Tenant.ID?.self) } ?? nil
    }

    private static func columns(_ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT h.id, h.document_number, h.valid_from, h.ended_on, t.slug, t.full_name, h.unit_id, h.person_id,
            coalesce(n.full_name, u.full_name, ''), h.document_issuer, h.ended_document
        FROM core.integrity_hold AS h
            JOIN core.tenant_on(core.today()) AS t ON t.id = h.tenant_id
            LEFT JOIN core.person AS n ON n.id = h.person_id
            LEFT JOIN LATERAL (\(fragment: SubUnit.name(of: "h.unit_id", in: "h.tenant_id", tx))) AS u ON true
        WHERE \(fragment: tx.within("h.tenant_id"))
        """
    }

    private static func read(_ row: inout RowReader) throws -> KeptHold {
        let id: ID = try row.next()
        let hold = IntegrityHold(document: try row.next(), from: try row.next(), through: try row.next())
        return KeptHold(
            id: id, hold: hold, tenant: try row.next(), tenantName: try row.next(), unit: try row.next(), person: try row.next(),
            name: try row.next(), issuer: try row.next(), endedDocument: try row.next())
    }
}
