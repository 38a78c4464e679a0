import Domain

/// Which campaign a page shows, and the ways to the others that were launched.
struct CampaignChoice: Sendable {
    let code: String
    let name: String
    /// The launched ones and the one that is shown, the latest first.
    let campaigns: [Way]
    let hasSeveral: Bool

    struct Way: Sendable {
        /// Between it and the one before.
        let before: String
        let name: String
        let link: String
        let isShown: Bool
    }

    /// - Parameters:
    ///   - all: the latest first.
    ///   - address: of the page.
    ///   - kept: what else the ways say, such as `&asOf=2023-06-19`.
    init(_ shown: CampaignSummary, of all: [CampaignSummary], at address: String, keeping kept: String = "") {
        (code, name) = (shown.code, shown.name)
        campaigns = all.filter { $0.launch != nil || $0.code == shown.code }.enumerated().map { place, campaign in
            Way(
                before: place == 0 ? "" : " · ", name: campaign.name, link: "\(address)?campaign=\(campaign.code)\(kept)",
                isShown: campaign.code == shown.code)
        }
        hasSeveral = campaigns.count > 1
    }
}
