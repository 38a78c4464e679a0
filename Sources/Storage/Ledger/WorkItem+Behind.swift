import Domain
import Postgres

extension WorkItem {
    /// What stands behind rows of the ledger that wait for somebody: for rows under the alias `x`, their item as `i`, its unit of the province as
    /// `t`, and what its sub-unit is called today as `u`.
    static func behind(_ tx: borrowing TenantTransaction) -> SQL {
        """
        JOIN \(identifier: tx.table("work_item")) AS i
            ON \(fragment: tx.within("i.tenant_id")) AND i.tenant_id = x.tenant_id AND i.id = x.item_id
        JOIN core.tenant AS t ON t.id = x.tenant_id
        LEFT JOIN LATERAL (
            SELECT v.full_name
            FROM \(identifier: tx.table("sub_unit_version")) AS v
            WHERE \(fragment: tx.within("v.tenant_id"))
              AND v.tenant_id = x.tenant_id
              AND v.unit_id = x.unit_id
              AND v.valid_from <= (SELECT core.today())
            ORDER BY v.valid_from DESC
            LIMIT 1
        ) AS u ON true
        """
    }
}
