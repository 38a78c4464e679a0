public import Domain
public import Storage

/// The Office opens the reconciliation of a review, on its day or later (A61).
public struct OpenReview: Sendable {
    /// Code of the campaign.
    public var campaign: String
    public var review: Campaign.Review

    public init(campaign: String, review: Campaign.Review) {
        self.campaign = campaign
        self.review = review
    }

    /// - Throws: `not-found`, `no-such-review`, `review-not-due`, `review-there`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        guard let record = try await CampaignRecord.find(code: campaign, in: tx) else { throw Problem.notFound }
        let officer = try await tx.officer()
        guard officer.may(.keepReview) else { throw Problem.notAllowed }
        guard let heldOn = record.plan.reviewDate(review) else {
            throw Problem(
                .refused, "no-such-review", "Phong trào này không có kỳ \(review.vietnamese). Kiểm tra lại kế hoạch.",
                fields: [FieldFault("$.review", "không có trong kế hoạch")])
        }
        guard officer.today >= heldOn else {
            throw Problem(
                .refused, "review-not-due",
                "Ngày chốt số liệu của kỳ \(review.vietnamese) là \(heldOn.vietnamese). Mở đối chiếu từ ngày đó trở đi.")
        }
        if try await HeldReview.find(campaign, review, in: tx) != nil { throw Problem.reviewThere }
        try await HeldReview.open(
            ids.next(), of: record.id, review, heldOn: heldOn, settleDays: record.plan.integer(.settleDays) ?? 0, in: tx)
    }
}

extension HeldReview {
    /// - Throws: `review-not-opened` where the Office has not opened it.
    static func opened(_ campaign: String, _ review: Campaign.Review, in tx: borrowing TenantTransaction) async throws -> HeldReview {
        if let found = try await find(campaign, review, in: tx) { return found }
        guard try await CampaignSummary.find(code: campaign, in: tx) != nil else { throw Problem.notFound }
        throw Problem(
            .refused, "review-not-opened", "Kỳ \(review.vietnamese) chưa mở đối chiếu số liệu. Văn phòng UBND tỉnh mở từ ngày chốt số liệu."
        )
    }
}

extension Problem {
    fileprivate static let reviewThere = Problem(
        .conflict, "review-there", "Kỳ này đã mở đối chiếu số liệu. Mở trang đối chiếu để xem.")
}
