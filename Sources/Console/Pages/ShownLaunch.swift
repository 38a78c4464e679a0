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

    /// Code of the campaign, where what the page leads to might show another: the address names it, or there are several.
    var kept: String? { named ?? (choice(at: "").hasSeveral ? monitor.campaign.code : nil) }

    /// `?campaign=KH-77-2023&asOf=2023-06-19`, as far as it must be said; else empty.
    var query: String {
        let said = [kept.map { "campaign=\($0)" }, past.map { "asOf=\($0)" }].compactMap(\.self)
        return said.isEmpty ? "" : "?" + said.joined(separator: "&")
    }

    /// `?campaign=KH-77-2023` for pages that have days of their own; else empty.
    var campaignQuery: String { kept.map { "?campaign=\($0)" } ?? "" }

    func choice(at address: String) -> CampaignChoice {
        CampaignChoice(monitor.campaign, of: campaigns, at: address, keeping: past.map { [(name: "asOf", value: "\($0)")] } ?? [])
    }

    /// Those that wait for the Chairman and are not over.
    var unlaunched: [CampaignSummary] { campaigns.filter { $0.launch == nil && $0.lastDay >= monitor.asOf } }
}
