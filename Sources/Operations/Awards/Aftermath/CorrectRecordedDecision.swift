public import Domain
public import Storage

/// Sửa số ghi nhầm: who recorded a signed decision puts right what he typed of it, number, day or signer, with all that it gave; what stood there before
/// stays with his reason. The paper itself is as it was signed: one that is wrong is corrected by a letter (``CorrectDecision``) or replaced.
public struct CorrectRecordedDecision: Sendable {
    public var dossier: AwardDossier.ID
    /// As the clerk gave it; empty: as it stands.
    public var number: String
    /// Nil: as it stands.
    public var signedOn: CivilDate?
    /// Form and post as under the paper; empty: as it stands.
    public var signer: String
    public var reason: String

    public init(dossier: AwardDossier.ID, number: String = "", signedOn: CivilDate? = nil, signer: String = "", reason: String) {
        self.dossier = dossier
        self.number = number
        self.signedOn = signedOn
        self.signer = signer
        self.reason = reason
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `not-allowed`, `dossier-out-of-order`, `decision-number-taken`,
    ///   `decision-unchanged`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        let officer = try await tx.officer()
        guard let record = try await DossierRecord.find(dossier, in: tx) else { throw Problem.notFound }
        try record.admitAftermath(.clerk, officer)
        guard record.standing.state.isDecided, let given = try await DossierDetail.Given.find(of: record.dossier, in: tx) else {
            throw Problem(
                .refused, "dossier-out-of-order",
                "Chưa ghi quyết định khen thưởng của hồ sơ này vào sổ, hoặc quyết định đã hủy bỏ, nên không có gì để sửa. Tải lại để xem.")
        }
        var check = InputCheck()
        let typed = VietnameseText(self.number).isEmpty ? given.decision.number : check.line(self.number, "$.number", atMost: 100)
        let signer = VietnameseText(signer).isEmpty ? given.signer : check.line(signer, "$.signer", atMost: 500)
        let day = signedOn ?? given.decision.signedOn
        if day > officer.today {
            check.fault("$.signedOn", "sau ngày hôm nay (\(officer.today.vietnamese)); nhập ngày ký trên quyết định")
        }
        let reason = check.passage(reason, "$.reason")
        try check.finish()
        var symbol = DecisionNumber.ofTheProvince
        if let tenant = tx.tenant { symbol = try await DecisionNumber.symbol(giving: dossier, in: tenant, in: tx) }
        let number = typed == given.decision.number ? typed : DecisionNumber(typed, symbol: symbol).text
        try await Award.correct(.init(number: number, signedOn: day), signer: signer, reason: reason, of: record, in: tx)
    }
}
