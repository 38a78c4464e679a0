public import Domain
import Postgres

extension UnitTable.Row {
    /// How the units stood at the end of a day, counted now, in customary order: of the province the first tier of a campaign, and behind it those
    /// of it that have ended and still lead items; of a unit itself and what is below it, as far as they are in sight. One statement; the verdicts
    /// are another's.
    public static func live(
        of campaign: CampaignSummary, at moment: LedgerMoment, on day: CivilDate, in tx: borrowing TenantTransaction
    ) async throws -> [UnitTable.Row] {
        try await live(of: campaign, only: nil, at: moment, on: day, in: tx)
    }

    /// Of the province those that had ended by then alone: they are few, and the worker counts them no more.
    public static func ended(
        of campaign: CampaignSummary, at moment: LedgerMoment, on day: CivilDate, in tx: borrowing TenantTransaction
    ) async throws -> [UnitTable.Row] {
        guard tx.tenant == nil else { return [] }
        let units = ended(of: "\(campaign.id)", on: "\(day)")
        let slugs = try await tx.rows(
            """
            SELECT p.slug
            FROM (\(fragment: units)) AS p
            ORDER BY p.position, p.name COLLATE "vi-x-icu", p.unit_id
            """
        ) { row in try row.next(Tenant.Slug.self) }
        var rows: [UnitTable.Row] = []
        for slug in slugs { rows += try await live(of: campaign, only: slug, at: moment, on: day, in: tx) }
        return rows
    }

    /// - Parameter tenant: nil: all of them.
    private static func live(
        of campaign: CampaignSummary, only tenant: Tenant.Slug?, at moment: LedgerMoment, on day: CivilDate,
        in tx: borrowing TenantTransaction
    ) async throws -> [UnitTable.Row] {
        try await tx.planForAllTenants()
        let facts = LedgerFacts(at: moment)
        var filter = LedgerFilter(campaign: campaign.code, role: .lead, origin: tx.tenant == nil ? .province : .answeredFor)
        filter.tenant = tenant
        let isMeant: SQL = tenant.map { "p.slug = \($0)" } ?? "true"
        let groups = LedgerCounts.grouped(by: tx.tenant == nil ? "i.tenant_id" : "i.unit_id", filter, facts, tx)
        // As items were said on a past day nothing tells the planner how many a filter leaves: where it expects one it would read all rulings of
        // the unit again for each, 9 s for 3,000 items.
        if moment.knownOn != nil { try await tx.execute("SET LOCAL enable_nestloop = off") }
        let rows = try await tx.rows(
            """
            SELECT p.slug, p.unit_id, p.code, p.name, p.full_name, p.unit_id = p.tenant_id, s.launched_on, p.ended_on,
                \(fragment: LedgerCounts.columns)
            FROM (\(fragment: unitsAndEnded(of: "\(campaign.id)", on: "\(day)", tx))) AS p
                LEFT JOIN LATERAL (\(fragment: launch(of: campaign, facts, on: day, tx))) AS s ON true
                LEFT JOIN (\(fragment: groups)) AS g ON g.key = p.unit_id
            WHERE \(fragment: isMeant)
            ORDER BY p.ended_on IS NOT NULL, p.unit_id <> p.tenant_id, p.position, p.name COLLATE "vi-x-icu", p.unit_id
            """
        ) { row in
            let (place, isWhole, launchedOn) = try unit(&row)
            let endedOn: CivilDate? = try row.next()
            return UnitTable.Row(
                unit: place, isWhole: isWhole, launchedOn: launchedOn, figures: UnitFigures(try LedgerCounts(row: &row)), verdict: nil,
                endedOn: endedOn)
        }
        if moment.knownOn != nil { try await tx.execute("SET LOCAL enable_nestloop TO DEFAULT") }
        return rows.filter { $0.endedOn == nil || $0.figures[.items] > 0 }
    }

    /// The same as the worker counted it; nil where it has not counted every unit of that day: a day that is over must have been counted after
    /// its end.
    public static func counted(
        of campaign: CampaignSummary, on day: CivilDate, in tx: borrowing TenantTransaction
    ) async throws -> (rows: [UnitTable.Row], at: ClockTime?)? {
        try await tx.planForAllTenants()
        let found = try await tx.rows(
            """
            SELECT p.slug, p.unit_id, p.code, p.name, p.full_name, p.unit_id = p.tenant_id, d.launched_on, \(fragment: countedColumns)
            FROM (\(fragment: units(of: "\(campaign.id)", on: "\(day)", tx))) AS p
                LEFT JOIN core.unit_day AS d ON d.campaign_id = \(campaign.id) AND d.day = \(day) AND d.tenant_id = p.tenant_id
                    AND d.unit_id = p.unit_id AND (d.day = (SELECT core.today()) OR d.counted_on > d.day)
            ORDER BY p.unit_id <> p.tenant_id, p.position, p.name COLLATE "vi-x-icu", p.unit_id
            """
        ) { row in
            let (place, isWhole, launchedOn) = try unit(&row)
            let counted = try Counted(row: &row)
            return (
                row: counted.map {
                    UnitTable.Row(unit: place, isWhole: isWhole, launchedOn: launchedOn, figures: $0.figures, verdict: $0.verdict)
                }, at: counted?.seconds
            )
        }
        let rows = found.compactMap(\.row)
        guard rows.count == found.count else { return nil }
        return (rows, found.compactMap(\.at).min().map { ClockTime(atSecondsSince1970: $0) })
    }

    /// Whether there are so many units in the province that the worker's rows are shown: as the rule in force that day says. One unit and what
    /// is below it are few.
    public static func isCounted(
        of campaign: CampaignSummary, on day: CivilDate, in tx: borrowing TenantTransaction
    ) async throws -> Bool {
        guard tx.tenant == nil else { return false }
        return try await tx.first(
            """
            SELECT count(*) > (
                SELECT r.live_units FROM core.unit_table_rule AS r WHERE r.valid_from <= \(day) ORDER BY r.valid_from DESC LIMIT 1)
            FROM (\(fragment: units(of: "\(campaign.id)", on: "\(day)", tx))) AS p
            """
        ) { row in try row.next(Bool?.self) ?? false } ?? false
    }

    /// What had become of the returns of the latest month whose period was over at the end of a day, unit by unit as far as they are in sight: of
    /// units of the first tier, and inside a unit, whose own officers alone know of them, of communes; of none that was founded later. Nil: there was
    /// no such month.
    public static func answers(
        of campaign: CampaignSummary, on day: CivilDate, in tx: borrowing TenantTransaction
    ) async throws -> (month: ReportMonth, answers: [SubUnit.ID: MonthRow.Answer])? {
        let periods = try await ReportPeriod.list(of: campaign.code, in: tx)
        guard let period = periods.first(where: { $0.to <= day && $0.openedOn <= day }) else { return nil }
        let kind: SQL = """
            SELECT v.kind
            FROM \(identifier: tx.table("sub_unit_version")) AS v
            WHERE \(fragment: tx.within("v.tenant_id")) AND v.tenant_id = p.tenant_id AND v.unit_id = p.unit_id AND v.valid_from <= \(period.to)
            ORDER BY v.valid_from DESC
            LIMIT 1
            """
        let isCommune: SQL = tx.reach == nil ? "false" : "(\(fragment: kind)) IN ('xa', 'phuong', 'thi_tran')"
        let rows = try await tx.rows(
            """
            SELECT p.unit_id, r.approved_on, coalesce(r.nothing, false), coalesce(r.approved_on > r.due_on, false)
            FROM (\(fragment: units(of: "\(campaign.id)", on: "\(day)", tx))) AS p
                LEFT JOIN \(identifier: tx.table("unit_return")) AS r
                    ON \(fragment: tx.within("r.tenant_id")) AND r.tenant_id = p.tenant_id AND r.unit_id = p.unit_id
                        AND r.period_id = \(period.id) AND r.approved_on <= \(day)
            WHERE (p.unit_id = p.tenant_id AND EXISTS (
                    SELECT FROM core.tenant_on(\(period.to)) AS t WHERE t.id = p.tenant_id AND t.opened_on <= \(period.to)))
                OR \(fragment: isCommune)
            """
        ) { row in
            let (unit, approvedOn): (SubUnit.ID, CivilDate?) = (try row.next(), try row.next())
            let (nothing, isLate): (Bool, Bool) = (try row.next(), try row.next())
            let answer = MonthRow.Answer(
                state: approvedOn == nil ? .missing : nothing ? .nothing : .sent, approvedOn: approvedOn, isLate: isLate,
                missing: approvedOn == nil ? 1 : 0)
            return (unit, answer)
        }
        return (period.month, Dictionary(uniqueKeysWithValues: rows))
    }

    // MARK: - Parts

    private static func unit(_ row: inout RowReader) throws -> (UnitOverview.Place, Bool, CivilDate?) {
        let place = UnitOverview.Place(
            tenant: try row.next(), unit: try row.next(), code: try row.next(), name: try row.next(), fullName: try row.next())
        return (place, try row.next(), try row.next())
    }

    /// Who has a row, as it was known at the end of the day.
    ///
    /// - Parameter campaign: its id.
    static func units(of campaign: SQL, on day: SQL, _ tx: borrowing TenantTransaction) -> SQL {
        guard tx.tenant != nil else {
            return """
                SELECT t.id AS tenant_id, t.id AS unit_id, t.slug, t.code, t.name, t.full_name, t.position
                FROM core.campaign_tenants(\(fragment: campaign), \(fragment: day)) AS f
                    JOIN core.tenant_on(\(fragment: day)) AS t ON t.id = f.tenant_id
                """
        }
        let inSight: SQL =
            tx.reach.map { "((SELECT core.actor_whole()) IS NOT NULL OR u.id = ANY (coalesce((SELECT \(fragment: $0)), '{}')))" } ?? "true"
        return """
            SELECT u.tenant_id, u.id AS unit_id, t.slug, v.code, v.name, v.full_name, v.position
            FROM \(identifier: tx.table("sub_unit")) AS u
                JOIN core.tenant AS t ON t.id = u.tenant_id
                CROSS JOIN LATERAL (
                    SELECT w.code, w.name, w.full_name, w.position
                    FROM \(identifier: tx.table("sub_unit_version")) AS w
                    WHERE \(fragment: tx.within("w.tenant_id"))
                      AND w.tenant_id = u.tenant_id
                      AND w.unit_id = u.id
                      AND w.valid_from <= \(fragment: day)
                      AND w.recorded_on <= \(fragment: day)
                    ORDER BY w.valid_from DESC
                    LIMIT 1
                ) AS v
            WHERE \(fragment: tx.within("u.tenant_id"))
              AND u.recorded_on <= \(fragment: day)
              AND u.opened_on <= \(fragment: day)
              AND (u.closed_on IS NULL OR u.closed_on >= \(fragment: day))
              AND \(fragment: inSight)
            """
    }

    /// The same, and of the province those of its first tier that had ended by then: what they lead stays in the count until it is passed on.
    ///
    /// - Parameter campaign: its id.
    static func unitsAndEnded(of campaign: SQL, on day: SQL, _ tx: borrowing TenantTransaction) -> SQL {
        let standing: SQL = "SELECT x.*, NULL::date AS ended_on FROM (\(fragment: units(of: campaign, on: day, tx))) AS x"
        guard tx.tenant == nil else { return standing }
        return "\(fragment: standing) UNION ALL \(fragment: ended(of: campaign, on: day))"
    }

    private static func ended(of campaign: SQL, on day: SQL) -> SQL {
        """
        SELECT t.id AS tenant_id, t.id AS unit_id, t.slug, t.code, t.name, t.full_name, t.position, t.closed_on AS ended_on
        FROM core.tenant_on(\(fragment: day)) AS t
        WHERE t.closed_on < \(fragment: day)
          AND EXISTS (SELECT FROM core.campaign_tenants(\(fragment: campaign), t.closed_on) AS f WHERE f.tenant_id = t.id)
        """
    }

    /// When the unit `p` launched, as it was known then.
    private static func launch(
        of campaign: CampaignSummary, _ facts: LedgerFacts, on day: CivilDate, _ tx: borrowing TenantTransaction
    ) -> SQL {
        """
        SELECT CASE WHEN r.happened_on <= \(day) THEN r.happened_on END AS launched_on
        FROM \(identifier: tx.table("launch")) AS l
            JOIN \(identifier: tx.table("launch_step")) AS r ON r.tenant_id = l.tenant_id AND r.launch_id = l.id AND r.step = 'launched'
        WHERE \(fragment: tx.within("l.tenant_id"))
          AND l.tenant_id = p.tenant_id
          AND l.unit_id = p.unit_id
          AND l.campaign_id = \(campaign.id)
          AND \(fragment: facts.known("l.recorded_on"))
          AND \(fragment: facts.known("r.recorded_on"))
        ORDER BY r.position DESC
        LIMIT 1
        """
    }

    private static let countedColumns: SQL = """
        d.items, d.acknowledged, d.reported, d.early + d.on_time + d.late + d.undated, d.on_time, d.early, d.above, d.late, d.undated, d.overdue,
        d.due_soon, d.extended, d.verdict, extract(epoch FROM d.counted_at)::bigint
        """

    /// The columns above, in the order of ``UnitFigure``.
    private struct Counted {
        let figures: UnitFigures
        let verdict: UnitVerdict.Verdict?
        let seconds: Int64?

        /// Nil where the outer join found no row.
        init?(row: inout RowReader) throws {
            var figures: UnitFigures? = UnitFigures()
            for figure in UnitFigure.allCases {
                if let count = try row.next(Int32?.self) { figures?[figure] = Int(count) } else { figures = nil }
            }
            let verdict = try row.next(String?.self).flatMap(UnitVerdict.Verdict.init(rawValue:))
            let seconds = try row.next(Int64?.self)
            guard let figures else { return nil }
            self.figures = figures
            self.verdict = verdict
            self.seconds = seconds
        }
    }
}

extension UnitDayCheck {
    /// The comparisons in sight as one: the earliest, and all that differed.
    public static func latest(of campaign: CampaignSummary, in tx: borrowing TenantTransaction) async throws -> UnitDayCheck? {
        try await tx.first(
            """
            SELECT extract(epoch FROM min(c.checked_at))::bigint, min(c.day), sum(c.compared)::bigint, sum(c.differing)::bigint
            FROM core.unit_day_check AS c
            WHERE c.campaign_id = \(campaign.id)
              AND \(fragment: tx.within("c.tenant_id"))
            """
        ) { row in
            guard let seconds = try row.next(Int64?.self) else { return nil }
            return UnitDayCheck(
                at: ClockTime(atSecondsSince1970: seconds), day: try row.next(), compared: Int(try row.next(Int64.self)),
                differing: Int(try row.next(Int64.self)))
        } ?? nil
    }
}
