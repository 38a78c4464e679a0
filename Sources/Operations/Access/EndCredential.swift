public import Domain
public import Storage

/// Ends one of the officer's own sessions or API tokens.
public struct EndCredential: Sendable {
    public var credential: Credential.ID

    public init(_ credential: Credential.ID) {
        self.credential = credential
    }

    /// - Throws: ``Problem/notFound`` for what is not there, not his, or has ended.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        guard try await Credential.end(credential, in: tx) else { throw Problem.notFound }
    }
}
