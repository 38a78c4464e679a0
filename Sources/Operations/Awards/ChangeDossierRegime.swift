public import Domain
public import Storage

/// Home Affairs puts a dossier under another regime than that of the day on which it was complete, with its reason (A60); until it is decided.
public struct ChangeDossierRegime: Sendable {
    public var dossier: AwardDossier.ID
    /// Code of the regime.
    public var regime: String
    public var reason: String

    public init(dossier: AwardDossier.ID, regime: String, reason: String) {
        self.dossier = dossier
        self.regime = regime
        self.reason = reason
    }

    /// - Throws: `not-found`, `not-allowed`, `regime-fixed`, `regime-unchanged`, `invalid-input`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        guard let record = try await DossierRecord.find(dossier, in: tx) else { throw Problem.notFound }
        guard try await tx.officer().may(.appraiseAward) else { throw Problem.notAllowed }
        try await record.refuseOnesOwn(in: tx)
        let regimes = try await LegalRegime.all(in: tx)
        guard let chosen = regimes.first(where: { $0.code == regime }) else {
            let codes = regimes.map(\.code).joined(separator: ", ")
            throw Problem.invalid("$.regime", "không có quy định này; chọn một trong: \(codes)")
        }
        let reason = VietnameseText.composed(reason)
        if reason.count > 4_000 { throw Problem.invalid("$.reason", "dài quá 4.000 ký tự; rút gọn lại") }
        guard record.standing.isRegimeOpen, let code = record.regime, let now = regimes.first(where: { $0.code == code }) else {
            throw AwardRefusal.regimeFixed.problem
        }
        do {
            _ = try RegimePin(regime: now, receivedOn: record.completeOn ?? record.draftedOn, reason: nil)
                .changed(to: chosen, reason: reason, in: record.standing.state)
        } catch { throw error.problem }
        try await LegalRegime.choose(chosen.code, reason: reason, id: ids.next(), for: record, in: tx)
    }
}
