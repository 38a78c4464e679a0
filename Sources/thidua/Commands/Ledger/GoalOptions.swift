import ArgumentParser
import Domain

/// What a target asks for; nothing of it for a task.
struct GoalOptions: ParsableArguments {
    @OptionGroup var measure: MeasureOptions

    @Flag(help: "The target is measured at the end of the year only.")
    var atYearEnd = false

    func validate() throws {
        let given = [measure.direction != nil, measure.target != nil, measure.measureUnit != nil]
        if given.contains(true), given.contains(false) {
            throw ValidationError("chỉ tiêu phải có đủ --direction, --target và --measure-unit; ghi thêm mục còn thiếu")
        }
        if measure.target == nil, measure.baseline != nil || atYearEnd || measure.confirmedBy != nil {
            throw ValidationError(
                "--baseline, --at-year-end và --confirmed-by chỉ dùng cùng --target; ghi thêm --target hoặc bỏ các mục này")
        }
    }

    /// Nil for a task.
    var goal: WorkItem.Goal? {
        guard let direction = measure.direction, let target = measure.target, let unit = measure.measureUnit else { return nil }
        return WorkItem.Goal(
            direction: direction, target: target, unit: unit, baseline: measure.baseline, isMeasuredAtYearEnd: atYearEnd,
            confirmer: measure.confirmer)
    }
}
