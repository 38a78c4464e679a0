public import Domain
import Postgres

extension MonthRow {
    /// The first tier as it stands in a month, as known at the end of a day: not closed yet, or seen anew. What the acting officer does not see has
    /// no row.
    public static func live(
        of period: ReportPeriod, knownOn day: CivilDate, in tx: borrowing TenantTransaction
    ) async throws -> [MonthRow] {
        let seenWhole: SQL = tx.reach == nil ? "true" : "(SELECT core.actor_whole()) IS NOT NULL"
        return try await tx.rows(
            """
            SELECT t.slug, t.code, t.full_name, r.approved_on, coalesce(r.nothing, false), coalesce(r.approved_on > r.due_on, false), g.figures::text
            FROM core.campaign_tenants(\(period.campaign), \(period.to)) AS f
                JOIN core.tenant_on(\(period.to)) AS t ON t.id = f.tenant_id
                LEFT JOIN \(identifier: tx.table("unit_return")) AS r
                    ON \(fragment: tx.within("r.tenant_id")) AND r.tenant_id = t.id AND r.unit_id = t.id AND r.period_id = \(period.id)
                        AND r.approved_on <= \(day)
                LEFT JOIN core.month_figures(\(period.campaign), \(period.from), least(\(period.to), \(day)), \(day), \(tx.tenant)) AS g
                    ON g.tenant_id = t.id AND g.unit_id = t.id
            WHERE \(fragment: tx.within("t.id"))
              AND \(fragment: seenWhole)
            ORDER BY t.position, t.slug
            """
        ) { row in
            let (tenant, code, name): (Tenant.Slug, String, String) = (try row.next(), try row.next(), try row.next())
            let (approvedOn, nothing, isLate): (CivilDate?, Bool, Bool) = (try row.next(), try row.next(), try row.next())
            let figures: String? = try row.next()
            return MonthRow(
                tenant: tenant, code: code, name: name,
                answer: Answer(
                    state: approvedOn == nil ? .missing : nothing ? .nothing : .sent, approvedOn: approvedOn, isLate: isLate,
                    missing: approvedOn == nil ? 1 : 0),
                figures: try figures.map { try MonthFigures(reading: $0) } ?? MonthFigures(), before: nil)
        }
    }
}
