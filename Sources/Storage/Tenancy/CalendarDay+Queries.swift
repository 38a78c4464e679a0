public import Domain
import Postgres

extension CalendarDay {
    /// The days on which offices do otherwise than on their weekday. Every officer may read them.
    public static func all(in tx: borrowing TenantTransaction) async throws -> [CalendarDay] {
        try await tx.rows("SELECT day, working, name, source FROM core.calendar_day ORDER BY day") { row in
            CalendarDay(day: try row.next(), isWorking: try row.next(), name: try row.next(), source: try row.next())
        }
    }
}
