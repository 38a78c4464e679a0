public import Domain
import Postgres

extension GoodModelCount {
    /// By units with any of a campaign at the end of a period, in customary order, as it was recorded by the end of a day: for the province all, for who
    /// sees a unit as a whole that unit. Steps are only ever appended, so what a day showed can always be counted again (A64).
    public static func list(
        of campaign: Campaign.ID, from: CivilDate, to: CivilDate, knownOn day: CivilDate, in tx: borrowing TenantTransaction
    ) async throws -> [GoodModelCount] {
        let whole: SQL = tx.reach == nil ? "true" : "(SELECT core.actor_whole()) IS NOT NULL"
        return try await tx.rows(
            """
            WITH stood AS (
                SELECT m.tenant_id, h.state, h.confirmed_on, h.spread_on,
                    CASE WHEN m.unit_id = m.tenant_id THEN m.recorded_on ELSE h.proposed_on END AS registered_on
                FROM core.good_model AS m
                    CROSS JOIN LATERAL (
                        SELECT coalesce((array_agg(s.state ORDER BY s.position DESC))[1], 'registered') AS state,
                            max(s.happened_on) FILTER (WHERE s.step = 'propose') AS proposed_on,
                            max(s.happened_on) FILTER (WHERE s.step = 'confirm' AND s.party = 'province') AS confirmed_on,
                            max(s.happened_on) FILTER (WHERE s.step = 'spread') AS spread_on
                        FROM core.good_model_step AS s
                        WHERE s.model_id = m.id AND s.recorded_on <= \(day) AND s.happened_on <= \(to)
                    ) AS h
                WHERE \(fragment: tx.within("m.tenant_id"))
                  AND \(fragment: whole)
                  AND m.campaign_id = \(campaign)
                  AND m.recorded_on <= least(\(day), \(to))
            ), counted AS (
                SELECT s.tenant_id, f.figure, f.happened_on
                FROM stood AS s
                    CROSS JOIN LATERAL (VALUES ('registered', s.registered_on),
                        ('confirmed', CASE WHEN s.state IN ('confirmed', 'spread') THEN s.confirmed_on END),
                        ('spread', CASE WHEN s.state = 'spread' THEN s.spread_on END)) AS f (figure, happened_on)
                WHERE s.state <> 'withdrawn' AND f.happened_on IS NOT NULL
                UNION ALL
                SELECT a.origin_tenant_id, 'adopted', a.happened_on
                FROM core.good_model_adoption AS a
                WHERE \(fragment: tx.within("a.origin_tenant_id"))
                  AND \(fragment: whole)
                  AND a.campaign_id = \(campaign)
                  AND a.step = 'adopt'
                  AND a.recorded_on <= \(day)
                  AND a.happened_on <= \(to)
            )
            SELECT t.slug, t.full_name, c.figure, count(*) FILTER (WHERE c.happened_on >= \(from))::integer, count(*)::integer
            FROM counted AS c
                JOIN core.tenant_on(\(to)) AS t ON t.id = c.tenant_id
            GROUP BY t.position, t.slug, t.full_name, c.figure
            ORDER BY t.position, t.slug
            """
        ) { row in
            (
                slug: try row.next(Tenant.Slug.self), name: try row.next(String.self), figure: try row.next(Figure.self),
                inPeriod: Int(try row.next(Int32.self)), soFar: Int(try row.next(Int32.self))
            )
        }.reduce(into: [(slug: Tenant.Slug, name: String, inPeriod: [Figure: Int], soFar: [Figure: Int])]()) { units, row in
            if units.last?.slug != row.slug { units.append((row.slug, row.name, [:], [:])) }
            units[units.count - 1].inPeriod[row.figure] = row.inPeriod
            units[units.count - 1].soFar[row.figure] = row.soFar
        }.map { GoodModelCount(slug: $0.slug, tenantName: $0.name, inPeriod: $0.inPeriod, soFar: $0.soFar) }
    }
}
