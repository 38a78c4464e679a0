/// A post of any tenant with who holds it, as the operator sees it.
public struct HeldSeat: Sendable, Hashable {
    public let post: Post.ID
    public let person: Person.ID
    public let fullName: String
    public let tenant: Tenant.Slug
    public let role: Role
    public let title: String
    public let validFrom: CivilDate
    /// Last day; nil while it is held.
    public let validTo: CivilDate?
    /// Name of the account; nil: there is none.
    public let username: String?

    public init(
        post: Post.ID, person: Person.ID, fullName: String, tenant: Tenant.Slug, role: Role, title: String, validFrom: CivilDate,
        validTo: CivilDate?, username: String?
    ) {
        self.post = post
        self.person = person
        self.fullName = fullName
        self.tenant = tenant
        self.role = role
        self.title = title
        self.validFrom = validFrom
        self.validTo = validTo
        self.username = username
    }
}
