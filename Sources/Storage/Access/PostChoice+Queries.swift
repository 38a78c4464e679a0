public import Domain
import Postgres

extension PostChoice {
    /// The acting account's posts today, in customary order.
    public static func mine(in tx: borrowing TenantTransaction) async throws -> [PostChoice] {
        try await tx.rows("SELECT post_id, title, role, tenant_slug, tenant_name FROM core.my_posts()") { row in
            try PostChoice(row: &row)
        }
    }

    init(row: inout RowReader) throws {
        self.init(
            post: try row.next(), title: try row.next(), role: try row.next(), tenant: try row.next(), tenantName: try row.next())
    }
}
