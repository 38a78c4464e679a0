public import Domain
public import Storage

/// Tiếp nhận: Home Affairs receives a complete dossier; from that day's law the dossier is judged (A60). A late one only by a decision.
public struct ReceiveDossier: Sendable {
    public var dossier: AwardDossier.ID
    public var happenedOn: CivilDate
    /// By which a late dossier is received all the same; empty: none.
    public var lateDecision: String

    public init(dossier: AwardDossier.ID, happenedOn: CivilDate, lateDecision: String = "") {
        self.dossier = dossier
        self.happenedOn = happenedOn
        self.lateDecision = lateDecision
    }

    /// - Throws: `not-found`, `dossier-out-of-order`, `dossier-late`, `dossier-incomplete`, `regime-missing`, `dossier-not-yours`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        try await TakeDossierStep(dossier: dossier, statement: .init(step: .receive, happenedOn: happenedOn, documentNumber: lateDecision))
            .perform(in: tx, ids: ids)
    }
}
