public import Domain
public import Storage

/// The assigner answers a dispute: he upholds it by giving the item to another lead, by another date or by another item in its place, or he
/// rejects it. What he does about it is done in the same transaction.
public struct AnswerDispute: Sendable {
    public var item: WorkItem.ID
    public var answer: Answer
    public var paper: PassingPaper

    public init(item: WorkItem.ID, answer: Answer, paper: PassingPaper) {
        self.item = item
        self.answer = answer
        self.paper = paper
    }

    public enum Answer: Sendable, Hashable {
        case rejected
        /// The lead: slug, code, id or full name. Nil: the one that the unit proposed. The date: nil, the one that it had.
        case transferred(to: String?, dueOn: CivilDate?)
        case newDate(CivilDate?)
        /// By code or id. Nil: the one that the unit named as doubled.
        case replaced(by: String?)

        /// - Parameters:
        ///   - remedy: nil where it is rejected.
        ///   - lead: of a transfer.
        ///   - dueOn: the new date, or the new lead's.
        ///   - by: code or id of what stands in the item's place.
        public init(_ remedy: DisputeStep.Remedy?, lead: String? = nil, dueOn: CivilDate? = nil, by: String? = nil) {
            self =
                switch remedy {
                case .transferred: .transferred(to: lead, dueOn: dueOn)
                case .newDate: .newDate(dueOn)
                case .replaced: .replaced(by: by)
                case nil: .rejected
                }
        }
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `no-dispute`, and as ``TransferItem``, ``ReplaceItem`` and
    ///   ``ChangeItem`` do.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> DisputeStep.ID {
        guard let entry = try await LedgerEntry.find(item, in: tx) else { throw Problem.notFound }
        if let refusal = entry.standing.refusal(of: .answerDispute, role: entry.item.role) { throw refusal }
        let disputes = try await ItemDispute.all(of: entry.item, in: tx)
        guard let open = disputes.open else { throw Problem.noDispute }
        let today = try await tx.officer().today
        var check = InputCheck()
        let decision = try await paper.decision(.replaced, on: entry.item, &check, in: tx)
        check.day(decision.decidedOn ?? today, "$.decidedOn", of: entry.item, after: disputes, today: today)
        switch answer {
        case .newDate(nil): check.fault("$.dueOn", "nhập thời hạn mới")
        case .replaced(by: nil) where open.raised.duplicateCode == nil: check.fault("$.by", "chọn nhiệm vụ thay thế")
        default: break
        }
        try check.finish()
        var statement = DisputeStep.Statement(
            kind: .upheld, happenedOn: decision.decidedOn ?? today, documentNumber: decision.documentNumber,
            documentIssuer: decision.documentIssuer, reason: decision.reason)
        switch answer {
        case .rejected: statement.kind = .rejected
        case .transferred(let lead, let dueOn):
            let transfer = TransferItem(item: item, lead: lead ?? open.raised.proposedLead ?? "", dueOn: dueOn, paper: paper)
            (statement.remedy, statement.ruling) = (.transferred, try await transfer.perform(in: tx, ids: ids).ruling)
        case .replaced(let by):
            let replacement = ReplaceItem(item: item, by: by ?? open.raised.duplicateCode ?? "", paper: paper)
            (statement.remedy, statement.ruling) = (.replaced, try await replacement.perform(in: tx, ids: ids))
        case .newDate(let day):
            var changes = ChangeItem.Changes()
            changes.dueOn = day
            var change = ChangeItem(
                id: item, version: entry.item.version, changes: changes,
                reason: "Chấp nhận kiến nghị theo văn bản số \(decision.documentNumber)")
            (change.documentNumber, change.documentIssuer) = (decision.documentNumber, decision.documentIssuer)
            change.documentOn = decision.decidedOn
            try await change.perform(in: tx)
            (statement.remedy, statement.newDueOn) = (.newDate, day)
        }
        let id: DisputeStep.ID = ids.next()
        try await DisputeStep.append(statement, id: id, on: entry.item, after: disputes.lastStep, in: tx)
        return id
    }
}

extension Problem {
    fileprivate static let noDispute = Problem(
        .refused, "no-dispute", "Không có kiến nghị nào chờ trả lời. Tải lại để xem trạng thái của nhiệm vụ.")
}
