public import Domain
public import Storage

/// Trình hồ sơ: the unit submits a dossier that its council passed and that holds what it has to. An individual takes one of the unit's slots
/// (A03, A04); a person is put forward by one unit (A08); a unit that fails or has no basis puts nobody forward (A05).
public struct SubmitDossier: Sendable {
    public var dossier: AwardDossier.ID

    public init(dossier: AwardDossier.ID) {
        self.dossier = dossier
    }

    /// - Throws: `not-found`, `dossier-out-of-order`, `dossier-not-yours`, `dossier-not-frozen`, `dossier-verdict`, `dossier-integrity-hold`,
    ///   `dossier-incomplete`, `round-not-open`, `nomination-quota-full`, `nomination-repeated`, `nomination-elsewhere`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        let today = try await tx.officer().today
        try await TakeDossierStep(
            dossier: dossier, statement: .init(step: .submit, happenedOn: today), actions: [.proposeAward]
        ).perform(in: tx, ids: ids)
    }
}
