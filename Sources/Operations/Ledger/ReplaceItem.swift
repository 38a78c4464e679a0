public import Domain
public import Storage

/// Another item of the same assigner stands in the place of an item, by a signed document (A30). Both name each other; the one that is
/// replaced leaves the count and stays visible with all its dates.
public struct ReplaceItem: Sendable {
    public var item: WorkItem.ID
    /// Code or id.
    public var by: String
    public var paper: PassingPaper

    public init(item: WorkItem.ID, by: String, paper: PassingPaper) {
        self.item = item
        self.by = by
        self.paper = paper
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `item-replaced` and the like, `item-accepted`, `item-exempted`,
    ///   `result-pending`, `lead-answers`, `own-work`, `judged-meanwhile`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Ruling.ID {
        guard let entry = try await LedgerEntry.find(item, in: tx) else { throw Problem.notFound }
        if let refusal = entry.standing.refusal(of: .replace, role: entry.item.role) { throw refusal }
        var check = InputCheck()
        var decision = try await paper.decision(.replaced, on: entry.item, &check, in: tx)
        let other = try await other(than: entry.item, &check, in: tx)
        try check.finish()
        decision.other = other.map { WorkItem.Lead(tenant: $0.item.tenant, item: $0.item.id) }
        let id: Ruling.ID = ids.next()
        try await Ruling.append(decision, id: id, on: entry.item, in: tx)
        try await Ruling.follow(decision, on: entry.item, in: tx)
        return id
    }

    /// The one that stands in its place; what is wrong with it is a fault.
    private func other(
        than replaced: WorkItem, _ check: inout InputCheck, in tx: borrowing TenantTransaction
    ) async throws -> LedgerEntry? {
        let names = try await ItemNames([by], in: tx)
        let id: WorkItem.ID
        do throws(ItemNames.Fault) {
            id = try names.item(by, of: replaced.tenant)
        } catch {
            check.fault("$.by", error.reason)
            return nil
        }
        guard id != replaced.id else {
            check.fault("$.by", "nhiệm vụ không tự thay thế chính nó; chọn nhiệm vụ khác")
            return nil
        }
        guard let other = try await LedgerEntry.find(id, in: tx) else {
            check.fault("$.by", "không có nhiệm vụ này; chọn nhiệm vụ trong sổ theo dõi")
            return nil
        }
        if other.item.role != .lead || other.item.assigner != replaced.assigner || other.standing.isGone {
            check.fault("$.by", "chọn nhiệm vụ chủ trì còn hiệu lực do cùng cơ quan giao")
        }
        return other
    }
}
