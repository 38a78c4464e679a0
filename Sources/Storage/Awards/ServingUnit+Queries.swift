public import Domain
import Postgres

extension ServingUnit {
    /// Where a person holds or held posts in the acting unit.
    public static func all(of person: Person.ID, in tx: borrowing TenantTransaction) async throws -> [ServingUnit] {
        try await tx.rows(
            """
            SELECT p.unit_id, p.valid_from, p.valid_to
            FROM core.post AS p
            WHERE p.tenant_id = \(try tx.requireTenant())
              AND p.person_id = \(person)
              AND (p.valid_to IS NULL OR p.valid_to >= p.valid_from)
            ORDER BY p.valid_from, p.id
            """
        ) { row in ServingUnit(unit: try row.next(), from: try row.next(), through: try row.next()) }
    }
}
