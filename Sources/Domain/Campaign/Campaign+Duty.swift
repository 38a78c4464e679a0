extension Campaign {
    /// What the plan orders one body, or one group of bodies, to do.
    public struct BodyDuty: Hashable, Sendable, Codable {
        public var clause: String
        /// The body as the plan names it.
        public var body: String
        public var role: DutyRole
        /// Codes of the units in the catalogue, where the plan names single ones.
        public var units: [String]
        public var duties: [String]

        public init(clause: String, body: String, role: DutyRole, units: [String], duties: [String]) {
            self.clause = clause
            self.body = body
            self.role = role
            self.units = units
            self.duties = duties
        }
    }

    /// The part a body plays in a campaign.
    public enum DutyRole: String, Hashable, Sendable, Codable, CaseIterable {
        case leadership, office, homeAffairs, council, firstTier, media
    }

    /// The regular report on the campaign.
    public struct Reporting: Hashable, Sendable, Codable {
        public var clause: String
        public var words: String
        public var by: DutyRole
        /// To whom, in the plan's words.
        public var to: String
        public var every: Frequency
        /// Whether the report shows each first-tier unit by itself.
        public var perUnit: Bool
        /// The other report it is merged with, if the plan says so.
        public var mergedWith: String?

        public init(clause: String, words: String, by: DutyRole, to: String, every: Frequency, perUnit: Bool, mergedWith: String?) {
            self.clause = clause
            self.words = words
            self.by = by
            self.to = to
            self.every = every
            self.perUnit = perUnit
            self.mergedWith = mergedWith
        }

        public enum Frequency: String, Hashable, Sendable, Codable, CaseIterable {
            case month, quarter
        }
    }

    /// Where a unit sends what it cannot solve itself.
    public struct DifficultyRoute: Hashable, Sendable, Codable {
        public var clause: String
        public var words: String
        /// The authority addressed.
        public var to: String
        /// The office that receives and routes.
        public var through: String
        /// Code of that office in the catalogue of units.
        public var unit: String

        public init(clause: String, words: String, to: String, through: String, unit: String) {
            self.clause = clause
            self.words = words
            self.to = to
            self.through = through
            self.unit = unit
        }
    }
}
