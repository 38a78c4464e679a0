import ArgumentParser
import Domain

/// By what a target is measured.
struct MeasureOptions: ParsableArguments {
    @Option(help: "Side of the target: atLeast, moreThan, atMost, lessThan.")
    var direction: TargetMeasure.Direction?

    @Option(help: "Value of the target, such as 7,5 or 24.000.")
    var target: Quantity?

    @Option(help: "What the target is measured in, such as %.")
    var measureUnit: String?

    @Option(help: "Where a reduction starts from; needed for atMost and lessThan.")
    var baseline: Quantity?

    @Option(help: "By whose paper its figures are confirmed: a unit of the province or the name of a body.")
    var confirmedBy: String?

    var confirmer: WorkItem.Confirmer? { confirmedBy.map { WorkItem.Confirmer(name: $0) } }
}
