/// How items stand, counted. Only items that count towards a verdict are in ``items``: exempted and cancelled ones stand beside it.
public struct LedgerCounts: Sendable, Hashable {
    /// Active items; each is in exactly one of the eight that follow.
    public var items = 0
    public var completedEarly = 0
    public var completedOnTime = 0
    public var completedLate = 0
    /// Done, and never given a date (A26).
    public var completedUndated = 0
    public var overdue = 0
    public var dueSoon = 0
    public var inTime = 0
    public var noDueDate = 0
    /// Không tính vào đánh giá.
    public var exempted = 0
    public var cancelled = 0
    /// Not yet taken note of.
    public var unacknowledged = 0
    /// A result was reported and waits for the assigner.
    public var awaitingRuling = 0
    /// Reported on at least once since the reporting period began in which the day lies.
    public var reportedThisPeriod = 0
    /// Strictly better than the target, by the latest figure that was confirmed (A46, A49).
    public var above = 0
    /// Whose due date was moved.
    public var extended = 0

    public init() {}

    public var done: Int { completedEarly + completedOnTime + completedLate + completedUndated }

    /// `4/20`: shares are told as counts, so that no rounding contradicts a verdict (A50).
    public static func share(_ part: Int, of whole: Int) -> String {
        "\(VietnameseNumber.text(part))/\(VietnameseNumber.text(whole))"
    }

    public static func + (lhs: LedgerCounts, rhs: LedgerCounts) -> LedgerCounts {
        var sum = lhs
        for field in fields { sum[keyPath: field] += rhs[keyPath: field] }
        return sum
    }

    /// Every count, in the order in which tables show them.
    public static let fields: [any WritableKeyPath<LedgerCounts, Int> & Sendable] = [
        \.items, \.completedEarly, \.completedOnTime, \.completedLate, \.completedUndated, \.overdue, \.dueSoon, \.inTime, \.noDueDate,
        \.exempted, \.cancelled, \.unacknowledged, \.awaitingRuling, \.reportedThisPeriod, \.above, \.extended,
    ]
}

/// The counts of one group.
public struct LedgerGroup: Sendable, Hashable {
    /// What a filter takes for the items of this group: an id, slug, code or raw value; nil for the items that have none.
    public let key: String?
    /// As officers read it; nil where the key says it already.
    public let label: String?
    public let counts: LedgerCounts

    public init(key: String?, label: String?, counts: LedgerCounts) {
        self.key = key
        self.label = label
        self.counts = counts
    }
}

/// One unit in the table of all: of the province its first tier and all others that have items, of a unit its sub-units.
public struct UnitOverview: Sendable, Hashable {
    public let unit: Place
    public let counts: LedgerCounts
    /// The last day of a unit that had closed by the day asked for: its items stay.
    public let endedOn: CivilDate?

    public init(unit: Place, counts: LedgerCounts, endedOn: CivilDate? = nil) {
        self.unit = unit
        self.counts = counts
        self.endedOn = endedOn
    }

    public struct Place: Sendable, Hashable {
        public let tenant: Tenant.Slug
        public let unit: SubUnit.ID
        public let code: String
        public let name: String
        public let fullName: String

        public init(tenant: Tenant.Slug, unit: SubUnit.ID, code: String, name: String, fullName: String) {
            self.tenant = tenant
            self.unit = unit
            self.code = code
            self.name = name
            self.fullName = fullName
        }
    }
}
