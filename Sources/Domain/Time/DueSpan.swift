/// A deadline that is so many days from the day on which the work is given: "trong 10 ngày", "trong vòng 5 ngày làm việc kể từ ngày giao".
public struct DueSpan: Hashable, Sendable {
    /// The words as written, composed and without stray spaces.
    public let original: String
    public let days: Int
    public let countsWorkingDays: Bool

    /// Nil where the words are of another form: ``DueWords`` reads those that name a day.
    public init?(_ words: String) {
        let text = VietnameseText(words)
        let form =
            #/(?:(?:thoi han|han)\s*:?\s*)?trong(?: vong| thoi han)? (\d{1,3}) ngay(?<working> lam viec)?(?: ke)?(?: tu ngay (?:duoc )?giao)?[.;]?/#
        guard let found = text.folded.wholeMatch(of: form), let days = Int(found.1), days > 0 else { return nil }
        original = text.string
        self.days = days
        countsWorkingDays = found.working != nil
    }

    /// By what a span is counted.
    public struct Rule: Sendable {
        public let calendar: WorkingCalendar
        /// Whether a span of calendar days that ends on a day off ends on the next working day (A23); a named day never moves.
        public let rollsOver: Bool

        public init(calendar: WorkingCalendar, rollsOver: Bool) {
            self.calendar = calendar
            self.rollsOver = rollsOver
        }
    }

    /// The last day in time; the day of the assignment is not counted.
    public func lastDay(after assignedOn: CivilDate, _ rule: Rule) -> CivilDate {
        if countsWorkingDays { return rule.calendar.day(days, workingDaysAfter: assignedOn) }
        let last = assignedOn.adding(days: days)
        return rule.rollsOver && !rule.calendar.isWorkingDay(last) ? rule.calendar.day(1, workingDaysAfter: last) : last
    }
}
