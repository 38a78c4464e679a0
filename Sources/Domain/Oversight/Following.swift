/// Which member of a council follows which unit (V.1 of the plan): the province's council units of the first tier, a unit's own its sub-units.
public struct Following: Sendable, Hashable {
    public typealias ID = EntityID<Following>

    public let id: ID
    public let person: Person.ID
    public let memberName: String
    /// A tenant's id at the province.
    public let followed: SubUnit.ID
    public let followedName: String
    /// Code of the campaign.
    public let campaign: String
    public let from: CivilDate
    /// Last day.
    public let through: CivilDate?
    /// Of the paper that assigned him; may be empty.
    public let documentNumber: String
    /// Of each kind, as far as they are in sight.
    public let notes: [FollowNote.Kind: Int]

    public init(
        id: ID, person: Person.ID, memberName: String, followed: SubUnit.ID, followedName: String, campaign: String, from: CivilDate,
        through: CivilDate?, documentNumber: String, notes: [FollowNote.Kind: Int]
    ) {
        self.id = id
        self.person = person
        self.memberName = memberName
        self.followed = followed
        self.followedName = followedName
        self.campaign = campaign
        self.from = from
        self.through = through
        self.documentNumber = documentNumber
        self.notes = notes
    }
}

/// What the member guided, urged or found, in his own name.
public struct FollowNote: Sendable, Hashable {
    public typealias ID = EntityID<FollowNote>

    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case guidance, urging, finding

        public var vietnamese: String {
            switch self {
            case .guidance: "hướng dẫn"
            case .urging: "đôn đốc"
            case .finding: "phát hiện tồn tại, hạn chế"
            }
        }

        /// Whether something that has to be put right can be ordered with it.
        public var asksForMore: Bool { self != .guidance }
    }

    public let id: ID
    public let kind: Kind
    public let words: String
    public let happenedOn: CivilDate
    /// Which is followed, or of which a part is.
    public let slug: Tenant.Slug
    public let tenantName: String
    /// Equal to the tenant's id: the unit as a whole.
    public let followed: SubUnit.ID
    public let followedName: String
    /// As he was called that day.
    public let memberName: String
    /// Title of the member's post; empty where the officer may not know it.
    public let title: String

    public init(
        id: ID, kind: Kind, words: String, happenedOn: CivilDate, slug: Tenant.Slug, tenantName: String, followed: SubUnit.ID,
        followedName: String, memberName: String, title: String
    ) {
        self.id = id
        self.kind = kind
        self.words = words
        self.happenedOn = happenedOn
        self.slug = slug
        self.tenantName = tenantName
        self.followed = followed
        self.followedName = followedName
        self.memberName = memberName
        self.title = title
    }

    /// Whose word it is: name and post; once, of who is known by his post alone.
    public var author: String { title.isEmpty || title == memberName ? memberName : "\(memberName), \(title)" }
}

extension ActingOfficer {
    /// Whether he may act as a member of a council to whom units are assigned: by its post; in a unit's own council who answers for the unit as well,
    /// for its head and deputies sit there, and in the province's its leaders. Which unit is his, the assignment says.
    public func mayFollow(isWide: Bool) -> Bool { may(.decideMotto) || may(isWide ? .decideAward : .answerReview) }
}
