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

    /// How it stands at the end of a day, as officers read it.
    public func words(at day: CivilDate) -> String {
        let judged = LedgerItem.Occurrence(dueOn: dueOn, completedOn: completedOn)
        if let completedOn { return completedOn <= dueOn ? "đúng hạn" : "chậm hạn" }
        if isWaiting { return "chờ xác nhận" }
        return judged.isMissed(at: day) ? "quá hạn" : dueOn == day ? "đến hạn" : "chưa đến hạn"
    }
}
