public import Domain
public import Storage

/// Who keeps a unit's own awards, or those of a commune or sub-unit that gives, opens its round of a review: under the rules of that day, whatever
/// becomes of them later.
public struct OpenOwnRound: Sendable {
    /// Code of the campaign.
    public var campaign: String
    public var review: Campaign.Review
    public var opensOn: CivilDate
    /// Last day in time.
    public var cutOff: CivilDate
    /// Of the paper that opens it.
    public var documentNumber: String
    public var documentOn: CivilDate

    public init(
        campaign: String, review: Campaign.Review, opensOn: CivilDate, cutOff: CivilDate, documentNumber: String, documentOn: CivilDate
    ) {
        self.campaign = campaign
        self.review = review
        self.opensOn = opensOn
        self.cutOff = cutOff
        self.documentNumber = documentNumber
        self.documentOn = documentOn
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `own-rules-missing`, `round-there`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> OwnRound.ID {
        let officer = try await tx.officer()
        guard let giver = officer.keptGiver, officer.mayWrite else { throw Problem.notAllowed }
        guard let plan = try await CampaignSummary.find(code: campaign, in: tx) else { throw Problem.notFound }
        var check = InputCheck()
        let number = check.line(documentNumber, "$.documentNumber", atMost: 100)
        if cutOff < opensOn { check.fault("$.cutOff", "trước ngày mở đợt (\(opensOn.vietnamese))") }
        if documentOn > officer.today {
            check.fault("$.documentOn", "sau ngày hôm nay (\(officer.today.vietnamese)); nhập ngày trên văn bản")
        }
        try check.finish()
        let id: OwnRound.ID = ids.next()
        try await OwnRound.open(
            id, of: giver, by: officer.home, in: plan.id, review, opensOn: opensOn, cutOff: cutOff, documentNumber: number,
            documentOn: documentOn, in: tx)
        return id
    }
}
