public import Domain
public import Storage

/// Bổ sung hồ sơ: the unit sends the dossier back with what was wanting; the clock goes on (domain.md 1.6).
public struct SupplementDossier: Sendable {
    public var dossier: AwardDossier.ID
    /// Date of the paper or the event; nil: today.
    public var happenedOn: CivilDate?
    /// What was mended; may be empty.
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
            dossier: dossier, statement: .init(step: .supplement, happenedOn: day, reason: note), actions: [.proposeAward]
        ).perform(in: tx, ids: ids)
    }
}
