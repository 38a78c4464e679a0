public import Domain
public import Storage

/// Whether there can be a reporting month of a campaign, opened or not.
public struct FindMonth: Sendable {
    /// Code of the campaign.
    public var campaign: String
    public var month: ReportMonth

    public init(campaign: String, month: ReportMonth) {
        self.campaign = campaign
        self.month = month
    }

    /// - Throws: `not-found`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        guard let found = try await CampaignSummary.find(code: campaign, in: tx), month.isOf(found.firstDay...found.lastDay) else {
            throw Problem.notFound
        }
    }
}
