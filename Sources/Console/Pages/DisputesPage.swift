import Domain
import Operations

/// The disputes about items that wait for an answer, the first raised first, each with its clock.
struct DisputesPage: Page {
    static let template = "disputes"
    let frame: Frame
    let table: ListTable

    init(frame: Frame, _ page: ListWaitingDisputes.Page) {
        self.frame = frame
        let (day, calendar) = (page.day, page.calendar)
        table = ListTable(
            "Bảng kiến nghị chờ trả lời", page.waiting, nothing: "Không có kiến nghị nào chờ trả lời.", isCut: page.next != nil,
            saying: "Còn nữa: trả lời các kiến nghị này trước.",
            [
                // The item's own page, where it is answered.
                .link("Mã", isShort: true, to: { "/units/\($0.tenant.text)/items/\($0.raised.item)" }) { $0.code },
                .text("Nhiệm vụ, chỉ tiêu") { $0.title }, .text("Đơn vị") { $0.unitName },
                .text("Kiến nghị") { $0.raised.ground?.vietnamese ?? "" },
                .text("Đề xuất") { $0.raised.proposedLead ?? $0.raised.duplicateCode ?? "" }, .text("Lý do") { $0.raised.reason },
                .day("Ngày kiến nghị") { $0.raised.happenedOn }, .day("Trả lời trước hết ngày") { $0.dispute.answerBy(calendar) },
                .standing("Tình trạng", tone: { $0.dispute.isAnsweredLate(at: day, calendar) ? "bad" : nil }) {
                    $0.dispute.isAnsweredLate(at: day, calendar) ? "quá thời hạn trả lời" : "chờ trả lời"
                },
            ])
    }
}
