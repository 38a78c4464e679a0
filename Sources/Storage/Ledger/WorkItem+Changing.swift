public import Domain
import Postgres

extension WorkItem {
    /// Why an item is changed, with the paper that orders it where there is one.
    public struct ChangeGround: Sendable {
        public var reason: String
        public var documentNumber: String
        /// Empty: the assigner's own name, where there is a paper.
        public var documentIssuer: String
        /// Nil: today, where there is a paper.
        public var documentOn: CivilDate?

        public init(reason: String, documentNumber: String = "", documentIssuer: String = "", documentOn: CivilDate? = nil) {
            self.reason = reason
            self.documentNumber = documentNumber
            self.documentIssuer = documentIssuer
            self.documentOn = documentOn
        }
    }

    /// Changes what an item asks for, and with it what its co-ordinating units read, but those that have ended. What stood before is kept by
    /// trigger.
    ///
    /// - Returns: False where nothing was changed: the version is another one by now, or the acting officer did not assign it.
    public static func change(
        _ item: WorkItem, to terms: Terms, because ground: ChangeGround, in tx: borrowing TenantTransaction
    ) async throws -> Bool {
        let changed = try await tx.execute(
            """
            UPDATE \(identifier: tx.table("work_item")) AS i
            SET \(fragment: assignments(terms, because: ground, of: item.assigner)),
                assignee_id = \(terms.assignee),
                unit_leader_id = \(terms.unitLeader)
            WHERE i.tenant_id = \(item.tenant)
              AND i.id = \(item.id)
              AND i.version = \(Int32(clamping: item.version))
            """)
        guard changed == 1 else { return false }
        try await tx.execute(
            """
            UPDATE \(identifier: tx.table("work_item")) AS i
            SET \(fragment: assignments(terms, because: ground, of: item.assigner))
            WHERE i.lead_item_id = \(item.id)
              AND i.role = 'coordinate'
              AND core.tenant_is_open(i.tenant_id)
            """)
        return true
    }

    /// What the lead and its co-ordinating units have in common.
    private static func assignments(_ terms: Terms, because ground: ChangeGround, of assigner: Tenant.ID) -> SQL {
        """
        title = \(terms.title), direction = \(terms.goal?.direction), target = \(terms.goal?.target), measure_unit = \(terms.goal?.unit),
            baseline = \(terms.goal?.baseline), figure_body = \(terms.goal?.confirmer?.name), figure_tenant_id = \(terms.goal?.confirmer?.tenant),
            due_document = \(terms.dueDocument), measured_at_year_end = \(terms.goal?.isMeasuredAtYearEnd ?? false),
            campaign_id = \(terms.campaign), content_code = \(terms.content), directive_id = \(terms.directive),
            source_clause = \(terms.sourceClause), sector = \(terms.sector), product = \(terms.product), submit_to = \(terms.submitTo),
            completion = \(terms.completion), province_leader_id = \(terms.provinceLeader), due_words = \(terms.dueWords),
            due_on = \(terms.dueOn), original_due_on = coalesce(i.original_due_on, \(terms.dueOn)), coordinators = \(terms.coordinators),
            change_reason = \(ground.reason), change_document_number = \(ground.documentNumber),
            change_document_issuer = CASE WHEN \(ground.documentNumber) = '' THEN ''
                ELSE coalesce(nullif(\(ground.documentIssuer), ''), (SELECT t.full_name FROM core.tenant_on(core.today()) AS t WHERE t.id = \(assigner)))
            END,
            change_document_on = CASE WHEN \(ground.documentNumber) <> '' THEN coalesce(\(ground.documentOn), core.today()) END
        """
    }

    /// The units that co-ordinate in an item, in the order of their codes; those that are out of it no more.
    public static func coordinating(in item: WorkItem, in tx: borrowing TenantTransaction) async throws -> [SubUnit.ID] {
        try await tx.rows(
            """
            SELECT i.unit_id
            FROM \(identifier: tx.table("work_item")) AS i
            WHERE i.lead_item_id = \(item.id)
              AND i.role = 'coordinate'
              AND NOT EXISTS (
                    SELECT
                    FROM \(identifier: tx.table("ruling")) AS r
                    WHERE r.tenant_id = i.tenant_id
                      AND r.item_id = i.id
                      AND r.kind IN ('exempted', 'replaced', 'cancelled', 'transferred'))
            ORDER BY i.code COLLATE "C", i.id
            """
        ) { row in
            try row.next()
        }
    }

    /// The codes of what was handed on from an item and is due later than a day: they hold its date (A56).
    public static func childrenDue(after day: CivilDate, of item: WorkItem, in tx: borrowing TenantTransaction) async throws -> [String] {
        try await tx.rows(
            """
            SELECT i.code
            FROM \(identifier: tx.table("work_item")) AS i
            WHERE i.tenant_id = \(item.tenant)
              AND i.parent_id = \(item.id)
              AND i.sort_due > \(day)
            ORDER BY i.code COLLATE "C"
            """
        ) { row in
            try row.next()
        }
    }
}
