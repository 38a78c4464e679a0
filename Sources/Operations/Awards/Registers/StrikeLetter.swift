public import Domain
public import Storage

/// Home Affairs strikes a letter of praise that it recorded by mistake, for a reason: the row and its number in the register stay, it counts no more,
/// and another may be recorded.
public struct StrikeLetter: Sendable {
    /// Code of the campaign.
    public var campaign: String
    public var review: Campaign.Review
    public var unit: SubUnit.ID
    public var reason: String

    public init(campaign: String, review: Campaign.Review, unit: SubUnit.ID, reason: String) {
        self.campaign = campaign
        self.review = review
        self.unit = unit
        self.reason = reason
    }

    /// - Throws: `invalid-input`, `not-found`, `review-not-opened`, `not-allowed`, `letter-not-recorded`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        let held = try await HeldReview.opened(campaign, review, in: tx)
        let officer = try await tx.officer()
        guard officer.may(.appraiseAward), officer.place == nil else { throw Problem.notAllowed }
        var check = InputCheck()
        let reason = check.line(reason, "$.reason", atMost: 1_000)
        try check.finish()
        guard try await PraiseLetter.strike(to: unit, in: held.id, reason: reason, in: tx) else {
            throw Problem(
                .refused, "letter-not-recorded",
                "Tập thể này chưa ghi thư khen trong kỳ xét, hoặc thư khen đã gạch bỏ. Tải lại để xem danh sách thư khen.")
        }
    }
}
