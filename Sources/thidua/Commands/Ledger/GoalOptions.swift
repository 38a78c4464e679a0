import ArgumentParser
import Domain

/// What a target asks for; nothing of it for a task.
struct GoalOptions: ParsableArguments {
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

    @Flag(help: "The target is measured at the end of the year only.")
    var atYearEnd = false

    func validate() throws {
        let given = [direction != nil, target != nil, measureUnit != nil]
        if given.contains(true), given.contains(false) {
            throw ValidationError("chỉ tiêu phải có đủ --direction, --target và --measure-unit; ghi thêm mục còn thiếu")
        }
        if target == nil, baseline != nil || atYearEnd || confirmedBy != nil {
            throw ValidationError(
                "--baseline, --at-year-end và --confirmed-by chỉ dùng cùng --target; ghi thêm --target hoặc bỏ các mục này")
        }
    }

    /// Nil for a task.
    var goal: WorkItem.Goal? {
        guard let direction, let target, let measureUnit else { return nil }
        return WorkItem.Goal(
            direction: direction, target: target, unit: measureUnit, baseline: baseline, isMeasuredAtYearEnd: atYearEnd,
            confirmer: confirmedBy.map { WorkItem.Confirmer(name: $0) })
    }
}
