public import Domain
import Postgres

extension Handling {
    public static func find(_ id: ID, in tx: borrowing TenantTransaction) async throws -> Handling? {
        try await tx.first("\(fragment: columns(tx)) AND h.id = \(id)", read)
    }

    /// Those in sight, the latest recorded first.
    ///
    /// - Parameter last: the one with which the page before ended.
    public static func list(after last: ID? = nil, limit: Int, in tx: borrowing TenantTransaction) async throws -> [Handling] {
        let next: SQL = last.map { "h.id < \($0)" } ?? "true"
        return try await tx.rows(
            """
            \(fragment: columns(tx))
              AND \(fragment: next)
            ORDER BY h.id DESC
            LIMIT \(Int32(clamping: limit))
            """, read)
    }

    /// What was done about an item, by which paper.
    public struct Statement: Sendable {
        public var kind: Kind
        public var person: Person.ID?
        public var documentNumber: String
        public var documentOn: CivilDate
        public var words: String

        public init(kind: Kind, person: Person.ID?, documentNumber: String, documentOn: CivilDate, words: String) {
            self.kind = kind
            self.person = person
            self.documentNumber = documentNumber
            self.documentOn = documentOn
            self.words = words
        }
    }

    /// Records it as the acting officer; whether the item was late on that day, the database finds.
    public static func record(_ statement: Statement, id: ID, of item: WorkItem, in tx: borrowing TenantTransaction) async throws {
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("handling"))
                (tenant_id, id, item_id, unit_id, person_id, kind, document_number, document_on, words, recorded_by, recorded_on)
            VALUES (\(item.tenant), \(id), \(item.id), \(item.unit), \(statement.person), \(statement.kind), \(statement.documentNumber),
                \(statement.documentOn), \(statement.words), core.actor_post(), core.today())
            """)
    }

    /// How often each unit did what, for who reads the province.
    public static func counts(in tx: borrowing TenantTransaction) async throws -> [Count] {
        try await tx.rows(
            """
            SELECT t.slug, t.full_name, h.kind, h.times, h.last_on
            FROM core.handling_counts() AS h
                JOIN core.tenant_on(core.today()) AS t ON t.id = h.tenant_id
            ORDER BY t.slug, h.kind
            """
        ) { row in
            Count(
                tenant: try row.next(), tenantName: try row.next(), kind: try row.next(), times: Int(try row.next(Int32.self)),
                lastOn: try row.next())
        }
    }

    private static func columns(_ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT h.id, h.kind, h.item_id, coalesce(i.code, ''), coalesce(u.full_name, ''), h.person_id, n.full_name, h.document_number,
            h.document_on, h.words
        FROM \(identifier: tx.table("handling")) AS h
            LEFT JOIN \(identifier: tx.table("work_item")) AS i ON i.tenant_id = h.tenant_id AND i.id = h.item_id
            LEFT JOIN core.person AS n ON n.id = h.person_id
            LEFT JOIN LATERAL (\(fragment: SubUnit.name(of: "h.unit_id", in: "h.tenant_id", tx))) AS u ON true
        WHERE \(fragment: tx.within("h.tenant_id"))
        """
    }

    private static func read(_ row: inout RowReader) throws -> Handling {
        Handling(
            id: try row.next(), kind: try row.next(), item: try row.next(), itemCode: try row.next(), unitName: try row.next(),
            person: try row.next(), personName: try row.next(), documentNumber: try row.next(), documentOn: try row.next(),
            words: try row.next())
    }
}
