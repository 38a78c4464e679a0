import Domain

/// Of which campaign and which review a page shows what, where it is shown by days as of which day, and the ways to the others.
struct ReviewChoice: Sendable {
    let address: String
    /// Those that were launched, where there is more than one to choose from.
    let campaigns: [Option]
    let hasCampaigns: Bool
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
        let ofUnit = unit.isEmpty ? [] : [("unit", unit)]
        let offered = known.filter { $0.launch != nil || $0.code == campaign }
        hasCampaigns = offered.count > 1
        campaigns =
            hasCampaigns
            ? offered.enumerated().map { position, other in
                Option(
                    before: position == 0 ? "" : " · ", name: "\(other.name) (\(other.code))",
                    link: Self.link(address, [("campaign", other.code)] + ofUnit + [("review", shown.rawValue)]),
                    isShown: other.code == campaign)
            } : []
        let named = [("campaign", campaign)] + ofUnit
        reviews = Campaign.Review.allCases.enumerated().map { position, review in
            Option(
                before: position == 0 ? "" : " · ", name: review.vietnamese,
                link: Self.link(address, named + [("review", review.rawValue)]), isShown: review == shown)
        }
        kept = (named + [("review", shown.rawValue)]).map { Kept(name: $0, value: $1) }
        self.day = day?.description ?? ""
        isByDay = day != nil
    }

    private static func link(_ address: String, _ query: [(String, String)]) -> String {
        address + "?" + query.map { "\($0)=\($1)" }.joined(separator: "&")
    }
}
