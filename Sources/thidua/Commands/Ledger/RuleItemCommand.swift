import ArgumentParser
import Domain
import Operations

struct RuleItemCommand: OfficerCommand {
    static let asks = Deed.action(.ruleItem)
    static let configuration = CommandConfiguration(
        commandName: "rule", abstract: "The assigner accepts or returns a result, confirms, records a violation, exempts or cancels.",
        discussion: """
            Example: thidua item rule 01890a5d-ac96-774b-bcce-b302099a8057 --kind returned --fault completeness \
            --reason 'Thiếu dự thảo nghị quyết' --province
            """)

    @Argument(help: "Id of the item, from `thidua item list`.")
    var item: WorkItem.ID

    @Option(help: "What is decided: \(RuleItem.kinds.map(\.rawValue).joined(separator: ", ")).")
    var kind: Ruling.Kind

    @Option(help: "Id of the report that is judged; the result that waits, or of a confirmation the last report, when absent.")
    var report: ProgressReport.ID?

    @Option(help: "What is wrong with a returned result: quality, completeness.")
    var fault: Ruling.Fault?

    @Option(help: "Day of the decision; today when absent.")
    var date: CivilDate?

    @Option(help: "Number and symbol of the paper; needed to exempt, to cancel and for a violation.")
    var number = ""

    @Option(help: "Who issued that paper; the assigner when absent.")
    var issuer = ""

    @Option(help: "Why; needed to return.")
    var reason = ""

    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        if !RuleItem.kinds.contains(kind) {
            throw ValidationError(
                "--kind: chọn một trong \(RuleItem.kinds.map { "\($0.rawValue) (\($0.vietnamese))" }.joined(separator: ", "))")
        }
    }

    func run() async throws {
        let act = RuleItem(
            item: item, kind: kind, report: report, fault: fault, decidedOn: date, documentNumber: number,
            documentIssuer: issuer, reason: reason)
        try await ledger.officer.printItem(in: try ledger.entry()) { (tx: borrowing TenantTransaction) in
            _ = try await act.perform(in: tx, ids: .system)
            return act.item
        }
    }
}
