public import Domain
public import Storage

/// Hủy bỏ quyết định, thu hồi hiện vật và tiền thưởng: the Chairman, or the head of a unit that gave by its own authority, revokes an award on the
/// ground that was proposed (Luật Thi đua, khen thưởng 2022, Điều 93 khoản 2). The award stays in the register as revoked, its slot is not freed, its
/// money is owed from then on.
public struct RevokeDecision: Sendable {
    public var dossier: AwardDossier.ID
    public var number: String
    public var signedOn: CivilDate
    /// As it stands under the decision.
    public var signer: String
    public var facts: String

    public init(dossier: AwardDossier.ID, number: String, signedOn: CivilDate, signer: String, facts: String) {
        self.dossier = dossier
        self.number = number
        self.signedOn = signedOn
        self.signer = signer
        self.facts = facts
    }

    /// - Throws: as ``CorrectDecision``, and `revocation-not-proposed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        try await AmendAward(
            dossier: dossier, kind: .revoke, number: number, signedOn: signedOn, signer: signer, facts: facts
        ).perform(in: tx, ids: ids)
    }
}
