/// One unit's motto in a review: its indicators from the ledger, what the unit says of itself, comments, decision.
public struct MottoSheet: Sendable {
    public let campaign: String
    public let review: Campaign.Review
    public let asOf: CivilDate
    public let unit: JudgedUnit
    public let motto: Campaign.Motto
    /// In the order of the plan.
    public let indicators: [MottoIndicator]
    public let standing: MottoStanding

    public init(
        campaign: String, review: Campaign.Review, asOf: CivilDate, unit: JudgedUnit, motto: Campaign.Motto, indicators: [MottoIndicator],
        standing: MottoStanding
    ) {
        self.campaign = campaign
        self.review = review
        self.asOf = asOf
        self.unit = unit
        self.motto = motto
        self.indicators = indicators
        self.standing = standing
    }
}

/// How the motto of several units stands, and whose move each is.
public struct MottoList: Sendable {
    public let campaign: String
    public let review: Campaign.Review
    public let asOf: CivilDate
    /// In customary order.
    public let rows: [Row]

    public init(campaign: String, review: Campaign.Review, asOf: CivilDate, rows: [Row]) {
        self.campaign = campaign
        self.review = review
        self.asOf = asOf
        self.rows = rows
    }

    public struct Row: Sendable {
        public let unit: JudgedUnit
        public let standing: MottoStanding

        public init(unit: JudgedUnit, standing: MottoStanding) {
            self.unit = unit
            self.standing = standing
        }
    }
}
