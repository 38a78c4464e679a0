public import Domain
public import Storage

/// How far a launch has come: in the whole province for its province-wide roles, in one tenant for its own officers.
///
/// `asOf` is the day of facts, `knownOn` the day of recording: both set to a past day show what was shown on that day, whatever was recorded
/// or corrected since (design.md 6).
public struct MonitorLaunch: Sendable {
    public var campaign: String
    /// Today when nil.
    public var asOf: CivilDate?
    /// The day of facts when nil.
    public var knownOn: CivilDate?

    public init(campaign: String, asOf: CivilDate? = nil, knownOn: CivilDate? = nil) {
        self.campaign = campaign
        self.asOf = asOf
        self.knownOn = knownOn
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> LaunchMonitor {
        guard let campaign = try await CampaignSummary.find(code: campaign, in: tx) else { throw Problem.notFound }
        let today = try await tx.officer().today
        let (asOf, knownOn) = (asOf ?? today, knownOn ?? asOf ?? today)
        let units = try await UnitLaunch.all(of: campaign.id, asOf: asOf, knownOn: knownOn, in: tx)
        return LaunchMonitor(campaign: campaign, asOf: asOf, knownOn: knownOn, units: units)
    }
}
