public import Documents
public import Domain
public import Storage

/// What could not be sent so far, by unit: for who reads over the province.
public struct ListUnsentMessages: Sendable {
    public init() {}

    public func perform(in tx: borrowing TenantTransaction) async throws -> [UnsentMessages] {
        try await UnsentMessages.all(in: tx)
    }
}

extension ListUnsentMessages: Listing {
    public var sheet: ListSheet<UnsentMessages> { UnsentMessagesJSON.sheet }

    /// All of them at once: a few rows a unit.
    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<UnsentMessages> {
        ListedRows(try await perform(in: tx), isLast: true)
    }
}
