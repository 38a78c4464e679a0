public import Domain
public import Storage

/// One signed paper of the tenant entered.
public struct ShowPaper: Sendable {
    public var paper: PaperAct.ID

    public init(_ paper: PaperAct.ID) {
        self.paper = paper
    }

    /// - Throws: ``Problem/notFound``.
    public func perform(in tx: borrowing TenantTransaction) async throws -> PaperAct {
        guard let paper = try await PaperAct.find(paper, in: tx) else { throw Problem.notFound }
        return paper
    }

    /// The paper from which an act is recorded that its signer must have been allowed.
    ///
    /// - Throws: ``Problem/notFound``, ``Problem/notAllowed``; `paper-without-scan`, `signer-not-allowed`.
    func perform(for action: Action, in tx: borrowing TenantTransaction) async throws -> PaperAct {
        let found = try await perform(in: tx)
        guard try await tx.officer().may(.recordPaper) else { throw Problem.notAllowed }
        guard found.file != nil else {
            throw Problem(
                .refused, "paper-without-scan", "Văn bản chưa có bản chụp. Gửi tệp PDF, PNG hoặc JPG của văn bản đã ký rồi ghi nhận.")
        }
        guard Policy.of(found.signerRole).actions.contains(action) else {
            throw Problem(
                .refused, "signer-not-allowed",
                "Người ký “\(found.signerTitle)” không có quyền \(action.vietnamese), nên văn bản này không ghi nhận được việc đó. Kiểm tra lại người ký."
            )
        }
        return found
    }
}
