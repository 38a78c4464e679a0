public import Domain
import Postgres

extension UnconfirmedReport {
    /// One page of what is the acting officer's seat to confirm, the oldest first: of the figures of an item the last, of its steps the last from
    /// 50 on while none of them was confirmed, and what a review that is not frozen yet waits for, whatever was sent since. What left the count
    /// meanwhile waits no more; of what was done, figures and deliveries that came after the result.
    ///
    /// - Parameter dueAfter: steps of items due by then need no confirmation (A36); nil: by the interim review of each item's own campaign.
    public static func list(
        dueAfter: CivilDate?, after position: ProgressReport.Position? = nil, limit: Int, in tx: borrowing TenantTransaction
    ) async throws -> [UnconfirmedReport] {
        let asked = try await OpenResult.unconfirmed(in: tx)
        var listed = rows(latest(dueAfter, tx), after: position, tx)
        if !asked.isEmpty { listed = "\(fragment: listed) UNION \(fragment: rows(awaited(asked, tx), after: position, tx))" }
        return try await tx.rows("\(fragment: listed) ORDER BY 7, 1 LIMIT \(Int32(clamping: limit))") { row in
            let (report, item): (ProgressReport.ID, WorkItem.ID) = (try row.next(), try row.next())
            let (code, title, tenant): (String, String, Tenant.Slug) = (try row.next(), try row.next(), try row.next())
            return UnconfirmedReport(
                report: report, item: item, code: code, title: title, tenant: tenant, unitName: try row.next(),
                evidenceOn: try row.next(), milestonePercent: try row.next(Int32?.self).map(Int.init),
                figure: try ProgressReport.Figure(row: &row), measureUnit: try row.next(), occurrence: try row.next(),
                confirmer: try row.next())
        }
    }

    /// - Parameter condition: of the report `x` on the item `i`, whose campaign is reviewed in the middle on `interim.held_on`.
    private static func rows(_ condition: SQL, after position: ProgressReport.Position?, _ tx: borrowing TenantTransaction) -> SQL {
        let after: SQL = position.map { "(x.evidence_on, x.id) > (\($0.evidenceOn), \($0.report))" } ?? "true"
        return """
            SELECT x.id, x.item_id, i.code, i.title, t.slug, coalesce(u.full_name, ''), x.evidence_on, x.milestone_percent, x.actual,
                x.actual_status, i.measure_unit, x.occurrence_due_on, i.figure_body
            FROM \(identifier: tx.table("progress")) AS x
                \(fragment: WorkItem.behind(tx))
                LEFT JOIN (
                    SELECT c.id, min((p.value ->> 'to')::date) AS held_on
                    FROM core.campaign AS c
                        CROSS JOIN LATERAL jsonb_array_elements(c.document -> 'phases') AS p (value)
                    WHERE p.value ->> 'review' = 'interim'
                    GROUP BY c.id
                ) AS interim ON interim.id = i.campaign_id
            WHERE \(fragment: tx.within("x.tenant_id"))
              AND x.kind = 'reported'
              AND \(fragment: WorkItem.ruledHere(tx))
              AND \(fragment: after)
              AND \(fragment: condition)
            """
    }

    private static func latest(_ dueAfter: CivilDate?, _ tx: borrowing TenantTransaction) -> SQL {
        let isLater: SQL =
            dueAfter.map { "(i.due_on IS NULL OR i.due_on > \($0))" }
            ?? "(i.due_on IS NULL OR i.campaign_id IS NULL OR i.due_on > coalesce(interim.held_on, 'infinity'))"
        let progress: SQL = "\(identifier: tx.table("progress"))"
        let ruling: SQL = "\(identifier: tx.table("ruling"))"
        return """
            i.role = 'lead'
              AND (x.occurrence_due_on IS NOT NULL OR x.actual IS NOT NULL OR (x.milestone_percent >= 50 AND \(fragment: isLater)))
              AND NOT EXISTS (
                    SELECT
                    FROM \(fragment: ruling) AS r
                    WHERE \(fragment: tx.within("r.tenant_id"))
                      AND r.tenant_id = x.tenant_id
                      AND r.item_id = x.item_id
                      AND (r.report_id = x.id
                        OR r.kind IN ('exempted', 'replaced', 'cancelled', 'transferred')
                        OR (r.kind = 'accepted' AND r.voided_by IS NULL
                            AND x.occurrence_due_on IS NULL
                            AND (i.target IS NULL OR (r.evidence_on, r.recorded_at) > (x.evidence_on, x.recorded_at)))))
              AND NOT EXISTS (
                    SELECT
                    FROM \(fragment: progress) AS y
                        JOIN \(fragment: ruling) AS r
                            ON \(fragment: tx.within("r.tenant_id")) AND r.tenant_id = y.tenant_id AND r.report_id = y.id AND r.kind = 'confirmed'
                    WHERE \(fragment: tx.within("y.tenant_id"))
                      AND y.tenant_id = x.tenant_id
                      AND y.item_id = x.item_id
                      AND y.occurrence_due_on = x.occurrence_due_on)
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
                OR x.occurrence_due_on IS NOT NULL
                OR NOT EXISTS (
                    SELECT
                    FROM \(fragment: progress) AS y
                        JOIN \(fragment: ruling) AS r
                            ON \(fragment: tx.within("r.tenant_id")) AND r.tenant_id = y.tenant_id AND r.report_id = y.id AND r.kind = 'confirmed'
                    WHERE \(fragment: tx.within("y.tenant_id"))
                      AND y.tenant_id = x.tenant_id
                      AND y.item_id = x.item_id
                      AND y.milestone_percent >= 50))
            """
    }

    /// What a review waits for, of items that live: one that was exempted meanwhile does.
    private static func awaited(_ asked: [(tenant: Tenant.ID, report: ProgressReport.ID)], _ tx: borrowing TenantTransaction) -> SQL {
        """
        (x.tenant_id, x.id) IN (
                SELECT a.tenant_id, a.id FROM unnest(\(asked.map { $0.tenant }), \(asked.map { $0.report })) AS a (tenant_id, id))
          AND NOT EXISTS (
                SELECT
                FROM \(identifier: tx.table("ruling")) AS r
                WHERE \(fragment: tx.within("r.tenant_id"))
                  AND r.tenant_id = x.tenant_id
                  AND r.item_id = x.item_id
                  AND r.kind IN ('replaced', 'cancelled', 'transferred'))
        """
    }
}
