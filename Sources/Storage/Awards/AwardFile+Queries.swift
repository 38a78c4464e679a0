public import Domain
import Postgres

extension AwardFile {
    /// The files in sight, in the order in which they came.
    ///
    /// - Parameters:
    ///   - owner: of one of what they prove; nil: all.
    ///   - last: the one with which the page before ended.
    public static func list(
        of owner: Owner? = nil, after last: ID? = nil, limit: Int, in tx: borrowing TenantTransaction
    ) async throws -> [AwardFile] {
        let next: SQL = last.map { "f.id > \($0)" } ?? "true"
        let owned: SQL = owner.map { "f.\(fragment: $0.kind.column) = \($0.id)" } ?? "true"
        return try await tx.rows(
            """
            \(fragment: columns(tx))
              AND \(fragment: owned)
              AND \(fragment: next)
            ORDER BY f.id
            LIMIT \(Int32(clamping: limit))
            """, read)
    }

    public static func find(_ id: ID, in tx: borrowing TenantTransaction) async throws -> AwardFile? {
        try await tx.first(
            """
            \(fragment: columns(tx))
              AND f.id = \(id)
            """, read)
    }

    /// One chunk of a file's content.
    public static func chunk(_ position: Int, of id: ID, in tx: borrowing TenantTransaction) async throws -> [UInt8]? {
        try await tx.first(
            """
            SELECT c.content
            FROM \(identifier: tx.table("award_chunk")) AS c
            WHERE \(fragment: tx.within("c.tenant_id"))
              AND c.file_id = \(id)
              AND c.position = \(Int32(clamping: position))
            """
        ) { row in
            try row.next()
        }
    }

    /// In which tenant something stands that a file can belong to; nil where it is not in sight.
    public static func tenant(of owner: Owner, in tx: borrowing TenantTransaction) async throws -> Tenant.ID? {
        let table: SQL =
            switch owner.kind {
            case .session: "\(identifier: tx.table("council_session"))"
            case .decision: "\(identifier: tx.table("award_decision"))"
            case .document: "\(identifier: tx.table("dossier_document"))"
            case .initiative: "\(identifier: tx.table("initiative"))"
            case .consent: "\(identifier: tx.table("publicity_consent"))"
            case .nameConfirmation: "core.name_confirmation"
            case .remedy: "core.remedy_step"
            case .goodModel: "core.good_model"
            case .reviewPaper: "core.review_event_paper"
            }
        // What is spread is seen by who does not see its files.
        let seen: SQL =
            owner.kind == .goodModel && tx.reach != nil ? "core.good_model_in_sight(x.tenant_id, x.unit_id, x.person_id)" : "true"
        return try await tx.first(
            """
            SELECT x.tenant_id
            FROM \(fragment: table) AS x
            WHERE \(fragment: tx.within("x.tenant_id"))
              AND x.id = \(owner.id)
              AND \(fragment: seen)
            """
        ) { row in try row.next() }
    }

    /// Whether a file would belong to what the acting person said himself, in his own post.
    public static func isOnesOwn(_ owner: Owner, in tx: borrowing TenantTransaction) async throws -> Bool {
        guard owner.kind == .consent else { return false }
        return try await tx.first(
            """
            SELECT coalesce(x.nominee = core.actor_person(), false) AND core.actor_delegation() IS NULL
            FROM \(identifier: tx.table("publicity_consent")) AS x
            WHERE \(fragment: tx.within("x.tenant_id"))
              AND x.id = \(owner.id)
            """
        ) { row in try row.next(Bool.self) } ?? false
    }

    /// Keeps a file; its chunks must follow in the same transaction.
    ///
    /// - Parameter supersedes: the file in whose place it comes, and why.
    public static func insert(
        _ content: Evidence.Content, id: ID, of owner: Owner, _ tenant: Tenant.ID, supersedes: (file: ID, reason: String)?,
        in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("award_file"))
                (tenant_id, id, \(fragment: owner.kind.column), replaces_id, reason, file_name, media_type, byte_count, sha256, recorded_by, recorded_on)
            VALUES (\(tenant), \(id), \(owner.id), \(supersedes?.file), \(supersedes?.reason ?? ""), \(content.name), \(content.format),
                \(Int32(clamping: content.byteCount)), \(content.digest), core.actor_post(), core.today())
            """)
    }

    public static func append(
        _ bytes: [UInt8], at position: Int, to id: ID, _ tenant: Tenant.ID, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("award_chunk")) (tenant_id, file_id, position, content)
            VALUES (\(tenant), \(id), \(Int32(clamping: position)), \(bytes))
            """)
    }

    private static func columns(_ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT f.id, CASE WHEN f.session_id IS NOT NULL THEN 'session' WHEN f.decision_id IS NOT NULL THEN 'decision'
                WHEN f.document_id IS NOT NULL THEN 'document' WHEN f.initiative_id IS NOT NULL THEN 'initiative'
                WHEN f.remedy_step_id IS NOT NULL THEN 'remedy' WHEN f.good_model_id IS NOT NULL THEN 'goodModel'
                WHEN f.review_paper_id IS NOT NULL THEN 'reviewPaper' WHEN f.name_id IS NOT NULL THEN 'nameConfirmation' ELSE 'consent' END,
            f.owner_id, f.file_name, f.media_type, f.byte_count, f.sha256, f.replaces_id, f.reason, s.id, f.recorded_by, f.recorded_on
        FROM \(identifier: tx.table("award_file")) AS f
            LEFT JOIN \(identifier: tx.table("award_file")) AS s
                ON \(fragment: tx.within("s.tenant_id")) AND s.tenant_id = f.tenant_id AND s.replaces_id = f.id
        WHERE \(fragment: tx.within("f.tenant_id"))
        """
    }

    private static func read(_ row: inout RowReader) throws -> AwardFile {
        let id: ID = try row.next()
        let owner = Owner(try row.next(), try row.next())
        return AwardFile(
            id: id, owner: owner, name: try row.next(), format: try row.next(), byteCount: Int(try row.next(Int32.self)),
            digest: try row.next(), supersedes: try row.next(), reason: try row.next(), supersededBy: try row.next(),
            recordedBy: try row.next(), recordedOn: try row.next())
    }
}

extension AwardFile.Owner.Kind {
    fileprivate var column: SQL {
        switch self {
        case .session: "session_id"
        case .decision: "decision_id"
        case .document: "document_id"
        case .initiative: "initiative_id"
        case .consent: "consent_id"
        case .nameConfirmation: "name_id"
        case .remedy: "remedy_step_id"
        case .goodModel: "good_model_id"
        case .reviewPaper: "review_paper_id"
        }
    }
}
