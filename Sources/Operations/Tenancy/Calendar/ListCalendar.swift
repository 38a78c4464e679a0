public import Domain
public import Storage

/// The days of a year on which offices do otherwise than on their weekday.
public struct ListCalendar: Sendable {
    /// This one when nil.
    public var year: Int?

    public init(year: Int? = nil) {
        self.year = year
    }

    public struct Answer: Sendable {
        public let year: Int
        public let days: [CalendarDay]

        public init(year: Int, days: [CalendarDay]) {
            self.year = year
            self.days = days
        }
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> Answer {
        let days = try await CalendarDay.all(in: tx)
        // Asked after the statement, who acts costs none of its own.
        let wanted: Int
        if let year { wanted = year } else { wanted = try await tx.officer().today.year }
        return Answer(year: wanted, days: days.filter { $0.day.year == wanted })
    }
}
