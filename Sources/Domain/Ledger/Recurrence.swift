/// How often a periodic item is due: every month or quarter on the day of its first deadline (A16).
public struct Recurrence: Sendable, Hashable {
    public enum Period: String, Sendable, Hashable, CaseIterable {
        case month, quarter

        var months: Int { self == .month ? 1 : 3 }

        public var vietnamese: String { self == .month ? "hằng tháng" : "hằng quý" }
    }

    public var period: Period
    public var first: CivilDate
    /// No deadline lies after it.
    public var last: CivilDate

    public init(every period: Period, from first: CivilDate, through last: CivilDate) {
        self.period = period
        self.first = first
        self.last = last
    }

    /// The deadlines, ascending. Where a month is too short its last day stands in; a first deadline on the last day of its month is due on
    /// the last day of each (A22).
    public var days: [CivilDate] {
        let isMonthsEnd = first == first.endOfMonth
        var days: [CivilDate] = []
        var (year, month) = (first.year, first.month)
        while let start = CivilDate(year: year, month: month, day: 1) {
            let day = isMonthsEnd ? start.endOfMonth : CivilDate(year: year, month: month, day: first.day) ?? start.endOfMonth
            guard day <= last, days.count < Self.most else { break }
            days.append(day)
            let next = month - 1 + period.months
            (year, month) = (year + next / 12, next % 12 + 1)
        }
        return days
    }

    /// Of one item; more are a mistake in a date.
    public static let most = 60
}
