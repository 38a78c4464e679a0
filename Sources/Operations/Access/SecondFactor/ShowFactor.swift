public import Domain
public import Storage

/// How one's own second factor stands; a session that must enrol first may ask.
public struct ShowFactor: Sendable {
    public var token: Token

    public init(with token: Token) {
        self.token = token
    }

    /// - Throws: ``Problem/notSignedIn``.
    public func perform(at door: SignInDoor) async throws -> SecondFactor {
        try await door.factor(of: token)
    }
}
