public import Domain
import Postgres

extension DelegationChoice {
    /// What the acting account may act under today.
    public static func mine(in tx: borrowing TenantTransaction) async throws -> [DelegationChoice] {
        try await tx.rows("SELECT \(fragment: columns) FROM core.my_delegations()") { row in
            try DelegationChoice(row: &row)
        }
    }

    static let columns: SQL =
        "delegation_id, form, scope, valid_to, delegate_title, post_id, title, role, tenant_slug, tenant_name"

    init(row: inout RowReader) throws {
        let (id, form): (Delegation.ID, Delegation.Form) = (try row.next(), try row.next())
        let scope = try row.next([String].self).compactMap(Action.init(rawValue:)).sorted { $0.rawValue < $1.rawValue }
        self.init(
            id: id, form: form, scope: scope, validTo: try row.next(), delegateTitle: try row.next(), post: try PostChoice(row: &row))
    }
}
