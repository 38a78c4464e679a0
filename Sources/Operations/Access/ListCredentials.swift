public import Domain
public import Storage

/// The officer's own sessions and API tokens that are still good, newest first.
public struct ListCredentials: Sendable {
    public var token: Token

    /// - Parameter token: what the officer came with.
    public init(with token: Token) {
        self.token = token
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> [Credential] {
        try await Credential.mine(with: token, in: tx)
    }
}
