public import Domain
import Postgres

extension Directive {
    /// A directive that the acting officer may read.
    public static func find(_ id: ID, in tx: borrowing TenantTransaction) async throws -> Directive? {
        try await tx.first("\(fragment: readable(in: tx)) AND d.id = \(id)", read)
    }

    /// One page, the latest paper first.
    public static func list(after position: Position? = nil, limit: Int, in tx: borrowing TenantTransaction) async throws -> [Directive] {
        let after: SQL = position.map { "(d.issued_on, d.id) < (\($0.issuedOn), \($0.id))" } ?? "true"
        return try await tx.rows(
            """
            \(fragment: readable(in: tx))
              AND \(fragment: after)
            ORDER BY d.issued_on DESC, d.id DESC
            LIMIT \(Int32(clamping: limit))
            """, read)
    }

    /// Enters a directive: into the province's own papers when the province was entered as a whole, else into the unit's.
    public static func insert(_ paper: Paper, campaign: Campaign.ID?, id: ID, in tx: borrowing TenantTransaction) async throws {
        let tenant: SQL = tx.tenant.map { "\($0)" } ?? "core.province_tenant()"
        try await tx.execute(
            """
            INSERT INTO core.directive (id, tenant_id, type, number, issued_on, issuer, abstract, campaign_id, recorded_by, recorded_on)
            VALUES (\(id), \(fragment: tenant), \(paper.type), \(paper.number), \(paper.issuedOn), \(paper.issuer), \(paper.abstract), \(campaign),
                core.actor_post(), core.today())
            """)
    }

    /// Keeps the paper itself.
    public static func insert(_ file: File, content: [UInt8], of id: ID, in tx: borrowing TenantTransaction) async throws {
        try await tx.execute(
            """
            INSERT INTO core.directive_file (directive_id, file_name, media_type, sha256, content, recorded_by)
            VALUES (\(id), \(file.name), \(file.format), \(file.digest), \(content), core.actor_post())
            """)
    }

    /// The paper itself.
    public static func content(of id: ID, in tx: borrowing TenantTransaction) async throws -> [UInt8]? {
        try await tx.first("SELECT f.content FROM core.directive_file AS f WHERE f.directive_id = \(id)") { row in try row.next() }
    }

    /// What concerns the place that was entered: its own papers and the province's.
    static func readable(in tx: borrowing TenantTransaction) -> SQL {
        let own: SQL = tx.tenant.map { "d.tenant_id = \($0)" } ?? "false"
        return """
            SELECT d.id, d.tenant_id, d.type, d.number, d.issued_on, d.issuer, d.abstract, d.campaign_id, d.version, d.recorded_on,
                f.file_name, f.media_type, octet_length(f.content), f.sha256
            FROM core.directive AS d
                LEFT JOIN core.directive_file AS f ON f.directive_id = d.id
            WHERE (\(fragment: own) OR d.tenant_id = (SELECT core.province_tenant()))
            """
    }

    static func read(_ row: inout RowReader) throws -> Directive {
        let id: ID = try row.next()
        let tenant: Tenant.ID = try row.next()
        let paper = Paper(
            type: try row.next(), number: try row.next(), issuedOn: try row.next(), issuer: try row.next(), abstract: try row.next())
        let campaign: Campaign.ID? = try row.next()
        let version = Int(try row.next(Int32.self))
        let recordedOn: CivilDate = try row.next()
        return Directive(
            id: id, tenant: tenant, paper: paper, campaign: campaign, file: try File(row: &row), version: version, recordedOn: recordedOn)
    }
}

extension Directive.File {
    /// Nil where no file was handed in.
    init?(row: inout RowReader) throws {
        guard let name = try row.next(String?.self) else {
            row.skip(3)
            return nil
        }
        self.init(name: name, format: try row.next(), byteCount: Int(try row.next(Int32.self)), digest: try row.next())
    }
}
