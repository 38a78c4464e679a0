public import Domain
import Postgres

extension SubUnit {
    /// The sub-units to which the acting post's reach is narrowed: its own and what is below it. Empty where it reaches its unit as a whole.
    public static func reached(in tx: borrowing TenantTransaction) async throws -> Set<SubUnit.ID> {
        guard let reach = tx.reach else { return [] }
        let found = try await tx.rows(
            "SELECT u.id FROM unnest((SELECT \(fragment: reach))::uuid[]) AS u (id) WHERE core.actor_whole() IS NULL"
        ) { row in try row.next(SubUnit.ID.self) }
        return Set(found)
    }
}
