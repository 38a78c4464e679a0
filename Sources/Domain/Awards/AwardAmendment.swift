/// The paper by which an award that was given was corrected, replaced or revoked. What it amends stays as it was signed, and it names it.
public struct AwardAmendment: Sendable, Hashable {
    public typealias ID = EntityID<AwardAmendment>

    /// NĐ 30/2020/NĐ-CP, Điều 18: a fault of form by a letter, of content by a paper of equal form.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case correct, replace, revoke

        public var step: AwardDossier.Step {
            switch self {
            case .correct: .correct
            case .replace: .replace
            case .revoke: .revoke
            }
        }

        /// What the paper is called.
        public var paper: String {
            switch self {
            case .correct: "Công văn đính chính"
            case .replace: "Quyết định thay thế"
            case .revoke: "Quyết định hủy bỏ"
            }
        }

        /// How an award reads that it was the last word on.
        public var vietnamese: String {
            switch self {
            case .correct: "đã đính chính"
            case .replace: "đã thay thế quyết định"
            case .revoke: "đã hủy bỏ quyết định khen thưởng"
            }
        }
    }

    public let kind: Kind
    /// Its own number and date.
    public let decision: Award.Decision
    public let signer: String
    /// What it rests on.
    public let facts: String
    /// Of a correction: what the paper says, and what it has to say; else empty.
    public let wrong: String
    public let right: String
    /// Of a replacement: as it is printed from then on; else empty.
    public let printedName: String
    public let printedPost: String
    /// The paper that it amends; nil where none was recorded yet.
    public let amends: Award.Decision?
    /// Of a revocation.
    public let ground: RevocationGround?

    public init(
        kind: Kind, decision: Award.Decision, signer: String, facts: String, wrong: String = "", right: String = "",
        printedName: String = "", printedPost: String = "", amends: Award.Decision? = nil, ground: RevocationGround? = nil
    ) {
        self.kind = kind
        self.decision = decision
        self.signer = signer
        self.facts = facts
        self.wrong = wrong
        self.right = right
        self.printedName = printedName
        self.printedPost = printedPost
        self.amends = amends
        self.ground = ground
    }
}

/// Home Affairs proposes to revoke an award; the Chairman does, or declines with his reason.
public struct RevocationProposal: Sendable, Hashable {
    public typealias ID = EntityID<RevocationProposal>

    public let id: ID
    public let ground: RevocationGround
    public let facts: String
    /// Of the finding or the judgment that it rests on.
    public let documentNumber: String
    public let documentOn: CivilDate
    public let recordedOn: CivilDate
    /// Nil while open, and where the award was revoked on it.
    public let declinedOn: CivilDate?
    public let declinedReason: String?

    public init(
        id: ID, ground: RevocationGround, facts: String, documentNumber: String, documentOn: CivilDate, recordedOn: CivilDate,
        declinedOn: CivilDate?, declinedReason: String?
    ) {
        self.id = id
        self.ground = ground
        self.facts = facts
        self.documentNumber = documentNumber
        self.documentOn = documentOn
        self.recordedOn = recordedOn
        self.declinedOn = declinedOn
        self.declinedReason = declinedReason
    }
}
