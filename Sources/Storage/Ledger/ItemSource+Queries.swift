public import Domain
import Postgres

extension ItemSource {
    /// The papers that order an item besides the first one, in the order in which they were added; those that the officer may read.
    static func all(of item: WorkItem, at moment: LedgerMoment, in tx: borrowing TenantTransaction) async throws -> [ItemSource] {
        let facts = LedgerFacts(at: moment)
        return try await tx.rows(
            """
            SELECT s.directive_id, s.clause, d.type, d.number, d.issued_on
            FROM \(identifier: tx.table("item_source")) AS s
                JOIN core.directive AS d ON d.id = s.directive_id
            WHERE s.tenant_id = \(item.tenant)
              AND s.item_id = \(item.id)
              AND \(fragment: facts.known("s.recorded_on"))
            ORDER BY s.recorded_at, s.directive_id, s.clause
            """
        ) { row in
            let (directive, clause): (Directive.ID, String) = (try row.next(), try row.next())
            let (type, number, issuedOn): (String, String, CivilDate) = (try row.next(), try row.next(), try row.next())
            return ItemSource(directive: directive, clause: clause, paper: "\(type) số \(number) ngày \(issuedOn.vietnamese)")
        }
    }

    /// Adds a paper to an item of the acting assigner.
    public static func append(
        _ directive: Directive.ID, clause: String, to item: WorkItem.ID, tenant: Tenant.ID, unit: SubUnit.ID, assigner: Tenant.ID,
        in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("item_source"))
                (tenant_id, item_id, directive_id, clause, unit_id, assigner_tenant_id, recorded_by, recorded_on)
            VALUES (\(tenant), \(item), \(directive), \(clause), \(unit), \(assigner), core.actor_post(), core.today())
            """)
    }
}
