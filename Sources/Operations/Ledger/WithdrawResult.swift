public import Domain
public import Storage

/// The doer takes his result back before anybody has judged it. What he said stays, with why he took it back. It
/// needs no paper: nobody has acted on the result yet, and its own paper stays with it.
public struct WithdrawResult: Sendable {
    public var item: WorkItem.ID
    public var reason: String

    public init(item: WorkItem.ID, reason: String) {
        self.item = item
        self.reason = reason
    }

    /// - Throws: `invalid-input`; `not-found`, `no-result`, `judged-meanwhile`, `item-cancelled`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Ruling.ID {
        guard let entry = try await LedgerEntry.find(item, in: tx) else { throw Problem.notFound }
        if let refusal = entry.standing.refusal(of: .withdraw, role: entry.item.role) { throw refusal }
        var check = InputCheck()
        let reason = check.line(reason, "$.reason", atMost: 4_000)
        try check.finish()
        guard let pending = entry.standing.pendingResult, let report = try await ProgressReport.find(pending, of: entry.item, in: tx) else {
            throw Problem.notFound
        }
        let id: Ruling.ID = ids.next()
        let withdrawal = Ruling.Decision(kind: .withdrawn, report: report, reason: reason)
        try await Ruling.append(withdrawal, id: id, on: entry.item, in: tx)
        return id
    }
}
