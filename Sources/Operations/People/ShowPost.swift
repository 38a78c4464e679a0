public import Domain
public import Storage

/// One post of the tenant entered, with the names of who holds it and where.
public struct ShowPost: Sendable {
    public var post: Post.ID

    public init(_ post: Post.ID) {
        self.post = post
    }

    /// - Throws: ``Problem/notFound``.
    public func perform(in tx: borrowing TenantTransaction) async throws -> PostHolding {
        guard let post = try await Post.find(post, in: tx) else { throw Problem.notFound }
        return post
    }
}
