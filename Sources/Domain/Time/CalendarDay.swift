/// A day on which offices do otherwise than on its weekday: closed on a weekday, or at work on a weekend.
public struct CalendarDay: Sendable, Hashable {
    public let day: CivilDate
    /// True: worked although a weekend or a holiday (a swapped Saturday).
    public let isWorking: Bool
    /// What the day is, as a calendar prints it.
    public let name: String
    /// The paper that says so.
    public let source: String

    public init(day: CivilDate, isWorking: Bool, name: String, source: String) {
        self.day = day
        self.isWorking = isWorking
        self.name = name
        self.source = source
    }
}

extension WorkingCalendar {
    public init(_ days: some Sequence<CalendarDay>) {
        self.init(holidays: days.lazy.filter { !$0.isWorking }.map(\.day), workingDays: days.lazy.filter(\.isWorking).map(\.day))
    }
}
