public import Domain
import Postgres

extension ReportPeriod {
    /// The months that were opened, the latest first. Every officer may know them.
    ///
    /// - Parameter code: of the campaign; nil: all.
    public static func list(of code: String?, in tx: borrowing TenantTransaction) async throws -> [ReportPeriod] {
        let wanted: SQL = code.map { "c.code = \($0)" } ?? "true"
        return try await tx.rows("\(fragment: columns) WHERE \(fragment: wanted) ORDER BY p.month DESC, c.code COLLATE \"C\"", read)
    }

    /// - Parameter code: of the campaign.
    public static func find(_ code: String, _ month: ReportMonth, in tx: borrowing TenantTransaction) async throws -> ReportPeriod? {
        try await tx.first("\(fragment: columns) WHERE c.code = \(code) AND p.month = \(month.firstDay)", read)
    }

    /// The latest month that is over and not closed: its returns are awaited. Nil: there is none.
    ///
    /// - Parameter code: of the campaign.
    public static func awaited(of code: String, in tx: borrowing TenantTransaction) async throws -> ReportPeriod? {
        try await tx.first(
            """
            \(fragment: columns)
            WHERE c.code = \(code)
              AND p.to_on < core.today()
              AND NOT EXISTS (SELECT FROM core.month_close AS m WHERE m.period_id = p.id)
            ORDER BY p.month DESC
            LIMIT 1
            """, read)
    }

    /// Whether a unit was there by its last day: who was founded later owes no return of it.
    public func isOwed(by unit: SubUnit.ID, in tx: borrowing TenantTransaction) async throws -> Bool {
        try await tx.first(
            """
            SELECT u.opened_on <= \(to)
            FROM \(identifier: tx.table("sub_unit")) AS u
            WHERE \(fragment: tx.within("u.tenant_id"))
              AND u.id = \(unit)
            """
        ) { row in try row.next(Bool.self) } ?? true
    }

    /// The last day of the reporting period before the one in which a day lies, by the plan of the campaign, or the rule then in force.
    public static func lastDay(
        before day: CivilDate, of campaign: Campaign.ID, in tx: borrowing TenantTransaction
    ) async throws -> CivilDate {
        let begin = try await tx.first("SELECT core.period_begin(\(day), \(campaign))") { row in try row.next(CivilDate?.self) } ?? nil
        // Days before the first rule: the calendar month.
        return begin?.adding(days: -1) ?? day.adding(days: -day.day)
    }

    /// Opens a month as the acting officer; the database counts its days by the plan and the rule that is in force.
    ///
    /// - Parameters:
    ///   - dueOn: for returns of units; nil: by the rule.
    ///   - closesOn: nil: by the rule.
    public static func open(
        _ id: ID, of campaign: Campaign.ID, _ month: ReportMonth, dueOn: CivilDate?, closesOn: CivilDate?,
        in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.report_period (id, campaign_id, month, due_on, closes_on, opened_by, opened_on)
            VALUES (\(id), \(campaign), \(month.firstDay), \(dueOn), \(closesOn), core.actor_post(), core.today())
            """)
    }

    private static let columns: SQL = """
        SELECT p.id, p.campaign_id, c.code, p.month, p.from_on, p.to_on, p.sub_unit_due_on, p.due_on, p.closes_on, p.citation, p.opened_on
        FROM core.report_period AS p
            JOIN core.campaign AS c ON c.id = p.campaign_id
        """

    private static func read(_ row: inout RowReader) throws -> ReportPeriod {
        ReportPeriod(
            id: try row.next(), campaign: try row.next(), code: try row.next(), month: ReportMonth(try row.next(CivilDate.self)),
            from: try row.next(), to: try row.next(), subUnitDueOn: try row.next(), dueOn: try row.next(), closesOn: try row.next(),
            citation: try row.next(), openedOn: try row.next())
    }
}
