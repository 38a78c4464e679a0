public import Domain
public import Storage

/// Ends the session or the API token that is shown. One that has ended already is no error.
public struct SignOut: Sendable {
    public var token: Token

    public init(_ token: Token) {
        self.token = token
    }

    public func perform(at door: SignInDoor) async throws {
        try await door.close(token)
    }
}
