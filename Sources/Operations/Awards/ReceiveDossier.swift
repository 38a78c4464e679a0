public import Domain
public import Storage

/// Tiếp nhận: Home Affairs receives a complete dossier; from that day's law the dossier is judged (A60). A late one only by a decision.
public struct ReceiveDossier: Sendable {
    public var dossier: AwardDossier.ID
    /// Date of the paper or the event; nil: today.
    public var happenedOn: CivilDate?
    /// By which a late dossier is received all the same; empty: none.
    public var lateDecision: String

    public init(dossier: AwardDossier.ID, happenedOn: CivilDate? = nil, lateDecision: String = "") {
        self.dossier = dossier
        self.happenedOn = happenedOn
        self.lateDecision = lateDecision
    }

    /// - Throws: `not-found`, `dossier-out-of-order`, `dossier-late`, `dossier-incomplete`, `regime-missing`, `dossier-not-yours`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        let day = try await tx.businessDay(happenedOn)
        try await TakeDossierStep(
            dossier: dossier, statement: .init(step: .receive, happenedOn: day, documentNumber: lateDecision),
            actions: [.appraiseAward]
        ).perform(in: tx, ids: ids)
    }
}
