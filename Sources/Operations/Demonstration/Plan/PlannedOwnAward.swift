/// A Giấy khen of a demonstration: a unit gives it by its own authority to one of its sub-units.
public struct PlannedOwnAward: Sendable, Hashable {
    /// Code of the first-tier unit that gives.
    public let unit: String
    /// Code of the sub-unit to which it is given.
    public let subUnit: String
    public let achievement: String
}
