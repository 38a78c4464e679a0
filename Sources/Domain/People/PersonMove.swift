/// Why and how a person left the unit's service or changed posts in it, as it was recorded.
public struct PersonMove: Sendable, Hashable {
    public typealias ID = EntityID<PersonMove>

    public let id: ID
    public let person: Person.ID
    public let kind: Kind
    /// In the old post, or in the unit's service.
    public let lastDay: CivilDate
    public let reason: String
    /// Of somebody who moved.
    public let fromPost: Post.ID?
    public let toPost: Post.ID?
    /// Who took over what was open; nil: the unit, or nothing was.
    public let successor: Post.ID?
    /// How many items were handed over.
    public let items: Int
    /// Whether the account was shut with it.
    public let accountShut: Bool
    public let recordedOn: CivilDate

    public init(
        id: ID, person: Person.ID, kind: Kind, lastDay: CivilDate, reason: String, fromPost: Post.ID? = nil, toPost: Post.ID? = nil,
        successor: Post.ID?, items: Int, accountShut: Bool, recordedOn: CivilDate
    ) {
        self.id = id
        self.person = person
        self.kind = kind
        self.lastDay = lastDay
        self.reason = reason
        self.fromPost = fromPost
        self.toPost = toPost
        self.successor = successor
        self.items = items
        self.accountShut = accountShut
        self.recordedOn = recordedOn
    }

    public enum Kind: String, Sendable, CaseIterable {
        /// Out of the province's service, or to nobody in particular.
        case left
        /// To another post of the same unit.
        case moved
        /// To another unit of the province.
        case released

        public var vietnamese: String {
            switch self {
            case .left: "thôi công tác"
            case .moved: "chuyển chức vụ trong đơn vị"
            case .released: "chuyển công tác sang đơn vị khác"
            }
        }
    }
}
