public import Domain
public import Storage

/// Enters a signed paper of another: who signed it, number, day, abstract. The scan follows (``AttachPaperFile``), then what the paper decides.
public struct RecordPaper: Sendable {
    public var head: PaperAct.Head

    public init(_ head: PaperAct.Head) {
        self.head = head
    }

    /// - Throws: `invalid-input` with every field at fault; `paper-there` where the same paper was recorded before; `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> PaperAct.ID {
        let officer = try await tx.officer()
        guard officer.may(.recordPaper) else { throw Problem.notAllowed }
        var check = InputCheck()
        let number = check.line(head.number, "$.number", atMost: 100)
        let abstract = check.line(head.abstract, "$.abstract", atMost: 4_000)
        if head.signedOn > officer.today {
            check.fault("$.signedOn", "sau ngày hôm nay (\(officer.today.vietnamese)); nhập ngày trên văn bản")
        }
        let signer = try await PaperAct.signer(head.signer, on: head.signedOn, in: tx)
        if signer == nil {
            check.fault("$.signer", "không phải chức vụ của đơn vị đang được giữ vào ngày ký; chọn chức vụ của người ký")
        } else if signer?.0 == officer.person {
            check.fault("$.signer", "là chính người ghi nhận; người ký tự thực hiện việc của mình")
        }
        try check.finish()
        guard let signer else { throw Problem.notFound }
        let id: PaperAct.ID = ids.next()
        try await PaperAct.insert(
            PaperAct.Head(signer: head.signer, number: number, signedOn: head.signedOn, abstract: abstract), by: signer, id: id, in: tx)
        return id
    }
}
