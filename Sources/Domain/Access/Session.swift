public import FoundationEssentials

/// What signing in gives: the token, shown this once, and in which post it acts.
public struct Session: Sendable, Hashable {
    public let token: Token
    public let expiresAt: Date
    public let post: PostChoice
    /// Every post of the account today, in customary order; a change of post is a new session.
    public let posts: [PostChoice]
    /// What is acted under, where ``post`` is another's.
    public let delegation: DelegationChoice?

    public init(token: Token, expiresAt: Date, post: PostChoice, posts: [PostChoice], delegation: DelegationChoice? = nil) {
        self.token = token
        self.expiresAt = expiresAt
        self.post = post
        self.posts = posts
        self.delegation = delegation
    }
}
