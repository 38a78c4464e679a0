public import Domain
import Postgres

extension UnconfirmedReport {
    /// One page of what the acting officer's unit must confirm of the items that it assigned, the oldest first; of the figures of an item only
    /// the last, and of its steps the last from 50 on while none of them was confirmed. What was done or closed meanwhile waits no more.
    ///
    /// - Parameter dueAfter: steps of items due by then need no confirmation (A36); nil: each is told.
    public static func list(
        dueAfter: CivilDate?, after position: ProgressReport.Position? = nil, limit: Int, in tx: borrowing TenantTransaction
    ) async throws -> [UnconfirmedReport] {
        let after: SQL = position.map { "(x.evidence_on, x.id) > (\($0.evidenceOn), \($0.report))" } ?? "true"
        let isLater: SQL = dueAfter.map { "(i.due_on IS NULL OR i.due_on > \($0))" } ?? "true"
        let progress: SQL = "\(identifier: tx.table("progress"))"
        let ruling: SQL = "\(identifier: tx.table("ruling"))"
        return try await tx.rows(
            """
            SELECT x.id, x.item_id, i.code, i.title, t.slug, coalesce(u.full_name, ''), x.evidence_on, x.milestone_percent, x.actual,
                x.actual_status, i.measure_unit, x.occurrence_due_on, i.figure_body
            FROM \(fragment: progress) AS x
                \(fragment: WorkItem.behind(tx))
            WHERE \(fragment: tx.within("x.tenant_id"))
              AND x.kind = 'reported'
              AND i.role = 'lead'
              AND i.assigner_tenant_id = (SELECT core.actor_home())
              AND \(fragment: after)
              AND (x.occurrence_due_on IS NOT NULL OR x.actual IS NOT NULL OR (x.milestone_percent >= 50 AND \(fragment: isLater)))
              AND NOT EXISTS (
                    SELECT
                    FROM \(fragment: ruling) AS r
                    WHERE \(fragment: tx.within("r.tenant_id"))
                      AND r.tenant_id = x.tenant_id
                      AND r.item_id = x.item_id
                      AND (r.report_id = x.id OR r.kind IN ('accepted', 'exempted', 'replaced', 'cancelled', 'transferred')))
              AND (x.occurrence_due_on IS NOT NULL
                OR NOT EXISTS (
                    SELECT
                    FROM \(fragment: progress) AS y
                    WHERE \(fragment: tx.within("y.tenant_id"))
                      AND y.tenant_id = x.tenant_id
                      AND y.item_id = x.item_id
                      AND y.kind = 'reported'
                      AND (y.evidence_on, y.recorded_at, y.id) > (x.evidence_on, x.recorded_at, x.id)
                      AND (y.actual IS NOT NULL OR y.milestone_percent IS NOT NULL)))
              AND (x.milestone_percent IS NULL
                OR NOT EXISTS (
                    SELECT
                    FROM \(fragment: progress) AS y
                        JOIN \(fragment: ruling) AS r
                            ON \(fragment: tx.within("r.tenant_id")) AND r.tenant_id = y.tenant_id AND r.report_id = y.id AND r.kind = 'confirmed'
                    WHERE \(fragment: tx.within("y.tenant_id"))
                      AND y.tenant_id = x.tenant_id
                      AND y.item_id = x.item_id
                      AND y.milestone_percent >= 50))
            ORDER BY x.evidence_on, x.id
            LIMIT \(Int32(clamping: limit))
            """
        ) { row in
            let (report, item): (ProgressReport.ID, WorkItem.ID) = (try row.next(), try row.next())
            let (code, title, tenant): (String, String, Tenant.Slug) = (try row.next(), try row.next(), try row.next())
            return UnconfirmedReport(
                report: report, item: item, code: code, title: title, tenant: tenant, unitName: try row.next(),
                evidenceOn: try row.next(), milestonePercent: try row.next(Int32?.self).map(Int.init),
                figure: try ProgressReport.Figure(row: &row), measureUnit: try row.next(), occurrence: try row.next(),
                confirmer: try row.next())
        }
    }
}
