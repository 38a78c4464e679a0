public import Domain
public import Storage

/// Home Affairs opens the nomination round of a review once its figures are frozen, by its guidance letter.
public struct OpenNominationRound: Sendable {
    /// Code of the campaign.
    public var campaign: String
    public var review: Campaign.Review
    public var opensOn: CivilDate
    /// Last day in time.
    public var cutOff: CivilDate
    public var guidanceNumber: String
    public var guidanceOn: CivilDate

    public init(
        campaign: String, review: Campaign.Review, opensOn: CivilDate, cutOff: CivilDate, guidanceNumber: String, guidanceOn: CivilDate
    ) {
        self.campaign = campaign
        self.review = review
        self.opensOn = opensOn
        self.cutOff = cutOff
        self.guidanceNumber = guidanceNumber
        self.guidanceOn = guidanceOn
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `review-not-opened`, `dossier-not-frozen`, `round-there`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> HeldRound.ID {
        let held = try await HeldReview.opened(campaign, review, in: tx)
        let officer = try await tx.officer()
        guard officer.may(.appraiseAward), officer.place == nil else { throw Problem.notAllowed }
        var check = InputCheck()
        let number = check.line(guidanceNumber, "$.guidanceNumber", atMost: 100)
        if cutOff < opensOn { check.fault("$.cutOff", "trước ngày mở đợt (\(opensOn.vietnamese))") }
        if guidanceOn > officer.today {
            check.fault("$.guidanceOn", "sau ngày hôm nay (\(officer.today.vietnamese)); nhập ngày trên văn bản")
        }
        try check.finish()
        let id: HeldRound.ID = ids.next()
        try await HeldRound.open(
            id, of: held.id, opensOn: opensOn, cutOff: cutOff, guidanceNumber: number, guidanceOn: guidanceOn, in: tx)
        return id
    }
}
