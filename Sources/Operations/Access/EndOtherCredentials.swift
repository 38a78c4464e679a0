public import Domain
public import Storage

/// Ends every session and API token of the officer but the one he came with.
public struct EndOtherCredentials: Sendable {
    public var token: Token

    public init(than token: Token) {
        self.token = token
    }

    /// - Returns: how many there were.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Int {
        try await Credential.endOthers(than: token, in: tx)
    }
}
