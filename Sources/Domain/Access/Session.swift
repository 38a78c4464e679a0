public import FoundationEssentials

/// What signing in gives: the token, shown this once, and in which post it acts.
public struct Session: Sendable, Hashable {
    public let token: Token
    public let expiresAt: Date
    public let post: PostChoice
    /// Every post of the account today, in customary order; a change of post is a new session.
    public let posts: [PostChoice]

    public init(token: Token, expiresAt: Date, post: PostChoice, posts: [PostChoice]) {
        self.token = token
        self.expiresAt = expiresAt
        self.post = post
        self.posts = posts
    }
}
