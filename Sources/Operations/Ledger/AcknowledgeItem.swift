public import Domain
public import Storage

/// The unit takes note of an item, once, on the business date.
public struct AcknowledgeItem: Sendable {
    public var item: WorkItem.ID

    public init(item: WorkItem.ID) {
        self.item = item
    }

    /// - Throws: `not-found`, `acknowledged-already`, `item-cancelled`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> ProgressReport.ID {
        guard let entry = try await LedgerEntry.find(item, in: tx) else { throw Problem.notFound }
        if let refusal = entry.standing.refusal(of: .acknowledge, role: entry.item.role) { throw refusal }
        let id: ProgressReport.ID = ids.next()
        try await ProgressReport.append(ProgressReport.Statement(kind: .acknowledged), id: id, to: entry.item, in: tx)
        return id
    }
}
