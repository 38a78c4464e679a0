/// Everything a review is judged on, in one value: the document of the ledger file format.
public struct LedgerFile: Hashable, Sendable {
    /// A collective with its own ledger.
    public struct Unit: Hashable, Sendable {
        /// Unique in the file.
        public var code: String
        public var name: String
        /// Only first-tier units bring individuals (A02, A03).
        public var isFirstTier: Bool
        /// Whether the council found the motto well observed; nil while it has not decided (A53).
        public var isMottoAccepted: Bool?
        public var items: [LedgerItem]

        public init(code: String, name: String, isFirstTier: Bool = true, isMottoAccepted: Bool?, items: [LedgerItem]) {
            self.code = code
            self.name = name
            self.isFirstTier = isFirstTier
            self.isMottoAccepted = isMottoAccepted
            self.items = items
        }
    }

    /// Code of the campaign.
    public var campaign: String
    public var review: Campaign.Review
    /// False for a preview, in which items without a date wait for one.
    public var isFrozen: Bool
    /// Facts dated later do not count.
    public var asOf: CivilDate
    public var calendar: WorkingCalendar
    public var parameters: JudgementParameters
    public var units: [Unit]

    public init(
        campaign: String, review: Campaign.Review, isFrozen: Bool, asOf: CivilDate, calendar: WorkingCalendar = WorkingCalendar(),
        parameters: JudgementParameters, units: [Unit]
    ) {
        self.campaign = campaign
        self.review = review
        self.isFrozen = isFrozen
        self.asOf = asOf
        self.calendar = calendar
        self.parameters = parameters
        self.units = units
    }
}
