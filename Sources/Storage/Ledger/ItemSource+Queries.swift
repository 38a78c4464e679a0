public import Domain
import Postgres

extension ItemSource {
    /// The papers that order an item besides the first one, in the order in which they were added; those that the officer may read.
    public static func all(
        of item: WorkItem, at moment: LedgerMoment = .now, in tx: borrowing TenantTransaction
    ) async throws -> [ItemSource] {
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

    /// Gives the further papers of items of one unit to each of those that stand in their place; merged items' own papers become further ones.
    public static func copy(from items: [WorkItem], to made: [WorkItem.ID], in tx: borrowing TenantTransaction) async throws {
        guard let first = items.first else { return }
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("item_source"))
                (tenant_id, item_id, directive_id, clause, unit_id, assigner_tenant_id, recorded_by, recorded_on)
            SELECT DISTINCT \(first.tenant)::uuid, m.id, s.directive_id, s.clause, \(first.unit)::uuid, \(first.assigner)::uuid, core.actor_post(),
                core.today()
            FROM (
                    SELECT x.directive_id, x.clause
                    FROM \(identifier: tx.table("item_source")) AS x
                    WHERE x.tenant_id = \(first.tenant) AND x.item_id = ANY (\(items.map(\.id)))
                    UNION
                    SELECT i.directive_id, i.source_clause
                    FROM \(identifier: tx.table("work_item")) AS i
                    WHERE i.tenant_id = \(first.tenant) AND i.id = ANY (\(items.dropFirst().map(\.id))) AND i.source_clause <> ''
                ) AS s
                CROSS JOIN unnest(\(made)) AS m (id)
            WHERE s.directive_id IS NOT NULL
              AND (s.directive_id, s.clause) IS DISTINCT FROM (\(first.terms.directive)::uuid, \(first.terms.sourceClause)::text)
            """)
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
