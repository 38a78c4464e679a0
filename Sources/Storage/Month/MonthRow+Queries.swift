public import Domain
import Postgres

extension MonthRow {
    /// The first tier as it stands in a month, as known at the end of a day: not closed yet, or seen anew; a unit that has closed keeps its row, as
    /// in a close. What the acting officer does not see has no row. Beside it the month before that was closed by then, as it was closed first and as
    /// it is known at the end of that day.
    public static func live(
        of period: ReportPeriod, knownOn day: CivilDate, in tx: borrowing TenantTransaction
    ) async throws -> [MonthRow] {
        let seenWhole: SQL = tx.reach == nil ? "true" : "(SELECT core.actor_whole()) IS NOT NULL"
        return try await tx.rows(
            """
            WITH before AS MATERIALIZED (
                SELECT x.id, x.from_on, x.to_on
                FROM core.report_period AS x
                    JOIN core.month_close AS m ON m.period_id = x.id AND m.version = 1 AND m.closed_on <= \(day)
                WHERE x.campaign_id = \(period.campaign) AND x.month < \(period.month.firstDay)
                ORDER BY x.month DESC
                LIMIT 1
            ), known AS MATERIALIZED (
                SELECT k.tenant_id, k.figures
                FROM before AS b
                    CROSS JOIN LATERAL core.month_figures(\(period.campaign), b.from_on, b.to_on, \(day), \(tx.tenant)) AS k
                WHERE k.unit_id = k.tenant_id
            )
            SELECT t.slug, t.code, t.full_name, r.approved_on, coalesce(r.nothing, false), coalesce(r.approved_on > r.due_on, false),
                CASE WHEN r.approved_on IS NULL THEN f.ended_on END,
                EXISTS (SELECT FROM core.month_close AS m WHERE m.period_id = \(period.id) AND m.closed_on <= \(day)),
                coalesce((last.body::json #>> '{return,missing}')::integer, 0), g.figures::text, (last.body::json -> 'figures')::text, k.figures::text
            FROM core.month_tenants(\(period.id), \(day)) AS f
                JOIN core.tenant_on(\(period.to)) AS t ON t.id = f.tenant_id
                LEFT JOIN \(identifier: tx.table("unit_return")) AS r
                    ON \(fragment: tx.within("r.tenant_id")) AND r.tenant_id = t.id AND r.unit_id = t.id AND r.period_id = \(period.id)
                        AND r.approved_on <= \(day)
                LEFT JOIN core.month_figures(\(period.campaign), \(period.from), least(\(period.to), \(day)), \(day), \(tx.tenant)) AS g
                    ON g.tenant_id = t.id AND g.unit_id = t.id
                LEFT JOIN before AS b ON true
                LEFT JOIN \(identifier: tx.table("month_row")) AS last
                    ON \(fragment: tx.within("last.tenant_id")) AND last.tenant_id = t.id AND last.period_id = b.id AND last.version = 1
                LEFT JOIN known AS k ON k.tenant_id = t.id
            WHERE \(fragment: tx.within("t.id"))
              AND \(fragment: seenWhole)
              AND (f.is_there OR last.tenant_id IS NOT NULL OR g.tenant_id IS NOT NULL)
            ORDER BY t.position, t.slug
            """
        ) { row in
            let (tenant, code, name): (Tenant.Slug, String, String) = (try row.next(), try row.next(), try row.next())
            let (approvedOn, nothing, isLate): (CivilDate?, Bool, Bool) = (try row.next(), try row.next(), try row.next())
            let (endedOn, isClosed): (CivilDate?, Bool) = (try row.next(), try row.next())
            let silent = Int(try row.next(Int32.self))
            let isMissing = approvedOn == nil && endedOn == nil
            let wait: Answer.Wait? = isMissing && !isClosed ? (day > period.dueOn ? .overdue : .inTime) : nil
            let (figures, closed, known): (String?, String?, String?) = (try row.next(), try row.next(), try row.next())
            let before = try closed.map { text in
                (closed: try MonthFigures(reading: text), known: try known.map { try MonthFigures(reading: $0) } ?? MonthFigures())
            }
            return MonthRow(
                tenant: tenant, code: code, name: name,
                answer: Answer(
                    state: endedOn != nil ? .ended : isMissing ? .missing : nothing ? .nothing : .sent, approvedOn: approvedOn,
                    isLate: isLate, missing: isMissing && wait != .inTime ? 1 + silent : 0, endedOn: endedOn, wait: wait),
                figures: try figures.map { try MonthFigures(reading: $0) } ?? MonthFigures(), before: before)
        }
    }
}
