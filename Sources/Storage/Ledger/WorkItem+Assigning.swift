public import Domain
import Postgres

extension WorkItem {
    /// An item about to be given; who gives it and when follow from the transaction.
    public struct Assignment: Sendable {
        public var id: ID
        public var tenant: Tenant.ID
        public var unit: SubUnit.ID
        public var code: String
        public var parent: ID?
        /// Of a co-ordinating item.
        public var lead: Lead?
        public var terms: Terms
        public var assignedOn: CivilDate
        public var sourceRow: String?
        public var carried: CarriedOver?
        public var correction: ItemCorrection.ID?
        /// The deadlines of a periodic one (A16).
        public var occurrences: [CivilDate] = []
        /// Further papers that order it (A14).
        public var sources: [Source] = []

        /// A further paper, and where in it.
        public struct Source: Sendable, Hashable {
            public let directive: Directive.ID
            public let clause: String

            public init(directive: Directive.ID, clause: String) {
                self.directive = directive
                self.clause = clause
            }
        }

        public init(
            id: ID, tenant: Tenant.ID, unit: SubUnit.ID, code: String, parent: ID? = nil, lead: Lead? = nil, terms: Terms,
            assignedOn: CivilDate, sourceRow: String? = nil, carried: CarriedOver? = nil, correction: ItemCorrection.ID? = nil
        ) {
            self.id = id
            self.tenant = tenant
            self.unit = unit
            self.code = code
            self.parent = parent
            self.lead = lead
            self.terms = terms
            self.assignedOn = assignedOn
            self.sourceRow = sourceRow
            self.carried = carried
            self.correction = correction
        }
    }

    /// Gives items, all in one statement, then what they say beyond their terms: each lands in the ledger of its own unit, or none does.
    public static func assign(_ assignments: [Assignment], in tx: borrowing TenantTransaction) async throws {
        guard !assignments.isEmpty else { return }
        let rows = JSONText(JSONValue.array(assignments.map(\.row)).text())
        // A parent's date is read by the statement itself, so that it is the one its key compares with.
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("work_item"))
                (tenant_id, id, unit_id, assignee_id, parent_id, parent_due_on, campaign_id, content_code, code, kind, role, lead_tenant_id,
                 lead_item_id, coordinators, title, directive_id, source_clause, source_row, sector, product, submit_to, completion,
                 unit_leader_id, province_leader_id, due_words, original_due_on, due_on, direction, target, measure_unit, baseline,
                 measured_at_year_end, figure_body, figure_tenant_id, carried_code, carried_assigned_on, carried_due_on, due_document,
                 correction_id, assigner_tenant_id, assigner_post_id, assigned_on, recorded_on)
            SELECT r.tenant_id, r.id, r.unit_id, r.assignee_id, r.parent_id,
                CASE WHEN r.parent_id IS NOT NULL THEN (
                    SELECT p.sort_due
                    FROM \(identifier: tx.table("work_item")) AS p
                    WHERE p.tenant_id = r.tenant_id
                      AND p.id = r.parent_id
                ) END,
                r.campaign_id, r.content_code, r.code, r.kind, r.role, r.lead_tenant_id, r.lead_item_id, r.coordinators, r.title, r.directive_id,
                r.source_clause, r.source_row, r.sector, r.product, r.submit_to, r.completion, r.unit_leader_id, r.province_leader_id,
                r.due_words, r.due_on, r.due_on, r.direction, r.target, r.measure_unit, r.baseline, r.measured_at_year_end,
                r.figure_body, r.figure_tenant_id, r.carried_code, r.carried_assigned_on, r.carried_due_on, r.due_document, r.correction_id,
                core.actor_home(), core.actor_post(), r.assigned_on, core.today()
            FROM jsonb_to_recordset(\(rows)) AS r (
                tenant_id uuid, id uuid, unit_id uuid, assignee_id uuid, parent_id uuid, campaign_id uuid, content_code text, code text,
                kind text, role text, lead_tenant_id uuid, lead_item_id uuid, coordinators text[], title text, directive_id uuid,
                source_clause text, source_row text, sector text, product text, submit_to text, completion text, unit_leader_id uuid,
                province_leader_id uuid, due_words text, due_on date, direction text, target numeric, measure_unit text, baseline numeric,
                measured_at_year_end boolean, figure_body text, figure_tenant_id uuid, carried_code text, carried_assigned_on date,
                carried_due_on date, due_document text, correction_id uuid, assigned_on date)
            """)
        try await setDeadlines(of: assignments, in: tx)
        try await nameSources(of: assignments, in: tx)
    }

    /// The deadlines of those that have some, as the acting assigner.
    private static func setDeadlines(of assignments: [Assignment], in tx: borrowing TenantTransaction) async throws {
        let deadlines = assignments.flatMap { item in item.occurrences.map { (item: item, day: $0) } }
        guard !deadlines.isEmpty else { return }
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("occurrence"))
                (tenant_id, item_id, due_on, unit_id, assigner_tenant_id, recorded_by, recorded_on)
            SELECT d.tenant_id, d.item_id, d.due_on, d.unit_id, core.actor_home(), core.actor_post(), core.today()
            FROM unnest(\(deadlines.map { $0.item.tenant }), \(deadlines.map { $0.item.id }), \(deadlines.map { $0.item.unit }),
                \(deadlines.map { $0.day }))
                AS d (tenant_id, item_id, unit_id, due_on)
            """)
    }

    /// The further papers of those that have some, as the acting assigner.
    private static func nameSources(of assignments: [Assignment], in tx: borrowing TenantTransaction) async throws {
        let named = assignments.flatMap { item in item.sources.map { (item: item, source: $0) } }
        guard !named.isEmpty else { return }
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("item_source"))
                (tenant_id, item_id, directive_id, clause, unit_id, assigner_tenant_id, recorded_by, recorded_on)
            SELECT d.tenant_id, d.item_id, d.directive_id, d.clause, d.unit_id, core.actor_home(), core.actor_post(), core.today()
            FROM unnest(\(named.map { $0.item.tenant }), \(named.map { $0.item.id }), \(named.map { $0.item.unit }),
                \(named.map { $0.source.directive }), \(named.map { $0.source.clause }))
                AS d (tenant_id, item_id, unit_id, directive_id, clause)
            """)
    }

    /// The number that follows the highest one behind a prefix, also behind codes that the officer does not see. Whoever asks for the same
    /// prefix waits until this transaction ends, so that two at once do not take the same number.
    public static func nextNumber(after prefix: String, separator: String, in tx: borrowing TenantTransaction) async throws -> Int {
        let number = try await tx.first("SELECT core.next_item_number(\(prefix + separator))") { row in try row.next(Int32.self) }
        return Int(number ?? 1)
    }

    /// What of a directive's table was assigned before: its running number, to whom, and as what.
    public static func imported(from directive: Directive.ID, in tx: borrowing TenantTransaction) async throws -> [Imported] {
        try await tx.rows(
            """
            SELECT i.source_row, i.tenant_id, i.unit_id, i.title, i.original_due_on
            FROM \(identifier: tx.table("work_item")) AS i
            WHERE \(fragment: tx.within("i.tenant_id"))
              AND i.directive_id = \(directive)
              AND i.source_row IS NOT NULL
              AND i.role = 'lead'
            """
        ) { row in
            Imported(
                sourceRow: try row.next(), tenant: try row.next(), unit: try row.next(), title: try row.next(),
                originalDueOn: try row.next())
        }
    }

    /// Which of these codes items have already, as far as the reader sees them.
    ///
    /// - Parameter directive: whose rows are told by their numbers.
    public static func taken(
        _ codes: [String], directive: Directive.ID?, in tx: borrowing TenantTransaction
    ) async throws -> [TakenCode] {
        if codes.isEmpty { return [] }
        return try await tx.rows(
            """
            SELECT i.tenant_id, i.code, CASE WHEN i.directive_id = \(directive) THEN i.source_row END
            FROM \(identifier: tx.table("work_item")) AS i
            WHERE \(fragment: tx.within("i.tenant_id"))
              AND i.code = ANY (\(codes))
            """
        ) { row in
            TakenCode(tenant: try row.next(), code: try row.next(), sourceRow: try row.next())
        }
    }

    /// A code that an item has.
    public struct TakenCode: Sendable, Hashable {
        public let tenant: Tenant.ID
        public let code: String
        /// Of an item of the directive that is looked at.
        public let sourceRow: String?
    }

    /// An item that an earlier import gave.
    public struct Imported: Sendable, Hashable {
        public let sourceRow: String
        public let tenant: Tenant.ID
        public let unit: SubUnit.ID
        public let title: String
        public let originalDueOn: CivilDate?
    }
}

extension WorkItem.Assignment {
    /// A record of the names that the statement reads.
    fileprivate var row: JSONValue {
        [
            "tenant_id": .string(tenant.description), "id": .string(id.description), "unit_id": .string(unit.description),
            "assignee_id": .string(orNull: terms.assignee), "parent_id": .string(orNull: parent),
            "campaign_id": .string(orNull: terms.campaign),
            "content_code": .string(orNull: terms.content), "code": .string(code),
            "kind": .string((terms.goal == nil ? LedgerItem.Kind.task : .target).rawValue),
            "role": .string((lead == nil ? LedgerItem.Role.lead : .coordinate).rawValue), "lead_tenant_id": .string(orNull: lead?.tenant),
            "lead_item_id": .string(orNull: lead?.item), "coordinators": .array(terms.coordinators.map(JSONValue.string)),
            "title": .string(terms.title), "directive_id": .string(orNull: terms.directive), "source_clause": .string(terms.sourceClause),
            "source_row": .string(orNull: sourceRow), "sector": .string(terms.sector), "product": .string(terms.product),
            "submit_to": .string(terms.submitTo), "completion": .string(terms.completion.rawValue),
            "unit_leader_id": .string(orNull: terms.unitLeader), "province_leader_id": .string(orNull: terms.provinceLeader),
            "due_words": .string(terms.dueWords), "due_on": .string(orNull: terms.dueOn),
            "direction": .string(orNull: terms.goal?.direction.rawValue), "target": .string(orNull: terms.goal?.target),
            "measure_unit": .string(orNull: terms.goal?.unit), "baseline": .string(orNull: terms.goal?.baseline),
            "measured_at_year_end": .bool(terms.goal?.isMeasuredAtYearEnd ?? false),
            "figure_body": .string(orNull: terms.goal?.confirmer?.name),
            "figure_tenant_id": .string(orNull: terms.goal?.confirmer?.tenant), "carried_code": .string(orNull: carried?.code),
            "carried_assigned_on": .string(orNull: carried?.assignedOn), "carried_due_on": .string(orNull: carried?.dueOn),
            "due_document": .string(orNull: terms.dueDocument), "correction_id": .string(orNull: correction),
            "assigned_on": .string(assignedOn.description),
        ]
    }
}
