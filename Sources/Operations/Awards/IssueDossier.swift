public import Domain
public import Storage

/// Ghi số, ngày ban hành: Home Affairs records the signed decision under the number that the clerk gave (domain.md 2.4), and with it the award:
/// the database reckons its money and takes the next number of the golden book. A decision covers as many dossiers as name it.
public struct IssueDossier: Sendable {
    public var dossier: AwardDossier.ID
    public var decision: Award.Decision
    /// As it stands under the paper: form and post (A70).
    public var signer: String
    /// On the certificate (A71); empty: as the nominee is called.
    public var printedName: String
    /// Date of the paper or the event; nil: today.
    public var happenedOn: CivilDate?

    public init(
        dossier: AwardDossier.ID, decision: Award.Decision, signer: String, printedName: String = "", happenedOn: CivilDate? = nil
    ) {
        self.dossier = dossier
        self.decision = decision
        self.signer = signer
        self.printedName = printedName
        self.happenedOn = happenedOn
    }

    /// - Throws: `not-found`, `not-allowed`, `dossier-out-of-order`, `invalid-input`, `decision-number-taken`, `award-recorded`,
    ///   `reward-without-rate`, `reward-without-base-salary`, `reward-without-rounding`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        guard let record = try await DossierRecord.find(dossier, in: tx) else { throw Problem.notFound }
        let officer = try await tx.officer()
        guard officer.may(.appraiseAward) else { throw Problem.notAllowed }
        if let refusal = record.standing.refusal(of: .issue, by: officer.role, maximumSupplements: 0) { throw refusal.problem }
        var check = InputCheck()
        let number = check.line(decision.number, "$.number", atMost: 100)
        let signer = check.line(signer, "$.signer", atMost: 500)
        let name = check.line(printedName.isEmpty ? record.nomineeName : printedName, "$.printedName", atMost: 500)
        if decision.signedOn > officer.today {
            check.fault("$.signedOn", "sau ngày hôm nay (\(officer.today.vietnamese)); nhập ngày trên quyết định")
        }
        try check.finish()
        let signed = Award.Decision(number: number, signedOn: decision.signedOn)
        let id: Award.DecisionID
        if let found = try await Award.decision(signed, in: tx) {
            id = found
        } else {
            id = ids.next()
            try await Award.record(signed, id: id, signer: signer, in: tx)
        }
        try await Award.record(ids.next(), by: id, of: record, printedName: name, in: tx)
        let day = try await tx.businessDay(happenedOn)
        try await TakeDossierStep(
            dossier: dossier, statement: .init(step: .issue, happenedOn: day, documentNumber: number), actions: [.appraiseAward]
        ).perform(in: tx, ids: ids)
    }
}
