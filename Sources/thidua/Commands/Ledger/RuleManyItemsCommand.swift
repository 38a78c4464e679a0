import ArgumentParser
import Domain
import Operations

struct RuleManyItemsCommand: OfficerCommand {
    static let asks = Deed.action(.ruleItem)
    static let configuration = CommandConfiguration(
        commandName: "rule-many", abstract: "Rules on many items at once, all or none.",
        discussion: """
            Example: thidua item rule-many 01890a5d-ac96-774b-bcce-b302099a8057 01890a5d-ac96-774b-bcce-b302099a8058 --kind accepted \
            --dry-run --province
            """)

    @Option(help: "What is decided: \(RuleItem.kinds.map(\.rawValue).joined(separator: ", ")).")
    var kind: Ruling.Kind

    @Option(help: "What is wrong with returned results: quality, completeness.")
    var fault: Ruling.Fault?

    @Option(help: "Day of the decision; today when absent.")
    var date: CivilDate?

    @Option(help: "Number and symbol of the paper; needed to exempt, to cancel and for a violation.")
    var number = ""

    @Option(help: "Why; needed to return.")
    var reason = ""

    @OptionGroup var many: ManyItemsOptions

    func validate() throws {
        if !RuleItem.kinds.contains(kind) {
            throw ValidationError(
                "--kind: chọn một trong \(RuleItem.kinds.map { "\($0.rawValue) (\($0.vietnamese))" }.joined(separator: ", "))")
        }
        if many.items.isEmpty { throw ValidationError("items: ghi mã định danh của ít nhất một nhiệm vụ") }
    }

    func run() async throws {
        guard let first = many.items.first else { return }
        try await many.decide(
            .ruling(RuleItem(item: first, kind: kind, fault: fault, decidedOn: date, documentNumber: number, reason: reason)))
    }
}
