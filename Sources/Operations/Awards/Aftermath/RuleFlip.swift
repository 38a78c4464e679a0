public import Domain
public import Storage

/// Home Affairs says what follows from a verdict that a correction turned round (A62), once for each version of the figures: the dossier stands, or it falls
/// and is refused or proposed for revocation as any other.
public struct RuleFlip: Sendable {
    public var dossier: AwardDossier.ID
    public var word: FlipRuling.Word
    public var reason: String
    /// May be empty.
    public var documentNumber: String

    public init(dossier: AwardDossier.ID, word: FlipRuling.Word, reason: String, documentNumber: String = "") {
        self.dossier = dossier
        self.word = word
        self.reason = reason
        self.documentNumber = documentNumber
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `not-allowed`, `verdict-unchanged`, `flip-ruled`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        let officer = try await tx.officer()
        guard officer.may(.appraiseAward), officer.place == nil else { throw Problem.notAllowed }
        guard let record = try await DossierRecord.find(dossier, in: tx) else { throw Problem.notFound }
        var check = InputCheck()
        let reason = check.passage(reason, "$.reason")
        let number = VietnameseText(documentNumber).string
        if number.count > 100 { check.fault("$.documentNumber", "dài quá 100 ký tự; rút gọn lại") }
        try check.finish()
        try await FlipRuling.record(word, id: ids.next(), of: record, reason: reason, documentNumber: number, in: tx)
    }
}
