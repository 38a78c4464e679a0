import Domain
import Postgres

/// The once-only point of a job inside a tenant.
enum Inbox {
    /// True the first time; false when this cause has done its work here already.
    static func takes(_ job: Job, in tx: borrowing TenantTransaction) async throws -> Bool {
        let tenant = try tx.requireTenant()
        let taken = try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("inbox")) (tenant_id, cause, target)
            VALUES (\(tenant), \(job.cause), \(job.target))
            ON CONFLICT DO NOTHING
            """)
        return taken == 1
    }
}
