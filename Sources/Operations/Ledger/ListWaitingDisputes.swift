public import Domain
public import Storage

/// Disputes that wait for an answer, the first raised first, each with its clock.
public struct ListWaitingDisputes: Sendable {
    public var after: WaitingDispute.Position?
    public var limit: Int

    public init(after: WaitingDispute.Position? = nil, limit: Int = 50) {
        self.after = after
        self.limit = limit
    }

    public struct Page: Sendable {
        public let waiting: [WaitingDispute]
        public let next: WaitingDispute.Position?
        /// The day as of which it is told what is late, and by which working days.
        public let day: CivilDate
        public let calendar: WorkingCalendar

        public init(waiting: [WaitingDispute], next: WaitingDispute.Position?, day: CivilDate, calendar: WorkingCalendar) {
            self.waiting = waiting
            self.next = next
            self.day = day
            self.calendar = calendar
        }
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> Page {
        let rows = try await WaitingDispute.list(after: after, limit: limit + 1, in: tx)
        let page = Array(rows.prefix(limit))
        return Page(
            waiting: page, next: rows.count > limit ? page.last?.position : nil, day: try await tx.officer().today,
            calendar: WorkingCalendar(try await CalendarDay.all(in: tx)))
    }
}
