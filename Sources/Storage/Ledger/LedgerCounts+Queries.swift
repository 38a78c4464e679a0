public import Domain
import Postgres

extension LedgerGroup {
    /// How the items stand, counted by one thing. Every number that officers see of many items comes from this one text.
    public static func count(
        by grouping: LedgerGrouping, _ filter: LedgerFilter, at moment: LedgerMoment = .now, in tx: borrowing TenantTransaction
    ) async throws -> [LedgerGroup] {
        let facts = LedgerFacts(at: moment)
        let groups = LedgerCounts.grouped(by: grouping.key, filter, facts, tx)
        return try await tx.rows(
            """
            SELECT \(fragment: grouping.shownKey), \(fragment: grouping.label(of: filter.campaign, facts, tx)), \(fragment: LedgerCounts.columns)
            FROM (\(fragment: groups)) AS g
            ORDER BY g.key COLLATE "C" NULLS LAST
            """
        ) { row in
            LedgerGroup(key: try row.next(), label: try row.next(), counts: try LedgerCounts(row: &row))
        }
    }
}

extension UnitOverview {
    /// The units of the province in customary order, each with what the province gave it to lead: the first tier, and whoever else has
    /// items. Of a campaign, its own first tier.
    public static func ofProvince(
        _ filter: LedgerFilter, at moment: LedgerMoment = .now, in tx: borrowing TenantTransaction
    ) async throws -> [UnitOverview] {
        let facts = LedgerFacts(at: moment)
        var filter = filter
        filter.role = .lead
        filter.origin = .province
        let groups = LedgerCounts.grouped(by: "i.tenant_id", filter, facts, tx)
        let judged: SQL =
            filter.campaign.map {
                "core.campaign_tenants((SELECT c.id FROM core.campaign AS c WHERE c.code = \($0)), \(fragment: facts.day))"
            }
            ?? "core.first_tier(\(fragment: facts.day))"
        return try await tx.rows(
            """
            SELECT t.slug, t.id, t.code, t.name, t.full_name, \(fragment: LedgerCounts.columns),
                CASE WHEN t.closed_on < \(fragment: facts.day) THEN t.closed_on END
            FROM core.tenant_on(\(fragment: facts.day)) AS t
                LEFT JOIN (\(fragment: groups)) AS g ON g.key = t.id
            WHERE g.key IS NOT NULL
               OR t.id IN (SELECT j.tenant_id FROM \(fragment: judged) AS j)
            ORDER BY t.position, t.slug
            """, read)
    }

    /// The sub-units of one tenant that are in sight, in customary order, each with the items it must do; the first row is what was given
    /// to the unit as a whole, without the parts that it handed to its own people: they are not the province's (A55). Who sees what is given to
    /// himself alone has the units in which he was given something, with that.
    public static func ofTenant(
        _ filter: LedgerFilter, at moment: LedgerMoment = .now, in tx: borrowing TenantTransaction
    ) async throws -> [UnitOverview] {
        let facts = LedgerFacts(at: moment)
        var filter = filter
        filter.role = .lead
        filter.origin = .answeredFor
        let groups = LedgerCounts.grouped(by: "i.unit_id", filter, facts, tx)
        let inSight: SQL =
            tx.reach.map {
                """
                ((SELECT core.actor_whole()) IS NOT NULL
                    OR u.id = ANY (coalesce((SELECT \(fragment: $0)), '{}'))
                    OR (g.key IS NOT NULL AND (SELECT core.actor_alone()) IS NOT NULL))
                """
            } ?? "true"
        return try await tx.rows(
            """
            SELECT t.slug, u.id, v.code, v.name, v.full_name, \(fragment: LedgerCounts.columns),
                CASE WHEN least(u.closed_on, t.closed_on) < \(fragment: facts.day) THEN least(u.closed_on, t.closed_on) END
            FROM \(identifier: tx.table("sub_unit")) AS u
                JOIN core.tenant AS t ON t.id = u.tenant_id
                CROSS JOIN LATERAL (
                    SELECT w.code, w.name, w.full_name, w.position
                    FROM \(identifier: tx.table("sub_unit_version")) AS w
                    WHERE \(fragment: tx.within("w.tenant_id"))
                      AND w.tenant_id = u.tenant_id
                      AND w.unit_id = u.id
                      AND w.valid_from <= \(fragment: facts.day)
                    ORDER BY w.valid_from DESC
                    LIMIT 1
                ) AS v
                LEFT JOIN (\(fragment: groups)) AS g ON g.key = u.id
            WHERE \(fragment: tx.within("u.tenant_id"))
              AND \(fragment: inSight)
              AND (g.key IS NOT NULL OR (u.opened_on <= \(fragment: facts.day) AND (u.closed_on IS NULL OR u.closed_on >= \(fragment: facts.day))))
            ORDER BY u.id <> u.tenant_id, v.position, v.name COLLATE "vi-x-icu", u.id
            """, read)
    }

    private static func read(_ row: inout RowReader) throws -> UnitOverview {
        let place = Place(
            tenant: try row.next(), unit: try row.next(), code: try row.next(), name: try row.next(), fullName: try row.next())
        return UnitOverview(unit: place, counts: try LedgerCounts(row: &row), endedOn: try row.next())
    }
}

extension LedgerCounts {
    /// Of a group `g` that may be outer-joined, in the order of ``LedgerCounts/fields``.
    static let columns: SQL = """
        coalesce(g.items, 0), coalesce(g.completed_early, 0), coalesce(g.completed_on_time, 0), coalesce(g.completed_late, 0),
        coalesce(g.completed_undated, 0), coalesce(g.overdue, 0), coalesce(g.due_soon, 0), coalesce(g.in_time, 0), coalesce(g.no_due_date, 0), coalesce(g.exempted, 0),
        coalesce(g.cancelled, 0), coalesce(g.unacknowledged, 0), coalesce(g.awaiting_ruling, 0), coalesce(g.reported_this_period, 0),
        coalesce(g.above, 0), coalesce(g.extended, 0)
        """

    init(row: inout RowReader) throws {
        self.init()
        for field in Self.fields { self[keyPath: field] = Int(try row.next(Int64.self)) }
    }

    /// One row for each value of `key`, an expression over the items `i`.
    ///
    /// `OFFSET 0` keeps PostgreSQL from writing the timeliness into each of the eight counts: it is found once an item, which took half of
    /// the time for 40,000 items.
    static func grouped(by key: SQL, _ filter: LedgerFilter, _ facts: LedgerFacts, _ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT s.key,
            count(*) FILTER (WHERE s.closed IS NULL) AS items,
            count(*) FILTER (WHERE s.closed IS NULL AND s.timeliness = 'completedEarly') AS completed_early,
            count(*) FILTER (WHERE s.closed IS NULL AND s.timeliness = 'completedOnTime') AS completed_on_time,
            count(*) FILTER (WHERE s.closed IS NULL AND s.timeliness = 'completedLate') AS completed_late,
            count(*) FILTER (WHERE s.closed IS NULL AND s.timeliness = 'completedUndated') AS completed_undated,
            count(*) FILTER (WHERE s.closed IS NULL AND s.timeliness = 'overdue') AS overdue,
            count(*) FILTER (WHERE s.closed IS NULL AND s.timeliness = 'dueSoon') AS due_soon,
            count(*) FILTER (WHERE s.closed IS NULL AND s.timeliness = 'inTime') AS in_time,
            count(*) FILTER (WHERE s.closed IS NULL AND s.timeliness = 'noDueDate') AS no_due_date,
            count(*) FILTER (WHERE s.closed = 'exempted') AS exempted,
            count(*) FILTER (WHERE s.closed IN ('replaced', 'cancelled', 'transferred')) AS cancelled,
            count(*) FILTER (WHERE s.closed IS NULL AND NOT s.acknowledged AND NOT s.accepted) AS unacknowledged,
            count(*) FILTER (WHERE s.closed IS NULL AND s.waiting) AS awaiting_ruling,
            count(*) FILTER (WHERE s.closed IS NULL AND s.reported) AS reported_this_period,
            count(*) FILTER (WHERE s.closed IS NULL AND s.above) AS above,
            count(*) FILTER (WHERE s.closed IS NULL AND s.extended) AS extended
        FROM (
            SELECT \(fragment: key) AS key, closed.kind AS closed, \(fragment: LedgerFacts.timeliness) AS timeliness,
                done.id IS NOT NULL AS accepted, taken.item_id IS NOT NULL AS acknowledged, waiting.item_id IS NOT NULL AS waiting,
                fresh.item_id IS NOT NULL AS reported, \(fragment: LedgerFacts.isAbove("latest")) AS above, longer.item_id IS NOT NULL AS extended
            FROM \(fragment: facts.items(in: tx))
            \(fragment: facts.joins(ofAll: true, in: tx))
            LEFT JOIN \(fragment: facts.acknowledgements(in: tx)) AS taken ON taken.tenant_id = i.tenant_id AND taken.item_id = i.id
            LEFT JOIN (
                SELECT w.tenant_id, w.item_id
                FROM \(identifier: tx.table("progress")) AS w
                    LEFT JOIN \(identifier: tx.table("ruling")) AS j
                        ON \(fragment: tx.within("j.tenant_id")) AND j.tenant_id = w.tenant_id AND j.report_id = w.id
                            AND j.kind IN ('accepted', 'returned', 'withdrawn') AND \(fragment: facts.known("j.recorded_on"))
                WHERE \(fragment: tx.within("w.tenant_id"))
                  AND w.kind = 'result'
                  AND \(fragment: facts.known("w.recorded_on"))
                  AND \(fragment: facts.dated("w.evidence_on"))
                  AND j.id IS NULL
                GROUP BY w.tenant_id, w.item_id
            ) AS waiting ON waiting.tenant_id = i.tenant_id AND waiting.item_id = i.id
            LEFT JOIN \(fragment: facts.reportedThisPeriod(of: filter.campaign, in: tx)) AS fresh ON fresh.tenant_id = i.tenant_id AND fresh.item_id = i.id
            LEFT JOIN \(fragment: facts.extensions(in: tx)) AS longer ON longer.tenant_id = i.tenant_id AND longer.item_id = i.id
            WHERE \(fragment: facts.conditions(in: tx))
              AND \(fragment: filter.conditions(facts, in: tx))
            OFFSET 0
        ) AS s
        GROUP BY s.key
        """
    }
}
