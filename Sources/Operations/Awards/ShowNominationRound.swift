public import Domain
public import Storage

/// The nomination round of a review, and what each unit in sight has of it: verdict, slots, how many are taken and free.
public struct ShowNominationRound: Sendable {
    /// Code of the campaign.
    public var campaign: String
    public var review: Campaign.Review

    public init(campaign: String, review: Campaign.Review) {
        self.campaign = campaign
        self.review = review
    }

    public struct Answer: Sendable {
        public let round: HeldRound
        /// In customary order.
        public let units: [NominationStanding]
        public let scope: NominationQuota.Scope
        public let today: CivilDate
    }

    /// - Throws: `not-found`, `review-not-opened`, `round-not-opened`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Answer {
        let held = try await HeldReview.opened(campaign, review, in: tx)
        // Slots are as the database reckons them: by the plan that was frozen, not by one that was changed since.
        guard let round = try await HeldRound.find(of: held.id, in: tx), let record = try await CampaignRecord.frozen(for: held.id, in: tx)
        else {
            throw Problem(
                .refused, "round-not-opened",
                "Đợt đề nghị khen thưởng của kỳ \(review.vietnamese) chưa mở. Sở Nội vụ mở sau khi chốt số liệu.")
        }
        let scope = record.plan.quotaScope ?? .firstTier
        let cap = record.plan.integer(review == .interim ? .individualsInterim : .individualsFinal) ?? 0
        return Answer(
            round: round, units: try await NominationStanding.list(of: held.id, scope: scope, cap: cap, in: tx), scope: scope,
            today: try await tx.officer().today)
    }
}

/// Every nomination round, the latest first. Every officer may know them.
public struct ListNominationRounds: Sendable {
    public init() {}

    public struct Answer: Sendable {
        public let rounds: [HeldRound]
        public let today: CivilDate
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> Answer {
        Answer(rounds: try await HeldRound.all(in: tx), today: try await tx.officer().today)
    }
}
