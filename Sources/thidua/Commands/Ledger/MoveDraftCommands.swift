import ArgumentParser
import Domain
import Operations

struct ForwardDraftCommand: OfficerCommand {
    static let asks = Deed.action(.reportProgress)
    static let orAsks = [Deed.action(.reportLaunch)]
    static let configuration = CommandConfiguration(
        commandName: "forward", abstract: "Passes a draft on to the next level of the chain.",
        discussion: "Example: thidua draft forward 01890a5d-ac96-774b-bcce-b302099a8057 --remark 'Kính trình'")

    @Argument(help: "Id of the draft, from `thidua draft list`.")
    var draft: Draft.ID

    @Option(help: "What is said with it.")
    var remark = ""

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        try await officer.changeDraft { (tx: borrowing TenantTransaction) in
            let version = try await ShowDraft(draft).perform(in: tx).version
            try await PassDraft(draft, version: version, .forwarded, remark: remark).perform(in: tx, ids: .system)
            return draft
        }
    }
}

struct ReturnDraftCommand: OfficerCommand {
    static let asks = Deed.action(.reportProgress)
    static let orAsks = [Deed.action(.reportLaunch)]
    static let configuration = CommandConfiguration(
        commandName: "return", abstract: "Sends a draft back to the level below, with a remark.",
        discussion: "Example: thidua draft return 01890a5d-ac96-774b-bcce-b302099a8057 --remark 'Bổ sung số liệu'")

    @Argument(help: "Id of the draft, from `thidua draft list`.")
    var draft: Draft.ID

    @Option(help: "What must be changed.")
    var remark: String

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        try await officer.changeDraft { (tx: borrowing TenantTransaction) in
            let version = try await ShowDraft(draft).perform(in: tx).version
            try await PassDraft(draft, version: version, .returned, remark: remark).perform(in: tx, ids: .system)
            return draft
        }
    }
}

struct ApproveDraftCommand: OfficerCommand {
    static let asks = Deed.action(.reportProgress)
    static let orAsks = [Deed.action(.reportLaunch)]
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "Approves a draft: files what it says.",
        discussion: "Example: thidua draft approve 01890a5d-ac96-774b-bcce-b302099a8057")

    @Argument(help: "Id of the draft, from `thidua draft list`.")
    var draft: Draft.ID

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        try await officer.changeDraft { (tx: borrowing TenantTransaction) in
            let version = try await ShowDraft(draft).perform(in: tx).version
            try await ApproveDraft(draft, version: version).perform(in: tx, ids: .system)
            return draft
        }
    }
}

struct DiscardDraftCommand: OfficerCommand {
    static let asks = Deed.action(.reportProgress)
    static let orAsks = [Deed.action(.reportLaunch)]
    static let configuration = CommandConfiguration(
        commandName: "discard", abstract: "Gives up a draft that one wrote, while it lies with oneself; what it said stays.",
        discussion: "Example: thidua draft discard 01890a5d-ac96-774b-bcce-b302099a8057")

    @Argument(help: "Id of the draft, from `thidua draft list`.")
    var draft: Draft.ID

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        try await officer.changeDraft { (tx: borrowing TenantTransaction) in
            let version = try await ShowDraft(draft).perform(in: tx).version
            try await DiscardDraft(draft, version: version).perform(in: tx, ids: .system)
            return draft
        }
    }
}

struct DraftRuleCommand: OfficerCommand {
    static let asks = Deed.reading(.directory)
    static let orAsks = [Deed.action(.manageDirectory)]
    var deeds: [Deed] { approval == nil ? [Self.asks] : Self.orAsks }
    static let configuration = CommandConfiguration(
        commandName: "rule", abstract: "Whose approval the unit asks for before a report from a sub-unit is filed; or sets it.",
        discussion: "Example: thidua draft rule --approval sub_unit")

    @Option(help: "none: nobody's; sub_unit: of the head of the sub-unit; unit: of the unit's head or co-ordinator.")
    var approval: Draft.Approval?

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = try officer.tenantEntry()
        let rule = try await officer.withEntrance { entrance in
            guard let approval else {
                return try await entrance.read(entry) { (tx: borrowing TenantTransaction) in try await ShowDraftApproval().perform(in: tx) }
            }
            return try await entrance.write(entry) { (tx: borrowing TenantTransaction) in
                let version = try await ShowDraftApproval().perform(in: tx).version
                try await SetDraftApproval(approval, version: version).perform(in: tx)
                return try await ShowDraftApproval().perform(in: tx)
            }
        }
        CommandOutput.print(
            columns: ["Duyệt báo cáo", "Quy định"], rows: [[rule.approval.rawValue, rule.approval.vietnamese]],
            json: ["approval": .string(rule.approval.rawValue), "version": .integer(rule.version)], as: officer.output)
    }
}

extension OfficerOptions {
    /// Does something to a draft and prints it as it stands afterwards.
    func changeDraft(_ act: (borrowing TenantTransaction) async throws -> Draft.ID) async throws {
        let entry = try tenantEntry()
        let draft = try await write(entry) { (tx: borrowing TenantTransaction) in
            try await ShowDraft(try await act(tx)).perform(in: tx)
        }
        DraftOutput.print(draft, as: output)
    }
}
