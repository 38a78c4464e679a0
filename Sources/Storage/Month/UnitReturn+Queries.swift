public import Domain
import Postgres

extension UnitReturn {
    /// The returns of a month that the acting officer sees: a unit its own and those of its sub-units, the province what units approved.
    ///
    /// - Parameter unit: nil: all.
    public static func list(
        of period: ReportPeriod, unit: SubUnit.ID? = nil, in tx: borrowing TenantTransaction
    ) async throws -> [UnitReturn] {
        let wanted: SQL = unit.map { "r.unit_id = \($0)" } ?? "true"
        return try await tx.rows(
            """
            SELECT t.slug, r.unit_id, v.full_name, r.version, r.nothing, r.results, r.difficulties, r.proposals, r.explanation, r.approved_on,
                coalesce(r.approved_on > r.due_on, false), r.waiting, array_to_string(r.warnings, ','), r.figures::text
            FROM \(identifier: tx.table("unit_return")) AS r
                JOIN core.tenant_on(\(period.to)) AS t ON t.id = r.tenant_id
                CROSS JOIN LATERAL (
                    SELECT w.full_name, w.position
                    FROM \(identifier: tx.table("sub_unit_version")) AS w
                    WHERE \(fragment: tx.within("w.tenant_id"))
                      AND w.tenant_id = r.tenant_id
                      AND w.unit_id = r.unit_id
                    ORDER BY (w.valid_from <= \(period.to)) DESC, w.valid_from DESC
                    LIMIT 1
                ) AS v
            WHERE \(fragment: tx.within("r.tenant_id"))
              AND r.period_id = \(period.id)
              AND \(fragment: wanted)
            ORDER BY t.position, t.slug, r.unit_id <> r.tenant_id, v.position, v.full_name COLLATE "vi-x-icu", r.unit_id
            """, read)
    }

    /// Of the tenant entered every return that is awaited, begun or not: of the unit as a whole and of its communes, as far as they are in sight; and
    /// what other sub-units wrote. For who reads drafts there.
    public static func awaited(of period: ReportPeriod, in tx: borrowing TenantTransaction) async throws -> [UnitReturn] {
        let inSight: SQL =
            tx.reach.map { "((SELECT core.actor_whole()) IS NOT NULL OR u.id = ANY (coalesce((SELECT \(fragment: $0)), '{}')))" } ?? "true"
        return try await tx.rows(
            """
            SELECT t.slug, u.id, v.full_name, coalesce(r.version, 0), coalesce(r.nothing, false), coalesce(r.results, ''),
                coalesce(r.difficulties, ''), coalesce(r.proposals, ''), coalesce(r.explanation, ''), r.approved_on,
                coalesce(r.approved_on > r.due_on, false), coalesce(r.waiting, 0), coalesce(array_to_string(r.warnings, ','), ''), r.figures::text
            FROM \(identifier: tx.table("sub_unit")) AS u
                JOIN core.tenant AS t ON t.id = u.tenant_id
                CROSS JOIN LATERAL (
                    SELECT w.full_name, w.position, w.kind
                    FROM \(identifier: tx.table("sub_unit_version")) AS w
                    WHERE \(fragment: tx.within("w.tenant_id"))
                      AND w.tenant_id = u.tenant_id
                      AND w.unit_id = u.id
                    ORDER BY (w.valid_from <= \(period.to)) DESC, w.valid_from DESC
                    LIMIT 1
                ) AS v
                LEFT JOIN \(identifier: tx.table("unit_return")) AS r
                    ON \(fragment: tx.within("r.tenant_id")) AND r.tenant_id = u.tenant_id AND r.unit_id = u.id AND r.period_id = \(period.id)
            WHERE \(fragment: tx.within("u.tenant_id"))
              AND \(fragment: inSight)
              AND (r.version IS NOT NULL
                OR u.id = u.tenant_id
                OR (v.kind IN ('xa', 'phuong', 'thi_tran') AND u.opened_on <= \(period.to) AND (u.closed_on IS NULL OR u.closed_on >= \(period.to))))
            ORDER BY u.id <> u.tenant_id, v.position, v.full_name COLLATE "vi-x-icu", u.id
            """, read)
    }

    /// Writes a draft as the acting officer. False: it stands in another version, or was approved.
    ///
    /// - Parameter version: from which the change starts; 0: there is none yet.
    public static func write(
        _ words: Words, of unit: SubUnit.ID, for period: ReportPeriod.ID, version: Int, in tx: borrowing TenantTransaction
    ) async throws -> Bool {
        guard version == 0 else {
            return try await tx.execute(
                """
                UPDATE \(identifier: tx.table("unit_return")) AS r
                SET nothing = \(words.nothing), results = \(words.results), difficulties = \(words.difficulties), proposals = \(words.proposals),
                    explanation = \(words.explanation), drafted_by = core.actor_post(), recorded_on = core.today()
                WHERE \(fragment: tx.within("r.tenant_id"))
                  AND r.period_id = \(period)
                  AND r.unit_id = \(unit)
                  AND r.version = \(Int32(clamping: version))
                  AND r.approved_on IS NULL
                """) == 1
        }
        // What stands under "found" the guard writes over.
        return try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("unit_return")) (tenant_id, period_id, unit_id, nothing, results, difficulties, proposals, explanation,
                drafted_by, recorded_on, to_on, sub_unit_due_on, due_on, is_closed, waiting, warnings)
            VALUES (\(try tx.requireTenant()), \(period), \(unit), \(words.nothing), \(words.results), \(words.difficulties), \(words.proposals),
                \(words.explanation), core.actor_post(), core.today(), core.today(), core.today(), core.today(), false, 0, '{}')
            """) == 1
    }

    /// The acting officer approves it; the database finds the figures and what it should say a word about. False: it stands in another version, or
    /// was approved.
    public static func approve(
        _ unit: SubUnit.ID, for period: ReportPeriod.ID, version: Int, in tx: borrowing TenantTransaction
    ) async throws -> Bool {
        try await tx.execute(
            """
            UPDATE \(identifier: tx.table("unit_return")) AS r
            SET approved_by = core.actor_post(), approved_on = core.today()
            WHERE \(fragment: tx.within("r.tenant_id"))
              AND r.period_id = \(period)
              AND r.unit_id = \(unit)
              AND r.version = \(Int32(clamping: version))
              AND r.approved_on IS NULL
            """) == 1
    }

    private static func read(_ row: inout RowReader) throws -> UnitReturn {
        let (tenant, unit, name): (Tenant.Slug, SubUnit.ID, String) = (try row.next(), try row.next(), try row.next())
        let version = Int(try row.next(Int32.self))
        let words = Words(
            nothing: try row.next(), results: try row.next(), difficulties: try row.next(), proposals: try row.next(),
            explanation: try row.next())
        let (approvedOn, isLate): (CivilDate?, Bool) = (try row.next(), try row.next())
        let waiting = Int(try row.next(Int32.self))
        let (warnings, figures): (String, String?) = (try row.next(), try row.next())
        let approval = try approvedOn.map { day in
            Approval(
                on: day, isLate: isLate, missingUnits: waiting, warnings: ReturnStanding.warnings(warnings),
                figures: try figures.map { try MonthFigures(reading: $0) } ?? MonthFigures())
        }
        return UnitReturn(tenant: tenant, unit: unit, unitName: name, version: version, words: words, approval: approval)
    }
}

extension ReturnStanding {
    /// Nil for a unit that the acting officer does not see.
    public static func find(
        of unit: SubUnit.ID, for period: ReportPeriod.ID, difficulties: String, in tx: borrowing TenantTransaction
    ) async throws -> ReturnStanding? {
        try await tx.first(
            """
            SELECT s.figures::text, s.waiting, array_to_string(s.warnings, ',')
            FROM core.return_standing(\(period), \(unit), \(difficulties)) AS s
            """
        ) { row in
            ReturnStanding(
                figures: try MonthFigures(reading: try row.next(String.self)), waiting: Int(try row.next(Int32.self)),
                warnings: warnings(try row.next()))
        }
    }

    fileprivate static func warnings(_ text: String) -> [UnitReturn.Warning] {
        text.split(separator: ",").compactMap { UnitReturn.Warning(rawValue: String($0)) }
    }
}
