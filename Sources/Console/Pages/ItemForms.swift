import Domain
import Operations

/// The forms of what the officer can do to an item now. Members are names of the template.
struct ItemForms: Sendable {
    /// Where they are sent; each adds its step.
    let action: String
    let today: String
    let acknowledge, report, submitResult, withdraw, askExtension, dispute, handOn: Bool
    let accept, sendBack, confirm, recordViolation, exempt, cancel, replace, transfer, revoke: Bool
    let decideExtension, extendPostFacto, answerDispute: Bool
    /// Whose approval a report waits for: then it is drafted. Empty: it is filed at once.
    let approval: [String]
    let isFiled: Bool
    let isTask: Bool
    let milestones: [Choice]
    let figures: [Choice]
    let grounds: [Choice]
    let remedies: [Choice]
    /// Of a report: the deadline that it delivers for, the co-ordinating unit that holds the item up.
    let occurrences: [Choice]
    let hasOccurrences: Bool
    let coordinators: [Choice]
    let hasCoordinators: Bool
    /// Whom it may be handed on to: units by name, people with their units.
    let receivingUnits: [String]
    let receivers: [Choice]
    let hasReceivers: Bool
    let change: Change?
    /// Deadlines and further papers that the assigner may add, of the papers that he may name.
    let addOccurrences, addSource: Bool
    let directives: [Choice]
    let split: Bool
    /// With which others it may be merged; none: no form.
    let mergeable: [Choice]
    let merge: Bool
    /// What may be confirmed, the last first.
    let reportsToConfirm: [Choice]
    /// Reports that files may be added to; none: no form.
    let reports: [Choice]
    let attach: Bool
    let hasAny: Bool

    /// What may be changed, as it stands.
    struct Change: Sendable {
        let version: Int
        let title, sourceClause, product, submitTo, dueWords, dueOn: String
        /// The paper that fixes the date.
        let dueDocument: String
        /// Of a target.
        let goal: Goal?
    }

    struct Goal: Sendable {
        let target: String
        let unit: String
        /// Whether it is measured at the end of the year only.
        let isAtYearEnd: Bool
        /// By whose paper its figures are confirmed; empty: by the assigner itself.
        let confirmer: String
    }

    /// What the steps do not tell.
    struct Further: Sendable {
        var mayBeCutAnew = false
        var mergeable: [LedgerEntry] = []
        var reports: [ProgressReport] = []
        /// Whose approval a report of the officer waits for; nil: it is filed at once.
        var approval: Draft.Approval?
        /// Who can be said to hold it up.
        var delayers: [String] = []
        /// Papers that may be named as further ones.
        var directives: [Directive] = []
        /// Whom it may be handed on to.
        var receivers = ListReceivers.Answer()
    }

    init(_ detail: WorkItemDetail, _ steps: [WorkItem.Step], _ further: Further) {
        let item = detail.entry.item
        action = "/units/\(detail.entry.names.tenant.text)/items/\(item.id)/"
        today = detail.day.description
        func may(_ step: WorkItem.Step) -> Bool { steps.contains(step) }
        (acknowledge, report, submitResult, withdraw) = (
            may(.acknowledge), may(.report) || may(.supplement), may(.submitResult), may(.withdraw)
        )
        (askExtension, dispute, handOn) = (may(.askExtension), may(.dispute), may(.handOn) && !further.receivers.isEmpty)
        (accept, sendBack, confirm, recordViolation) = (may(.accept), may(.sendBack), may(.confirm), may(.recordViolation))
        (exempt, cancel, replace, transfer) = (may(.exempt), may(.cancel), may(.replace), may(.transfer))
        revoke = may(.revoke)
        (decideExtension, extendPostFacto, answerDispute) = (may(.decideExtension), may(.extendPostFacto), may(.answerDispute))
        approval = [further.approval?.vietnamese].compactMap(\.self)
        isFiled = approval.isEmpty
        isTask = item.kind == .task
        milestones = MilestoneLadder.reportable.map {
            Choice(key: "\($0)", name: "\($0)%: " + MilestoneLadder.words(for: $0, completion: item.terms.completion))
        }
        figures = ProgressReport.Figure.Status.allCases.map { Choice(key: $0.rawValue, name: $0.vietnamese) }
        grounds = DisputeStep.Ground.allCases.map { Choice(key: $0.rawValue, name: $0.vietnamese) }
        remedies = DisputeStep.Remedy.allCases.map { Choice(key: $0.rawValue, name: $0.vietnamese) }
        occurrences = detail.occurrences.filter { $0.completedOn == nil }.map {
            Choice(key: $0.dueOn.description, name: $0.dueOn.vietnamese)
        }
        hasOccurrences = !occurrences.isEmpty
        coordinators = (further.delayers.isEmpty ? item.terms.coordinators : further.delayers).map { Choice(key: $0, name: $0) }
        hasCoordinators = !coordinators.isEmpty
        receivingUnits = further.receivers.units
        receivers = further.receivers.people.map { Choice(key: "\($0.person) \($0.unit)", name: $0.name) }
        hasReceivers = !receivers.isEmpty
        change = may(.change) ? Change(item) : nil
        let isOpenLead = may(.change) && item.role == .lead && detail.entry.standing.closed == nil
        directives = further.directives.map { paper in
            Choice(
                key: paper.id.description, name: "\(paper.paper.type) \(paper.paper.number) ngày \(paper.paper.issuedOn.vietnamese)")
        }
        (addOccurrences, addSource) = (isOpenLead && detail.entry.standing.acceptedOn == nil, isOpenLead && !directives.isEmpty)
        split = further.mayBeCutAnew
        mergeable = further.mergeable.map { Choice(key: $0.item.id.description, name: "\($0.item.code): \($0.item.terms.title)") }
        merge = split && !mergeable.isEmpty
        reportsToConfirm = detail.reportsToConfirm.map { report in
            Choice(
                key: report.id.description,
                name: "\(report.evidenceOn.vietnamese): \(report.counted(in: item.terms.goal?.unit))")
        }
        reports = further.reports.map { report in
            Choice(
                key: report.id.description,
                name: [report.kind.vietnamese, report.evidenceOn.vietnamese, report.documentNumber].filter { !$0.isEmpty }.joined(
                    separator: ", "))
        }
        attach = !reports.isEmpty
        hasAny = handOn || steps.contains { $0 != .handOn } || split || attach
    }
}

extension ItemForms.Change {
    fileprivate init(_ item: WorkItem) {
        let terms = item.terms
        self.init(
            version: item.version, title: terms.title, sourceClause: terms.sourceClause, product: terms.product, submitTo: terms.submitTo,
            dueWords: terms.dueWords, dueOn: terms.dueOn?.description ?? "", dueDocument: terms.dueDocument ?? "",
            goal: terms.goal.map {
                ItemForms.Goal(
                    target: $0.target.vietnamese, unit: $0.unit, isAtYearEnd: $0.isMeasuredAtYearEnd, confirmer: $0.confirmer?.name ?? "")
            })
    }
}
