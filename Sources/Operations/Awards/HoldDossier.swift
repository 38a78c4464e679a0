public import Domain
public import Storage

/// Tạm dừng xét: Home Affairs stops a dossier while discipline, an investigation or a complaint is under way; the clock stops with it
/// (domain.md 1.3, 1.6).
public struct HoldDossier: Sendable {
    public var dossier: AwardDossier.ID
    public var reason: String
    /// Of the paper that opened what it waits for; may be empty.
    public var documentNumber: String
    /// Date of the paper or the event; nil: today.
    public var happenedOn: CivilDate?

    public init(dossier: AwardDossier.ID, reason: String, documentNumber: String = "", happenedOn: CivilDate? = nil) {
        self.dossier = dossier
        self.reason = reason
        self.documentNumber = documentNumber
        self.happenedOn = happenedOn
    }

    /// - Throws: `not-found`, `not-allowed`, `dossier-held`, `dossier-decided`, `dossier-out-of-order`, `invalid-input`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        let day = try await tx.businessDay(happenedOn)
        try await TakeDossierStep(
            dossier: dossier, statement: .init(step: .hold, happenedOn: day, reason: reason, documentNumber: documentNumber),
            actions: [.appraiseAward]
        ).perform(in: tx, ids: ids)
    }
}
