public import Domain
public import Storage

/// The assigner sets further deadlines of a periodic item, beforehand (A16). None is ever taken back.
public struct AddOccurrences: Sendable {
    public var item: WorkItem.ID
    public var days: [CivilDate]
    public var recurrence: Recurrence?

    public init(item: WorkItem.ID, days: [CivilDate] = [], recurrence: Recurrence? = nil) {
        self.item = item
        self.days = days
        self.recurrence = recurrence
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `item-cancelled`, `item-accepted`, `lead-answers`,
    ///   `occurrence-there`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        guard let entry = try await LedgerEntry.find(item, in: tx) else { throw Problem.notFound }
        for step in [WorkItem.Step.change, .submitResult] {
            if let refusal = entry.standing.refusal(of: step, role: entry.item.role), refusal.code != "result-pending" { throw refusal }
        }
        let today = try await tx.officer().today
        var faults: [ItemFault] = []
        let days = ItemSupplements.days(days, recurrence, of: entry.item.terms, assignedOn: entry.item.assignedOn, &faults)
        if days.isEmpty, faults.isEmpty { faults.append(ItemFault(.occurrences, "ghi ít nhất một kỳ hạn")) }
        if let first = days.first, first < today, entry.item.recordedOn != today {
            faults.append(ItemFault(.occurrences, "kỳ hạn \(first.vietnamese) đã qua; chỉ thêm kỳ hạn từ hôm nay trở đi"))
        }
        guard faults.isEmpty else { throw Problem.invalid(faults.map { FieldFault($0.field.path, $0.reason) }) }
        let item = entry.item
        try await ItemOccurrence.append(days, to: item.id, tenant: item.tenant, unit: item.unit, assigner: item.assigner, in: tx)
    }
}
