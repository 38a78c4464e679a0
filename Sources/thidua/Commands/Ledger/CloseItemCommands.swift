import ArgumentParser
import Domain
import Operations

struct ExemptItemCommand: OfficerCommand {
    static let asks = Deed.action(.ruleItem)
    static let configuration = CommandConfiguration(
        commandName: "exempt", abstract: "By a signed document an item leaves the count of the review; the work may go on.",
        discussion: """
            Example: thidua item exempt 01890a5d-ac96-774b-bcce-b302099a8057 --number 88/UBND-TH --reason 'Chờ hướng dẫn của Bộ' --province
            """)

    @Argument(help: "Id of the item, from `thidua item list`.")
    var item: WorkItem.ID

    @OptionGroup var paper: PassingOptions
    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let act = paper.ruling(.exempted, on: item)
        try await ledger.officer.printItem(in: try ledger.entry()) { (tx: borrowing TenantTransaction) in
            _ = try await act.perform(in: tx, ids: .system)
            return act.item
        }
    }
}

struct CancelItemCommand: OfficerCommand {
    static let asks = Deed.action(.ruleItem)
    static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: "By a signed document an item is cancelled; it stays visible with all its dates.",
        discussion: """
            Example: thidua item cancel 01890a5d-ac96-774b-bcce-b302099a8057 --number 89/QĐ-UBND --reason 'Bãi bỏ kế hoạch' --province
            """)

    @Argument(help: "Id of the item, from `thidua item list`.")
    var item: WorkItem.ID

    @OptionGroup var paper: PassingOptions
    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let act = paper.ruling(.cancelled, on: item)
        try await ledger.officer.printItem(in: try ledger.entry()) { (tx: borrowing TenantTransaction) in
            _ = try await act.perform(in: tx, ids: .system)
            return act.item
        }
    }
}
