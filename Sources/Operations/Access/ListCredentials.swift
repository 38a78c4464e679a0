public import Domain
public import Storage

/// The officer's own sessions and API tokens that are still good, newest first.
public struct ListCredentials: Sendable {
    public init() {}

    public func perform(in tx: borrowing TenantTransaction) async throws -> [Credential] {
        try await Credential.mine(in: tx)
    }
}
