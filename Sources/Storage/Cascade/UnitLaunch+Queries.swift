public import Domain
import Postgres

extension UnitLaunch {
    /// All units of the campaign's first tier and below it, in sight and in force on a day, those of a tenant together and its root first;
    /// those too that the launch has not reached.
    public static func all(
        of campaign: Campaign.ID, asOf: CivilDate, knownOn: CivilDate, in tx: borrowing TenantTransaction
    ) async throws -> [UnitLaunch] {
        try await tx.rows(
            """
            \(fragment: select(campaign: campaign, asOf: asOf, knownOn: knownOn, tx))
            ORDER BY p.position, p.slug, u.parent_id IS NOT NULL, u.position, u.code COLLATE "C", u.id
            """, read)
    }

    /// One page of the units that have a launch record, in customary order.
    public static func page(
        of campaign: Campaign.ID, asOf: CivilDate, knownOn: CivilDate, filter: Filter, after place: Place?, limit: Int,
        in tx: borrowing TenantTransaction
    ) async throws -> [UnitLaunch] {
        let after: SQL? = place.map {
            """
            AND (u.position, u.code COLLATE "C", u.id) > (\(Int32(clamping: $0.position)), \($0.code), \($0.unit))
            """
        }
        let state: SQL? = filter.state.map { "AND \(fragment: stateColumn) = \($0)" }
        let late: SQL? = filter.lateOnly ? "AND s.launched_on > l.deadline" : nil
        let kind: SQL? = filter.kind.map { "AND u.kind = \($0)" }
        return try await tx.rows(
            """
            \(fragment: select(campaign: campaign, asOf: asOf, knownOn: knownOn, tx))
            WHERE l.id IS NOT NULL
              \(fragment: after)
              \(fragment: state)
              \(fragment: late)
              \(fragment: kind)
            ORDER BY u.position, u.code COLLATE "C", u.id
            LIMIT \(Int32(clamping: limit))
            """, read)
    }

    private static let stateColumn: SQL = """
        CASE WHEN s.launched_on IS NOT NULL THEN 'launched' WHEN s.planned_on IS NOT NULL THEN 'planned'
             WHEN s.acknowledged_on IS NOT NULL THEN 'acknowledged' ELSE 'received' END
        """

    /// The same text for a tenant's own tables and for the parents. `u` are the units, `l` their launches, `s` the steps that count
    /// (``Launch/standing(asOf:knownOn:)`` says which), `p` the tenants as they were called that day.
    private static func select(
        campaign: Campaign.ID, asOf: CivilDate, knownOn: CivilDate, _ tx: borrowing TenantTransaction
    ) -> SQL {
        """
        WITH unit AS (
            SELECT e.tenant_id, e.id, v.parent_id, v.code, v.name, v.full_name, v.kind, v.position, e.opened_on
            FROM \(identifier: tx.table("sub_unit")) AS e
                JOIN (
                    SELECT DISTINCT ON (w.tenant_id, w.unit_id)
                        w.tenant_id, w.unit_id, w.parent_id, w.code, w.name, w.full_name, w.kind, w.position
                    FROM \(identifier: tx.table("sub_unit_version")) AS w
                    WHERE \(fragment: tx.within("w.tenant_id"))
                      AND w.valid_from <= \(asOf)
                      AND w.recorded_on <= \(knownOn)
                    ORDER BY w.tenant_id, w.unit_id, w.valid_from DESC
                ) AS v ON v.tenant_id = e.tenant_id AND v.unit_id = e.id
            WHERE \(fragment: tx.within("e.tenant_id"))
              AND e.opened_on <= \(asOf)
              AND (e.closed_on IS NULL OR e.closed_on >= \(asOf))
              AND e.recorded_on <= \(knownOn)
              AND \(fragment: tx.inReach("e.id"))
              AND e.tenant_id IN (SELECT t.tenant_id FROM core.campaign_tenants(\(campaign), \(asOf)) AS t)
        ), launch AS (
            SELECT r.tenant_id, r.id, r.unit_id, r.deadline, r.received_on
            FROM \(identifier: tx.table("launch")) AS r
            WHERE \(fragment: tx.within("r.tenant_id"))
              AND r.campaign_id = \(campaign)
              AND r.recorded_on <= \(knownOn)
        ), step AS (
            SELECT DISTINCT ON (t.tenant_id, t.launch_id, t.step)
                t.tenant_id, t.launch_id, t.step, t.happened_on, t.form, t.combined_with, t.attendance
            FROM \(identifier: tx.table("launch_step")) AS t
            WHERE \(fragment: tx.within("t.tenant_id"))
              AND t.recorded_on <= \(knownOn)
            ORDER BY t.tenant_id, t.launch_id, t.step, t.position DESC
        ), standing AS (
            SELECT t.tenant_id, t.launch_id,
                max(t.happened_on) FILTER (WHERE t.step = 'acknowledged') AS acknowledged_on,
                max(t.happened_on) FILTER (WHERE t.step = 'planned') AS planned_on,
                max(t.happened_on) FILTER (WHERE t.step = 'launched') AS launched_on,
                max(t.form) AS form, max(t.combined_with) AS combined_with, max(t.attendance) AS attendance
            FROM step AS t
            WHERE t.happened_on <= \(asOf)
            GROUP BY t.tenant_id, t.launch_id
        )
        SELECT p.slug, p.full_name, u.id, u.parent_id, u.code, u.name, u.full_name, u.kind, u.position, u.opened_on,
            l.id, l.deadline, l.received_on, s.acknowledged_on, s.planned_on, s.launched_on, s.form, s.combined_with, s.attendance
        FROM unit AS u
            JOIN core.tenant_on(\(asOf)) AS p ON p.id = u.tenant_id
            LEFT JOIN launch AS l ON l.tenant_id = u.tenant_id AND l.unit_id = u.id
            LEFT JOIN standing AS s ON s.tenant_id = l.tenant_id AND s.launch_id = l.id
        """
    }

    private static func read(_ row: inout RowReader) throws -> UnitLaunch {
        UnitLaunch(
            tenant: try row.next(), tenantName: try row.next(), unit: try row.next(), parent: try row.next(), code: try row.next(),
            name: try row.next(), fullName: try row.next(), kind: try row.next(), position: Int(try row.next(Int32.self)),
            openedOn: try row.next(), record: try Record.read(&row))
    }
}

extension UnitLaunch.Record {
    /// Nil where the outer join found no launch.
    fileprivate static func read(_ row: inout RowReader) throws -> UnitLaunch.Record? {
        guard let launch = try row.next(Launch.ID?.self) else { return nil }
        return UnitLaunch.Record(
            launch: launch, deadline: try row.next(), receivedOn: try row.next(), acknowledgedOn: try row.next(), plannedOn: try row.next(),
            launchedOn: try row.next(), form: LaunchForm(try row.next(LaunchForm.Kind?.self), combinedWith: try row.next(String?.self)),
            attendance: try row.next(Int32?.self).map(Int.init))
    }
}

extension TenantTransaction {
    /// Narrows units to those that the acting post reaches. Every officer of a tenant may read its tree, but a commune's officer sees no
    /// other commune's launch, and must not be told that it has none.
    fileprivate func inReach(_ unit: SQL) -> SQL {
        switch scope {
        case .own:
            """
            ((SELECT core.actor_whole()) IS NOT NULL OR \(fragment: unit) = ANY ((SELECT \(identifier: table("actor_units"))())::uuid[]))
            """
        case .parents, .province: "true"
        }
    }
}
