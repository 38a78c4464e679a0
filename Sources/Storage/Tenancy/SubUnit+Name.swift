import Domain
import Postgres

extension SubUnit {
    /// The name of a sub-unit on the day of business, as far as it is in sight: a query for a lateral join.
    static func name(of unit: SQL, in tenant: SQL, _ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT v.full_name
        FROM \(identifier: tx.table("sub_unit_version")) AS v
        WHERE \(fragment: tx.within("v.tenant_id")) AND v.tenant_id = \(fragment: tenant) AND v.unit_id = \(fragment: unit)
          AND v.valid_from <= core.today()
        ORDER BY v.valid_from DESC
        LIMIT 1
        """
    }
}
