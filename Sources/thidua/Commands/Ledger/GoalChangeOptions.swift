import ArgumentParser
import Domain
import Operations

/// What of a target is changed; what is not named stays as it is.
struct GoalChangeOptions: ParsableArguments {
    @OptionGroup var measure: MeasureOptions

    @Flag(help: "The target starts from nowhere.")
    var noBaseline = false

    @Flag(help: "Nobody else confirms its figures than the assigner.")
    var noConfirmedBy = false

    @Flag(
        inversion: .prefixedNo,
        help: "Whether it is measured at the end of the year only; from the day of the interim review on by a paper.")
    var atYearEnd: Bool?

    func validate() throws {
        if measure.baseline != nil, noBaseline { throw ValidationError("chỉ dùng một trong hai: --baseline hoặc --no-baseline") }
        if measure.confirmedBy != nil, noConfirmedBy {
            throw ValidationError("chỉ dùng một trong hai: --confirmed-by hoặc --no-confirmed-by")
        }
    }

    /// Nil where nothing of it is named.
    var goal: ChangeItem.Goal? {
        var goal = ChangeItem.Goal()
        goal.direction = measure.direction
        goal.target = measure.target
        goal.unit = measure.measureUnit
        goal.baseline = noBaseline ? .some(nil) : measure.baseline.map(Optional.some)
        goal.isMeasuredAtYearEnd = atYearEnd
        goal.confirmer = noConfirmedBy ? .some(nil) : measure.confirmer.map(Optional.some)
        return goal == ChangeItem.Goal() ? nil : goal
    }
}
