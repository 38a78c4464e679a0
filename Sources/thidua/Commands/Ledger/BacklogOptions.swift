import ArgumentParser
import Domain

/// What an item was in earlier years, where it is carried over (A14b).
struct BacklogOptions: ParsableArguments {
    @Option(help: "Day of an earlier year on which it was given first; it is carried over from then.")
    var carriedAssignedOn: CivilDate?

    @Option(help: "Its due date then, kept as history.")
    var carriedDueOn: CivilDate?

    @Option(help: "Its code then.")
    var carriedCode: String?

    @Option(help: "Number of the paper that fixes its date for this campaign; needed with a date of what is carried over.")
    var dueDocument: String?

    func validate() throws {
        if carriedAssignedOn == nil, carriedDueOn != nil || carriedCode != nil {
            throw ValidationError("--carried-due-on và --carried-code chỉ dùng cùng --carried-assigned-on; ghi thêm ngày giao ban đầu")
        }
    }

    var carried: CarriedOver? {
        carriedAssignedOn.map { CarriedOver(code: carriedCode, assignedOn: $0, dueOn: carriedDueOn) }
    }
}
