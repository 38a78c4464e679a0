public import Domain
public import Storage

/// Home Affairs, or who keeps a unit's own awards, proposes to revoke an award on one of the four grounds (Luật Thi đua, khen thưởng 2022, Điều 93
/// khoản 2), with the finding or the judgment that it rests on.
public struct ProposeRevocation: Sendable {
    public var dossier: AwardDossier.ID
    public var ground: RevocationGround
    public var facts: String
    public var documentNumber: String
    public var documentOn: CivilDate

    public init(dossier: AwardDossier.ID, ground: RevocationGround, facts: String, documentNumber: String, documentOn: CivilDate) {
        self.dossier = dossier
        self.ground = ground
        self.facts = facts
        self.documentNumber = documentNumber
        self.documentOn = documentOn
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `not-allowed`, `dossier-out-of-order`, `revocation-proposed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        let officer = try await tx.officer()
        guard let record = try await DossierRecord.find(dossier, in: tx) else { throw Problem.notFound }
        try record.admitAftermath(.appraiser, officer)
        try await record.refuseOnesOwn(in: tx)
        var check = InputCheck()
        let facts = check.passage(facts, "$.facts")
        let number = check.line(documentNumber, "$.documentNumber", atMost: 100)
        if documentOn > officer.today {
            check.fault("$.documentOn", "sau ngày hôm nay (\(officer.today.vietnamese)); nhập ngày trên văn bản")
        }
        try check.finish()
        try await RevocationProposal.record(
            ids.next(), of: record, ground: ground, facts: facts, documentNumber: number, documentOn: documentOn, in: tx)
    }
}
