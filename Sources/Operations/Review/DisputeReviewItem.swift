public import Domain
public import Storage

/// A unit disputes, in the settle days, one line of its ledger: the item, what is wrong with it, and the paper that shows so.
public struct DisputeReviewItem: Sendable {
    /// Code of the campaign.
    public var campaign: String
    public var review: Campaign.Review
    public var item: WorkItem.ID
    public var wrong: String
    public var documentNumber: String
    public var documentOn: CivilDate

    public init(
        campaign: String, review: Campaign.Review, item: WorkItem.ID, wrong: String, documentNumber: String, documentOn: CivilDate
    ) {
        self.campaign = campaign
        self.review = review
        self.item = item
        self.wrong = wrong
        self.documentNumber = documentNumber
        self.documentOn = documentOn
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `review-not-opened`, `settle-days-over`, `frozen-already`,
    ///   `disputed-already`, `not-judged`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> ReviewDispute.ID {
        let held = try await HeldReview.opened(campaign, review, in: tx)
        guard let entry = try await LedgerEntry.find(item, in: tx) else { throw Problem.notFound }
        let officer = try await tx.officer()
        guard officer.may(.answerReview) else { throw Problem.notAllowed }
        var check = InputCheck()
        let wrong = check.line(wrong, "$.wrong", atMost: 4_000)
        let number = check.line(documentNumber, "$.documentNumber", atMost: 100)
        if documentOn > officer.today {
            check.fault("$.documentOn", "sau ngày hôm nay (\(officer.today.vietnamese)); nhập ngày trên văn bản")
        }
        try check.finish()
        let id: ReviewDispute.ID = ids.next()
        try await ReviewDispute.insert(
            ReviewDispute.Statement(wrong: wrong, documentNumber: number, documentOn: documentOn), id: id, on: entry.item, in: held, in: tx)
        return id
    }
}
