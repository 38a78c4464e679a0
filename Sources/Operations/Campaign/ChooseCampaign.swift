public import Domain
public import Storage

/// Which campaign is meant where none is named: the one that runs and has items in sight, the latest of several, else the latest that was launched.
public struct ChooseCampaign: Sendable {
    /// On which it ran; nil: today.
    public var day: CivilDate?

    public init(on day: CivilDate? = nil) {
        self.day = day
    }

    /// - Parameter all: the latest first.
    /// - Returns: nil where there is none at all.
    public func perform(among all: [CampaignSummary], in tx: borrowing TenantTransaction) async throws -> CampaignSummary? {
        let launched = all.filter { $0.launch != nil }
        let byThen = day.map { day in launched.filter { campaign in campaign.launch.map { $0.launchedOn <= day } ?? false } } ?? launched
        guard let latest = byThen.first, byThen.count > 1 else { return byThen.first ?? launched.first ?? all.first }
        let today = try await tx.officer().today
        let running = byThen.filter { $0.lastDay >= day ?? today }
        let used = try await CampaignSummary.withItems(among: running.map(\.id), in: tx)
        return running.first { used.contains($0.id) } ?? latest
    }
}
