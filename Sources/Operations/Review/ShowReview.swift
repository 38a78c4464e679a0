public import Domain
public import Storage

/// Where a review stands: who has answered, what is open, how long there is, which versions there are.
public struct ShowReview: Sendable {
    /// Code of the campaign.
    public var campaign: String
    public var review: Campaign.Review

    public init(campaign: String, review: Campaign.Review) {
        self.campaign = campaign
        self.review = review
    }

    public struct Answer: Sendable {
        public let review: HeldReview
        public let today: CivilDate
        /// Of the settle days, for a person.
        public let clock: String
        /// Years that the working calendar does not know and the settle days reach into.
        public let warnings: [CalendarGap]
        /// Of the first tier, in customary order, as far as they are in sight.
        public let units: [ReviewUnit]
        /// In the order in which they came.
        public let disputes: [ReviewDispute]
        /// What the freeze would leave open, once it is frozen a correction. At most ``mostResults``.
        public let openResults: [OpenResult]
        /// How many there are.
        public let openResultCount: Int
        /// The latest first.
        public let snapshots: [ReviewSnapshot]

        public var openDisputes: [ReviewDispute] { disputes.filter { $0.answer == nil } }
        public var openResultWords: String { OpenResult.words(openResultCount, listed: openResults.count) }
    }

    static let mostResults = 500

    /// - Throws: `not-found`, `review-not-opened`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Answer {
        let held = try await HeldReview.opened(campaign, review, in: tx)
        let today = try await tx.officer().today
        let calendar = WorkingCalendar(try await CalendarDay.all(in: tx))
        let snapshots = try await ReviewSnapshot.all(of: held.id, in: tx)
        let open = try await OpenResult.list(
            in: held, knownOn: snapshots.isEmpty ? held.settleUntil : nil, limit: Self.mostResults, in: tx)
        return Answer(
            review: held, today: today, clock: held.clock(on: today, calendar),
            warnings: calendar.gaps(at: [held.settleUntil], since: held.heldOn),
            units: try await ReviewUnit.list(in: held, in: tx),
            disputes: try await ReviewDispute.list(in: held, in: tx),
            openResults: open.results, openResultCount: open.count,
            snapshots: snapshots)
    }
}

/// The disputed lines of a review, page by page.
public struct ListDisputes: Sendable {
    public var campaign: String
    public var review: Campaign.Review
    public var after: ReviewDispute.ID?
    public var limit: Int

    public init(campaign: String, review: Campaign.Review, after: ReviewDispute.ID? = nil, limit: Int = 50) {
        self.campaign = campaign
        self.review = review
        self.after = after
        self.limit = limit
    }

    /// - Throws: `not-found`, `review-not-opened`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> (disputes: [ReviewDispute], next: ReviewDispute.ID?) {
        let held = try await HeldReview.opened(campaign, review, in: tx)
        let rows = try await ReviewDispute.list(in: held, after: after, limit: limit + 1, in: tx)
        let page = Array(rows.prefix(limit))
        return (page, rows.count > limit ? page.last?.id : nil)
    }
}
