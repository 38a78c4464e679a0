public import Domain
public import Storage

/// Goes on in another post of the same account: a new session in place of the present one, with the same end.
public struct SwitchPost: Sendable {
    public var token: Token
    public var post: Post.ID

    public init(_ token: Token, to post: Post.ID) {
        self.token = token
        self.post = post
    }

    /// - Parameter posts: the account's own, as ``WhoAmI`` answers them.
    /// - Throws: ``Problem`` `invalid-input` for a post that is not among them; ``Problem/notSignedIn`` for what is no session.
    public func perform(at door: SignInDoor, among posts: [PostChoice], ids: IDSource) async throws -> Session {
        let chosen = try posts.chosen(post)
        let (fresh, hash) = Token.fresh()
        let until = try await door.exchange(token, for: ids.next(), hash: hash, in: chosen.post)
        return Session(token: fresh, expiresAt: until, post: chosen, posts: posts)
    }
}
