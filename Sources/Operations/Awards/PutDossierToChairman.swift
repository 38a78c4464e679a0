public import Domain
public import Storage

/// Trình ký: Home Affairs puts the dossier to the Chairman, in a review after the provincial council, for a deed once it is appraised; of what a unit
/// gives itself who keeps its awards puts it to who signs there.
public struct PutDossierToChairman: Sendable {
    public var dossier: AwardDossier.ID
    /// Of the tờ trình, as the clerk gave it (domain.md 2.4).
    public var documentNumber: String
    /// Date of the paper or the event; nil: today.
    public var happenedOn: CivilDate?

    public init(dossier: AwardDossier.ID, documentNumber: String, happenedOn: CivilDate? = nil) {
        self.dossier = dossier
        self.documentNumber = documentNumber
        self.happenedOn = happenedOn
    }

    /// - Throws: `not-found`, `not-allowed`, `dossier-out-of-order`, `invalid-input`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        let day = try await tx.businessDay(happenedOn)
        try await TakeDossierStep(
            dossier: dossier, statement: .init(step: .putToChairman, happenedOn: day, documentNumber: documentNumber),
            actions: [.appraiseAward]
        ).perform(in: tx, ids: ids)
    }
}
