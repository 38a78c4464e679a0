public import Domain
public import Storage

/// One page of the ledger for who works on it: what is still to be done, due soonest first, then what is done or out of the count.
public struct ListItemsOpenFirst: Sendable {
    public var filter: LedgerFilter
    public var moment: LedgerMoment
    public var after: Position?
    public var limit: Int

    public init(filter: LedgerFilter = LedgerFilter(), moment: LedgerMoment = .now, after: Position? = nil, limit: Int = 50) {
        self.filter = filter
        self.moment = moment
        self.after = after
        self.limit = limit
    }

    /// Where a page ended.
    public struct Position: Sendable, Hashable {
        /// Among those to be done.
        public let isOpen: Bool
        /// Nil: before the first of the others.
        public let entry: LedgerEntry.Position?

        public init(isOpen: Bool, entry: LedgerEntry.Position?) {
            self.isOpen = isOpen
            self.entry = entry
        }
    }

    public struct Page: Sendable {
        public let entries: [LedgerEntry]
        /// Nil at the end.
        public let next: Position?
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> Page {
        let found = try await find(in: tx)
        return Page(entries: try await LedgerEntry.withGivers(found.entries, at: moment, in: tx), next: found.next)
    }

    private func find(in tx: borrowing TenantTransaction) async throws -> Page {
        var entries: [LedgerEntry] = []
        if after?.isOpen != false {
            let open = try await part(isOpen: true, atMost: limit).perform(in: tx)
            if let next = open.next { return Page(entries: open.entries, next: Position(isOpen: true, entry: next)) }
            entries = open.entries
        }
        guard entries.count < limit else { return Page(entries: entries, next: Position(isOpen: false, entry: nil)) }
        let rest = try await part(isOpen: false, atMost: limit - entries.count).perform(in: tx)
        return Page(entries: entries + rest.entries, next: rest.next.map { Position(isOpen: false, entry: $0) })
    }

    private func part(isOpen: Bool, atMost most: Int) -> ListItems {
        var filter = filter
        filter.isOpen = isOpen
        return ListItems(filter: filter, moment: moment, after: after?.isOpen == isOpen ? after?.entry : nil, limit: most)
    }
}
