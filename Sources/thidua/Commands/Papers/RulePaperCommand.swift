import ArgumentParser
import Domain
import Operations

struct RulePaperCommand: OfficerCommand {
    static let asks = Deed.action(.recordPaper)
    static let configuration = CommandConfiguration(
        commandName: "rule", abstract: "Records what a signed paper decides of an item; number and day are the paper's.",
        discussion: """
            Example: thidua paper rule 01890a5d-ac96-774b-bcce-b302099a8057 --item 01890a5d-ac96-774b-bcce-b302099a8058 --kind accepted
            """)

    @Argument(help: "Id of the paper, from `thidua paper list`.")
    var paper: PaperAct.ID

    @Option(help: "Id of the item, from `thidua item list`.")
    var item: WorkItem.ID

    @Option(help: "What is decided: \(RuleItem.kinds.map(\.rawValue).joined(separator: ", ")).")
    var kind: Ruling.Kind

    @Option(help: "Id of the report that is judged; the result that waits when absent.")
    var report: ProgressReport.ID?

    @Option(help: "What is wrong with a returned result: quality, completeness.")
    var fault: Ruling.Fault?

    @Option(help: "Why; needed to return.")
    var reason = ""

    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let act = RuleItem(item: item, kind: kind, report: report, fault: fault, reason: reason, paper: paper)
        try await ledger.officer.printItem(in: try ledger.entry()) { (tx: borrowing TenantTransaction) in
            _ = try await act.perform(in: tx, ids: .system)
            return act.item
        }
    }
}
