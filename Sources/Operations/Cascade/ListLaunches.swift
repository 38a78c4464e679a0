public import Domain
public import Storage

/// The units of a tenant in a campaign, and how far each had come with its launch on a day, a page at a time; those too that the launch has not
/// reached, as the unit's page has them.
public struct ListLaunches: Sendable {
    public typealias Filter = UnitLaunch.Filter
    public typealias Place = UnitLaunch.Place

    public var campaign: String
    /// The day of facts; today when nil.
    public var asOf: CivilDate?
    /// The day of recording; the day of facts when nil.
    public var knownOn: CivilDate?
    public var filter: Filter
    public var after: Place?
    public var limit: Int

    public init(
        campaign: String, asOf: CivilDate? = nil, knownOn: CivilDate? = nil, filter: Filter = Filter(), after: Place? = nil, limit: Int = 50
    ) {
        self.campaign = campaign
        self.asOf = asOf
        self.knownOn = knownOn
        self.filter = filter
        self.after = after
        self.limit = limit
    }

    public struct Page: Sendable {
        public let units: [UnitLaunch]
        /// Where the next page begins; nil at the end.
        public let next: Place?
    }

    /// - Throws: `invalid-input` where no campaign has the code.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Page {
        guard let campaign = try await CampaignSummary.find(code: campaign, in: tx) else {
            throw Problem.invalid("?campaign", try await CampaignSummary.unknown(campaign, in: tx))
        }
        let today = try await tx.officer().today
        var units = try await UnitLaunch.page(
            of: campaign.id, asOf: asOf ?? today, knownOn: knownOn ?? asOf ?? today, filter: filter, after: after, limit: limit + 1, in: tx)
        guard units.count > limit else { return Page(units: units, next: nil) }
        units.removeLast(units.count - limit)
        return Page(units: units, next: units.last.map { Place(position: $0.position, code: $0.code, unit: $0.unit) })
    }
}
