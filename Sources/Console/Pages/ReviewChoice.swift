import Domain

/// Which review a page shows and as of which day, and the ways to the other one and to another day.
struct ReviewChoice: Sendable {
    let address: String
    let reviews: [Review]
    /// What the form of the day keeps.
    let kept: [Kept]
    let day: String

    struct Review: Sendable {
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
    ///   - unit: code of a sub-unit, where it is of one.
    init(at address: String, _ campaign: String, _ shown: Campaign.Review, asOf day: CivilDate, unit: String = "") {
        self.address = address
        let named = [("campaign", campaign)] + (unit.isEmpty ? [] : [("unit", unit)])
        let query = named.map { "\($0)=\($1)&" }.joined()
        reviews = Campaign.Review.allCases.enumerated().map { position, review in
            Review(
                before: position == 0 ? "" : " · ", name: review.vietnamese, link: "\(address)?\(query)review=\(review.rawValue)",
                isShown: review == shown)
        }
        kept = (named + [("review", shown.rawValue)]).map { Kept(name: $0, value: $1) }
        self.day = day.description
    }
}
