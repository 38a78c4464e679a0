/// One deadline of a periodic item with what was delivered for it (A16).
public struct ItemOccurrence: Sendable, Hashable {
    public let dueOn: CivilDate
    /// The first delivery that the assigner confirmed: what nobody confirmed does not count (A36).
    public let completedOn: CivilDate?
    /// Whether something was delivered that waits to be confirmed.
    public let isWaiting: Bool

    public init(dueOn: CivilDate, completedOn: CivilDate?, isWaiting: Bool) {
        self.dueOn = dueOn
        self.completedOn = completedOn
        self.isWaiting = isWaiting
    }

    /// `31/12/2023 (kỳ hạn 15/06/2023)`: the date of an item, with the deadline that is asked for.
    public static func due(_ dueOn: CivilDate, for occurrence: CivilDate?) -> String {
        dueOn.vietnamese + (occurrence.map { " (kỳ hạn \($0.vietnamese))" } ?? "")
    }

    /// How it stands at the end of a day, as officers read it.
    public func words(at day: CivilDate) -> String {
        let judged = LedgerItem.Occurrence(dueOn: dueOn, completedOn: completedOn)
        if let completedOn { return completedOn <= dueOn ? "đúng hạn" : "chậm hạn" }
        if isWaiting { return "chờ xác nhận" }
        return judged.isMissed(at: day) ? "quá hạn" : dueOn == day ? "đến hạn" : "chưa đến hạn"
    }
}
