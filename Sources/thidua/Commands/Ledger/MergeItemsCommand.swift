import ArgumentParser
import Domain
import Operations

struct MergeItemsCommand: OfficerCommand {
    static let asks = Deed.action(.assignItem)
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Merges items of one unit into one by a correction record, which cancels them.",
        discussion: """
            Example: thidua item merge 01890a5d-ac96-774b-bcce-b302099a8057 01890a5d-ac96-774b-bcce-b302099a8058 \
            --title 'Xây dựng và trình đề án' --number 13/BB-VP --reason 'Một việc ghi hai dòng' --province
            The one is given on the first of their days and due on the first of their dates.
            """)

    @Argument(help: "Ids of the items, from `thidua item list`.")
    var items: [WorkItem.ID]

    @Option(help: "What the one is.")
    var title: String

    @OptionGroup var correction: CorrectionOptions
    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let act = MergeItems(items: items, title: title, record: correction.record)
        try await ledger.officer.printItem(in: try ledger.entry()) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
        }
    }
}
