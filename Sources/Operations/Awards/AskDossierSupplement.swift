public import Domain
public import Storage

/// Yêu cầu bổ sung hồ sơ: Home Affairs names all defects in one list, as often as the parameter `maxReturns` allows (domain.md 1.5).
public struct AskDossierSupplement: Sendable {
    public var dossier: AwardDossier.ID
    /// Every defect, in one list.
    public var defects: String
    /// Date of the paper or the event; nil: today.
    public var happenedOn: CivilDate?

    public init(dossier: AwardDossier.ID, defects: String, happenedOn: CivilDate? = nil) {
        self.dossier = dossier
        self.defects = defects
        self.happenedOn = happenedOn
    }

    /// - Throws: `not-found`, `dossier-out-of-order`, `dossier-supplements-exhausted`, `invalid-input`, `dossier-not-yours`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        let day = try await tx.businessDay(happenedOn)
        try await TakeDossierStep(
            dossier: dossier, statement: .init(step: .askSupplement, happenedOn: day, reason: defects),
            actions: [.appraiseAward]
        ).perform(in: tx, ids: ids)
    }
}
