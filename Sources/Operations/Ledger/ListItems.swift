public import Domain
public import Storage

/// One page of the ledger, by due date; what is due soonest comes first.
public struct ListItems: Sendable {
    public var filter: LedgerFilter
    public var moment: LedgerMoment
    public var after: LedgerEntry.Position?
    public var limit: Int

    public init(filter: LedgerFilter = LedgerFilter(), moment: LedgerMoment = .now, after: LedgerEntry.Position? = nil, limit: Int = 50) {
        self.filter = filter
        self.moment = moment
        self.after = after
        self.limit = limit
    }

    public struct Page: Sendable {
        public let entries: [LedgerEntry]
        /// Nil at the end.
        public let next: LedgerEntry.Position?
    }

    /// One statement.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Page {
        let found = try await LedgerEntry.list(filter, at: moment, after: after, limit: limit + 1, in: tx)
        guard found.count > limit else { return Page(entries: found, next: nil) }
        let entries = Array(found.prefix(limit))
        return Page(entries: entries, next: entries.last?.position)
    }
}
