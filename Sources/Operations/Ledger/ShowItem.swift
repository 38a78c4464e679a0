public import Domain
public import Storage

/// One item with its reports, rulings, changes and what was handed on from it.
public struct ShowItem: Sendable {
    public var id: WorkItem.ID
    public var moment: LedgerMoment

    public init(id: WorkItem.ID, moment: LedgerMoment = .now) {
        self.id = id
        self.moment = moment
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> WorkItemDetail {
        guard let detail = try await WorkItemDetail.find(id, at: moment, in: tx) else { throw Problem.notFound }
        return detail
    }
}
