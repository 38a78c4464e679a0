public import Domain
import Postgres

extension LedgerFile.Unit {
    /// What a review judges the first-tier units on, gathered set-based: one statement for the units, one for their items, one for the dates
    /// that were moved.
    ///
    /// - Parameters:
    ///   - moment: facts dated after `asOf` and rows recorded after `knownOn` do not show.
    ///   - interimEnd: a step of 50 or more of an item due later, or without a date, counts once the assigner confirmed it (A36).
    public static func gather(
        of campaign: Campaign.ID, review: Campaign.Review, at moment: LedgerMoment, interimEnd: CivilDate,
        in tx: borrowing TenantTransaction
    ) async throws -> [LedgerFile.Unit] {
        let facts = LedgerFacts(at: moment)
        let extensions = try await extensions(facts, in: tx)
        var items = try await items(of: campaign, facts, interimEnd: interimEnd, extensions, in: tx)
        let ofOneUnit: SQL = tx.tenant.map { "t.id = \($0)" } ?? "true"
        return try await tx.rows(
            """
            SELECT t.id, t.code, t.full_name, m.accepted
            FROM core.campaign_tenants(\(campaign), \(fragment: facts.day)) AS f
                JOIN core.tenant_on(\(fragment: facts.day)) AS t ON t.id = f.tenant_id
                LEFT JOIN core.motto_decision AS m
                    ON m.campaign_id = \(campaign) AND m.review = \(review.rawValue) AND m.tenant_id = t.id AND \(fragment: facts.dated("m.decided_on"))
            WHERE \(fragment: ofOneUnit)
            ORDER BY t.position, t.code COLLATE "C"
            """
        ) { row in
            let tenant: Tenant.ID = try row.next()
            return LedgerFile.Unit(
                code: try row.next(), name: try row.next(), isMottoAccepted: try row.next(), items: items.removeValue(forKey: tenant) ?? [])
        }
    }

    /// The items of the units themselves; parts handed on inside a unit are not among them (A55).
    private static func items(
        of campaign: Campaign.ID, _ facts: LedgerFacts, interimEnd: CivilDate, _ extensions: [WorkItem.ID: [DueDateExtension]],
        in tx: borrowing TenantTransaction
    ) async throws -> [Tenant.ID: [LedgerItem]] {
        let rows = try await tx.rows(
            """
            SELECT i.tenant_id, i.id, i.code, coalesce(i.campaign_id = \(campaign), false), i.role, r.closed, i.assigned_on, i.original_due_on,
                coalesce(r.done_on, p.pending_on), r.done_on IS NOT NULL, r.quality_returns, r.violations,
                CASE
                    WHEN r.done_on IS NOT NULL THEN 100
                    WHEN p.step < 50 OR i.due_on <= \(interimEnd) OR r.is_confirmed THEN p.step
                    ELSE p.small_step
                END,
                i.direction, i.target, p.actual, i.baseline, i.measured_at_year_end
            FROM \(fragment: facts.items(in: tx))
                LEFT JOIN LATERAL (\(fragment: rulings(facts, tx))) AS r ON true
                LEFT JOIN LATERAL (\(fragment: reports(facts, tx))) AS p ON true
            WHERE \(fragment: facts.conditions(in: tx))
              AND i.unit_id = i.tenant_id
              AND i.parent_id IS NULL
            ORDER BY i.assigned_on, i.code COLLATE "C", i.id
            """
        ) { row in
            let tenant: Tenant.ID = try row.next()
            let extensions = extensions[try row.next()] ?? []
            return (tenant, try LedgerItem(row: &row, extensions: extensions))
        }
        return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
    }

    private static func rulings(_ facts: LedgerFacts, _ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT max(x.evidence_on) FILTER (WHERE \(fragment: facts.isAcceptance("x"))) AS done_on,
            max(x.kind) FILTER (WHERE \(fragment: facts.isClosure("x"))) AS closed,
            array_agg(x.report_id) FILTER (WHERE x.kind IN ('accepted', 'returned', 'withdrawn')) AS judged,
            array_agg(x.report_id) FILTER (WHERE x.kind = 'withdrawn') AS withdrawn,
            count(*) FILTER (WHERE x.kind = 'returned' AND x.fault = 'quality' AND \(fragment: facts.dated("x.decided_on"))) AS quality_returns,
            count(*) FILTER (WHERE x.kind = 'violation' AND \(fragment: facts.dated("x.decided_on"))) AS violations,
            coalesce(bool_or(x.kind = 'confirmed' AND \(fragment: facts.dated("x.decided_on"))), false) AS is_confirmed
        FROM \(identifier: tx.table("ruling")) AS x
        WHERE \(fragment: tx.within("x.tenant_id"))
          AND x.tenant_id = i.tenant_id
          AND x.item_id = i.id
          AND \(fragment: facts.known("x.recorded_on"))
        """
    }

    private static func reports(_ facts: LedgerFacts, _ tx: borrowing TenantTransaction) -> SQL {
        let latestFirst: SQL = "ORDER BY x.evidence_on DESC, x.recorded_at DESC, x.id DESC"
        return """
            SELECT max(x.evidence_on) FILTER (WHERE x.kind = 'result' AND x.id <> ALL (coalesce(r.judged, '{}'))) AS pending_on,
                (array_agg(x.milestone_percent \(fragment: latestFirst)) FILTER (WHERE x.kind = 'reported' AND x.milestone_percent IS NOT NULL))[1] AS step,
                (array_agg(x.milestone_percent \(fragment: latestFirst)) FILTER (WHERE x.kind = 'reported' AND x.milestone_percent < 50))[1] AS small_step,
                (array_agg(x.actual \(fragment: latestFirst)) FILTER (WHERE x.actual IS NOT NULL))[1] AS actual
            FROM \(identifier: tx.table("progress")) AS x
            WHERE \(fragment: tx.within("x.tenant_id"))
              AND x.tenant_id = i.tenant_id
              AND x.item_id = i.id
              AND x.id <> ALL (coalesce(r.withdrawn, '{}'))
              AND \(fragment: facts.known("x.recorded_on"))
              AND \(fragment: facts.dated("x.evidence_on"))
            """
    }
}

extension LedgerItem {
    fileprivate init(row: inout RowReader, extensions: [DueDateExtension]) throws {
        let code: String = try row.next()
        let isInCampaign: Bool = try row.next()
        let role: Role = try row.next()
        let closed: WorkItem.Standing.Closure? = try row.next()
        let assignedOn: CivilDate = try row.next()
        let originalDueOn: CivilDate? = try row.next()
        let completedOn: CivilDate? = try row.next()
        let isAccepted: Bool = try row.next()
        let qualityReturns = Int(try row.next(Int64.self))
        let violations = Int(try row.next(Int64.self))
        let percent = Int(try row.next(Int32?.self) ?? 0)
        let measure = try TargetMeasure(row: &row)
        self.init(
            code: code, work: measure.map(Work.target) ?? .task(milestonePercent: percent), isInCampaign: isInCampaign, role: role,
            status: closed.map { $0 == .exempted ? .exempt : .cancelled } ?? .active, assignedOn: assignedOn, originalDueOn: originalDueOn,
            extensions: extensions, completedOn: completedOn, isAccepted: isAccepted, qualityReturns: qualityReturns, violations: violations
        )
    }
}

extension TargetMeasure {
    /// Nil for a task, which has none of the columns.
    fileprivate init?(row: inout RowReader) throws {
        let direction: Direction? = try row.next()
        let target: Quantity? = try row.next()
        let actual: Quantity? = try row.next()
        let baseline: Quantity? = try row.next()
        let isMeasuredAtYearEnd: Bool = try row.next()
        guard let direction, let target else { return nil }
        self.init(direction: direction, target: target, actual: actual, baseline: baseline, isMeasuredAtYearEnd: isMeasuredAtYearEnd)
    }
}
