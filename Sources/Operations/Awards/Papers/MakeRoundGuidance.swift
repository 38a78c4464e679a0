import Documents
public import Domain
public import Storage

/// Hướng dẫn on the nomination round of a review, which Home Affairs writes before it opens the round. Its number and day are open until the
/// round is opened under them.
public struct MakeRoundGuidance: Sendable {
    /// Code of the campaign.
    public var campaign: String
    public var review: Campaign.Review
    /// The last day to submit, while the round is not opened; then the round's own counts.
    public var cutOff: CivilDate?

    public init(campaign: String, review: Campaign.Review, cutOff: CivilDate? = nil) {
        self.campaign = campaign
        self.review = review
        self.cutOff = cutOff
    }

    /// - Throws: `not-found`, `review-not-opened`; `invalid-input` where no round is opened and no last day is named.
    public func perform(in tx: borrowing TenantTransaction) async throws -> MadePaper {
        let held = try await HeldReview.opened(campaign, review, in: tx)
        let plan = try await ShowCampaign(code: campaign).perform(in: tx).plan
        guard let rule = plan.awards.reviews.first(where: { $0.review == review }) else { throw Problem.notFound }
        let opened = try await HeldRound.find(of: held.id, in: tx)
        guard let last = opened?.round.cutOff ?? cutOff else {
            throw Problem.invalid("?cutOff", "đợt chưa mở nên chưa có hạn nhận hồ sơ; ghi ngày cuối nhận hồ sơ")
        }
        let affairs = try await PaperBody.appraiser(in: tx)
        let day = try await tx.officer().today
        let rules = try await AwardRules.loaded(in: tx)
        let papers = Self.papers(rules, on: opened?.guidanceOn ?? day)
        let date = opened.map { PaperDate(affairs.place, signedOn: $0.guidanceOn) } ?? .open(affairs, after: day)
        let source = RoundGuidance(
            frame: affairs.frame("HD", number: opened?.guidanceNumber, date, to: plan.firstTier.map(\.words)), campaign: plan,
            occasion: AwardOccasion(campaign: plan.name, review: review, until: held.heldOn), rule: rule, papers: papers,
            opensOn: opened?.round.opensOn, cutOff: last)
        return try await MadePaper(source, of: nil, in: tx)
    }

    /// What a dossier holds by the rules of that day, each in the form that the law in force numbers for it.
    private static func papers(_ rules: AwardRules, on day: CivilDate) -> [RoundGuidance.Paper] {
        let regime = rules.regimes.inForce(on: day).map { [$0.code] } ?? []
        return rules.papers.filter { $0.track == .provincialReview && $0.validity.contains(day) }.map { paper in
            RoundGuidance.Paper(
                paper.kind.vietnamese.startingLarge, forms: rules.citations.words(of: regime, at: [.form(paper.track, paper.kind)]),
                isConfirmed: paper.isConfirmed)
        }
    }
}
