import Domain
import Operations

/// “Thông báo”: what the officer is told by itself, each with its words to copy; and where he is written to.
struct NoticesPage: FormPage {
    static let template = "notices"
    let frame: Frame
    let rows: [Row]
    let hasNoRows: Bool
    /// The last of this page, where older ones follow it.
    let last: String?
    let email: String
    let quietFrom: Int
    let quietTo: Int
    var fault: FormFault?

    struct Row: Sendable {
        let id: String
        let path: String
        let code: String
        let title: String
        let giver: String
        let campaign: String
        let dueOn: String
        let reason: String
        let source: String
        let day: String
        let text: String
        let unread: Bool
        /// What the button makes of it.
        let turn: String
        let formToken: String
    }

    /// Rows of a page.
    static let most = 100

    /// - Parameter all: one more than a page where older ones follow.
    init(_ all: [Notice], _ settings: NoticeSettings, frame: Frame) {
        self.frame = frame
        let notices = all.prefix(Self.most)
        rows = notices.map { notice in
            Row(
                id: notice.id.description, path: notice.path, code: notice.link, title: notice.title, giver: notice.giverWords,
                campaign: notice.campaignWords, dueOn: notice.dueWords, reason: notice.reason, source: notice.source,
                day: notice.day.vietnamese, text: notice.text, unread: !notice.isRead, turn: notice.isRead ? "no" : "yes",
                formToken: frame.formToken)
        }
        hasNoRows = rows.isEmpty
        last = all.count > Self.most ? notices.last?.id.description : nil
        email = settings.email ?? ""
        quietFrom = settings.quietFrom
        quietTo = settings.quietTo
    }
}
