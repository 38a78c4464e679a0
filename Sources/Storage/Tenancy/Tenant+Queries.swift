public import Domain
import Postgres

extension Tenant {
    /// Whether a unit of the province is a successor of another, from whatever day.
    public static func follows(_ successor: Tenant.ID, _ predecessor: Tenant.ID, in tx: borrowing TenantTransaction) async throws -> Bool {
        try await tx.first(
            """
            SELECT EXISTS (
                SELECT FROM core.tenant_succession AS s
                WHERE s.successor_id = \(successor)
                  AND s.predecessor_id = \(predecessor))
            """
        ) { row in try row.next(Bool.self) } ?? false
    }

    /// The one open unit that came of a closed one, however many mergers on. Nil: it is open, or nothing came of it or several units did.
    public static func heir(of closed: ID, in tx: borrowing TenantTransaction) async throws -> ID? {
        try await tx.first("SELECT core.heir_of(\(closed))") { row in try row.next(ID?.self) } ?? nil
    }

    /// The units of the province in customary order, with code and names as in force on a day; closed ones only when asked for.
    ///
    /// - Parameters:
    ///   - day: the business date when nil.
    ///   - kind: all kinds when nil.
    public static func list(
        on day: CivilDate? = nil, kind: Kind? = nil, includingClosed: Bool = false, in tx: borrowing TenantTransaction
    ) async throws -> [Tenant] {
        try await tx.rows(
            """
            SELECT t.id, t.slug, t.kind, t.scope, t.parent_id, t.position, t.opened_on, t.closed_on, t.code, t.name, t.full_name
            FROM core.tenant_on(coalesce(\(day), core.today())) AS t
            WHERE t.kind = coalesce(\(kind), t.kind)
              AND t.opened_on <= coalesce(\(day), core.today())
              AND (\(includingClosed) OR t.closed_on IS NULL OR t.closed_on >= coalesce(\(day), core.today()))
            ORDER BY t.kind = 'province' DESC, t.position, t.slug
            """
        ) { row in
            try Tenant(row: &row)
        }
    }

    /// One unit, with code and names as in force on a day; the business date when nil.
    public static func find(_ id: ID, on day: CivilDate? = nil, in tx: borrowing TenantTransaction) async throws -> Tenant? {
        try await tx.first(
            """
            SELECT t.id, t.slug, t.kind, t.scope, t.parent_id, t.position, t.opened_on, t.closed_on, t.code, t.name, t.full_name
            FROM core.tenant_on(coalesce(\(day), core.today())) AS t
            WHERE t.id = \(id)
            """
        ) { row in
            try Tenant(row: &row)
        }
    }

    /// The tenant that was entered; none where the province was entered as a whole.
    public static func entered(on day: CivilDate? = nil, in tx: borrowing TenantTransaction) async throws -> Tenant? {
        guard let id = tx.tenant else { return nil }
        return try await find(id, on: day, in: tx)
    }

    private init(row: inout RowReader) throws {
        self.init(
            id: try row.next(), slug: try row.next(), kind: try row.next(), scope: try row.next(), parent: try row.next(),
            position: Int(try row.next(Int32.self)), openedOn: try row.next(), closedOn: try row.next(), code: try row.next(),
            name: try row.next(), fullName: try row.next())
    }
}
