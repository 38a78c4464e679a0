public import Domain
public import Storage

/// Home Affairs locks the list of a round, once: nothing more is submitted, and withdrawing frees no slot any longer (A04).
public struct LockNominationRound: Sendable {
    /// Code of the campaign.
    public var campaign: String
    public var review: Campaign.Review

    public init(campaign: String, review: Campaign.Review) {
        self.campaign = campaign
        self.review = review
    }

    /// - Throws: `not-found`, `review-not-opened`, `round-not-opened`, `round-not-open`, `round-locked`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        let held = try await HeldReview.opened(campaign, review, in: tx)
        let officer = try await tx.officer()
        guard officer.may(.appraiseAward), officer.place == nil else { throw Problem.notAllowed }
        let answer = try await ShowNominationRound(campaign: campaign, review: review).perform(in: tx)
        if let lockedOn = answer.round.round.lockedOn { throw AwardRefusal.roundLocked(lockedOn).problem }
        guard try await HeldRound.lock(held.id, in: tx) else { throw Problem.notAllowed }
    }
}
