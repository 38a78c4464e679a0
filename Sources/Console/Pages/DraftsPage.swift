import Domain
import Operations

/// “Chờ tôi xử lý”: the drafts that lie with the officer, and the others that he sees.
struct DraftsPage: Page {
    static let template = "drafts"
    let frame: Frame
    let waiting: [Row]
    let others: [Row]
    let nothingWaits: Bool
    let hasOthers: Bool

    struct Row: Sendable {
        let id: String
        let kind: String
        let subject: String
        let unit: String
        let drafter: String
        let words: String
        let state: String
        let version: Int
        let mayForward: Bool
        let mayReturn: Bool
        let mayApprove: Bool
        let formToken: String
    }

    /// - Parameters:
    ///   - waiting: those that lie with the officer; they are left out of `seen`.
    ///   - approval: what the unit asks for.
    init(waiting: [Draft], seen: [Draft], approval: Draft.Approval, frame: Frame) {
        self.frame = frame
        self.waiting = waiting.map { Self.row($0, approval, frame) }
        let mine = Set(waiting.map(\.id))
        others = seen.filter { !mine.contains($0.id) }.map { Self.row($0, approval, frame) }
        nothingWaits = waiting.isEmpty
        hasOthers = !others.isEmpty
    }

    private static func row(_ draft: Draft, _ approval: Draft.Approval, _ frame: Frame) -> Row {
        func may(_ move: Draft.Move) -> Bool { draft.standing.after(move, headThere: true, approval: approval) != nil }
        let words =
            switch draft.content {
            case .progress(let report):
                [report.milestonePercent.map { "\($0)%" } ?? "", report.figure.map { "\($0.value.vietnamese)" } ?? "", report.narrative]
                    .filter { !$0.isEmpty }.joined(separator: "; ")
            case .launch(let conference):
                "\(conference.form.kind.vietnamese), \(conference.attendance) người, ngày \(conference.happenedOn.vietnamese)"
            }
        return Row(
            id: draft.id.description, kind: draft.content.kind.vietnamese, subject: draft.subject, unit: draft.unitName,
            drafter: draft.drafterTitle, words: words,
            state: "\(draft.standing.state.vietnamese) (\(draft.standing.level.vietnamese))",
            version: draft.version, mayForward: may(.forwarded), mayReturn: may(.returned), mayApprove: may(.approved),
            formToken: frame.formToken)
    }
}
