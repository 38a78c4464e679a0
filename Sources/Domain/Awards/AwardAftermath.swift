/// What followed the decision on a dossier, as the province reads it, and of its own authority the unit; nothing of it is ever deleted.
public struct AwardAftermath: Sendable, Hashable {
    /// What an officer can do about it.
    public enum Deed: String, Sendable, Hashable, CaseIterable {
        case proposeRevocation, declineRevocation, correct, correctEntry, replace, revoke, recordPayment, waive, issueCopy, ruleFlip
    }

    public let record: DossierRecord
    /// Nil until the decision is recorded.
    public let given: DossierDetail.Given?
    /// What stood in the register for it before, the oldest first.
    public let corrections: [DecisionCorrection]
    /// The latest first; at most one is open.
    public let proposals: [RevocationProposal]
    /// In their order.
    public let amendments: [AwardAmendment]
    /// Nil of an award that is not revoked.
    public let recovery: RewardRecovery?
    public let copies: [CertificateCopy]
    /// The latest first.
    public let rulings: [FlipRuling]
    /// The signed papers that gave or amended it, as they are registered, in their order.
    public let papers: [Paper]
    public let possible: [Deed]

    public struct Paper: Sendable, Hashable {
        /// Of what its files belong to.
        public let id: EntityID<AwardFile.Owner>
        public let decision: Award.Decision

        public init(id: EntityID<AwardFile.Owner>, decision: Award.Decision) {
            self.id = id
            self.decision = decision
        }
    }

    public init(
        record: DossierRecord, given: DossierDetail.Given?, corrections: [DecisionCorrection] = [], proposals: [RevocationProposal],
        amendments: [AwardAmendment], recovery: RewardRecovery?, copies: [CertificateCopy], rulings: [FlipRuling], isFlipRuled: Bool,
        papers: [Paper] = [],
        officer: ActingOfficer
    ) {
        self.record = record
        self.given = given
        self.corrections = corrections
        self.proposals = proposals
        self.amendments = amendments
        self.recovery = recovery
        self.copies = copies
        self.rulings = rulings
        self.papers = papers
        let isInForce = record.standing.state.isDecided
        let isIssued = isInForce && record.standing.state != .decided
        let isProposed = proposals.contains { $0.declinedOn == nil }
        let isOwed = (recovery?.outstanding ?? 0) > 0
        let parties = record.dossier.giver.map { officer.mayWrite ? officer.ownParties(of: $0) : [] }
        let appraises = parties?.contains(.appraiser) ?? officer.may(.appraiseAward)
        let signs = parties?.contains(.signer) ?? officer.may(.decideAward)
        possible = Deed.allCases.filter { deed in
            switch deed {
            case .proposeRevocation: appraises && isInForce && !isProposed
            case .declineRevocation, .revoke: signs && isInForce && isProposed
            case .correct: appraises && isIssued
            case .correctEntry: appraises && isIssued && given != nil
            case .replace: signs && isIssued
            case .recordPayment: appraises && isOwed
            case .waive: signs && isOwed
            case .issueCopy: appraises && isIssued && given != nil
            case .ruleFlip: appraises && record.basis?.isFlipped == true && !isFlipRuled
            }
        }
    }

    /// The proposal that waits for an answer.
    public var openProposal: RevocationProposal? {
        record.standing.state.isDecided ? proposals.first { $0.declinedOn == nil } : nil
    }
}
