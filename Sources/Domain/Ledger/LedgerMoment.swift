/// From when the ledger is seen, on both of its axes (design.md 6).
public struct LedgerMoment: Sendable, Hashable {
    /// Facts dated later do not show. Nil: today.
    public let asOf: CivilDate?
    /// What was recorded later does not show. Nil: everything recorded so far.
    public let knownOn: CivilDate?
    /// Whether ``asOf`` is today, after which nothing is dated: then no item has to be made as it was.
    public let isToday: Bool

    public init(asOf: CivilDate?, knownOn: CivilDate?, isToday: Bool = false) {
        self.asOf = asOf
        self.knownOn = knownOn
        self.isToday = isToday
    }

    public static let now = LedgerMoment(asOf: nil, knownOn: nil)

    /// As it was seen at the end of a day: what that day showed can be shown again.
    public static func endOf(_ day: CivilDate) -> LedgerMoment {
        LedgerMoment(asOf: day, knownOn: day)
    }
}
