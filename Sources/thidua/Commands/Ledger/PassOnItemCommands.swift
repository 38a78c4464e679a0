import ArgumentParser
import Domain
import Operations

struct ReplaceItemCommand: OfficerCommand {
    static let asks = Deed.action(.ruleItem)
    static let configuration = CommandConfiguration(
        commandName: "replace", abstract: "Another item of the same assigner stands in the place of an item; both name each other.",
        discussion: """
            Example: thidua item replace 01890a5d-ac96-774b-bcce-b302099a8057 --by UBND90-2023-001 \
            --number 90/UBND-TH --reason 'Gộp vào nhiệm vụ mới' --province
            """)

    @Argument(help: "Id of the item, from `thidua item list`.")
    var item: WorkItem.ID

    @Option(help: "Code or id of the item that stands in its place.")
    var by: String

    @OptionGroup var paper: PassingOptions
    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let act = ReplaceItem(item: item, by: by, paper: paper.paper)
        try await ledger.officer.printItem(in: try ledger.entry()) { (tx: borrowing TenantTransaction) in
            _ = try await act.perform(in: tx, ids: .system)
            return act.item
        }
    }
}

struct TransferItemCommand: OfficerCommand {
    static let asks = Deed.action(.ruleItem)
    static let configuration = CommandConfiguration(
        commandName: "transfer", abstract: "The assigner gives an item to another lead, who gets one of its own; prints that one.",
        discussion: """
            Example: thidua item transfer 01890a5d-ac96-774b-bcce-b302099a8057 --lead STC --number 91/UBND-TH \
            --reason 'Đúng chức năng của Sở Tài chính' --province
            """)

    @Argument(help: "Id of the item, from `thidua item list`.")
    var item: WorkItem.ID

    @Option(help: "Unit that must do it from now on: slug, code, id or full name.")
    var lead: String

    @Option(help: "Last day in time for the new lead; the date that it had when absent.")
    var dueOn: CivilDate?

    @OptionGroup var paper: PassingOptions
    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let act = TransferItem(item: item, lead: lead, dueOn: dueOn, paper: paper.paper)
        try await ledger.officer.printItem(in: try ledger.entry()) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system).item
        }
    }
}
