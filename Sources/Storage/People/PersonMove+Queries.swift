public import Domain
import Postgres

extension PersonMove {
    /// Keeps it for good.
    public static func record(_ move: PersonMove, in tx: borrowing TenantTransaction) async throws {
        try await tx.execute(
            """
            INSERT INTO core.person_move (id, tenant_id, person_id, kind, last_day, reason, from_post_id, to_post_id, successor_post_id, items,
                account_shut, recorded_by, recorded_on)
            VALUES (\(move.id), \(try tx.requireTenant()), \(move.person), \(move.kind), \(move.lastDay), \(move.reason), \(move.fromPost),
                \(move.toPost), \(move.successor), \(Int32(clamping: move.items)), \(move.accountShut), core.actor_post(), core.today())
            """)
    }

    /// Those of a person, the latest first, for who keeps the directory.
    public static func list(of person: Person.ID, in tx: borrowing TenantTransaction) async throws -> [PersonMove] {
        try await tx.rows(
            """
            SELECT \(fragment: columns)
            FROM core.person_move AS m
            WHERE \(fragment: tx.within("m.tenant_id"))
              AND m.person_id = \(person)
            ORDER BY m.recorded_at DESC, m.id
            """
        ) { row in
            try PersonMove(row: &row)
        }
    }

    public static func find(_ id: ID, in tx: borrowing TenantTransaction) async throws -> PersonMove? {
        try await tx.first(
            """
            SELECT \(fragment: columns)
            FROM core.person_move AS m
            WHERE \(fragment: tx.within("m.tenant_id"))
              AND m.id = \(id)
            """
        ) { row in
            try PersonMove(row: &row)
        }
    }

    private static let columns: SQL = """
        m.id, m.person_id, m.kind, m.last_day, m.reason, m.from_post_id, m.to_post_id, m.successor_post_id, m.items, m.account_shut, m.recorded_on
        """

    private init(row: inout RowReader) throws {
        self.init(
            id: try row.next(), person: try row.next(), kind: try row.next(), lastDay: try row.next(), reason: try row.next(),
            fromPost: try row.next(), toPost: try row.next(), successor: try row.next(), items: Int(try row.next(Int32.self)),
            accountShut: try row.next(), recordedOn: try row.next())
    }
}
