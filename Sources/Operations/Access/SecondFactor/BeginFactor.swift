public import Domain
public import Storage

/// Begins to enrol an officer's own device as second factor. The password is asked for: a session that was left open must not be enough.
/// Until a code of it is shown nothing changes.
public struct BeginFactor: Sendable {
    public var session: Token
    public var password: String
    /// Where the request came from; nil for the command line.
    public var address: String?

    public init(_ session: Token, password: String, address: String? = nil) {
        self.session = session
        self.password = password
        self.address = address
    }

    /// What is shown this once.
    public struct Begun: Sendable {
        /// For typing: RFC 4648.
        public let base32: String
        /// `otpauth://…`.
        public let uri: String
    }

    /// - Throws: ``Problem/notSignedIn`` for what is no session; `too-many-attempts`; `invalid-input` for a wrong password.
    public func perform(at door: SignInDoor, passwords: PasswordHasher, ids: IDSource) async throws -> Begun {
        let own = try await door.enrolling(session)
        try await door.attempt(own.username, from: address)
        guard try await passwords.verify(password, against: own.passwordHash) else {
            try await door.failed(own.username, from: address)
            throw Problem.invalid("$.password", "không đúng mật khẩu đang dùng")
        }
        try await door.succeeded(own.username, from: address)
        let totp = TOTP.random()
        try await door.beginFactor(ids.next(), secret: totp.secret, in: session)
        return Begun(base32: totp.base32, uri: totp.uri(for: own.username))
    }
}
