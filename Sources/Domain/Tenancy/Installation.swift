/// Whether this database is a province at work or a demonstration; decided once, when it is installed.
public struct Installation: Sendable, Hashable {
    public let kind: Kind
    /// Stored and movable in a demonstration; nil in production, where the day is today's in Việt Nam (design.md 6).
    public let businessDate: CivilDate?

    public init(kind: Kind, businessDate: CivilDate?) {
        self.kind = kind
        self.businessDate = businessDate
    }

    public enum Kind: String, Sendable, CaseIterable {
        case production, demonstration
    }
}
