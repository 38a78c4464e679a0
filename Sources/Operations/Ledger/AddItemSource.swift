public import Domain
public import Storage

/// The assigner names a further paper that orders the same item (A14): one item, many sources.
public struct AddItemSource: Sendable {
    public var item: WorkItem.ID
    public var source: AssignItem.Source

    public init(item: WorkItem.ID, source: AssignItem.Source) {
        self.item = item
        self.source = source
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `item-cancelled`, `source-there`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        guard try await tx.officer().may(.assignItem) else { throw Problem.notAllowed }
        guard let entry = try await LedgerEntry.find(item, in: tx) else { throw Problem.notFound }
        if let refusal = entry.standing.refusal(of: .change, role: entry.item.role) { throw refusal }
        let terms = entry.item.terms
        var check = InputCheck()
        let clause = check.line(source.clause, "$.clause", atMost: 500)
        if try await Directive.find(source.directive, in: tx) == nil {
            check.fault("$.directive", "không có văn bản này; chọn văn bản đã nhập")
        }
        if source.directive == terms.directive, clause == terms.sourceClause {
            check.fault("$.clause", "mục này của văn bản đã là nguồn của nhiệm vụ; ghi mục khác hoặc văn bản khác")
        }
        try check.finish()
        let item = entry.item
        try await ItemSource.append(
            source.directive, clause: clause, to: item.id, tenant: item.tenant, unit: item.unit, assigner: item.assigner, in: tx)
    }
}
