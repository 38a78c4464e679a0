import Domain

/// The forms of what the officer can do to an item now. Members are names of the template.
struct ItemForms: Sendable {
    /// Where they are sent; each adds its step.
    let action: String
    let today: String
    let acknowledge, report, submitResult, withdraw, askExtension, dispute, handOn: Bool
    let accept, sendBack, confirm, recordViolation, exempt, cancel, replace, transfer: Bool
    let decideExtension, extendPostFacto, answerDispute: Bool
    let isTask: Bool
    let milestones: [Choice]
    let figures: [Choice]
    let grounds: [Choice]
    let remedies: [Choice]
    let hasAny: Bool

    struct Choice: Sendable {
        let key: String
        let name: String
    }

    init(_ detail: WorkItemDetail, _ steps: [WorkItem.Step]) {
        let item = detail.entry.item
        action = "/units/\(detail.entry.names.tenant.text)/items/\(item.id)/"
        today = detail.day.description
        func may(_ step: WorkItem.Step) -> Bool { steps.contains(step) }
        (acknowledge, report, submitResult, withdraw) = (may(.acknowledge), may(.report), may(.submitResult), may(.withdraw))
        (askExtension, dispute, handOn) = (may(.askExtension), may(.dispute), may(.handOn))
        (accept, sendBack, confirm, recordViolation) = (may(.accept), may(.sendBack), may(.confirm), may(.recordViolation))
        (exempt, cancel, replace, transfer) = (may(.exempt), may(.cancel), may(.replace), may(.transfer))
        (decideExtension, extendPostFacto, answerDispute) = (may(.decideExtension), may(.extendPostFacto), may(.answerDispute))
        isTask = item.kind == .task
        milestones = MilestoneLadder.reportable.map {
            Choice(key: "\($0)", name: "\($0)%: " + MilestoneLadder.words(for: $0, completion: item.terms.completion))
        }
        figures = ProgressReport.Figure.Status.allCases.map { Choice(key: $0.rawValue, name: $0.vietnamese) }
        grounds = DisputeStep.Ground.allCases.map { Choice(key: $0.rawValue, name: $0.vietnamese) }
        remedies = DisputeStep.Remedy.allCases.map { Choice(key: $0.rawValue, name: $0.vietnamese) }
        hasAny = !steps.allSatisfy { $0 == .change }
    }
}
