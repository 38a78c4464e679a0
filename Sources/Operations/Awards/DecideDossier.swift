public import Domain
public import Storage

/// Ký quyết định: the Chairman, or who signs in his stead (A70), decides on a dossier that was put to him.
public struct DecideDossier: Sendable {
    public var dossier: AwardDossier.ID
    /// Date of the paper or the event; nil: today.
    public var happenedOn: CivilDate?

    public init(dossier: AwardDossier.ID, happenedOn: CivilDate? = nil) {
        self.dossier = dossier
        self.happenedOn = happenedOn
    }

    /// - Throws: `not-found`, `dossier-out-of-order`, `dossier-verdict-pending`, `dossier-integrity-hold`, `dossier-not-yours`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        let day = try await tx.businessDay(happenedOn)
        try await TakeDossierStep(
            dossier: dossier, statement: .init(step: .decide, happenedOn: day), actions: [.decideAward]
        ).perform(in: tx, ids: ids)
    }
}
