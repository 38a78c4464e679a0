import Domain

/// Of which campaign and which day a first page is: what its address says of it, and whatever it leads to.
struct ShownLaunch: Sendable {
    let monitor: LaunchMonitor
    /// All, the latest first.
    let campaigns: [CampaignSummary]
    /// Code of the campaign, where the address names one; nil: of the one that runs.
    var named: String?
    /// The day that is over on which it is shown; nil: today.
    var past: CivilDate?

    /// `?campaign=KH-77-2023&asOf=2023-06-19`, as far as the address says so; empty where it says nothing.
    var query: String {
        let said = [named.map { "campaign=\($0)" }, past.map { "asOf=\($0)" }].compactMap(\.self)
        return said.isEmpty ? "" : "?" + said.joined(separator: "&")
    }

    func choice(at address: String) -> CampaignChoice {
        CampaignChoice(monitor.campaign, of: campaigns, at: address, keeping: past.map { [(name: "asOf", value: "\($0)")] } ?? [])
    }

    /// Those that wait for the Chairman and are not over.
    var unlaunched: [CampaignSummary] { campaigns.filter { $0.launch == nil && $0.lastDay >= monitor.asOf } }
}
