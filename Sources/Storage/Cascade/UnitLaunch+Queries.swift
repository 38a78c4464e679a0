public import Domain
import Postgres

extension UnitLaunch {
    /// All units of the campaign's first tier and below it, in sight and in force on a day, those of a tenant together and its root first;
    /// those too that the launch has not reached.
    public static func all(
        of campaign: Campaign.ID, asOf: CivilDate, knownOn: CivilDate, in tx: borrowing TenantTransaction
    ) async throws -> [UnitLaunch] {
        try await tx.planForAllTenants()
        return try await tx.rows(
            """
            \(fragment: select(campaign: campaign, asOf: asOf, knownOn: knownOn, tx))
            ORDER BY p.position, p.slug, v.parent_id IS NOT NULL, v.position, v.code COLLATE "C", u.id
            """, read)
    }

    /// One page of the same units, in customary order; only those that the launch has reached have a state.
    public static func page(
        of campaign: Campaign.ID, asOf: CivilDate, knownOn: CivilDate, filter: Filter, after place: Place?, limit: Int,
        in tx: borrowing TenantTransaction
    ) async throws -> [UnitLaunch] {
        let after: SQL? = place.map {
            """
            AND (v.position, v.code COLLATE "C", u.id) > (\(Int32(clamping: $0.position)), \($0.code), \($0.unit))
            """
        }
        let state: SQL? = filter.state.map { "AND l.id IS NOT NULL AND \(fragment: stateColumn) = \($0)" }
        let late: SQL? = filter.lateOnly ? "AND s.launched_on > l.deadline AND u.opened_on <= l.deadline" : nil
        let kind: SQL? = filter.kind.map { "AND v.kind = \($0)" }
        return try await tx.rows(
            """
            \(fragment: select(campaign: campaign, asOf: asOf, knownOn: knownOn, tx))
              \(fragment: after)
              \(fragment: state)
              \(fragment: late)
              \(fragment: kind)
            ORDER BY v.position, v.code COLLATE "C", u.id
            LIMIT \(Int32(clamping: limit))
            """, read)
    }

    private static let stateColumn: SQL = """
        CASE WHEN s.launched_on IS NOT NULL THEN 'launched' WHEN s.planned_on IS NOT NULL THEN 'planned'
             WHEN s.acknowledged_on IS NOT NULL THEN 'acknowledged' ELSE 'received' END
        """

    /// The same text for a tenant's own tables and for the parents. `p` are the tenants as they were called that day, `u` the units and `v`
    /// what they were, `l` their launches, `s` the steps that count (``Launch/standing(asOf:knownOn:)`` says which).
    ///
    /// One probe of an index for each unit, rather than a join of what was gathered before: a planner that takes many units for few cannot
    /// make it quadratic.
    private static func select(
        campaign: Campaign.ID, asOf: CivilDate, knownOn: CivilDate, _ tx: borrowing TenantTransaction
    ) -> SQL {
        """
        WITH place AS MATERIALIZED (
            SELECT p.id, p.slug, p.full_name, p.position
            FROM core.campaign_tenants(\(campaign), \(asOf)) AS c
                JOIN core.tenant_on(\(asOf)) AS p ON p.id = c.tenant_id
            WHERE \(fragment: tx.within("p.id"))
        )
        SELECT p.slug, p.full_name, u.id, v.parent_id, v.code, v.name, v.full_name, v.kind, v.position, u.opened_on,
            l.id, l.deadline, l.received_on, s.acknowledged_on, s.planned_on, s.launched_on, s.form, s.combined_with, s.attendance,
            s.is_corrected
        FROM place AS p
            JOIN \(identifier: tx.table("sub_unit")) AS u ON u.tenant_id = p.id
            CROSS JOIN LATERAL (
                SELECT w.parent_id, w.code, w.name, w.full_name, w.kind, w.position
                FROM \(identifier: tx.table("sub_unit_version")) AS w
                WHERE w.tenant_id = u.tenant_id
                  AND w.unit_id = u.id
                  AND w.valid_from <= \(asOf)
                  AND w.recorded_on <= \(knownOn)
                ORDER BY w.valid_from DESC
                LIMIT 1
            ) AS v
            LEFT JOIN \(identifier: tx.table("launch")) AS l ON l.tenant_id = u.tenant_id
                AND l.unit_id = u.id
                AND l.campaign_id = \(campaign)
                AND l.recorded_on <= \(knownOn)
            LEFT JOIN LATERAL (
                SELECT max(t.happened_on) FILTER (WHERE t.step = 'acknowledged') AS acknowledged_on,
                    max(t.happened_on) FILTER (WHERE t.step = 'planned') AS planned_on,
                    max(t.happened_on) FILTER (WHERE t.step = 'launched') AS launched_on,
                    max(t.form) AS form, max(t.combined_with) AS combined_with, max(t.attendance) AS attendance,
                    bool_or(t.is_corrected) AS is_corrected
                FROM (
                    SELECT DISTINCT ON (r.step) r.step, r.happened_on, r.form, r.combined_with, r.attendance,
                        bool_or(r.corrects_on IS NOT NULL) OVER (PARTITION BY r.step) AS is_corrected
                    FROM \(identifier: tx.table("launch_step")) AS r
                    WHERE r.tenant_id = l.tenant_id
                      AND r.launch_id = l.id
                      AND r.recorded_on <= \(knownOn)
                    ORDER BY r.step, r.position DESC
                ) AS t
                WHERE t.happened_on <= \(asOf)
            ) AS s ON true
        WHERE \(fragment: tx.within("u.tenant_id"))
          AND u.opened_on <= \(asOf)
          AND (u.closed_on IS NULL OR u.closed_on >= \(asOf))
          AND u.recorded_on <= \(knownOn)
          AND \(fragment: tx.inReach("u.id"))
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
            attendance: try row.next(Int32?.self).map(Int.init), isCorrected: try row.next(Bool?.self) ?? false)
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
