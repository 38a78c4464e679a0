import Domain
public import Storage

/// A tenant passes the launch on to all its sub-units. The work is queued with the request and done within seconds by the worker;
/// sub-units that are added later get their record by themselves. Asking again changes nothing.
public struct CascadeLaunch: Sendable {
    public var campaign: String

    public init(campaign: String) {
        self.campaign = campaign
    }

    /// - Returns: True the first time; false when it was asked for before.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Bool {
        guard let campaign = try await CampaignSummary.find(code: campaign, in: tx) else { throw Problem.notFound }
        return try await Launch.askForCascade(of: campaign.id, in: tx)
    }
}
