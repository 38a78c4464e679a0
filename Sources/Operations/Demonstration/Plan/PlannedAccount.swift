public import Domain

/// An account of a demonstration: a person named by the post, never an invented one.
public struct PlannedAccount: Sendable, Hashable {
    /// One post of the account's holder.
    public struct Seat: Sendable, Hashable {
        /// Code of the first-tier unit or press organ; nil: the province itself.
        public let unit: String?
        /// Name of the unit or press organ, or of the province.
        public let unitName: String
        /// Code of the sub-unit; nil: the unit itself.
        public let subUnit: String?
        public let title: String
        public let role: Role
        public let leaderRank: Post.LeaderRank
    }

    public let username: String
    public let personName: String
    public let personKind: Person.Kind
    /// At least one; the first names the person.
    public internal(set) var seats: [Seat]
}
