import ArgumentParser
import Domain
import Operations

/// What the assigner decides, of one item or of many at once.
struct RulingOptions: ParsableArguments {
    @Option(help: "What is decided: \(RuleItem.kinds.map(\.rawValue).joined(separator: ", ")).")
    var kind: Ruling.Kind

    @Option(help: "What is wrong with a returned result: quality, completeness.")
    var fault: Ruling.Fault?

    @Option(help: "Day of the decision; today when absent.")
    var date: CivilDate?

    @Option(help: "Number and symbol of the paper; needed to exempt, to cancel, to take an acceptance back and for a violation.")
    var number = ""

    @Option(help: "Who issued that paper; the assigner when absent.")
    var issuer = ""

    @Option(help: "Why; needed to return, to exempt, to cancel, to take an acceptance back and for a violation.")
    var reason = ""

    func validate() throws {
        if !RuleItem.kinds.contains(kind) {
            throw ValidationError(
                "--kind: chọn một trong \(RuleItem.kinds.map { "\($0.rawValue) (\($0.vietnamese))" }.joined(separator: ", "))")
        }
    }

    func ruling(on item: WorkItem.ID, report: ProgressReport.ID? = nil) -> RuleItem {
        RuleItem(
            item: item, kind: kind, report: report, fault: fault, decidedOn: date, documentNumber: number, documentIssuer: issuer,
            reason: reason)
    }
}
