public import Domain
import Postgres

extension PaperAct {
    /// A paper that the acting officer may read.
    public static func find(_ id: ID, in tx: borrowing TenantTransaction) async throws -> PaperAct? {
        try await tx.first("\(fragment: readable(in: tx)) AND p.id = \(id)", read)
    }

    /// The latest paper first.
    ///
    /// - Parameter last: the one with which the page before ended.
    public static func list(after last: ID? = nil, limit: Int, in tx: borrowing TenantTransaction) async throws -> [PaperAct] {
        try await tx.rows(
            """
            \(fragment: readable(in: tx))
              AND (\(last)::uuid IS NULL OR (p.signed_on, p.id) < (SELECT k.signed_on, k.id FROM core.paper_act AS k WHERE k.id = \(last)))
            ORDER BY p.signed_on DESC, p.id DESC
            LIMIT \(Int32(limit))
            """, read)
    }

    /// Who may sign what this officer records: a post of his tenant, or of the province's leaders for who records for the province. Nil: no such
    /// post, or not held on that day.
    public static func signer(_ post: Post.ID, on day: CivilDate, in tx: borrowing TenantTransaction) async throws -> (
        Person.ID, Tenant.ID
    )? {
        try await tx.first(
            """
            SELECT p.person_id, p.tenant_id
            FROM core.post AS p
            WHERE p.id = \(post)
              AND p.tenant_id = \(try tx.requireTenant())
              AND p.valid_from <= \(day)
              AND (p.valid_to IS NULL OR p.valid_to >= \(day))
            UNION ALL
            SELECT l.person_id, l.tenant_id
            FROM core.paper_leader(\(post), \(day)) AS l
            LIMIT 1
            """
        ) { row in
            (try row.next(), try row.next())
        }
    }

    /// The leaders of the province who hold their posts on a day, with their titles.
    public static func leaders(on day: CivilDate, in tx: borrowing TenantTransaction) async throws -> [(post: Post.ID, title: String)] {
        try await tx.rows("SELECT l.id, l.title FROM core.leaders_on(\(day)) AS l") { row in
            (post: try row.next(), title: try row.next())
        }
    }

    /// Keeps what stands on the head of a paper; who records and when follow from the transaction.
    public static func insert(_ head: Head, by signer: (Person.ID, Tenant.ID), id: ID, in tx: borrowing TenantTransaction) async throws {
        try await tx.execute(
            """
            INSERT INTO core.paper_act (id, tenant_id, signer_post_id, signer_id, signer_tenant_id, number, signed_on, abstract, recorded_by, recorded_on)
            VALUES (\(id), \(try tx.requireTenant()), \(head.signer), \(signer.0), \(signer.1), \(head.number), \(head.signedOn), \(head.abstract),
                core.actor_post(), core.today())
            """)
    }

    /// Keeps the scan.
    public static func insert(_ file: File, content: [UInt8], of id: ID, in tx: borrowing TenantTransaction) async throws {
        try await tx.execute(
            """
            INSERT INTO core.paper_act_file (paper_id, file_name, media_type, sha256, content, recorded_by)
            VALUES (\(id), \(file.name), \(file.format), \(file.digest), \(content), core.actor_post())
            """)
    }

    /// The scan itself.
    public static func content(of id: ID, in tx: borrowing TenantTransaction) async throws -> [UInt8]? {
        try await tx.first("SELECT f.content FROM core.paper_act_file AS f WHERE f.paper_id = \(id)") { row in try row.next() }
    }

    private static func readable(in tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT p.id, p.tenant_id, p.signer_post_id, coalesce(s.title, l.title, ''), coalesce(s.role, l.role, 'individual'), p.number, p.signed_on,
            p.abstract, p.recorded_by, coalesce(r.title, ''), p.recorded_on, f.file_name, f.media_type, octet_length(f.content), f.sha256
        FROM core.paper_act AS p
            LEFT JOIN core.post AS s ON s.id = p.signer_post_id
            LEFT JOIN core.post AS r ON r.id = p.recorded_by
            LEFT JOIN LATERAL core.paper_leader(p.signer_post_id, p.signed_on) AS l ON true
            LEFT JOIN core.paper_act_file AS f ON f.paper_id = p.id
        WHERE \(fragment: tx.within("p.tenant_id"))
        """
    }

    private static func read(_ row: inout RowReader) throws -> PaperAct {
        let (id, tenant): (ID, Tenant.ID) = (try row.next(), try row.next())
        let signer: Post.ID = try row.next()
        let (title, role): (String, Role) = (try row.next(), try row.next())
        let (number, signedOn): (String, CivilDate) = (try row.next(), try row.next())
        let abstract: String = try row.next()
        let (recordedBy, recorder, recordedOn): (Post.ID, String, CivilDate) = (try row.next(), try row.next(), try row.next())
        return PaperAct(
            id: id, tenant: tenant, signer: signer, signerTitle: title, signerRole: role, number: number, signedOn: signedOn,
            abstract: abstract, file: try File(row: &row), recordedBy: recordedBy, recorderTitle: recorder,
            recordedOn: recordedOn)
    }
}
