public import Domain
import Postgres

extension ItemOccurrence {
    /// The deadlines of a periodic item, by date.
    public static func all(of item: WorkItem, at moment: LedgerMoment = .now, in tx: borrowing TenantTransaction) async throws
        -> [ItemOccurrence]
    {
        let facts = LedgerFacts(at: moment)
        return try await tx.rows(
            """
            SELECT o.due_on, min(p.evidence_on) FILTER (WHERE r.id IS NOT NULL), count(p.id) > 0
            FROM \(identifier: tx.table("occurrence")) AS o
                LEFT JOIN \(identifier: tx.table("progress")) AS p
                    ON p.tenant_id = o.tenant_id AND p.item_id = o.item_id AND p.occurrence_due_on = o.due_on
                        AND \(fragment: facts.known("p.recorded_on")) AND \(fragment: facts.dated("p.evidence_on"))
                LEFT JOIN \(identifier: tx.table("ruling")) AS r
                    ON r.tenant_id = p.tenant_id AND r.report_id = p.id AND r.kind = 'confirmed' AND \(fragment: facts.known("r.recorded_on"))
            WHERE o.tenant_id = \(item.tenant)
              AND o.item_id = \(item.id)
              AND \(fragment: facts.known("o.recorded_on"))
            GROUP BY o.due_on
            ORDER BY o.due_on
            """
        ) { row in
            let due: CivilDate = try row.next()
            let completedOn: CivilDate? = try row.next()
            return ItemOccurrence(dueOn: due, completedOn: completedOn, isWaiting: try row.next(Bool.self) && completedOn == nil)
        }
    }

    /// Sets deadlines of an item of the acting assigner; those that stand there already are left as they are.
    public static func append(
        _ days: [CivilDate], to item: WorkItem.ID, tenant: Tenant.ID, unit: SubUnit.ID, assigner: Tenant.ID,
        in tx: borrowing TenantTransaction
    ) async throws {
        guard !days.isEmpty else { return }
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("occurrence"))
                (tenant_id, item_id, due_on, unit_id, assigner_tenant_id, recorded_by, recorded_on)
            SELECT \(tenant), \(item), d.due_on, \(unit), \(assigner), core.actor_post(), core.today()
            FROM unnest(\(days)) AS d (due_on)
            """)
    }
}
