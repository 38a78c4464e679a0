import Domain
import Operations

/// “Chờ tôi xử lý”: the drafts that lie with the officer, and the others that he sees.
struct DraftsPage: FormPage {
    static let template = "drafts"
    let frame: Frame
    let waiting: [Row]
    let others: [Row]
    let nothingWaits: Bool
    let hasOthers: Bool
    var fault: FormFault?

    struct Row: Sendable {
        let id: String
        let kind: String
        let subject: String
        /// Page of the item or the launch, and how it is called there.
        let link: String
        let code: String
        let unit: String
        let drafter: String
        let day: String
        let number: String
        let words: String
        let remark: String
        let state: String
        let version: Int
        let mayForward: Bool
        let mayReturn: Bool
        let mayApprove: Bool
        /// Of one's own: written anew or given up.
        let revision: Revision?
        let formToken: String
    }

    /// What the form says by which a draft is written anew.
    struct Revision: Sendable {
        let report: [ReportFields]
        let conference: [ConferenceFields]
    }

    struct ReportFields: Sendable {
        let percents: [Choice]
        let hasPercent: Bool
        let figure: String
        let statuses: [Choice]
        let hasFigure: Bool
        let day, number, issuer, narrative: String
    }

    struct ConferenceFields: Sendable {
        let day: String
        let kinds: [Choice]
        let with: String
        let attendance: Int
        let note: String
    }

    /// - Parameters:
    ///   - slug: of the unit in which the officer looks.
    ///   - waiting: those that lie with the officer; they are left out of `seen`.
    ///   - approval: what the unit asks for.
    init(in slug: String, waiting: [Draft], seen: [Draft], approval: Draft.Approval, frame: Frame) {
        self.frame = frame
        let mine = Set(waiting.map(\.id))
        self.waiting = waiting.map { Self.row($0, slug, approval, frame, isBeforeHim: true) }
        others = seen.filter { !mine.contains($0.id) }.map { Self.row($0, slug, approval, frame, isBeforeHim: false) }
        nothingWaits = waiting.isEmpty
        hasOthers = !others.isEmpty
    }

    private static func row(_ draft: Draft, _ slug: String, _ approval: Draft.Approval, _ frame: Frame, isBeforeHim: Bool) -> Row {
        func may(_ move: Draft.Move) -> Bool { draft.standing.after(move, headThere: true, approval: approval) != nil }
        let words: String
        let link: String
        switch draft.content {
        case .progress(let report):
            words = [
                report.milestonePercent.map { "\($0)%" } ?? "", report.figure.map { "\($0.value.vietnamese)" } ?? "", report.narrative,
            ].filter { !$0.isEmpty }.joined(separator: "; ")
            link = "/units/\(slug)/items/\(report.item)"
        case .launch(let conference):
            words = "\(conference.form.kind.vietnamese), \(conference.attendance) người, ngày \(conference.happenedOn.vietnamese)"
            link = "/units/\(slug)/launches/\(conference.launch)"
        }
        return Row(
            id: draft.id.description, kind: draft.content.kind.vietnamese, subject: draft.subject, link: link,
            code: draft.code.isEmpty ? "Phát động" : draft.code, unit: draft.unitName, drafter: draft.drafterTitle,
            day: draft.recordedOn.vietnamese, number: draft.content.documentNumber, words: words, remark: draft.lastRemark,
            state: draft.placeWords, version: draft.version, mayForward: may(.forwarded), mayReturn: may(.returned),
            mayApprove: may(.approved), revision: isBeforeHim && may(.discarded) ? Revision(draft.content) : nil,
            formToken: frame.formToken)
    }
}

extension DraftsPage.Revision {
    fileprivate init(_ content: Draft.Content) {
        switch content {
        case .progress(let report):
            let fields = DraftsPage.ReportFields(
                percents: MilestoneLadder.reportable.map {
                    Choice(key: "\($0)", name: "\($0)%", isChosen: $0 == report.milestonePercent)
                }, hasPercent: !report.isResult && report.figure == nil, figure: report.figure?.value.vietnamese ?? "",
                statuses: ProgressReport.Figure.Status.allCases.map {
                    Choice(key: $0.rawValue, name: $0.vietnamese, isChosen: $0 == report.figure?.status)
                }, hasFigure: report.figure != nil || (!report.isResult && report.milestonePercent == nil),
                day: report.evidenceOn.description, number: report.documentNumber,
                issuer: report.documentIssuer, narrative: report.narrative)
            self.init(report: [fields], conference: [])
        case .launch(let conference):
            let fields = DraftsPage.ConferenceFields(
                day: conference.happenedOn.description,
                kinds: LaunchForm.Kind.allCases.map {
                    Choice(key: $0.rawValue, name: $0.vietnamese, isChosen: $0 == conference.form.kind)
                }, with: conference.form.conference ?? "", attendance: conference.attendance, note: conference.note)
            self.init(report: [], conference: [fields])
        }
    }
}
