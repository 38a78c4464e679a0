public import Domain
public import Storage

/// What followed the decision on a dossier: proposals to revoke, papers that amend it, money that comes back, certificates given anew, and what was
/// ruled on a verdict that was turned round.
public struct ShowAftermath: Sendable {
    public var dossier: AwardDossier.ID

    public init(_ dossier: AwardDossier.ID) {
        self.dossier = dossier
    }

    /// - Throws: `not-found`; `not-allowed` of what another than the acting unit gives.
    public func perform(in tx: borrowing TenantTransaction) async throws -> AwardAftermath {
        guard let record = try await DossierRecord.find(dossier, in: tx) else { throw Problem.notFound }
        let officer = try await tx.officer()
        guard record.dossier.giver.map(officer.readsAftermath) ?? (officer.place == nil) else { throw Problem.notAllowed }
        let given = try await DossierDetail.Given.find(of: record.dossier, in: tx)
        let isRevoked = record.standing.state == .revoked
        let giving = isRevoked && record.dossier.giver != nil ? try await OwnGiving.find(of: dossier, in: tx) : nil
        // What a unit gives by its own authority rests on no verdict of the province's review.
        var (rulings, version): ([FlipRuling], Int?) = ([], nil)
        if record.dossier.giver == nil { (rulings, version) = try await FlipRuling.all(of: record, in: tx) }
        return AwardAftermath(
            record: record, given: given, corrections: try await DecisionCorrection.all(of: record.dossier, in: tx),
            proposals: try await RevocationProposal.all(of: dossier, in: tx),
            amendments: try await AwardAmendment.all(of: dossier, in: tx),
            recovery: isRevoked ? try await RewardRecovery.find(of: dossier, due: given?.reward ?? 0, fund: giving?.budget, in: tx) : nil,
            copies: try await CertificateCopy.all(of: record, in: tx), rulings: rulings,
            isFlipRuled: rulings.contains { $0.version == version }, papers: try await AwardAftermath.Paper.all(of: record.dossier, in: tx),
            officer: officer)
    }
}
