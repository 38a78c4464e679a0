import ArgumentParser
import Domain
import Operations

struct ListItemDraftsCommand: ListingCommand {
    static let asks = Deed.action(.assignItem)
    static let noun = "item-drafts"
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Items that are prepared and not given yet, the latest first.",
        discussion: "Example: thidua item-draft list --province --output json")

    @Option(help: "draft: not given yet; assigned: given; discarded: given up.")
    var state = ItemDraft.State.draft

    @OptionGroup var ledger: LedgerOptions

    var options: OfficerOptions { ledger.officer }

    func entry() throws -> Entry { try ledger.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListItemDrafts { ListItemDrafts(state, limit: 0) }
}

struct ShowItemDraftCommand: OfficerCommand {
    static let asks = Deed.action(.assignItem)
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One draft of an item as it stands.",
        discussion: "Example: thidua item-draft show 01890a5d-ac96-774b-bcce-b302099a8057 --province --output json")

    @Argument(help: "Id of the draft, from `thidua item-draft list`.")
    var draft: ItemDraft.ID

    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let entry = try ledger.entry()
        let found = try await ledger.officer.read(entry) { (tx: borrowing TenantTransaction) in
            try await ShowItemDraft(draft).perform(in: tx)
        }
        ItemDraftOutput.print(found, as: ledger.officer.output)
    }
}

struct WriteItemDraftCommand: OfficerCommand {
    static let asks = Deed.action(.assignItem)
    static let configuration = CommandConfiguration(
        commandName: "write", abstract: "Begins an item that is not given yet; nobody to whom it will be given sees it.",
        discussion: """
            Example: thidua item-draft write --province --lead dept_snv --title 'Tham mưu ban hành quy chế làm việc' --sector NV
            What it says is checked when it is given.
            """)

    @OptionGroup var entered: AssignmentOptions

    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let writing = WriteItemDraft(entered.item)
        try await ledger.changeItemDraft { (tx: borrowing TenantTransaction) in try await writing.perform(in: tx, ids: .system) }
    }
}

struct ReviseItemDraftCommand: OfficerCommand {
    static let asks = Deed.action(.assignItem)
    static let configuration = CommandConfiguration(
        commandName: "revise", abstract: "Writes a draft of an item anew.",
        discussion: """
            Example: thidua item-draft revise 01890a5d-ac96-774b-bcce-b302099a8057 --province --lead dept_snv \
            --title 'Tham mưu ban hành quy chế làm việc' --sector NV --due-words 'trước ngày 30/6/2023'
            """)

    @Argument(help: "Id of the draft, from `thidua item-draft list`.")
    var draft: ItemDraft.ID

    @OptionGroup var entered: AssignmentOptions

    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let item = entered.item
        try await ledger.changeItemDraft { (tx: borrowing TenantTransaction) in
            let version = try await ShowItemDraft(draft).perform(in: tx).version
            try await ReviseItemDraft(draft, version: version, item).perform(in: tx)
            return draft
        }
    }
}

struct AssignItemDraftCommand: OfficerCommand {
    static let asks = Deed.action(.assignItem)
    static let configuration = CommandConfiguration(
        commandName: "assign", abstract: "Gives the item that a draft prepared.",
        discussion: "Example: thidua item-draft assign 01890a5d-ac96-774b-bcce-b302099a8057 --province")

    @Argument(help: "Id of the draft, from `thidua item-draft list`.")
    var draft: ItemDraft.ID

    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        try await ledger.officer.printItem(in: try ledger.entry()) { (tx: borrowing TenantTransaction) in
            let version = try await ShowItemDraft(draft).perform(in: tx).version
            return try await AssignItemDraft(draft, version: version).perform(in: tx, ids: .system)
        }
    }
}

struct DiscardItemDraftCommand: OfficerCommand {
    static let asks = Deed.action(.assignItem)
    static let configuration = CommandConfiguration(
        commandName: "discard", abstract: "Closes a draft without giving anything; what it said stays.",
        discussion: "Example: thidua item-draft discard 01890a5d-ac96-774b-bcce-b302099a8057 --province")

    @Argument(help: "Id of the draft, from `thidua item-draft list`.")
    var draft: ItemDraft.ID

    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        try await ledger.changeItemDraft { (tx: borrowing TenantTransaction) in
            let version = try await ShowItemDraft(draft).perform(in: tx).version
            try await DiscardItemDraft(draft, version: version).perform(in: tx)
            return draft
        }
    }
}

extension LedgerOptions {
    /// Does something to a draft of an item and prints it as it stands afterwards.
    fileprivate func changeItemDraft(_ act: (borrowing TenantTransaction) async throws -> ItemDraft.ID) async throws {
        let entry = try entry()
        let draft = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await ShowItemDraft(try await act(tx)).perform(in: tx)
        }
        ItemDraftOutput.print(draft, as: officer.output)
    }
}
