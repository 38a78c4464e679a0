/// A request to extend the time of an item (điều chỉnh, gia hạn thời hạn), and what became of it.
public struct DueDateExtension: Hashable, Sendable {
    public enum Decision: Hashable, Sendable {
        case pending
        case refused(on: CivilDate)
        case granted(on: CivilDate, newDueOn: CivilDate)
    }

    /// Nil only for one granted after the fact, which needs no request.
    public let requestedOn: CivilDate?
    public let decision: Decision
    /// Signed by the Chairman although the date had passed: holds whenever it was asked and decided (A27).
    public let isPostFacto: Bool

    /// Nil when neither a request nor `isPostFacto` explains the extension.
    public init?(requestedOn: CivilDate?, decision: Decision, isPostFacto: Bool = false) {
        guard requestedOn != nil || isPostFacto else { return nil }
        self.requestedOn = requestedOn
        self.decision = decision
        self.isPostFacto = isPostFacto
    }

    /// The date that takes the place of `dueOn`, by what was decided until `day`; nil when nothing changes.
    ///
    /// An extension holds when it was asked and decided no later than the date it moves; one that comes later gives an operating date,
    /// and the item stays late (A27, A28).
    func newDueDate(after dueOn: CivilDate?, decidedBy day: CivilDate) -> CivilDate? {
        guard case .granted(let decidedOn, let newDueOn) = decision, decidedOn <= day else { return nil }
        guard let dueOn, !isPostFacto else { return newDueOn }
        guard let requestedOn, requestedOn <= dueOn, decidedOn <= dueOn else { return nil }
        return newDueOn
    }
}

extension LedgerItem {
    /// The date the item is held to, by the decisions until `day`; nil while none is fixed.
    public func dueDate(at day: CivilDate) -> CivilDate? {
        extensions.reduce(originalDueOn) { dueOn, another in
            another.newDueDate(after: dueOn, decidedBy: day) ?? dueOn
        }
    }
}
