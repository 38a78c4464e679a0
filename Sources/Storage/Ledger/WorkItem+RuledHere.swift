public import Domain
import Postgres

extension WorkItem {
    /// Whether the acting seat is one that rules on the item under the alias `i`: the conditions of the row policies of rulings, so that what is
    /// offered and what is let through are the same. What was given inside a unit is ruled on inside it, what the province gave in the
    /// province as a whole.
    ///
    /// - Note: does not ask what the seat's role may do, but of what the Office gave itself, which every role of the province would have.
    static func ruledHere(_ tx: borrowing TenantTransaction) -> SQL {
        switch tx.scope {
        case .own:
            """
            (i.assigner_tenant_id = i.tenant_id
                AND (i.unit_id <> i.tenant_id OR i.parent_id IS NOT NULL)
                AND ((SELECT core.actor_whole()) IS NOT NULL OR i.assigner_post_id = ANY ((SELECT core.giving_posts(core.actor_post()))::uuid[]))
                AND CASE WHEN i.assignee_id IS NULL THEN i.unit_id <> ALL ((SELECT core.actor_seats())::uuid[])
                    ELSE i.assignee_id <> ALL ((SELECT core.actor_persons())::uuid[]) END)
            """
        case .parents, .province:
            """
            (i.unit_id = i.tenant_id
                AND i.parent_id IS NULL
                AND CASE
                    WHEN i.role = 'coordinate' THEN i.assigner_tenant_id = (SELECT core.actor_home())
                    WHEN i.tenant_id = i.assigner_tenant_id THEN (SELECT core.actor_role_may('item.rule'))
                        AND i.tenant_id <> ALL ((SELECT core.actor_tenants())::uuid[])
                        AND coalesce(i.province_leader_id, (SELECT core.actor_post())) = (SELECT core.actor_post())
                    ELSE i.assigner_tenant_id = (SELECT core.actor_home()) AND i.tenant_id <> ALL ((SELECT core.actor_tenants())::uuid[])
                END)
            """
        }
    }

    /// Whether who acts belongs to who must do this item, in whatever post he holds today, under a delegation also in whose stead he acts: he
    /// does not rule on it (A66).
    public func isWorkOfActor(in tx: borrowing TenantTransaction) async throws -> Bool {
        let isWork: SQL =
            if isProvinces {
                "\(tenant) = ANY (core.actor_tenants())"
            } else if let assignee = terms.assignee {
                "\(assignee) = ANY (core.actor_persons())"
            } else {
                "\(unit) = ANY (core.actor_seats())"
            }
        return try await tx.first("SELECT \(fragment: isWork)") { row in try row.next(Bool.self) } ?? false
    }
}
