import Domain
import Postgres

extension LedgerEntry {
    /// The items `i` of a page with how they stand and what their units are called. Every part is one look into an index per item, however many
    /// they are: this is what the hot list costs beyond its page. Deadlines, which few items have, are read for the page at once, and names once for
    /// each unit.
    ///
    /// - Parameter page: a statement with at least the columns of an item.
    static func select(from page: SQL, _ facts: LedgerFacts, _ tx: borrowing TenantTransaction) -> SQL {
        """
        WITH page AS MATERIALIZED (\(fragment: page)),
        names AS MATERIALIZED (\(fragment: names(facts, tx)))
        SELECT \(fragment: WorkItem.columns),
            \(fragment: LedgerFacts.timeliness), d.completed_on, r.evidence_on, r.closed,
            p.acknowledged_on, l.kind, l.evidence_on, l.milestone_percent, l.actual, l.actual_status, l.recorded_on,
            CASE WHEN NOT p.results <@ coalesce(r.judged, '{}') THEN (
                SELECT w.id FROM unnest(p.results) AS w (id) WHERE w.id <> ALL (coalesce(r.judged, '{}')) ORDER BY w.id DESC LIMIT 1
            ) END,
            r.returns, r.quality_returns, r.violations, r.revocations, \(fragment: LedgerFacts.occurrence), n.slug, n.tenant_name, n.unit_name,
            c.code, \(fragment: assignee(facts))
        FROM page AS i
            LEFT JOIN LATERAL (\(fragment: rulings(facts, tx))) AS r ON true
            LEFT JOIN LATERAL (\(fragment: facts.figure(by: "r", in: tx))) AS f ON true
            LEFT JOIN (
                \(fragment: facts.pace(where: "(e.tenant_id, e.item_id) IN (SELECT p.tenant_id, p.id FROM page AS p)", in: tx))
            ) AS pace ON pace.tenant_id = i.tenant_id AND pace.item_id = i.id
            \(fragment: facts.done(acceptance: "r", figure: "f"))
            LEFT JOIN LATERAL (\(fragment: reports(facts, tx))) AS p ON true
            LEFT JOIN LATERAL (\(fragment: lastReport(facts, tx))) AS l ON true
            LEFT JOIN core.campaign AS c ON c.id = i.campaign_id
            JOIN names AS n ON n.tenant_id = i.tenant_id AND n.unit_id = i.unit_id
        """
    }

    /// Who must do it, with the title of his post there: two people of one name are told apart by it.
    private static func assignee(_ facts: LedgerFacts) -> SQL {
        """
        CASE WHEN i.assignee_id IS NOT NULL THEN (
            SELECT h.full_name || coalesce(', ' || (
                SELECT o.title
                FROM core.post AS o
                WHERE o.tenant_id = i.tenant_id
                  AND o.unit_id = i.unit_id
                  AND o.person_id = h.id
                  AND o.valid_from <= \(fragment: facts.day)
                  AND (o.valid_to IS NULL OR o.valid_to >= \(fragment: facts.day))
                ORDER BY o.valid_from, o.id
                LIMIT 1
            ), '')
            FROM core.person AS h
            WHERE h.id = i.assignee_id
        ) END
        """
    }

    /// What the units of the page are called.
    private static func names(_ facts: LedgerFacts, _ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT g.tenant_id, g.unit_id, t.slug, n.full_name AS tenant_name, u.full_name AS unit_name
        FROM (SELECT DISTINCT p.tenant_id, p.unit_id FROM page AS p) AS g
            JOIN core.tenant AS t ON t.id = g.tenant_id
            LEFT JOIN LATERAL (
                SELECT v.full_name
                FROM core.tenant_name AS v
                WHERE v.tenant_id = g.tenant_id
                  AND v.valid_from <= \(fragment: facts.day)
                ORDER BY v.valid_from DESC
                LIMIT 1
            ) AS n ON true
            LEFT JOIN LATERAL (
                SELECT v.full_name
                FROM \(identifier: tx.table("sub_unit_version")) AS v
                WHERE \(fragment: tx.within("v.tenant_id"))
                  AND v.tenant_id = g.tenant_id
                  AND v.unit_id = g.unit_id
                  AND v.valid_from <= \(fragment: facts.day)
                ORDER BY v.valid_from DESC
                LIMIT 1
            ) AS u ON true
        """
    }

    private static func rulings(_ facts: LedgerFacts, _ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT max(x.kind) FILTER (WHERE \(fragment: facts.isAcceptance("x"))) AS kind,
            max(x.evidence_on) FILTER (WHERE \(fragment: facts.isAcceptance("x"))) AS evidence_on,
            max(x.kind) FILTER (WHERE \(fragment: facts.isClosure("x"))) AS closed,
            array_agg(x.report_id) FILTER (WHERE x.kind IN ('accepted', 'returned', 'withdrawn')) AS judged,
            array_agg(x.report_id) FILTER (WHERE x.kind = 'withdrawn') AS withdrawn,
            count(*) FILTER (WHERE x.kind = 'returned') AS returns,
            count(*) FILTER (WHERE x.kind = 'returned' AND x.fault = 'quality') AS quality_returns,
            count(*) FILTER (WHERE x.kind = 'violation') AS violations,
            count(*) FILTER (WHERE x.kind = 'revoked') AS revocations
        FROM \(identifier: tx.table("ruling")) AS x
        WHERE \(fragment: tx.within("x.tenant_id"))
          AND x.tenant_id = i.tenant_id
          AND x.item_id = i.id
          AND \(fragment: facts.known("x.recorded_on"))
        """
    }

    /// Of the results at most one waits (`result_while_none_waits`), so that their order need not be told: to sort them for each item took half of
    /// what its reports cost.
    private static func reports(_ facts: LedgerFacts, _ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT min(x.evidence_on) FILTER (WHERE x.kind = 'acknowledged') AS acknowledged_on,
            array_agg(x.id) FILTER (WHERE x.kind = 'result') AS results
        FROM \(identifier: tx.table("progress")) AS x
        WHERE \(fragment: tx.within("x.tenant_id"))
          AND x.tenant_id = i.tenant_id
          AND x.item_id = i.id
          AND \(fragment: facts.known("x.recorded_on"))
          AND \(fragment: facts.dated("x.evidence_on"))
        """
    }

    private static func lastReport(_ facts: LedgerFacts, _ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT x.kind, x.evidence_on, x.milestone_percent, x.actual, x.actual_status, x.recorded_on
        FROM \(identifier: tx.table("progress")) AS x
        WHERE \(fragment: tx.within("x.tenant_id"))
          AND x.tenant_id = i.tenant_id
          AND x.item_id = i.id
          AND x.kind <> 'acknowledged'
          AND x.id <> ALL (coalesce(r.withdrawn, '{}'))
          AND \(fragment: facts.known("x.recorded_on"))
          AND \(fragment: facts.dated("x.evidence_on"))
        ORDER BY x.evidence_on DESC, x.recorded_at DESC, x.id DESC
        LIMIT 1
        """
    }

    static func read(_ row: inout RowReader) throws -> LedgerEntry {
        LedgerEntry(item: try WorkItem(row: &row), standing: try WorkItem.Standing(row: &row), names: try Names(row: &row))
    }
}

extension WorkItem.Standing {
    fileprivate init(row: inout RowReader) throws {
        self.init(
            timeliness: try row.next(), completedOn: try row.next(), acceptedOn: try row.next(), closed: try row.next(),
            acknowledgedOn: try row.next(), lastReport: try LastReport(row: &row), pendingResult: try row.next(),
            returns: Int(try row.next(Int64.self)), qualityReturns: Int(try row.next(Int64.self)),
            violations: Int(try row.next(Int64.self)), revocations: Int(try row.next(Int64.self)),
            occurrence: try row.next())
    }
}

extension WorkItem.Standing.LastReport {
    /// Nil where nothing was reported.
    fileprivate init?(row: inout RowReader) throws {
        guard let kind = try row.next(ProgressReport.Kind?.self) else {
            row.skip(5)
            return nil
        }
        self.init(
            kind: kind, evidenceOn: try row.next(), milestonePercent: try row.next(Int32?.self).map(Int.init),
            figure: try ProgressReport.Figure(row: &row), recordedOn: try row.next())
    }
}

extension ProgressReport.Figure {
    /// Two columns, the value and its status, which stand together or not at all.
    init?(row: inout RowReader) throws {
        let value: Quantity? = try row.next()
        let status: Status? = try row.next()
        guard let value, let status else { return nil }
        self.init(value: value, status: status)
    }
}

extension LedgerEntry.Names {
    fileprivate init(row: inout RowReader) throws {
        self.init(
            tenant: try row.next(), tenantName: try row.next(String?.self) ?? "", unitName: try row.next(String?.self) ?? "",
            campaign: try row.next(), assignee: try row.next())
    }
}
