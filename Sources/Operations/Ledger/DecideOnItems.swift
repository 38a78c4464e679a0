public import Domain
public import Storage

/// One decision on many items: results accepted or returned, steps confirmed, time granted. All of them or none; a dry run says what would
/// come of each.
public struct DecideOnItems: Sendable {
    public var items: [WorkItem.ID]
    public var decision: Decision
    /// The report of each item that a ruling judges, beside it; nil: the last of each. An item may stand there once for each of its reports.
    public var reports: [ProgressReport.ID]?

    public init(items: [WorkItem.ID], decision: Decision, reports: [ProgressReport.ID]? = nil) {
        self.items = items
        self.decision = decision
        self.reports = reports
    }

    /// What is decided; the item that it names is replaced by each in turn.
    public enum Decision: Sendable {
        case ruling(RuleItem)
        case time(DecideExtension)
    }

    /// What became of one item, or would.
    public struct Outcome: Sendable {
        public let item: WorkItem.ID
        /// Nil where the item is not there or not for this officer.
        public let before: LedgerEntry?
        /// Nil where it was refused.
        public let after: LedgerEntry?
        public let refusal: Problem?
        /// What speaks against deciding it, and does not forbid it.
        public let caution: String?
    }

    /// No more at once: each is looked at before and afterwards.
    public static let most = 500

    /// What would come of it, item by item; nothing is changed.
    ///
    /// - Throws: `invalid-input` where no items are named, too many, or one twice.
    public func preview(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> [Outcome] {
        try check()
        return try await tx.undoing { (tx: borrowing TenantTransaction) in try await outcomes(in: tx, ids: ids) }
    }

    /// - Throws: as ``preview(in:ids:)``; `some-refused` with a fault for each item that is refused: then nothing is done.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> [Outcome] {
        try check()
        let outcomes = try await outcomes(in: tx, ids: ids)
        let faults = outcomes.enumerated().compactMap { index, outcome in
            outcome.refusal.map { refusal in
                let name = outcome.before?.item.code ?? outcome.item.description
                let fields = refusal.fields.map { "\($0.path): \($0.reason)" }.joined(separator: "; ")
                return FieldFault("$.items[\(index)]", "\(name): \(refusal.detail)" + (fields.isEmpty ? "" : " (\(fields))"))
            }
        }
        guard faults.isEmpty else {
            throw Problem(
                .refused, "some-refused",
                "\(faults.count) trong \(items.count) nhiệm vụ không thực hiện được nên chưa có nhiệm vụ nào được ghi. Bỏ các nhiệm vụ đó khỏi danh sách hoặc sửa theo từng lỗi rồi gửi lại.",
                fields: faults)
        }
        return outcomes
    }

    /// How the items stand by now.
    public func standing(in tx: borrowing TenantTransaction) async throws -> [Outcome] {
        var outcomes: [Outcome] = []
        for item in items {
            let entry = try await LedgerEntry.find(item, in: tx)
            outcomes.append(Outcome(item: item, before: entry, after: entry, refusal: nil, caution: nil))
        }
        return outcomes
    }

    /// Years that the working calendar does not know and dates that were granted, or would be, reach into.
    public func warnings(_ outcomes: [Outcome], in tx: borrowing TenantTransaction) async throws -> [CalendarGap] {
        guard case .time = decision else { return [] }
        return try await CalendarGap.found(at: outcomes.map { $0.after?.item.terms.dueOn }, in: tx)
    }

    private func check() throws(Problem) {
        var check = InputCheck()
        if items.isEmpty { check.fault("$.items", "chọn ít nhất một nhiệm vụ") }
        if items.count > Self.most { check.fault("$.items", "quá \(Self.most) nhiệm vụ; chia thành nhiều lần") }
        if let reports {
            if reports.count != items.count { check.fault("$.reports", "ghi đúng một báo cáo cho mỗi nhiệm vụ, theo cùng thứ tự") }
            if Set(reports).count != reports.count { check.fault("$.reports", "có báo cáo ghi hai lần; chỉ giữ một") }
        } else if Set(items).count != items.count {
            check.fault("$.items", "có nhiệm vụ ghi hai lần; chỉ giữ một")
        }
        try check.finish()
    }

    private func outcomes(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> [Outcome] {
        var outcomes: [Outcome] = []
        for (index, item) in items.enumerated() {
            let before = try await LedgerEntry.find(item, in: tx)
            let report = reports?[index]
            let caution = try await caution(before?.item, in: tx)
            let attempt = try await tx.attempting { (tx: borrowing TenantTransaction) in
                try await decide(on: item, report, in: tx, ids: ids)
            }
            switch attempt {
            case .success:
                let after = try await LedgerEntry.find(item, in: tx)
                outcomes.append(Outcome(item: item, before: before, after: after, refusal: nil, caution: caution))
            case .failure(let refusal):
                outcomes.append(Outcome(item: item, before: before, after: nil, refusal: refusal, caution: caution))
            }
        }
        return outcomes
    }

    /// What the province let come to the due date undecided is the Chairman's from that day on (A27): another writes down what was signed by then.
    private func caution(_ item: WorkItem?, in tx: borrowing TenantTransaction) async throws -> String? {
        guard case .time(let time) = decision, !time.isPostFacto, let item, item.assigner != item.tenant else { return nil }
        let officer = try await tx.officer()
        guard officer.role != .chairman, let waiting = try await ItemExtension.all(of: item, in: tx).undecided,
            waiting.state(at: officer.today) == .withChairman, let request = waiting.request
        else { return nil }
        return "đề nghị đã chuyển Chủ tịch UBND tỉnh từ ngày \(request.dueBefore.vietnamese); chỉ ghi văn bản ký không muộn hơn ngày đó"
    }

    private func decide(on item: WorkItem.ID, _ report: ProgressReport.ID?, in tx: borrowing TenantTransaction, ids: IDSource) async throws
    {
        switch decision {
        case .ruling(var ruling):
            ruling.item = item
            ruling.report = report ?? ruling.report
            _ = try await ruling.perform(in: tx, ids: ids)
        case .time(var time):
            time.item = item
            _ = try await time.perform(in: tx, ids: ids)
        }
    }
}
