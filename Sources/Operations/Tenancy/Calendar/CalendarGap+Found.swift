import Domain
import Storage

extension CalendarGap {
    /// As ``WorkingCalendar/gaps(at:since:)``.
    static func found(
        at days: [CivilDate?], since start: CivilDate? = nil, in tx: borrowing TenantTransaction
    ) async throws -> [CalendarGap] {
        guard days.contains(where: { $0 != nil }) else { return [] }
        return WorkingCalendar(try await CalendarDay.all(in: tx)).gaps(at: days, since: start)
    }
}
