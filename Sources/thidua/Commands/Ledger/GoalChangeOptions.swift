import ArgumentParser
import Domain
import Operations

/// What of a target is changed; what is not named stays as it is.
struct GoalChangeOptions: ParsableArguments {
    @Option(help: "Side of the target: atLeast, moreThan, atMost, lessThan.")
    var direction: TargetMeasure.Direction?

    @Option(help: "Value of the target, such as 7,5 or 24.000.")
    var target: Quantity?

    @Option(help: "What the target is measured in, such as %.")
    var measureUnit: String?

    @Option(help: "Where a reduction starts from.")
    var baseline: Quantity?

    @Flag(help: "The target starts from nowhere.")
    var noBaseline = false

    @Option(help: "By whose paper its figures are confirmed: a unit of the province or the name of a body.")
    var confirmedBy: String?

    @Flag(
        inversion: .prefixedNo,
        help: "Whether it is measured at the end of the year only; from the day of the interim review on by a paper.")
    var atYearEnd: Bool?

    func validate() throws {
        if baseline != nil, noBaseline { throw ValidationError("chỉ dùng một trong hai: --baseline hoặc --no-baseline") }
    }

    /// Nil where nothing of it is named.
    var goal: ChangeItem.Goal? {
        let isNamed =
            direction != nil || target != nil || measureUnit != nil || baseline != nil || noBaseline || confirmedBy != nil
            || atYearEnd != nil
        guard isNamed else { return nil }
        var goal = ChangeItem.Goal()
        goal.direction = direction
        goal.target = target
        goal.unit = measureUnit
        goal.baseline = noBaseline ? .some(nil) : baseline.map(Optional.some)
        goal.isMeasuredAtYearEnd = atYearEnd
        goal.confirmer = confirmedBy.map { WorkItem.Confirmer(name: $0) }
        return goal
    }
}
