public import Domain
public import Storage

/// What could not be sent so far, by unit: for who reads over the province.
public struct ListUnsentMessages: Sendable {
    public init() {}

    public func perform(in tx: borrowing TenantTransaction) async throws -> [UnsentMessages] {
        try await UnsentMessages.all(in: tx)
    }
}
