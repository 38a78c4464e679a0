public import Domain
public import Storage

/// One step of a remedy: its owner reports what was done; who ordered it confirms, sends it back or withdraws it.
public struct TakeRemedyStep: Sendable {
    public var remedy: Remedy.ID
    public var step: Remedy.Step
    /// What was done, or why it comes back.
    public var words: String
    /// Of the paper that shows it; with its day, or neither.
    public var documentNumber: String
    public var documentOn: CivilDate?
    /// Of a return: until when now; nil: the day stands.
    public var dueOn: CivilDate?

    public init(
        _ remedy: Remedy.ID, _ step: Remedy.Step, words: String = "", documentNumber: String = "", documentOn: CivilDate? = nil,
        dueOn: CivilDate? = nil
    ) {
        self.remedy = remedy
        self.step = step
        self.words = words
        self.documentNumber = documentNumber
        self.documentOn = documentOn
        self.dueOn = dueOn
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found` where it is not in sight, `not-allowed`, `remedy-out-of-order`,
    ///   `remedy-owner-ended`, `remedy-own-report`, `changed-meanwhile`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Remedy.ID {
        let officer = try await tx.officer()
        guard let kept = try await Remedy.find(remedy, in: tx) else { throw Problem.notFound }
        guard Remedy.state(after: step, in: kept.state) != nil else {
            throw Problem(
                .refused, "remedy-out-of-order",
                "Yêu cầu khắc phục ở trạng thái “\(kept.state.vietnamese)” nên không thực hiện được việc “\(step.vietnamese)”. Tải lại để xem việc tiếp theo."
            )
        }
        let party = Remedy.party(of: step)
        guard try await kept.isMove(of: officer, party, in: tx) else {
            throw Problem.onlyFor(step.vietnamese, party.vietnamese)
        }
        if step == .return, kept.ownerHasEnded {
            throw Problem(
                .refused, "remedy-owner-ended",
                "Đơn vị khắc phục đã kết thúc hoạt động nên không trả lại được. Xác nhận đã khắc phục, hoặc rút yêu cầu và nêu lý do.")
        }
        var check = InputCheck()
        let words = step.needsWords ? check.passage(words, "$.words") : VietnameseText.composed(words)
        let number = VietnameseText(documentNumber).string
        if !step.needsWords, words.count > 4_000 { check.fault("$.words", "dài quá 4.000 ký tự; rút gọn lại") }
        if number.count > 100 { check.fault("$.documentNumber", "dài quá 100 ký tự; rút gọn lại") }
        if number.isEmpty != (documentOn == nil) {
            check.fault("$.documentOn", "ghi cả số, ký hiệu và ngày của văn bản, hoặc không ghi")
        }
        if let documentOn, documentOn > officer.today { check.fault("$.documentOn", "không được sau ngày hôm nay") }
        if dueOn != nil, step != .return { check.fault("$.dueOn", "chỉ ghi khi trả lại") }
        try check.finish()
        try await kept.append(
            step, id: ids.next(), words: words, documentNumber: number, documentOn: documentOn, dueOn: dueOn, in: tx)
        return remedy
    }
}
