public import Domain
public import Storage

/// The items of the ledger, counted by one thing.
public struct CountItems: Sendable {
    public var grouping: LedgerGrouping
    public var filter: LedgerFilter
    public var moment: LedgerMoment

    public init(by grouping: LedgerGrouping, filter: LedgerFilter = LedgerFilter(), moment: LedgerMoment = .now) {
        self.grouping = grouping
        self.filter = filter
        self.moment = moment
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> [LedgerGroup] {
        try await LedgerGroup.count(by: grouping, filter, at: moment, in: tx)
    }
}
