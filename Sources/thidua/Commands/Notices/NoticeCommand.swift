import ArgumentParser
import Documents
import Domain
import Operations

struct NoticeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notice", abstract: "What one is told by itself: reminders of items, results that were returned.",
        discussion: "Example: thidua notice list --unread",
        subcommands: [ListNoticesCommand.self, MarkNoticesCommand.self, NoticeSettingsCommand.self])
}

struct ListNoticesCommand: OfficerCommand {
    static let asks = Deed.selfService
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "One's own, the newest first, with words to send on.",
        discussion: """
            Example: thidua notice list --unread
            Example: thidua notice list --before 01890a5d-ac96-774b-bcce-b302099a8057 --output json
            """)

    @Flag(help: "Those alone that were not read.")
    var unread = false

    @Option(help: "Id of the last that one has: older ones follow.")
    var before: String?

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let last = before.flatMap { Notice.ID($0) }
        if before != nil, last == nil { throw Problem.invalid("--before", "phải là mã định danh (UUID) trong thidua notice list") }
        let listing = ListNotices(unreadOnly: unread, before: last)
        let entry = Entry(token: try CommandEnvironment.token(file: officer.tokenFile), place: .home)
        let notices = try await officer.read(entry) { (tx: borrowing TenantTransaction) in try await listing.perform(in: tx) }
        CommandOutput.print(
            columns: ["Mã định danh", "Ngày", "Đã đọc", "Ai giao", "Phong trào", "Nội dung nhắc việc"],
            rows: notices.map {
                [$0.id.description, $0.day.vietnamese, $0.isRead ? "rồi" : "chưa", $0.giverWords, $0.campaign ?? "", $0.text]
            }, json: .array(notices.map(NoticeJSON.notice)), as: officer.output)
    }
}

struct MarkNoticesCommand: OfficerCommand {
    static let asks = Deed.selfService
    static let configuration = CommandConfiguration(
        commandName: "mark", abstract: "Marks some of one's own as read, or as not read.",
        discussion: "Example: thidua notice mark 01890a5d-ac96-774b-bcce-b302099a8057")

    @Argument(help: "Their ids, from `thidua notice list`.")
    var ids: [String]

    @Flag(help: "As not read.")
    var unread = false

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let notices = ids.compactMap { Notice.ID($0) }
        guard notices.count == ids.count else { throw Problem.invalid("<ids>", "phải là mã định danh (UUID) trong thidua notice list") }
        let marking = MarkNotices(notices, read: !unread)
        let entry = Entry(token: try CommandEnvironment.token(file: officer.tokenFile), place: .home)
        let changed = try await officer.write(entry) { (tx: borrowing TenantTransaction) in try await marking.perform(in: tx) }
        CommandOutput.print(
            columns: ["Số thông báo đã đánh dấu"], rows: [[String(changed)]], json: ["changed": .integer(changed)], as: officer.output)
    }
}

struct NoticeSettingsCommand: OfficerCommand {
    static let asks = Deed.selfService
    static let configuration = CommandConfiguration(
        commandName: "settings", abstract: "Where one is written to and when one is left alone: shown, or changed by what is named.",
        discussion: """
            Example: thidua notice settings --email ten@coquan.gov.vn --quiet-from 21 --quiet-to 6
            Example: thidua notice settings --no-email
            """)

    @Option(help: "Address for one e-mail a day at most.")
    var email: String?

    @Flag(help: "No longer written to.")
    var noEmail = false

    @Option(help: "Hour of the clock in Việt Nam, 0 to 23, from which nothing is sent.")
    var quietFrom: Int?

    @Option(help: "And until when; the same hour: no quiet hours.")
    var quietTo: Int?

    @OptionGroup var officer: OfficerOptions

    func validate() throws {
        if email != nil, noEmail { throw ValidationError("ghi --email hoặc --no-email, không ghi cả hai") }
    }

    func run() async throws {
        let entry = Entry(token: try CommandEnvironment.token(file: officer.tokenFile), place: .home)
        let changes = email != nil || noEmail || quietFrom != nil || quietTo != nil
        let wish = (email: self.email, isNone: self.noEmail, from: self.quietFrom, to: self.quietTo)
        let settings = try await officer.withEntrance { entrance in
            guard changes else {
                return try await entrance.read(entry) { (tx: borrowing TenantTransaction) in try await ShowNoticeSettings().perform(in: tx)
                }
            }
            return try await entrance.write(entry) { (tx: borrowing TenantTransaction) in
                let now = try await ShowNoticeSettings().perform(in: tx)
                let wanted = NoticeSettings(
                    email: wish.isNone ? nil : wish.email ?? now.email, quietFrom: wish.from ?? now.quietFrom,
                    quietTo: wish.to ?? now.quietTo)
                try await SetNoticeSettings(wanted).perform(in: tx)
                return wanted
            }
        }
        CommandOutput.print(
            columns: ["Thư điện tử", "Không gửi từ (giờ)", "đến (giờ)"],
            rows: [[settings.email ?? "không gửi", String(settings.quietFrom), String(settings.quietTo)]],
            json: NoticeJSON.settings(settings), as: officer.output)
    }
}
