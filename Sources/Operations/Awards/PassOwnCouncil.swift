public import Domain
public import Storage

/// What the council of a commune or sub-unit that gives passed, by its minutes: it sits on paper. The unit's own council has sessions here, and its
/// word comes from their count.
public struct PassOwnCouncil: Sendable {
    public var dossier: AwardDossier.ID
    /// Of the minutes.
    public var documentNumber: String
    /// Date of the paper or the event; nil: today.
    public var happenedOn: CivilDate?

    public init(dossier: AwardDossier.ID, documentNumber: String, happenedOn: CivilDate? = nil) {
        self.dossier = dossier
        self.documentNumber = documentNumber
        self.happenedOn = happenedOn
    }

    /// - Throws: `not-found`, `not-allowed`, `dossier-not-yours`, `dossier-out-of-order`, `dossier-not-voted`, `invalid-input`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        let day = try await tx.businessDay(happenedOn)
        try await TakeDossierStep(
            dossier: dossier, statement: .init(step: .passUnitCouncil, happenedOn: day, documentNumber: documentNumber),
            actions: [.keepCouncil]
        ).perform(in: tx, ids: ids)
    }
}
