public import Domain
public import Storage

/// The live budget line of a review's awards (domain.md 1.8); what is given ad hoc rests on no review and is not in it.
public struct ShowAwardBudget: Sendable {
    /// Code of the campaign.
    public var campaign: String
    public var review: Campaign.Review

    public init(campaign: String, review: Campaign.Review) {
        self.campaign = campaign
        self.review = review
    }

    /// - Throws: `not-found`, `review-not-opened`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> AwardBudget {
        try await AwardBudget.reckon(of: HeldReview.opened(campaign, review, in: tx).id, in: tx)
    }
}
