import Domain
import Storage

extension CalendarGap {
    /// The years in which some of the days lie and of which the working calendar says nothing, ascending.
    static func found(at days: [CivilDate?], in tx: borrowing TenantTransaction) async throws -> [CalendarGap] {
        guard days.contains(where: { $0 != nil }) else { return [] }
        return WorkingCalendar(try await CalendarDay.all(in: tx)).gaps(at: days)
    }
}
