public import Domain
public import Storage

/// The month that a unit reports on where none is named: the latest that is over and not closed, else the latest that was opened.
public struct ChooseMonth: Sendable {
    /// Code of the campaign.
    public var campaign: String

    public init(campaign: String) {
        self.campaign = campaign
    }

    /// Nil: none was opened.
    public func perform(in tx: borrowing TenantTransaction) async throws -> ReportPeriod? {
        if let awaited = try await ReportPeriod.awaited(of: campaign, in: tx) { return awaited }
        return try await ReportPeriod.list(of: campaign, in: tx).first
    }
}
