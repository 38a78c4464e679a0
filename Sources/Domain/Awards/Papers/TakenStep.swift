/// A step that was taken with a dossier, by what papers quote of it.
public struct TakenStep: Sendable, Hashable {
    public let dossier: AwardDossier.ID
    public let step: AwardDossier.Step
    public let happenedOn: CivilDate
    public let reason: String
    /// Empty where none was recorded.
    public let documentNumber: String
    /// Of the council that decided.
    public let session: CouncilSession.ID?
    /// Whose step it was; nil where it was out of order.
    public let party: AwardParty?

    public init(
        dossier: AwardDossier.ID, step: AwardDossier.Step, happenedOn: CivilDate, reason: String, documentNumber: String,
        session: CouncilSession.ID?, party: AwardParty?
    ) {
        self.dossier = dossier
        self.step = step
        self.happenedOn = happenedOn
        self.reason = reason
        self.documentNumber = documentNumber
        self.session = session
        self.party = party
    }
}

/// What was given for a dossier, as its certificate says it.
public struct PrintedAward: Sendable, Hashable {
    public let dossier: AwardDossier.ID
    public let decision: Award.Decision
    /// As it stands under the decision: `KT. CHỦ TỊCH / PHÓ CHỦ TỊCH`.
    public let signer: String
    /// On the certificate as it was signed (A71).
    public let name: String
    /// Of a person, at the time of the award.
    public let post: String
    /// By the unit and the nominee (A71).
    public let isNameConfirmed: Bool
    /// As the last decision in its place has it; else ``name``.
    public let nameNow: String
    /// As ``nameNow``.
    public let postNow: String
    /// The last decision in its place; nil of one that stands as it was signed.
    public let replacement: Award.Decision?
    /// As it stands under ``replacement``.
    public let replacementSigner: String
    /// Number in the golden book; nil where it has none.
    public let register: Int?
    /// VND, as it was reckoned when the award was recorded; nil: without money.
    public let reward: Int?

    public init(
        dossier: AwardDossier.ID, decision: Award.Decision, signer: String, name: String, post: String, isNameConfirmed: Bool,
        nameNow: String? = nil, postNow: String? = nil, replacement: Award.Decision? = nil, replacementSigner: String = "", register: Int?,
        reward: Int? = nil
    ) {
        self.dossier = dossier
        self.decision = decision
        self.signer = signer
        self.name = name
        self.post = post
        self.isNameConfirmed = isNameConfirmed
        self.nameNow = nameNow ?? name
        self.postNow = postNow ?? post
        self.replacement = replacement
        self.replacementSigner = replacementSigner
        self.register = register
        self.reward = reward
    }
}
