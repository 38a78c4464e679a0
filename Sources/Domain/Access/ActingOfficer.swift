public import FoundationEssentials

/// Who acts in a transaction, as the database itself established it: the person, in one post, on one business day.
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
    /// The day on which business is done (design.md 6).
    public let today: CivilDate

    public init(
        person: Person.ID?, account: UUID?, post: Post.ID?, role: Role, home: Tenant.ID, unit: SubUnit.ID, place: Tenant.ID?,
        mayWrite: Bool, today: CivilDate
    ) {
        self.person = person
        self.account = account
        self.post = post
        self.role = role
        self.home = home
        self.unit = unit
        self.place = place
        self.mayWrite = mayWrite
        self.today = today
    }
}
