public import Domain
public import Storage

/// Thôi tạm dừng xét: the dossier goes on where it was held.
public struct ReleaseDossier: Sendable {
    public var dossier: AwardDossier.ID
    public var reason: String
    /// Of the paper that ended what it waited for; may be empty.
    public var documentNumber: String
    /// Date of the paper or the event; nil: today.
    public var happenedOn: CivilDate?

    public init(dossier: AwardDossier.ID, reason: String, documentNumber: String = "", happenedOn: CivilDate? = nil) {
        self.dossier = dossier
        self.reason = reason
        self.documentNumber = documentNumber
        self.happenedOn = happenedOn
    }

    /// - Throws: `not-found`, `not-allowed`, `dossier-out-of-order`, `invalid-input`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        let day = try await tx.businessDay(happenedOn)
        try await TakeDossierStep(
            dossier: dossier, statement: .init(step: .release, happenedOn: day, reason: reason, documentNumber: documentNumber),
            actions: [.appraiseAward]
        ).perform(in: tx, ids: ids)
    }
}
