public import Domain
public import Storage

/// Trao tặng: the award was handed over (domain.md 1.9).
public struct PresentDossier: Sendable {
    public var dossier: AwardDossier.ID
    /// Date of the paper or the event; nil: today.
    public var happenedOn: CivilDate?
    /// Where, at which event; may be empty.
    public var note: String

    public init(dossier: AwardDossier.ID, happenedOn: CivilDate? = nil, note: String = "") {
        self.dossier = dossier
        self.happenedOn = happenedOn
        self.note = note
    }

    /// - Throws: `not-found`, `not-allowed`, `dossier-out-of-order`, `invalid-input`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        let day = try await tx.businessDay(happenedOn)
        try await TakeDossierStep(
            dossier: dossier, statement: .init(step: .present, happenedOn: day, reason: note), actions: [.appraiseAward]
        ).perform(in: tx, ids: ids)
    }
}
