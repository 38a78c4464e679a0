public import Domain
public import Storage

/// The unit disputes an item on taking note of it: it is not its function, it has it already, it has no clear date. The assigner answers
/// within two working days; until then the item stands as it was given.
public struct DisputeItem: Sendable {
    public var item: WorkItem.ID
    public var ground: DisputeStep.Ground
    /// Who should lead instead; needed where it is not the unit's function.
    public var proposedLead: String?
    /// Code of the item that it doubles; needed there.
    public var duplicateCode: String?
    public var reason: String
    public var documentNumber: String
    /// Date of the paper. Nil: today.
    public var raisedOn: CivilDate?

    public init(
        item: WorkItem.ID, ground: DisputeStep.Ground, proposedLead: String? = nil, duplicateCode: String? = nil, reason: String,
        documentNumber: String = "", raisedOn: CivilDate? = nil
    ) {
        self.item = item
        self.ground = ground
        self.proposedLead = proposedLead
        self.duplicateCode = duplicateCode
        self.reason = reason
        self.documentNumber = documentNumber
        self.raisedOn = raisedOn
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `dispute-open`, `dispute-too-late`, `item-cancelled` and the like,
    ///   `lead-answers`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> DisputeStep.ID {
        guard let entry = try await LedgerEntry.find(item, in: tx) else { throw Problem.notFound }
        if let refusal = entry.standing.refusal(of: .dispute, role: entry.item.role) { throw refusal }
        let disputes = try await ItemDispute.all(of: entry.item, in: tx)
        guard disputes.open == nil else { throw Problem.disputeOpen }
        let today = try await tx.officer().today
        var check = InputCheck()
        var statement = DisputeStep.Statement(
            kind: .raised, happenedOn: raisedOn ?? today, ground: ground, documentNumber: VietnameseText(documentNumber).string,
            reason: check.line(reason, "$.reason", atMost: 4_000))
        if statement.documentNumber.count > 100 { check.fault("$.documentNumber", "dài quá 100 ký tự") }
        check.day(statement.happenedOn, "$.raisedOn", of: entry.item, after: disputes, today: today)
        statement.proposed = try await proposed(of: entry.item, &check, in: tx)
        statement.duplicateCode = try await duplicate(of: entry.item, &check, in: tx)
        try check.finish()
        let id: DisputeStep.ID = ids.next()
        try await DisputeStep.append(statement, id: id, on: entry.item, after: disputes.lastStep, in: tx)
        return id
    }

    private func proposed(of item: WorkItem, _ check: inout InputCheck, in tx: borrowing TenantTransaction) async throws
        -> LedgerReferences.Unit?
    {
        guard ground == .notItsFunction else {
            if proposedLead != nil { check.fault("$.proposedLead", "chỉ đề xuất khi nhiệm vụ không đúng chức năng; bỏ trường này") }
            return nil
        }
        guard let proposedLead, !VietnameseText(proposedLead).isEmpty else {
            check.fault("$.proposedLead", "đề xuất cơ quan chủ trì")
            return nil
        }
        let names = UnitNames(try await LedgerReferences.whoCouldLead(item, in: tx))
        do throws(UnitNames.Fault) {
            let place = try names.unit(proposedLead)
            guard place.unit != item.unit else {
                check.fault("$.proposedLead", "đang là cơ quan chủ trì; đề xuất cơ quan khác")
                return nil
            }
            return place
        } catch {
            check.fault("$.proposedLead", error.reason)
            return nil
        }
    }

    private func duplicate(of item: WorkItem, _ check: inout InputCheck, in tx: borrowing TenantTransaction) async throws -> String? {
        guard ground == .duplicate else {
            if duplicateCode != nil { check.fault("$.duplicateCode", "chỉ ghi khi trùng với nhiệm vụ khác; bỏ trường này") }
            return nil
        }
        let code = check.line(duplicateCode ?? "", "$.duplicateCode", atMost: 64)
        guard !code.isEmpty else { return nil }
        let names = try await ItemNames([code], in: tx)
        if names.items(code).isEmpty {
            check.fault("$.duplicateCode", ItemNames.Fault.unknown(code).reason)
        } else if code == item.code {
            check.fault("$.duplicateCode", "là chính nhiệm vụ này; ghi mã nhiệm vụ mà nó trùng")
        }
        return code
    }
}

extension InputCheck {
    /// A step is not of the future, not before the item was given, and not before the step that it follows.
    mutating func day(_ day: CivilDate, _ path: String, of item: WorkItem, after disputes: [ItemDispute], today: CivilDate) {
        if day > today { fault(path, "sau ngày hôm nay (\(today.vietnamese)); nhập ngày trên văn bản") }
        if day < item.assignedOn { fault(path, "trước ngày giao (\(item.assignedOn.vietnamese)); kiểm tra lại ngày trên văn bản") }
        if let last = disputes.lastStep, day < last.happenedOn {
            fault(
                path,
                "trước ngày \(last.happenedOn.vietnamese) của bước liền trước (\(last.kind.vietnamese)); kiểm tra lại ngày trên văn bản")
        }
    }
}

extension Problem {
    fileprivate static let disputeOpen = Problem(
        .conflict, "dispute-open", "Kiến nghị trước đang chờ trả lời. Chờ cơ quan giao trả lời.")
}
