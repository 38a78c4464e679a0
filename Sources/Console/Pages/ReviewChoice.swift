import Domain

/// Of which campaign and which review a page shows what, where it is shown by days as of which day, and the ways to the others.
struct ReviewChoice: Sendable {
    let address: String
    /// Those that were launched and the one that is shown; none where no other is offered.
    let campaigns: [CampaignChoice.Way]
    let hasSeveral: Bool
    let reviews: [Option]
    /// What the form of the day keeps.
    let kept: [Kept]
    let day: String
    let isByDay: Bool

    struct Option: Sendable {
        /// Between it and the one before.
        let before: String
        let name: String
        let link: String
        let isShown: Bool
    }

    struct Kept: Sendable {
        let name: String
        let value: String
    }

    /// - Parameters:
    ///   - address: of the page.
    ///   - day: nil where the page has no day to choose.
    ///   - unit: code of a sub-unit, where it is of one.
    ///   - known: all campaigns, the latest first.
    init(
        at address: String, _ campaign: String, _ shown: Campaign.Review, asOf day: CivilDate? = nil, unit: String = "",
        among known: [CampaignSummary] = []
    ) {
        self.address = address
        let ofUnit = unit.isEmpty ? [] : [(name: "unit", value: unit)]
        campaigns = CampaignChoice.ways(
            from: campaign, among: known, at: address, keeping: ofUnit + [(name: "review", value: shown.rawValue)])
        hasSeveral = campaigns.count > 1
        let named = [(name: "campaign", value: campaign)] + ofUnit
        reviews = Campaign.Review.allCases.enumerated().map { position, review in
            Option(
                before: position == 0 ? "" : " · ", name: review.vietnamese,
                link: Self.link(address, named + [(name: "review", value: review.rawValue)]), isShown: review == shown)
        }
        kept = (named + [(name: "review", value: shown.rawValue)]).map { Kept(name: $0.name, value: $0.value) }
        self.day = day?.description ?? ""
        isByDay = day != nil
    }

    private static func link(_ address: String, _ query: [(name: String, value: String)]) -> String {
        address + "?" + query.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
    }
}
