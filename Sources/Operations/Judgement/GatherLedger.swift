public import Domain
public import Storage

/// Gathers what a review judges from the database into a ledger file: the first-tier units of a campaign for a province-wide role, its own
/// for an officer of one unit. Judging it is ``Judgement``'s, and needs no database.
public struct GatherLedger: Sendable {
    /// Code of the campaign.
    public var campaign: String
    public var review: Campaign.Review
    /// False: a preview, in which items without a date wait for one.
    public var isFrozen: Bool
    /// Facts dated later do not count; today when nil.
    public var asOf: CivilDate?
    /// What was recorded later does not count; nil: everything recorded so far.
    public var knownOn: CivilDate?

    public init(campaign: String, review: Campaign.Review, isFrozen: Bool = false, asOf: CivilDate? = nil, knownOn: CivilDate? = nil) {
        self.campaign = campaign
        self.review = review
        self.isFrozen = isFrozen
        self.asOf = asOf
        self.knownOn = knownOn
    }

    /// - Throws: `not-found` where there is no such campaign.
    public func perform(in tx: borrowing TenantTransaction) async throws -> LedgerFile {
        guard let record = try await CampaignRecord.find(code: campaign, in: tx) else { throw Problem.notFound }
        let today = try await tx.officer().today
        let parameters = JudgementParameters(record.plan)
        let units = try await LedgerFile.Unit.gather(
            of: record.id, review: review, at: LedgerMoment(asOf: asOf ?? today, knownOn: knownOn), interimEnd: parameters.interimEnd,
            in: tx)
        return LedgerFile(
            campaign: campaign, review: review, isFrozen: isFrozen, asOf: asOf ?? today,
            calendar: WorkingCalendar(try await CalendarDay.all(in: tx)), parameters: parameters, units: units)
    }
}
