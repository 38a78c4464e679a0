public import Domain
public import Storage

/// The provincial council says whether a first-tier unit keeps the motto well (A53).
public struct DecideMotto: Sendable {
    /// Code of the campaign.
    public var campaign: String
    public var review: Campaign.Review
    public var unit: Tenant.ID
    public var isAccepted: Bool
    /// Needed when it is refused.
    public var reason: String
    public var decidedOn: CivilDate

    public init(
        campaign: String, review: Campaign.Review, unit: Tenant.ID, isAccepted: Bool, reason: String = "", decidedOn: CivilDate
    ) {
        self.campaign = campaign
        self.review = review
        self.unit = unit
        self.isAccepted = isAccepted
        self.reason = reason
        self.decidedOn = decidedOn
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `already-there`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        guard let campaign = try await CampaignSummary.find(code: campaign, in: tx) else { throw Problem.notFound }
        let today = try await tx.officer().today
        let reason = VietnameseText(reason).string
        var check = InputCheck()
        if decidedOn > today { check.fault("$.decidedOn", "sau ngày hôm nay (\(today.vietnamese)); nhập ngày họp Hội đồng") }
        if !isAccepted, reason.isEmpty { check.fault("$.reason", "nhập lý do không công nhận") }
        if reason.count > 4_000 { check.fault("$.reason", "dài quá 4.000 ký tự") }
        try check.finish()
        try await MottoDecision(tenant: unit, review: review, isAccepted: isAccepted, reason: reason, decidedOn: decidedOn)
            .insert(of: campaign.id, in: tx)
    }
}
