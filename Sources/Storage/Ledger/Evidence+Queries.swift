public import Domain
import Postgres

extension Evidence {
    /// What a file holds, about to be kept.
    public struct Content: Sendable {
        public let name: String
        public let format: DocumentFormat
        public let byteCount: Int
        public let digest: [UInt8]

        public init(name: String, format: DocumentFormat, byteCount: Int, digest: [UInt8]) {
            self.name = name
            self.format = format
            self.byteCount = byteCount
            self.digest = digest
        }
    }

    /// The files of an item that the officer may read, in the order in which they came.
    public static func all(of item: WorkItem, at moment: LedgerMoment = .now, in tx: borrowing TenantTransaction) async throws -> [Evidence]
    {
        let facts = LedgerFacts(at: moment)
        return try await tx.rows(
            """
            SELECT \(fragment: columns)
            FROM \(identifier: tx.table("evidence")) AS e
            WHERE e.tenant_id = \(item.tenant)
              AND e.item_id = \(item.id)
              AND \(fragment: facts.known("e.recorded_on"))
              AND \(fragment: facts.dated("e.evidence_on"))
            ORDER BY e.recorded_at, e.id
            """, read)
    }

    /// One file of an item.
    public static func find(_ id: ID, of item: WorkItem.ID, in tx: borrowing TenantTransaction) async throws -> Evidence? {
        try await tx.first(
            """
            SELECT \(fragment: columns)
            FROM \(identifier: tx.table("evidence")) AS e
            WHERE \(fragment: tx.within("e.tenant_id"))
              AND e.item_id = \(item)
              AND e.id = \(id)
            """, read)
    }

    /// One chunk of a file's content.
    public static func chunk(_ position: Int, of id: ID, in tx: borrowing TenantTransaction) async throws -> [UInt8]? {
        try await tx.first(
            """
            SELECT c.content
            FROM \(identifier: tx.table("evidence_chunk")) AS c
            WHERE \(fragment: tx.within("c.tenant_id"))
              AND c.evidence_id = \(id)
              AND c.position = \(Int32(clamping: position))
            """
        ) { row in
            try row.next()
        }
    }

    /// Keeps a file; its chunks must follow in the same transaction.
    public static func insert(
        _ content: Content, id: ID, of report: ProgressReport, on item: WorkItem, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("evidence"))
                (tenant_id, id, item_id, unit_id, assigner_tenant_id, report_id, report_kind, evidence_on, file_name, media_type, byte_count, sha256,
                 recorded_by, recorded_on)
            VALUES (\(item.tenant), \(id), \(item.id), \(item.unit), \(item.assigner), \(report.id), \(report.kind), \(report.evidenceOn),
                \(content.name), \(content.format), \(Int32(clamping: content.byteCount)), \(content.digest), core.actor_post(), core.today())
            """)
    }

    public static func append(
        _ bytes: [UInt8], at position: Int, to id: ID, of item: WorkItem, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("evidence_chunk")) (tenant_id, evidence_id, position, content)
            VALUES (\(item.tenant), \(id), \(Int32(clamping: position)), \(bytes))
            """)
    }

    private static let columns: SQL = """
        e.id, e.item_id, e.report_id, e.file_name, e.media_type, e.byte_count, e.sha256, e.recorded_by, e.recorded_on
        """

    private static func read(_ row: inout RowReader) throws -> Evidence {
        Evidence(
            id: try row.next(), item: try row.next(), report: try row.next(), name: try row.next(), format: try row.next(),
            byteCount: Int(try row.next(Int32.self)), digest: try row.next(), recordedBy: try row.next(), recordedOn: try row.next())
    }
}
