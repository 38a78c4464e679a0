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
        /// With its code: a campaign of another year may bear the same name.
        let name: String
        let link: String
        let isShown: Bool
    }

    /// - Parameters:
    ///   - all: the latest first.
    ///   - address: of the page.
    ///   - kept: as of ``ways(from:among:at:keeping:)``.
    init(_ shown: CampaignSummary, of all: [CampaignSummary], at address: String, keeping kept: [(name: String, value: String)] = []) {
        (code, name) = (shown.code, shown.name)
        campaigns = Self.ways(from: shown.code, among: all, at: address, keeping: kept)
        hasSeveral = campaigns.count > 1
    }

    /// - Parameters:
    ///   - code: of the campaign that is shown.
    ///   - all: the latest first.
    ///   - address: of the page.
    ///   - kept: what the page is of beside the campaign, in the order of its address.
    static func ways(
        from code: String, among all: [CampaignSummary], at address: String, keeping kept: [(name: String, value: String)] = []
    ) -> [Way] {
        all.filter { $0.launch != nil || $0.code == code }.enumerated().map { place, campaign in
            Way(
                before: place == 0 ? "" : " · ", name: "\(campaign.name) (\(campaign.code))",
                link: kept.reduce("\(address)?campaign=\(campaign.code)") { "\($0)&\($1.name)=\($1.value)" },
                isShown: campaign.code == code)
        }
    }
}
