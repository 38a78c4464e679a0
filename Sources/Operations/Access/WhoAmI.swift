public import Domain
public import Storage

/// Who acts, in which post, what may be done in it, and which other posts and delegations there are to choose from.
public struct WhoAmI: Sendable {
    public struct Answer: Sendable {
        public let officer: ActingOfficer
        public let post: PostHolding
        public let tenant: Tenant
        public let posts: [PostChoice]
        /// What the account may act under today.
        public let delegations: [DelegationChoice]
        /// What is acted under now.
        public var delegation: DelegationChoice? { delegations.first { $0.id == officer.delegation } }
        /// In alphabetical order.
        public let actions: [Action]
        /// How many notices he has not read.
        public let unreadNotices: Int
    }

    public init() {}

    /// Asked at home: in the tenant of the acting post.
    /// - Throws: ``Problem/notFound`` anywhere else.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Answer {
        let officer = try await tx.officer()
        guard let id = officer.post, let post = try await Post.find(id, in: tx), let tenant = try await Tenant.find(officer.home, in: tx)
        else {
            throw Problem.notFound
        }
        return Answer(
            officer: officer, post: post, tenant: tenant, posts: try await PostChoice.mine(in: tx),
            delegations: try await DelegationChoice.mine(in: tx), actions: officer.actions.sorted { $0.rawValue < $1.rawValue },
            unreadNotices: try await Notice.unread(in: tx))
    }
}
