public import Domain
import Postgres

extension LedgerRecord {
    /// What was said of these items, as far as the acting officer sees it: of each in the order of its days.
    public static func all(of items: [WorkItem], in tx: borrowing TenantTransaction) async throws -> [LedgerRecord] {
        if items.isEmpty { return [] }
        let ofItems: SQL = """
            \(fragment: tx.within("x.tenant_id"))
                AND x.tenant_id = ANY (\(Array(Set(items.map(\.tenant)))))
                AND x.item_id = ANY (\(items.map(\.id)))
            """
        return try await tx.rows(
            """
            SELECT a.item_id, a.source, a.kind, a.day, a.percent, a.actual, a.actual_status, a.number, a.issuer, a.words, a.new_due_on, a.recorded_on
            FROM (
                SELECT x.item_id, 'report' AS source, x.kind, x.evidence_on AS day, x.milestone_percent AS percent, x.actual, x.actual_status,
                    x.document_number AS number, x.document_issuer AS issuer, \(fragment: tx.narrative(of: "x")) AS words, NULL::date AS new_due_on, x.recorded_on,
                    x.recorded_at, x.id
                FROM \(identifier: tx.table("progress")) AS x
                WHERE \(fragment: ofItems)
                UNION ALL
                SELECT x.item_id, 'ruling', x.kind, x.decided_on, NULL, NULL, NULL, x.document_number, '', \(fragment: tx.reason(ofRuling: "x")), NULL,
                    x.recorded_on, x.recorded_at, x.id
                FROM \(identifier: tx.table("ruling")) AS x
                WHERE \(fragment: ofItems)
                UNION ALL
                SELECT x.item_id, 'time', x.step, x.happened_on, NULL, NULL, NULL, x.document_number, '',
                    \(fragment: tx.reason(ofExtension: "x")), x.new_due_on, x.recorded_on, x.recorded_at, x.id
                FROM \(identifier: tx.table("extension_step")) AS x
                WHERE \(fragment: ofItems)
            ) AS a
            ORDER BY a.item_id, a.day, a.recorded_at, a.id
            """
        ) { row in
            let item: WorkItem.ID = try row.next()
            let act = try Act.next(&row)
            return LedgerRecord(
                item: item, act: act, day: try row.next(), milestonePercent: try row.next(Int32?.self).map(Int.init),
                figure: try ProgressReport.Figure(row: &row), documentNumber: try row.next(), documentIssuer: try row.next(),
                words: try row.next(), newDueOn: try row.next(), recordedOn: try row.next())
        }
    }
}

extension LedgerRecord.Act {
    /// Two columns: the table, and the kind that it says.
    fileprivate static func next(_ row: inout RowReader) throws -> LedgerRecord.Act {
        switch try row.next(String.self) {
        case "report": .report(try row.next())
        case "ruling": .ruling(try row.next())
        default: .time(try row.next())
        }
    }
}
