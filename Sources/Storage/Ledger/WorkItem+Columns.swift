import Domain
import Postgres

extension WorkItem {
    /// Of the items under the alias `i`, in the order in which ``init(row:)`` reads them.
    static let columns: SQL = """
        i.id, i.tenant_id, i.unit_id, i.code, i.role, i.parent_id, i.lead_tenant_id, i.lead_item_id,
        i.title, i.direction, i.target, i.measure_unit, i.baseline, i.measured_at_year_end, i.figure_body, i.figure_tenant_id, i.assignee_id, i.campaign_id, i.content_code,
        i.directive_id, i.source_clause, i.sector, i.product, i.submit_to, i.completion, i.unit_leader_id, i.province_leader_id,
        i.due_words, i.due_on, i.coordinators, i.due_document, i.original_due_on, i.assigner_tenant_id, i.assigner_post_id, i.assigned_on, i.source_row,
        i.version, i.recorded_on, i.carried_code, i.carried_assigned_on, i.carried_due_on, i.correction_id
        """

    init(row: inout RowReader) throws {
        let id: ID = try row.next()
        let tenant: Tenant.ID = try row.next()
        let unit: SubUnit.ID = try row.next()
        let code: String = try row.next()
        let role: LedgerItem.Role = try row.next()
        let parent: ID? = try row.next()
        let leadTenant: Tenant.ID? = try row.next()
        let leadItem: ID? = try row.next()
        let terms = try Terms(row: &row)
        self.init(
            id: id, tenant: tenant, unit: unit, code: code, role: role, parent: parent,
            lead: leadTenant.flatMap { tenant in leadItem.map { Lead(tenant: tenant, item: $0) } }, terms: terms,
            originalDueOn: try row.next(), assigner: try row.next(), assignerPost: try row.next(), assignedOn: try row.next(),
            sourceRow: try row.next(), version: Int(try row.next(Int32.self)), recordedOn: try row.next(),
            carried: try CarriedOver(row: &row), correction: try row.next())
    }
}

extension CarriedOver {
    /// Nil for what was not carried over.
    fileprivate init?(row: inout RowReader) throws {
        let code: String? = try row.next()
        let assignedOn: CivilDate? = try row.next()
        let dueOn: CivilDate? = try row.next()
        guard let assignedOn else { return nil }
        self.init(code: code, assignedOn: assignedOn, dueOn: dueOn)
    }
}

extension WorkItem.Terms {
    fileprivate init(row: inout RowReader) throws {
        let title: String = try row.next()
        let goal = try WorkItem.Goal(row: &row)
        self.init(
            title: title, goal: goal, assignee: try row.next(), campaign: try row.next(), content: try row.next(),
            directive: try row.next(),
            sourceClause: try row.next(), sector: try row.next(), product: try row.next(), submitTo: try row.next(),
            completion: try row.next(), unitLeader: try row.next(), provinceLeader: try row.next(), dueWords: try row.next(),
            dueOn: try row.next(), coordinators: try row.next(), dueDocument: try row.next())
    }
}

extension WorkItem.Goal {
    /// Nil for a task, which has none of the columns.
    fileprivate init?(row: inout RowReader) throws {
        let direction: TargetMeasure.Direction? = try row.next()
        let target: Quantity? = try row.next()
        let unit: String? = try row.next()
        let baseline: Quantity? = try row.next()
        let atYearEnd: Bool = try row.next()
        let body: String? = try row.next()
        let bodyTenant: Tenant.ID? = try row.next()
        guard let direction, let target, let unit else { return nil }
        self.init(
            direction: direction, target: target, unit: unit, baseline: baseline, isMeasuredAtYearEnd: atYearEnd,
            confirmer: body.map { WorkItem.Confirmer(name: $0, tenant: bodyTenant) })
    }
}
