import ArgumentParser
import Domain
import Operations

struct RuleItemCommand: OfficerCommand {
    static let asks = Deed.action(.ruleItem)
    static let configuration = CommandConfiguration(
        commandName: "rule",
        abstract: "The assigner accepts or returns a result, takes an acceptance back, confirms, records a violation, exempts or cancels.",
        discussion: """
            Example: thidua item rule 01890a5d-ac96-774b-bcce-b302099a8057 --kind returned --fault completeness \
            --reason 'Thiếu dự thảo nghị quyết' --province
            An acceptance is taken back with --kind revoked, by a numbered paper: the unit then reports its result anew.
            """)

    @Argument(help: "Id of the item, from `thidua item list`.")
    var item: WorkItem.ID

    @Option(help: "Id of the report that is judged; the result that waits, or of a confirmation the last report, when absent.")
    var report: ProgressReport.ID?

    @OptionGroup var ruling: RulingOptions

    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let act = ruling.ruling(on: item, report: report)
        try await ledger.officer.printItem(in: try ledger.entry()) { (tx: borrowing TenantTransaction) in
            _ = try await act.perform(in: tx, ids: .system)
            return act.item
        }
    }
}
