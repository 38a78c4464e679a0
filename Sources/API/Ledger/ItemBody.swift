import Domain
import Operations
import Web

/// Reads the bodies of requests on items. Only their form is looked at here; what they say is checked by the operation, with all its
/// faults at once.
enum ItemBody {
    // Every member is read before anything is judged: one that was not asked for would be called unknown beside another's fault.

    static func assignment(_ body: inout JSONObjectReader) -> AssignItem? {
        let lead = body.required("lead")?.line()
        let kind = body.required("kind")?.oneOf(LedgerItem.Kind.self)
        let title = body.required("title")?.line(atMost: 10_000)
        let sector = body.required("sector")?.line()
        let coordinators = body.optional("coordinators", default: []) { $0.array { $0.line() } }
        let goal = body.optional("goal", default: WorkItem.Goal?.none) { Self.goal($0).map(Optional.some) }
        let (code, campaign, content) = (body.optional("code")?.line(), body.optional("campaign")?.line(), body.optional("content")?.line())
        let directive: Directive.ID? = body.optional("directive")?.id()
        let sourceClause = body.optional("sourceClause")?.line(atMost: 2_000) ?? ""
        let product = body.optional("product")?.line(atMost: 4_000) ?? ""
        let submitTo = body.optional("submitTo")?.line(atMost: 2_000) ?? ""
        let completion = body.optional("completion")?.oneOf(WorkItem.Completion.self)
        let (unitLeader, provinceLeader): (Post.ID?, Post.ID?) = (body.optional("unitLeader")?.id(), body.optional("provinceLeader")?.id())
        let assignee: Person.ID? = body.optional("assignee")?.id()
        let dueWords = body.optional("dueWords")?.line() ?? ""
        let (dueOn, assignedOn) = (body.optional("dueOn")?.day(), body.optional("assignedOn")?.day())
        let supplement = supplements(&body)
        guard let lead, let kind, let title, let sector, let coordinators, let goal else { return nil }
        var item = AssignItem(
            lead: lead, coordinators: coordinators, code: code, kind: kind, title: title, goal: goal, campaign: campaign, content: content,
            directive: directive, sourceClause: sourceClause, sector: sector, product: product, submitTo: submitTo, completion: completion,
            unitLeader: unitLeader, provinceLeader: provinceLeader, assignee: assignee, dueWords: dueWords, dueOn: dueOn,
            assignedOn: assignedOn)
        supplement(&item)
        return item
    }

    static func part(of parent: WorkItem.ID, _ body: inout JSONObjectReader) -> HandOnItem? {
        let unit = body.required("unit")?.line()
        let goal = body.optional("goal", default: WorkItem.Goal?.none) { Self.goal($0).map(Optional.some) }
        let asTask = body.optional("asTask", default: false) { $0.bool() }
        let assignee: Person.ID? = body.optional("assignee")?.id()
        let (title, product) = (body.optional("title")?.line(atMost: 10_000), body.optional("product")?.line(atMost: 4_000))
        let completion = body.optional("completion")?.oneOf(WorkItem.Completion.self)
        let unitLeader: Post.ID? = body.optional("unitLeader")?.id()
        let dueWords = body.optional("dueWords")?.line() ?? ""
        let (dueOn, assignedOn) = (body.optional("dueOn")?.day(), body.optional("assignedOn")?.day())
        let code = body.optional("code")?.line()
        guard let unit, let goal, let asTask else { return nil }
        return HandOnItem(
            parent: parent, unit: unit, assignee: assignee, title: title, goal: goal, asTask: asTask, product: product,
            completion: completion, unitLeader: unitLeader, dueWords: dueWords, dueOn: dueOn, assignedOn: assignedOn, code: code)
    }

    static func change(of id: WorkItem.ID, version: Int, _ body: inout JSONObjectReader) -> ChangeItem? {
        var changes = ChangeItem.Changes()
        changes.title = body.optional("title")?.line(atMost: 10_000)
        changes.goal = body.optional("goal").flatMap(goalChange)
        changes.content = body.optional("content")?.line()
        changes.sourceClause = body.optional("sourceClause")?.line(atMost: 2_000)
        changes.sector = body.optional("sector")?.line()
        changes.product = body.optional("product")?.line(atMost: 4_000)
        changes.submitTo = body.optional("submitTo")?.line(atMost: 2_000)
        changes.completion = body.optional("completion")?.oneOf(WorkItem.Completion.self)
        changes.unitLeader = body.optional("unitLeader").flatMap { $0.nullable { $0.id() } }
        changes.provinceLeader = body.optional("provinceLeader").flatMap { $0.nullable { $0.id() } }
        changes.assignee = body.optional("assignee").flatMap { $0.nullable { $0.id() } }
        changes.dueWords = body.optional("dueWords")?.line()
        changes.dueOn = body.optional("dueOn")?.day()
        changes.dueDocument = body.optional("dueDocument")?.line()
        let documentNumber = body.optional("documentNumber")?.line() ?? ""
        let documentIssuer = body.optional("documentIssuer")?.line(atMost: 2_000) ?? ""
        let documentOn = body.optional("documentOn")?.day()
        guard let reason = body.required("reason")?.line(atMost: 4_000) else { return nil }
        var change = ChangeItem(id: id, version: version, changes: changes, reason: reason)
        (change.documentNumber, change.documentIssuer, change.documentOn) = (documentNumber, documentIssuer, documentOn)
        return change
    }

    static func progress(on item: WorkItem.ID, _ body: inout JSONObjectReader) -> ReportProgress? {
        let isResult = body.optional("result", default: false) { $0.bool() }
        let figure = body.optional("figure", default: ProgressReport.Figure?.none) { Self.figure($0).map(Optional.some) }
        let evidenceOn = body.optional("evidenceOn")?.day()
        let milestonePercent = body.optional("milestonePercent")?.integer(in: 0...100)
        let documentNumber = body.optional("documentNumber")?.line() ?? ""
        let documentIssuer = body.optional("documentIssuer")?.line(atMost: 2_000) ?? ""
        let narrative = body.optional("narrative")?.passage() ?? ""
        let occurrence = body.optional("occurrence")?.day()
        let delayedBy = body.optional("delayedBy")?.line(atMost: 2_000)
        guard let isResult, let figure else { return nil }
        return ReportProgress(
            item: item, isResult: isResult, evidenceOn: evidenceOn, milestonePercent: milestonePercent, figure: figure,
            documentNumber: documentNumber, documentIssuer: documentIssuer, narrative: narrative, occurrence: occurrence,
            delayedBy: delayedBy)
    }

    static func ruling(on item: WorkItem.ID, _ body: inout JSONObjectReader) -> RuleItem? {
        let kind = body.required("kind").flatMap { $0.ruling() }
        let report: ProgressReport.ID? = body.optional("report")?.id()
        let fault = body.optional("fault")?.oneOf(Ruling.Fault.self)
        let decidedOn = body.optional("decidedOn")?.day()
        let documentNumber = body.optional("documentNumber")?.line() ?? ""
        let documentIssuer = body.optional("documentIssuer")?.line(atMost: 2_000) ?? ""
        let reason = body.optional("reason")?.line(atMost: 10_000) ?? ""
        guard let kind else { return nil }
        return RuleItem(
            item: item, kind: kind, report: report, fault: fault, decidedOn: decidedOn, documentNumber: documentNumber,
            documentIssuer: documentIssuer, reason: reason)
    }

    /// The paper by which an item is passed on.
    static func paper(_ body: inout JSONObjectReader) -> PassingPaper? {
        let decidedOn = body.optional("decidedOn")?.day()
        let number = body.optional("documentNumber")?.line() ?? ""
        let issuer = body.optional("documentIssuer")?.line(atMost: 2_000) ?? ""
        let reason = body.required("reason")?.line(atMost: 10_000)
        let paper: PaperAct.ID? = body.optional("paper")?.id()
        guard let reason else { return nil }
        return PassingPaper(decidedOn: decidedOn, documentNumber: number, documentIssuer: issuer, reason: reason, paper: paper)
    }

    /// What an assigner may decide himself.
    static func rulingKind(_ value: JSONCursor) -> Ruling.Kind? { value.ruling() }

    static func goal(_ value: JSONCursor) -> WorkItem.Goal? {
        value.object { body in
            let direction = body.required("direction")?.oneOf(TargetMeasure.Direction.self)
            let target = body.required("target")?.quantity()
            let unit = body.required("unit")?.line()
            let baseline = body.optional("baseline", default: Quantity?.none) { $0.nullable { $0.quantity() } }
            let atYearEnd = body.optional("measuredAtYearEnd", default: false) { $0.bool() }
            let confirmer = body.optional("confirmedBy")?.line().map { WorkItem.Confirmer(name: $0) }
            guard let direction, let target, let unit, let baseline, let atYearEnd else { return nil }
            return WorkItem.Goal(
                direction: direction, target: target, unit: unit, baseline: baseline, isMeasuredAtYearEnd: atYearEnd, confirmer: confirmer)
        }
    }

    /// What is not named stays as it is.
    private static func goalChange(_ value: JSONCursor) -> ChangeItem.Goal? {
        value.object { body in
            var goal = ChangeItem.Goal()
            goal.direction = body.optional("direction")?.oneOf(TargetMeasure.Direction.self)
            goal.target = body.optional("target")?.quantity()
            goal.unit = body.optional("unit")?.line()
            goal.baseline = body.optional("baseline").flatMap { $0.nullable { $0.quantity() } }
            goal.isMeasuredAtYearEnd = body.optional("measuredAtYearEnd")?.bool()
            goal.confirmer = body.optional("confirmedBy").flatMap { $0.nullable { $0.line().map { WorkItem.Confirmer(name: $0) } } }
            return goal
        }
    }

    private static func figure(_ value: JSONCursor) -> ProgressReport.Figure? {
        value.object { body in
            let amount = body.required("value")?.quantity()
            let status = body.required("status")?.oneOf(ProgressReport.Figure.Status.self)
            guard let amount, let status else { return nil }
            return ProgressReport.Figure(value: amount, status: status)
        }
    }
}

extension JSONCursor {
    /// An exact decimal, as a string: `7.5`.
    func quantity() -> Quantity? {
        guard case .string(let text) = value, let quantity = Quantity(text) else {
            return fault(
                "phải là số đặt trong dấu nháy kép, dấu thập phân là dấu chấm như “7.5”, tối đa 15 chữ số trước và 10 chữ số sau dấu chấm")
        }
        return quantity
    }

    fileprivate func ruling() -> Ruling.Kind? {
        guard let kind = oneOf(Ruling.Kind.self) else { return nil }
        guard RuleItem.kinds.contains(kind) else { return fault("việc này không do cơ quan giao quyết định; chọn việc khác") }
        return kind
    }
}
