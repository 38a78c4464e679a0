import ArgumentParser
import Domain

/// The deadlines of a periodic item: one by one, by their rhythm, or both.
struct OccurrenceOptions: ParsableArguments {
    @Option(help: "Deadline of a periodic item; may be repeated.")
    var occurrence: [CivilDate] = []

    @Option(help: "Rhythm of a periodic item: month, quarter; with --first and --last.")
    var every: Recurrence.Period?

    @Option(help: "First deadline.")
    var first: CivilDate?

    @Option(help: "Day after which no deadline lies.")
    var last: CivilDate?

    func validate() throws {
        let given = [every != nil, first != nil, last != nil]
        if given.contains(true), given.contains(false) {
            throw ValidationError("--every, --first và --last phải đi cùng nhau; ghi thêm mục còn thiếu")
        }
    }

    var recurrence: Recurrence? {
        guard let every, let first, let last else { return nil }
        return Recurrence(every: every, from: first, through: last)
    }
}
