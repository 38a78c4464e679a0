public import Domain
public import Storage

/// Splits a compound item into several, by a correction record (A15). The parts are given and due as the whole was, so that nobody gains
/// time by it; the whole is cancelled by the same record.
public struct SplitItem: Sendable {
    public var item: WorkItem.ID
    public var parts: [Part]
    public var record: CorrectionRecord

    public struct Part: Sendable {
        public var title: String
        /// Of a target; the whole's when nil.
        public var goal: WorkItem.Goal?

        public init(title: String, goal: WorkItem.Goal? = nil) {
            self.title = title
            self.goal = goal
        }
    }

    public init(item: WorkItem.ID, parts: [Part], record: CorrectionRecord) {
        self.item = item
        self.parts = parts
        self.record = record
    }

    /// No more parts of one item.
    public static let most = 20

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `not-cut-anew`, `own-work`, `not-allowed`.
    /// - Returns: The parts, in order.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> [WorkItem.ID] {
        guard let entry = try await LedgerEntry.find(item, in: tx) else { throw Problem.notFound }
        let whole = entry.item
        try await record.refuse([entry], in: tx)
        var check = InputCheck()
        let statement = record.statement(.split, today: try await tx.officer().today, &check)
        if !(2...Self.most).contains(parts.count) { check.fault("$.parts", "tách thành từ 2 đến \(Self.most) nhiệm vụ") }
        var terms: [WorkItem.Terms] = []
        for (index, part) in parts.enumerated() {
            var made = whole.terms
            made.title = check.openLine(part.title, "$.parts[\(index)].title", atMost: 4_000)
            if whole.kind == .task, part.goal != nil {
                check.fault("$.parts[\(index)].goal", "nhiệm vụ không có giá trị chỉ tiêu; bỏ trường này")
            }
            if let goal = part.goal, whole.kind == .target {
                made.goal = goal.following(whole.terms.goal)
                if goal.direction.isReduction, goal.baseline == nil {
                    check.fault("$.parts[\(index)].goal.baseline", "nhập giá trị gốc để tính mức giảm")
                }
            }
            terms.append(made)
        }
        try check.finish()

        let correction: ItemCorrection.ID = ids.next()
        try await ItemCorrection.append(statement, id: correction, on: whole, in: tx)
        let number = try await WorkItem.nextNumber(after: whole.code, separator: ".", in: tx)
        let parts = terms.enumerated().map { index, terms in
            WorkItem.Assignment(
                id: ids.next(), tenant: whole.tenant, unit: whole.unit, code: "\(whole.code).\(number + index)", parent: whole.parent,
                terms: terms, assignedOn: whole.assignedOn, carried: whole.carried, correction: correction)
        }
        try await WorkItem.assign(parts, in: tx)
        try await ItemSource.copy(from: [whole], to: parts.map(\.id), in: tx)
        try await record.cancel([whole], by: correction, statement, in: tx, ids: ids)
        return parts.map(\.id)
    }
}
