public import Domain
public import Storage

/// The month that is to be opened next, of which the Office is reminded too: the one after the latest that was opened; where none was, the one of
/// the reporting period in which the business day lies. None before the campaign.
public struct ProposeMonth: Sendable {
    /// Code of the campaign.
    public var campaign: String

    public init(campaign: String) {
        self.campaign = campaign
    }

    /// - Throws: `not-found`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> ReportMonth {
        guard let summary = try await CampaignSummary.find(code: campaign, in: tx) else { throw Problem.notFound }
        let today = try await tx.officer().today
        let running = ReportMonth(try await ReportPeriod.lastDay(before: today, of: summary.id, in: tx))
        let last = try await ReportPeriod.list(of: campaign, in: tx).first?.month ?? running
        return max(last.next ?? last, ReportMonth(summary.firstDay))
    }
}
