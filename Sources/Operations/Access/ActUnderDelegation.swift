public import Domain
public import Storage

/// Goes on in another's stead: a new session in place of the present one, with the same end, in the giver's post as far as it is lent.
/// ``SwitchPost`` leads back.
public struct ActUnderDelegation: Sendable {
    public var token: Token
    public var delegation: Delegation.ID

    public init(_ token: Token, under delegation: Delegation.ID) {
        self.token = token
        self.delegation = delegation
    }

    /// - Parameter me: the account's own posts and delegations, as ``WhoAmI`` answers them.
    /// - Throws: ``Problem`` `invalid-input` for a delegation that is not among them; ``Problem/notSignedIn`` for what is no session.
    public func perform(at door: SignInDoor, as me: WhoAmI.Answer, ids: IDSource) async throws -> Session {
        guard let chosen = me.delegations.first(where: { $0.id == delegation }) else {
            let choices = me.delegations.map { "\($0.id) (\($0.signature.line), \($0.post.tenantName))" }.joined(separator: "; ")
            throw Problem.invalid(
                "$.delegation",
                "không phải việc ký thay, thừa lệnh, thừa ủy quyền đang được giao cho tài khoản"
                    + (choices.isEmpty ? "; hiện không có việc nào" : "; chọn một trong: \(choices)"))
        }
        let (fresh, hash) = Token.fresh()
        let until = try await door.exchange(token, for: ids.next(), hash: hash, under: chosen.id)
        return Session(token: fresh, expiresAt: until, post: chosen.post, posts: me.posts, delegation: chosen)
    }
}
