public import Domain
public import Storage

/// Changes one's own password. The present one is asked for: a session that was left open must not be enough. Every other session and every
/// token ends.
public struct ChangePassword: Sendable {
    public var session: Token
    public var old: String
    public var new: String
    /// Where the request came from; nil for the command line.
    public var address: String?

    public init(_ session: Token, from old: String, to new: String, address: String? = nil) {
        self.session = session
        self.old = old
        self.new = new
        self.address = address
    }

    /// - Throws: ``Problem/notSignedIn`` for what is no session; `too-many-attempts`; `invalid-input` naming the field at fault.
    public func perform(at door: SignInDoor, passwords: PasswordHasher) async throws {
        let account = try await door.account(signedInBy: session)
        if let fault = try await door.rule(for: account.account).fault(of: new) { throw Problem.invalid("$.newPassword", fault) }
        if old == new { throw Problem.invalid("$.newPassword", "phải khác mật khẩu đang dùng") }
        try await door.attempt(account.username, from: address)
        let isRight = try await passwords.verify(old, against: account.passwordHash)
        guard isRight, let hash = account.passwordHash else {
            try await door.failed(account.username, from: address)
            throw Problem.invalid("$.oldPassword", "không đúng mật khẩu đang dùng")
        }
        try await door.change(session, from: hash, to: try await passwords.hash(new))
        try await door.succeeded(account.username, from: address)
    }
}
