public import Domain
public import Storage

/// Đính chính: Home Affairs, or who keeps a unit's own awards, records the letter that corrects a fault of form of a signed decision (NĐ
/// 30/2020/NĐ-CP, Điều 18). What the decision says stays readable; a fault of its content is replaced (``ReplaceDecision``).
public struct CorrectDecision: Sendable {
    public var dossier: AwardDossier.ID
    /// Of the letter.
    public var number: String
    public var signedOn: CivilDate
    /// As it stands under the letter.
    public var signer: String
    /// Why.
    public var facts: String
    /// What the decision says, and what it has to say.
    public var wrong: String
    public var right: String

    public init(
        dossier: AwardDossier.ID, number: String, signedOn: CivilDate, signer: String, facts: String, wrong: String, right: String
    ) {
        self.dossier = dossier
        self.number = number
        self.signedOn = signedOn
        self.signer = signer
        self.facts = facts
        self.wrong = wrong
        self.right = right
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `not-allowed`, `dossier-out-of-order`, `dossier-closed`, `decision-number-taken`,
    ///   `correction-of-name`, `changed-meanwhile`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        try await AmendAward(
            dossier: dossier, kind: .correct, number: number, signedOn: signedOn, signer: signer, facts: facts, wrong: wrong, right: right
        ).perform(in: tx, ids: ids)
    }
}
