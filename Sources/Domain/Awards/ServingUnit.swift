/// Where a person served in a review's period: who moved is proposed by one unit only, by default the one where he served most days (A08).
public struct ServingUnit: Sendable, Hashable {
    public let unit: SubUnit.ID
    public let from: CivilDate
    /// Last day; nil while he serves there.
    public let through: CivilDate?

    public init(unit: SubUnit.ID, from: CivilDate, through: CivilDate?) {
        self.unit = unit
        self.from = from
        self.through = through
    }

    /// The unit with most days of the period, several posts in one unit on one day counted once. Nil where nobody has most: a person decides.
    public static func ofMostDays(_ services: [ServingUnit], in period: ClosedRange<CivilDate>) -> SubUnit.ID? {
        let days = Dictionary(grouping: services, by: \.unit).mapValues { Self.days(of: $0, in: period) }
        guard let most = days.values.max(), most > 0 else { return nil }
        let units = days.filter { $0.value == most }.keys
        return units.count == 1 ? units.first : nil
    }

    private static func days(of services: [ServingUnit], in period: ClosedRange<CivilDate>) -> Int {
        var days = 0
        var counted: CivilDate?
        for service in services.sorted(by: { $0.from < $1.from }) {
            let last = min(service.through ?? period.upperBound, period.upperBound)
            var first = max(service.from, period.lowerBound)
            if let counted, first <= counted { first = counted.adding(days: 1) }
            guard first <= last else { continue }
            days += first.days(to: last) + 1
            counted = last
        }
        return days
    }
}
