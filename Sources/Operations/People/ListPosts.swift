public import Domain
public import Storage

/// Posts of the tenant entered in the customary order of their roles, page by page.
public struct ListPosts: Sendable {
    public var selection: Post.Selection
    /// The post with which the page before ended.
    public var after: Post.ID?
    /// Rows of one page.
    public var limit: Int

    public init(_ selection: Post.Selection = .init(), after: Post.ID? = nil, limit: Int) {
        self.selection = selection
        self.after = after
        self.limit = limit
    }

    /// - Returns: the page, and with which post the next begins; nil at the end.
    public func perform(in tx: borrowing TenantTransaction) async throws -> (posts: [PostHolding], next: Post.ID?) {
        let found = try await Post.list(selection, after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        return (page, found.count > limit ? page.last?.post.id : nil)
    }
}
