public import Domain
public import Storage

/// The letters of praise that the Chairman gave to initiatives: which number of the register of letters each took, the latest first.
public struct ListInitiativeLetters: Sendable {
    /// How many at the most.
    public var limit: Int

    public init(limit: Int) {
        self.limit = limit
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> [InitiativeLetter] {
        try await InitiativeLetter.list(limit: limit, in: tx)
    }
}
