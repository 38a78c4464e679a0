public import Domain
public import Storage

/// Thẩm định: Home Affairs finds that a dossier meets the conditions; its own is appraised by whom the Chairman names, recorded by a leader (A66).
public struct AppraiseDossier: Sendable {
    public var dossier: AwardDossier.ID
    /// Date of the paper or the event; nil: today.
    public var happenedOn: CivilDate?
    /// By which the appraising body was named; needed for the dossier of Home Affairs itself.
    public var documentNumber: String

    public init(dossier: AwardDossier.ID, happenedOn: CivilDate? = nil, documentNumber: String = "") {
        self.dossier = dossier
        self.happenedOn = happenedOn
        self.documentNumber = documentNumber
    }

    /// - Throws: `not-found`, `dossier-out-of-order`, `dossier-own-appraisal`, `invalid-input`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        let day = try await tx.businessDay(happenedOn)
        try await TakeDossierStep(
            dossier: dossier, statement: .init(step: .appraise, happenedOn: day, documentNumber: documentNumber),
            actions: [.appraiseAward, .decideAward]
        ).perform(in: tx, ids: ids)
    }
}
