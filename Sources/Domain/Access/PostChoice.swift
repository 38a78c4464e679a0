/// A post that an account may act in today: what the officer chooses from at sign-in (Chức vụ đang làm việc).
public struct PostChoice: Sendable, Hashable {
    public let post: Post.ID
    public let title: String
    public let role: Role
    public let tenant: Tenant.Slug
    public let tenantName: String

    public init(post: Post.ID, title: String, role: Role, tenant: Tenant.Slug, tenantName: String) {
        self.post = post
        self.title = title
        self.role = role
        self.tenant = tenant
        self.tenantName = tenantName
    }
}
