public import Domain
public import Storage

/// The Office answers a disputed line, once. Where the unit is right, the ledger is mended by the acts that the ledger knows: an
/// acceptance that was a mistake is taken back, and the result is sent and accepted anew.
public struct AnswerReviewDispute: Sendable {
    public var dispute: ReviewDispute.ID
    public var outcome: ReviewDispute.Answer.Outcome
    public var words: String
    public var documentNumber: String

    public init(_ dispute: ReviewDispute.ID, _ outcome: ReviewDispute.Answer.Outcome, words: String, documentNumber: String = "") {
        self.dispute = dispute
        self.outcome = outcome
        self.words = words
        self.documentNumber = documentNumber
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `answered-already`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        guard let (found, _, tenant) = try await ReviewDispute.find(dispute, in: tx) else { throw Problem.notFound }
        guard try await tx.officer().may(.keepReview) else { throw Problem.notAllowed }
        var check = InputCheck()
        let words = check.line(words, "$.words", atMost: 4_000)
        let number = VietnameseText(documentNumber).string
        if number.count > 100 { check.fault("$.documentNumber", "dài quá 100 ký tự") }
        try check.finish()
        guard found.answer == nil else {
            throw Problem(.conflict, "answered-already", "Kiến nghị này đã được trả lời. Tải lại để xem.")
        }
        try await ReviewDispute.answer(dispute, of: tenant, outcome, words: words, documentNumber: number, in: tx)
    }
}

/// One dispute as it stands.
public struct ShowDispute: Sendable {
    public var id: ReviewDispute.ID

    public init(_ id: ReviewDispute.ID) {
        self.id = id
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> ReviewDispute {
        guard let found = try await ReviewDispute.find(id, in: tx) else { throw Problem.notFound }
        return found.0
    }
}
