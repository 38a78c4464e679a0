public import Domain
public import Storage

/// A unit says, in the settle days, that its ledger is right.
public struct ConfirmReview: Sendable {
    /// Code of the campaign.
    public var campaign: String
    public var review: Campaign.Review
    public var note: String

    public init(campaign: String, review: Campaign.Review, note: String = "") {
        self.campaign = campaign
        self.review = review
        self.note = note
    }

    /// - Throws: `invalid-input`, `not-found`, `review-not-opened`, `settle-days-over`, `frozen-already`, `confirmed-already`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        let held = try await HeldReview.opened(campaign, review, in: tx)
        guard let tenant = tx.tenant, try await tx.officer().may(.answerReview) else { throw Problem.notAllowed }
        let note = VietnameseText(note).string
        if note.count > 4_000 { throw Problem.invalid("$.note", "dài quá 4.000 ký tự; rút gọn lại") }
        try await ReviewUnit.confirm(held, of: tenant, note: note, in: tx)
    }
}
