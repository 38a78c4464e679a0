public import Domain
import Postgres

extension MonthClose {
    /// Every version of a month, the latest first. Every officer may know them; the rows are each unit's own.
    public static func all(of period: ReportPeriod.ID, in tx: borrowing TenantTransaction) async throws -> [MonthClose] {
        try await tx.rows(
            """
            SELECT m.period_id, m.version, m.head, m.sha256, m.minute_number, m.minute_on, m.minute_reason, m.previous, m.closed_on, m.silent_units
            FROM core.month_close AS m
            WHERE m.period_id = \(period)
            ORDER BY m.version DESC
            """
        ) { row in
            let period: ReportPeriod.ID = try row.next()
            let version = Int(try row.next(Int32.self))
            let (head, digest): (String, [UInt8]) = (try row.next(), try row.next())
            let (number, on, reason): (String?, CivilDate?, String?) = (try row.next(), try row.next(), try row.next())
            let minute = number.flatMap { number in
                on.map { ReviewSnapshot.Minute(number: number, on: $0, reason: reason ?? "") }
            }
            return MonthClose(
                period: period, version: version, head: head, digest: digest, minute: minute, previous: try row.next(),
                closedOn: try row.next(), silentUnits: Int(try row.next(Int32.self)))
        }
    }

    /// Whether a later month of the campaign is closed, from when on this one is not corrected.
    public static func isAny(after period: ReportPeriod, in tx: borrowing TenantTransaction) async throws -> Bool {
        try await tx.first(
            """
            SELECT EXISTS (
                SELECT
                FROM core.report_period AS p
                    JOIN core.month_close AS m ON m.period_id = p.id
                WHERE p.campaign_id = \(period.campaign)
                  AND p.month > \(period.month.firstDay))
            """
        ) { row in try row.next(Bool.self) } ?? false
    }

    /// Closes a month as the acting officer, or corrects it by a minute. The database counts, writes the rows and hashes them while nobody writes to
    /// a ledger; what is sent here under "found" is written over.
    public static func insert(
        _ period: ReportPeriod.ID, version: Int, minute: ReviewSnapshot.Minute?, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.month_close (period_id, version, minute_number, minute_on, minute_reason, closed_by, head, sha256, closes_on, to_on,
                silent_units, earlier_open, later_closed, closed_on, closed_at, written_in)
            VALUES (\(period), \(Int32(clamping: version)), \(minute?.number), \(minute?.on), \(minute?.reason), core.actor_post(), 'x', sha256('x'),
                core.today(), core.today(), 0, 0, 0, core.today(), now(), pg_current_xact_id())
            """)
    }

    /// What was told with this version, as it was hashed: for who reads the province.
    public func annex(in tx: borrowing TenantTransaction) async throws -> String? {
        try await tx.first(
            "SELECT a.body FROM core.month_annex AS a WHERE a.period_id = \(period) AND a.version = \(Int32(clamping: version))"
        ) { row in
            try row.next(String.self)
        }
    }

    /// The rows of this version that the acting officer sees, in customary order, as they were hashed.
    public func rows(in tx: borrowing TenantTransaction) async throws -> [(text: String, digest: [UInt8])] {
        try await tx.rows(
            """
            SELECT r.body, r.sha256
            FROM \(identifier: tx.table("month_row")) AS r
            WHERE \(fragment: tx.within("r.tenant_id"))
              AND r.period_id = \(period)
              AND r.version = \(Int32(clamping: version))
            ORDER BY r.position
            """
        ) { row in
            (text: try row.next(), digest: try row.next())
        }
    }
}
