public import Domain
import Postgres

extension WaitingResult {
    /// One page of the results that are the acting officer's seat to judge, the oldest first; of what was closed meanwhile none waits.
    public static func list(
        after position: ProgressReport.Position? = nil, limit: Int, in tx: borrowing TenantTransaction
    ) async throws -> [WaitingResult] {
        let after: SQL = position.map { "(x.evidence_on, x.id) > (\($0.evidenceOn), \($0.report))" } ?? "true"
        return try await tx.rows(
            """
            SELECT x.id, x.item_id, i.code, i.title, t.slug, coalesce(u.full_name, ''), i.due_on, x.evidence_on, x.document_number, x.actual,
                x.actual_status, i.measure_unit, i.figure_body, x.recorded_on
            FROM \(identifier: tx.table("progress")) AS x
                \(fragment: WorkItem.behind(tx))
            WHERE \(fragment: tx.within("x.tenant_id"))
              AND x.kind = 'result'
              AND i.role = 'lead'
              AND \(fragment: WorkItem.ruledHere(tx))
              AND \(fragment: after)
              AND NOT EXISTS (
                    SELECT
                    FROM \(identifier: tx.table("ruling")) AS r
                    WHERE \(fragment: tx.within("r.tenant_id"))
                      AND r.tenant_id = x.tenant_id
                      AND r.item_id = x.item_id
                      AND ((r.report_id = x.id AND r.kind IN ('accepted', 'returned', 'withdrawn'))
                        OR (r.kind IN ('accepted', 'exempted', 'replaced', 'cancelled', 'transferred') AND r.voided_by IS NULL)))
            ORDER BY x.evidence_on, x.id
            LIMIT \(Int32(clamping: limit))
            """
        ) { row in
            let (report, item): (ProgressReport.ID, WorkItem.ID) = (try row.next(), try row.next())
            let (code, title, tenant): (String, String, Tenant.Slug) = (try row.next(), try row.next(), try row.next())
            let (unitName, dueOn): (String, CivilDate?) = (try row.next(), try row.next())
            return WaitingResult(
                report: report, item: item, code: code, title: title, tenant: tenant, unitName: unitName, dueOn: dueOn,
                evidenceOn: try row.next(), documentNumber: try row.next(), figure: try ProgressReport.Figure(row: &row),
                measureUnit: try row.next(), confirmer: try row.next(), recordedOn: try row.next())
        }
    }
}
