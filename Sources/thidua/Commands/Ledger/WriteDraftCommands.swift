import ArgumentParser
import Domain
import Operations

struct WriteDraftCommand: OfficerCommand {
    static let asks = Deed.action(.reportProgress)
    static let configuration = CommandConfiguration(
        commandName: "write", abstract: "Drafts a report on an item, or its result, for others to approve.",
        discussion: "Example: thidua draft write 01890a5d-ac96-774b-bcce-b302099a8057 --milestone 50 --narrative 'Đã họp thẩm định'")

    @OptionGroup var words: ReportOptions

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let writing = WriteDraft(.progress(words.report))
        try await officer.changeDraft { (tx: borrowing TenantTransaction) in try await writing.perform(in: tx, ids: .system) }
    }
}

struct WriteLaunchDraftCommand: OfficerCommand {
    static let asks = Deed.action(.reportLaunch)
    static let configuration = CommandConfiguration(
        commandName: "write-launch", abstract: "Drafts the record of the unit's launch for others to approve.",
        discussion:
            "Example: thidua draft write-launch --campaign KH-77-2023 --unit 32002 --date 2023-04-07 --form own_conference --attendance 45")

    @OptionGroup var launch: LaunchOptions

    @OptionGroup var conference: ConferenceOptions

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let writing = WriteDraft(.launch(conference.record(of: launch.reference, on: launch.date, note: launch.note)))
        try await officer.changeDraft { (tx: borrowing TenantTransaction) in try await writing.perform(in: tx, ids: .system) }
    }
}

struct ReviseDraftCommand: OfficerCommand {
    static let asks = Deed.action(.reportProgress)
    static let configuration = CommandConfiguration(
        commandName: "revise", abstract: "Writes a report anew that one drafted, while it lies with oneself.",
        discussion: "Example: thidua draft revise 01890a5d-ac96-774b-bcce-b302099a8057 --milestone 50 --narrative 'Đã họp, 12 ý kiến'")

    @Argument(help: "Id of the draft, from `thidua draft list`.")
    var draft: Draft.ID

    @OptionGroup var words: ReportWords

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        try await officer.changeDraft { (tx: borrowing TenantTransaction) in
            let found = try await ShowDraft(draft).perform(in: tx)
            guard case .progress(let drafted) = found.content else {
                throw Problem.invalid("$.draft", "là dự thảo ghi nhận phát động; dùng thidua draft revise-launch")
            }
            var report = words.report(on: drafted.item)
            report.isResult = drafted.isResult
            try await ReviseDraft(draft, version: found.version, .progress(report)).perform(in: tx)
            return draft
        }
    }
}

struct ReviseLaunchDraftCommand: OfficerCommand {
    static let asks = Deed.action(.reportLaunch)
    static let configuration = CommandConfiguration(
        commandName: "revise-launch", abstract: "Writes the record of a launch anew that one drafted, while it lies with oneself.",
        discussion:
            "Example: thidua draft revise-launch 01890a5d-ac96-774b-bcce-b302099a8057 --date 2023-04-07 --form other --attendance 45")

    @Argument(help: "Id of the draft, from `thidua draft list`.")
    var draft: Draft.ID

    @Option(help: "The day on which it happened, 2023-04-05 or 5/4/2023.")
    var date: CivilDate

    @OptionGroup var conference: ConferenceOptions

    @Option(help: "Remark.")
    var note = ""

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        try await officer.changeDraft { (tx: borrowing TenantTransaction) in
            let found = try await ShowDraft(draft).perform(in: tx)
            guard case .launch(let drafted) = found.content else {
                throw Problem.invalid("$.draft", "là dự thảo báo cáo; dùng thidua draft revise")
            }
            let record = conference.record(of: .id(drafted.launch), on: date, note: note)
            try await ReviseDraft(draft, version: found.version, .launch(record)).perform(in: tx)
            return draft
        }
    }
}
