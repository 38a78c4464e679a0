import Domain
import Storage

/// Whether those whom an item names are people of the unit that must do it.
struct ItemPeople {
    private let leader: Post.ID?
    private let assignee: Person.ID?

    /// - Parameter before: what stood there already is not asked again.
    init(_ terms: WorkItem.Terms, before: WorkItem.Terms? = nil) {
        leader = terms.unitLeader == before?.unitLeader ? nil : terms.unitLeader
        assignee = terms.assignee == before?.assignee ? nil : terms.assignee
    }

    func faults(at unit: LedgerReferences.Unit, _ references: LedgerReferences, in tx: borrowing TenantTransaction) async throws
        -> [ItemFault]
    {
        try await faults(tenant: unit.tenant, unit: unit.unit, references, in: tx)
    }

    func faults(
        tenant: Tenant.ID, unit: SubUnit.ID, _ references: LedgerReferences, in tx: borrowing TenantTransaction
    ) async throws -> [ItemFault] {
        var faults: [ItemFault] = []
        if let leader, try await !references.isPost(leader, of: tenant, in: tx) {
            faults.append(ItemFault(.unitLeader, "không phải chức vụ đang giữ ở đơn vị chủ trì; xem các chức vụ của đơn vị rồi chọn lại"))
        }
        if let assignee, try await !references.holdsPost(assignee, at: unit, in: tx) {
            faults.append(ItemFault(.assignee, "người này không giữ chức vụ nào ở đơn vị nhận; chọn người của đơn vị"))
        }
        return faults
    }
}
