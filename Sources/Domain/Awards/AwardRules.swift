/// All rules on awards that are data: what is in force when, what an award brings, how councils vote, what a dossier
/// holds, what papers cite.
public struct AwardRules: Sendable, Hashable {
    public let regimes: [LegalRegime]
    public let rewards: RewardRules
    public let councils: [CouncilRule]
    public let papers: [DossierPaper]
    public let citations: [LegalCitation]

    public init(
        regimes: [LegalRegime], rewards: RewardRules, councils: [CouncilRule], papers: [DossierPaper], citations: [LegalCitation]
    ) {
        self.regimes = regimes
        self.rewards = rewards
        self.councils = councils
        self.papers = papers
        self.citations = citations
    }
}
