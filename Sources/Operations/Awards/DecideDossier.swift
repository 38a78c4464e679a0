public import Domain
public import Storage

/// Ký quyết định: the Chairman, or who signs in his stead (A70), decides on a dossier that was put to him.
public struct DecideDossier: Sendable {
    public var dossier: AwardDossier.ID
    public var happenedOn: CivilDate

    public init(dossier: AwardDossier.ID, happenedOn: CivilDate) {
        self.dossier = dossier
        self.happenedOn = happenedOn
    }

    /// - Throws: `not-found`, `dossier-out-of-order`, `dossier-verdict-pending`, `dossier-integrity-hold`, `dossier-not-yours`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        try await TakeDossierStep(dossier: dossier, statement: .init(step: .decide, happenedOn: happenedOn)).perform(in: tx, ids: ids)
    }
}
