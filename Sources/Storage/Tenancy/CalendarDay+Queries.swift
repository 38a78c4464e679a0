public import Domain
import Postgres

extension CalendarDay {
    /// The days on which offices do otherwise than on their weekday. Every officer may read them.
    public static func all(in tx: borrowing TenantTransaction) async throws -> [CalendarDay] {
        try await tx.rows("SELECT day, working, name, source FROM core.calendar_day ORDER BY day") { row in
            CalendarDay(day: try row.next(), isWorking: try row.next(), name: try row.next(), source: try row.next())
        }
    }

    /// Says of a day what offices do on it, in the place of what was said before. By the Office alone.
    public func keep(in tx: borrowing TenantTransaction) async throws {
        try await tx.execute(
            """
            INSERT INTO core.calendar_day (day, working, name, source)
            VALUES (\(day), \(isWorking), \(name), \(source))
            ON CONFLICT (day) DO UPDATE
            SET working = excluded.working, name = excluded.name, source = excluded.source
            """)
    }

    /// Makes a day what its weekday says again. By the Office alone.
    public static func drop(_ day: CivilDate, in tx: borrowing TenantTransaction) async throws {
        try await tx.execute("DELETE FROM core.calendar_day AS c WHERE c.day = \(day)")
    }
}

/// From which days items in sight count working days.
public struct CalendarReach: Sendable, Hashable {
    /// Nil: outside every campaign.
    public let campaign: Campaign.ID?
    public let day: CivilDate
    public let items: Int

    /// The first due dates of leads that some campaign counts and nobody took out, by campaign and day.
    public static func dueDates(_ range: ClosedRange<CivilDate>, in tx: borrowing TenantTransaction) async throws -> [CalendarReach] {
        try await grouped(
            """
            SELECT i.campaign_id, i.original_due_on, count(*)
            FROM \(identifier: tx.table("work_item")) AS i
            WHERE \(fragment: tx.within("i.tenant_id"))
              AND i.campaign_id IS NOT NULL
              AND i.role = 'lead'
              AND i.original_due_on BETWEEN \(range.lowerBound) AND \(range.upperBound)
              AND NOT EXISTS (
                    SELECT
                    FROM \(identifier: tx.table("ruling")) AS r
                    WHERE \(fragment: tx.within("r.tenant_id"))
                      AND r.tenant_id = i.tenant_id
                      AND r.item_id = i.id
                      AND r.kind IN ('exempted', 'replaced', 'cancelled', 'transferred'))
            GROUP BY i.campaign_id, i.original_due_on
            ORDER BY i.original_due_on, i.campaign_id
            """, in: tx)
    }

    /// The days on which items were assigned that nobody has acknowledged.
    public static func unacknowledged(_ range: ClosedRange<CivilDate>, in tx: borrowing TenantTransaction) async throws -> [CalendarReach] {
        try await grouped(
            """
            SELECT NULL::uuid, i.assigned_on, count(*)
            FROM \(identifier: tx.table("work_item")) AS i
            WHERE \(fragment: tx.within("i.tenant_id"))
              AND i.assigned_on BETWEEN \(range.lowerBound) AND \(range.upperBound)
              AND NOT EXISTS (
                    SELECT
                    FROM \(identifier: tx.table("progress")) AS p
                    WHERE \(fragment: tx.within("p.tenant_id"))
                      AND p.tenant_id = i.tenant_id
                      AND p.item_id = i.id
                      AND p.kind = 'acknowledged')
            GROUP BY i.assigned_on
            ORDER BY i.assigned_on
            """, in: tx)
    }

    private static func grouped(_ sql: SQL, in tx: borrowing TenantTransaction) async throws -> [CalendarReach] {
        try await tx.rows(sql) { row in
            CalendarReach(campaign: try row.next(), day: try row.next(), items: Int(try row.next(Int64.self)))
        }
    }
}
