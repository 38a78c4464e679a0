public import Domain
public import Storage

/// Thay thế quyết định: the Chairman, or the head of a unit that gave by its own authority, signs a decision in the place of one that was wrong in
/// its content (NĐ 30/2020/NĐ-CP, Điều 18). It names the one that it replaces, which stays readable; from it on the certificate bears the new name
/// and post.
public struct ReplaceDecision: Sendable {
    public var dossier: AwardDossier.ID
    public var number: String
    public var signedOn: CivilDate
    /// As it stands under the decision.
    public var signer: String
    /// What was wrong.
    public var facts: String
    public var printedName: String
    /// Empty of a collective; of a person: as it was printed.
    public var printedPost: String

    public init(
        dossier: AwardDossier.ID, number: String, signedOn: CivilDate, signer: String, facts: String, printedName: String,
        printedPost: String = ""
    ) {
        self.dossier = dossier
        self.number = number
        self.signedOn = signedOn
        self.signer = signer
        self.facts = facts
        self.printedName = printedName
        self.printedPost = printedPost
    }

    /// - Throws: as ``CorrectDecision``.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        try await AmendAward(
            dossier: dossier, kind: .replace, number: number, signedOn: signedOn, signer: signer, facts: facts, printedName: printedName,
            printedPost: printedPost
        ).perform(in: tx, ids: ids)
    }
}
