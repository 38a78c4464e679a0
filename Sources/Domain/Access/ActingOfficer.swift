public import FoundationEssentials

/// Who acts in a transaction, as the database itself established it: the person, in one post, on one business day; or, under a delegation,
/// the delegate in the post of who gave it.
public struct ActingOfficer: Sendable, Hashable {
    public let person: Person.ID?
    public let account: UUID?
    public let post: Post.ID?
    public let role: Role
    /// The tenant of the acting post.
    public let home: Tenant.ID
    /// The sub-unit of the acting post; equal to ``home`` at the root.
    public let unit: SubUnit.ID
    /// The tenant entered; nil when the province was entered as a whole.
    public let place: Tenant.ID?
    public let mayWrite: Bool
    /// Whether the tenant entered does not stand today, and so is not written, whoever acts.
    public let hasEnded: Bool
    /// The day on which business is done (design.md 6).
    public let today: CivilDate
    /// What is acted under, where it is not one's own post.
    public let delegation: Delegation.ID?
    /// What that lends; nil in one's own post.
    public let lent: Set<Action>?

    public init(
        person: Person.ID?, account: UUID?, post: Post.ID?, role: Role, home: Tenant.ID, unit: SubUnit.ID, place: Tenant.ID?,
        mayWrite: Bool, hasEnded: Bool = false, today: CivilDate, delegation: Delegation.ID? = nil, lent: Set<Action>? = nil
    ) {
        self.person = person
        self.account = account
        self.post = post
        self.role = role
        self.home = home
        self.unit = unit
        self.place = place
        self.mayWrite = mayWrite
        self.hasEnded = hasEnded
        self.today = today
        self.delegation = delegation
        self.lent = lent
    }

    /// What the post may do, under a delegation as far as it is lent.
    public var actions: Set<Action> {
        let own = Policy.of(role).actions
        return lent.map(own.intersection) ?? own
    }

    public func may(_ action: Action) -> Bool { actions.contains(action) }

    /// Whether he sees what is his tenant's as a whole, and not a part of it or his own alone.
    public var seesTheWhole: Bool {
        switch Policy.of(role).reach {
        case .tenant: true
        case .subtree: unit.uuid == home.uuid
        case .own: false
        }
    }

    /// Whether he may do it for his whole tenant, and not for a part of it alone.
    public func answersForTheWhole(_ action: Action) -> Bool {
        may(action) && (Policy.of(role).reach == .tenant || unit.uuid == home.uuid)
    }
}
