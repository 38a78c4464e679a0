public import Domain
import Postgres

extension Tenant {
    /// The unit whose officers monitor the province and close its months, as far as the officer may know it.
    public static func monitor(in tx: borrowing TenantTransaction) async throws -> ID? {
        try await tx.first(
            """
            SELECT p.tenant_id
            FROM core.post AS p
                JOIN core.role AS r ON r.code = p.role
                JOIN core.tenant AS t ON t.id = p.tenant_id
            WHERE r.province_role = 'office'
              AND p.valid_from <= core.today()
              AND (p.valid_to IS NULL OR p.valid_to >= core.today())
            ORDER BY t.position, t.slug
            LIMIT 1
            """
        ) { row in try row.next() }
    }
}
