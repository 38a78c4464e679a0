public import Domain
public import Storage

/// Merges items of one unit into one, by a correction record (A15). It is given on the first of their days and due on the first of their
/// dates, so that nobody gains time by it; they are cancelled by the same record.
public struct MergeItems: Sendable {
    public var items: [WorkItem.ID]
    public var title: String
    /// Of targets; the first one's when nil.
    public var goal: WorkItem.Goal?
    public var record: CorrectionRecord

    public init(items: [WorkItem.ID], title: String, goal: WorkItem.Goal? = nil, record: CorrectionRecord) {
        self.items = items
        self.title = title
        self.goal = goal
        self.record = record
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `not-cut-anew`, `own-work`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> WorkItem.ID {
        var check = InputCheck()
        if !(2...SplitItem.most).contains(items.count) { check.fault("$.items", "gộp từ 2 đến \(SplitItem.most) nhiệm vụ") }
        if Set(items).count != items.count { check.fault("$.items", "có nhiệm vụ ghi hai lần; chỉ giữ một") }
        let statement = record.statement(.merged, today: try await tx.officer().today, &check)
        let title = check.openLine(title, "$.title", atMost: 4_000)
        try check.finish()
        var entries: [LedgerEntry] = []
        for item in items {
            guard let entry = try await LedgerEntry.find(item, in: tx) else { throw Problem.notFound }
            entries.append(entry)
        }
        try await record.refuse(entries, in: tx)
        guard let first = entries.first?.item else { throw Problem.notFound }
        for (index, item) in entries.map(\.item).enumerated() {
            if item.tenant != first.tenant || item.unit != first.unit || item.assigner != first.assigner || item.parent != first.parent {
                check.fault("$.items[\(index)]", "\(item.code) của đơn vị khác hoặc do cơ quan khác giao; chỉ gộp nhiệm vụ của một đơn vị")
            }
            if item.kind != first.kind || item.terms.campaign != first.terms.campaign {
                check.fault("$.items[\(index)]", "\(item.code) khác loại hoặc khác phong trào; chỉ gộp nhiệm vụ cùng loại, cùng phong trào")
            }
        }
        if first.kind == .task, goal != nil { check.fault("$.goal", "nhiệm vụ không có giá trị chỉ tiêu; bỏ trường này") }
        if let goal, goal.direction.isReduction, goal.baseline == nil {
            check.fault("$.goal.baseline", "nhập giá trị gốc để tính mức giảm")
        }
        try check.finish()

        let correction: ItemCorrection.ID = ids.next()
        try await ItemCorrection.append(statement, id: correction, on: first, in: tx)
        var terms = first.terms
        terms.title = title
        if first.kind == .target {
            terms.goal = goal?.following(terms.goal) ?? terms.goal
            // None that was to be measured before is put off by it (A39).
            terms.goal?.isMeasuredAtYearEnd = entries.allSatisfy { $0.item.terms.goal?.isMeasuredAtYearEnd == true }
        }
        terms.dueOn = entries.compactMap(\.item.originalDueOn).min()
        if terms.dueOn != first.terms.dueOn { terms.dueWords = "" }
        let number = try await WorkItem.nextNumber(after: first.code, separator: ".", in: tx)
        let made = WorkItem.Assignment(
            id: ids.next(), tenant: first.tenant, unit: first.unit, code: "\(first.code).\(number)", parent: first.parent, terms: terms,
            assignedOn: entries.map(\.item.assignedOn).min() ?? first.assignedOn, carried: first.carried, correction: correction)
        try await WorkItem.assign([made], in: tx)
        try await ItemSource.copy(from: entries.map(\.item), to: [made].map(\.id), in: tx)
        try await record.cancel(entries.map(\.item), by: correction, statement, in: tx, ids: ids)
        return made.id
    }
}
