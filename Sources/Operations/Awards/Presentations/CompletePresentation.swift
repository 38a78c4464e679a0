public import Domain
public import Storage

/// Home Affairs, or who keeps a unit's own awards, records, once and on or after its day, that an event was held: every award of its order was presented,
/// but for those that are named as absent, which may stand in the order of another.
public struct CompletePresentation: Sendable {
    public var presentation: Presentation.ID
    public var absent: Set<AwardDossier.ID>

    public init(_ presentation: Presentation.ID, absent: Set<AwardDossier.ID> = []) {
        self.presentation = presentation
        self.absent = absent
    }

    /// - Throws: `not-found`, `not-allowed`, `presentation-not-held`, `presentation-completed`, `invalid-input`; `dossier-out-of-order` where an award was
    ///   presented or revoked meanwhile.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        let officer = try await tx.officer()
        guard let found = try await Presentation.find(presentation, in: tx) else { throw Problem.notFound }
        guard officer.keepsAwards(of: found.giver, in: found.tenant) else { throw Problem.notAllowed }
        guard absent.isSubset(of: found.awardees.map(\.dossier)) else {
            throw Problem.invalid("$.absent", "có hồ sơ không nằm trong danh sách trao tặng")
        }
        // First, so that nobody is added meanwhile.
        guard try await Presentation.complete(presentation, in: tx) else { throw Problem.notAllowed }
        for awardee in found.awardees where !absent.contains(awardee.dossier) {
            try await TakeDossierStep(
                dossier: awardee.dossier,
                statement: .init(step: .present, happenedOn: found.heldOn, reason: found.words, documentNumber: found.documentNumber),
                actions: [.appraiseAward]
            ).perform(in: tx, ids: ids)
        }
    }
}
