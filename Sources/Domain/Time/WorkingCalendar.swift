/// Which days are worked: Monday to Friday without the holidays, and the days that are worked whatever else says.
///
/// Working days are counted in closed form, so that asking for a thousand of them costs as little as asking for one.
public struct WorkingCalendar: Hashable, Sendable {
    /// Non-working days besides Saturday and Sunday.
    public let holidays: Set<CivilDate>
    /// Days that are worked although they are a weekend or a holiday (swapped Saturdays).
    public let workingDays: Set<CivilDate>

    /// Weekdays on which nobody works, ascending.
    private let closedWeekdays: [CivilDate]
    /// Saturdays and Sundays that are worked, ascending.
    private let workedWeekends: [CivilDate]

    public init(holidays: some Sequence<CivilDate> = [], workingDays: some Sequence<CivilDate> = []) {
        self.holidays = Set(holidays)
        self.workingDays = Set(workingDays)
        closedWeekdays = self.holidays.subtracting(self.workingDays).filter { !$0.weekday.isWeekend }.sorted()
        workedWeekends = self.workingDays.filter(\.weekday.isWeekend).sorted()
    }

    public func isWorkingDay(_ date: CivilDate) -> Bool {
        workingDays.contains(date) || (!date.weekday.isWeekend && !holidays.contains(date))
    }

    /// How many working days lie in `start..<end`; 0 when `end` is not after `start`.
    public func count(from start: CivilDate, before end: CivilDate) -> Int {
        max(0, count(before: Int(end.daysSince1970)) - count(before: Int(start.daysSince1970)))
    }

    /// How many working days lie after `start` up to and including `end`: the way a time limit of N working days runs.
    public func count(after start: CivilDate, through end: CivilDate) -> Int {
        max(0, count(before: Int(end.daysSince1970) + 1) - count(before: Int(start.daysSince1970) + 1))
    }
}

// MARK: - Stepping

extension WorkingCalendar {
    /// The day reached by stepping back from `date` one calendar day at a time until `steps` working days were stepped on.
    ///
    /// No steps give `date` itself, be it worked or not. Stops at ``CivilDate/earliest``.
    public func day(_ steps: Int, workingDaysBefore date: CivilDate) -> CivilDate {
        guard steps > 0 else { return date }
        let range = Int(CivilDate.earliest.daysSince1970)..<Int(date.daysSince1970)
        let end = count(before: Int(date.daysSince1970))
        // The days from which fewer than `steps` working days remain start right after the one looked for.
        let firstTooLate = range.partitioningIndex { end - count(before: $0) < steps }
        return CivilDate(daysSince1970: firstTooLate - 1) ?? .earliest
    }

    /// The day reached by stepping forward from `date` until `steps` working days were stepped on; no steps give `date` itself.
    ///
    /// Stops at ``CivilDate/latest``.
    public func day(_ steps: Int, workingDaysAfter date: CivilDate) -> CivilDate {
        guard steps > 0 else { return date }
        let range = Int(date.daysSince1970) + 1..<Int(CivilDate.latest.daysSince1970) + 1
        let start = count(before: Int(date.daysSince1970) + 1)
        return CivilDate(daysSince1970: range.partitioningIndex { count(before: $0 + 1) - start >= steps }) ?? .latest
    }

    /// Whether `date` is no later than the day that lies `steps` working days before `end`.
    ///
    /// Says the same as comparing with ``day(_:workingDaysBefore:)``, but is exact for any number of steps.
    public func isDay(_ date: CivilDate, atLeast steps: Int, workingDaysBefore end: CivilDate) -> Bool {
        steps > 0 ? count(from: date, before: end) >= steps : date <= end
    }

    /// Working days before a day, counted from a fixed Monday; only differences mean something.
    private func count(before day: Int) -> Int {
        // 1969-12-29 was a Monday: three days before day 0.
        let sinceMonday = day + 3
        let weeks = sinceMonday >= 0 ? sinceMonday / 7 : (sinceMonday - 6) / 7
        let weekdays = weeks * 5 + min(sinceMonday - weeks * 7, 5)
        return weekdays - Self.count(of: closedWeekdays, before: day) + Self.count(of: workedWeekends, before: day)
    }

    private static func count(of ascending: [CivilDate], before day: Int) -> Int {
        (0..<ascending.count).partitioningIndex { Int(ascending[$0].daysSince1970) >= day }
    }
}

extension Range<Int> {
    /// The first element for which the condition holds, or the upper bound; the condition must stay true once it is true.
    fileprivate func partitioningIndex(where holds: (Int) -> Bool) -> Int {
        var low = lowerBound
        var high = upperBound
        while low < high {
            let middle = low + (high - low) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
