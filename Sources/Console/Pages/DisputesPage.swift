import Domain
import Operations

/// The disputes about items that wait for an answer, the first raised first, each with its clock.
struct DisputesPage: Page {
    static let template = "disputes"
    let frame: Frame
    let disputes: [Row]
    let nothingWaits: Bool
    let more: Bool

    struct Row: Sendable {
        let code: String
        let title: String
        /// The item's own page, where it is answered.
        let link: String
        let unit: String
        let ground: String
        let proposal: String
        let reason: String
        let raisedOn: String
        let answerBy: String
        let state: String
        let tone: String
    }

    init(frame: Frame, _ page: ListWaitingDisputes.Page) {
        self.frame = frame
        disputes = page.waiting.map { Row($0, at: page.day, page.calendar) }
        nothingWaits = disputes.isEmpty
        more = page.next != nil
    }
}

extension DisputesPage.Row {
    fileprivate init(_ waiting: WaitingDispute, at day: CivilDate, _ calendar: WorkingCalendar) {
        let (raised, isLate) = (waiting.raised, waiting.dispute.isAnsweredLate(at: day, calendar))
        self.init(
            code: waiting.code, title: waiting.title, link: "/units/\(waiting.tenant.text)/items/\(raised.item)", unit: waiting.unitName,
            ground: raised.ground?.vietnamese ?? "", proposal: raised.proposedLead ?? raised.duplicateCode ?? "", reason: raised.reason,
            raisedOn: raised.happenedOn.vietnamese, answerBy: waiting.dispute.answerBy(calendar).vietnamese,
            state: isLate ? "quá thời hạn trả lời" : "chờ trả lời", tone: isLate ? "bad" : "")
    }
}
