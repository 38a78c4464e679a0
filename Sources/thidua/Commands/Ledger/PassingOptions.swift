import ArgumentParser
import Domain
import Operations

/// The paper by which an item is passed on or taken out of the count.
struct PassingOptions: ParsableArguments {
    @Option(help: "Number and symbol of the paper.")
    var number: String

    @Option(help: "Date of the paper; today when absent.")
    var date: CivilDate?

    @Option(help: "Who issued the paper; the assigner when absent.")
    var issuer = ""

    @Option(help: "Why.")
    var reason: String

    var paper: PassingPaper {
        PassingPaper(decidedOn: date, documentNumber: number, documentIssuer: issuer, reason: reason)
    }

    /// A ruling that takes an item out of the count.
    func ruling(_ kind: Ruling.Kind, on item: WorkItem.ID) -> RuleItem {
        RuleItem(item: item, kind: kind, decidedOn: date, documentNumber: number, documentIssuer: issuer, reason: reason)
    }
}
