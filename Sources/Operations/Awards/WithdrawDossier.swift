public import Domain
public import Storage

/// Rút hồ sơ: the unit takes its dossier back before it is decided. An individual's slot becomes free until the list is locked (A04).
public struct WithdrawDossier: Sendable {
    public var dossier: AwardDossier.ID
    public var reason: String
    /// Date of the paper or the event; nil: today.
    public var happenedOn: CivilDate?

    public init(dossier: AwardDossier.ID, reason: String, happenedOn: CivilDate? = nil) {
        self.dossier = dossier
        self.reason = reason
        self.happenedOn = happenedOn
    }

    /// - Throws: `not-found`, `not-allowed`, `dossier-decided`, `dossier-closed`, `invalid-input`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        let day = try await tx.businessDay(happenedOn)
        try await TakeDossierStep(
            dossier: dossier, statement: .init(step: .withdraw, happenedOn: day, reason: reason), actions: [.proposeAward]
        ).perform(in: tx, ids: ids)
    }
}
