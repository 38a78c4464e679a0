public import Domain
import Postgres

extension AchievementFlag {
    /// Flags of the dossiers that are under way or were decided, as the province's readers see them, in the order of the dossiers.
    ///
    /// - Parameters:
    ///   - dossier: of one alone.
    ///   - isOpen: only those that keep a dossier from the Chairman.
    ///   - last: dossier with which the page before ended: a dossier's flags stay together.
    ///   - limit: dossiers of one page.
    public static func list(
        of dossier: AwardDossier.ID? = nil, isOpen: Bool = false, after last: AwardDossier.ID? = nil, limit: Int,
        in tx: borrowing TenantTransaction
    ) async throws -> [AchievementFlag] {
        try await tx.rows(
            """
            SELECT c.dossier_id, t.slug, t.full_name, coalesce(n.full_name, u.full_name, t.full_name), f.other_kind, f.other_id::text,
                coalesce(e.form || ' (Quyết định số ' || e.decision_number || ' ngày ' || to_char(e.decision_on, 'DD/MM/YYYY') || ' của ' || e.issuer || ')',
                    CASE WHEN o.id IS NOT NULL THEN 'Hồ sơ của ' || concat_ws(', ', coalesce(om.full_name, ou.full_name), ot.full_name) END, ''),
                r.ruling, r.reason, r.recorded_on
            FROM (
                    SELECT x.dossier_id, x.tenant_id
                    FROM core.achievement_claim AS x
                    WHERE x.freed_on IS NULL
                      AND (\(dossier)::uuid IS NULL OR x.dossier_id = \(dossier))
                      AND (\(last)::uuid IS NULL OR x.dossier_id > \(last))
                      AND EXISTS (SELECT FROM core.achievement_flags(x.dossier_id))
                      AND (NOT \(isOpen) OR core.achievement_open(x.dossier_id) > 0)
                    ORDER BY x.dossier_id
                    LIMIT \(Int32(clamping: limit))
                ) AS c
                JOIN core.award_dossier AS d ON d.tenant_id = c.tenant_id AND d.id = c.dossier_id
                JOIN core.tenant_on(core.today()) AS t ON t.id = c.tenant_id
                LEFT JOIN core.person AS n ON n.id = d.person_id
                LEFT JOIN LATERAL (\(fragment: unitName("d"))) AS u ON true
                CROSS JOIN LATERAL core.achievement_flags(c.dossier_id) AS f
                LEFT JOIN core.earlier_award AS e ON f.other_kind = 'earlierAward' AND e.id = f.other_id
                LEFT JOIN core.award_dossier AS o ON f.other_kind = 'dossier' AND o.id = f.other_id
                LEFT JOIN core.tenant_on(core.today()) AS ot ON ot.id = o.tenant_id
                LEFT JOIN core.person AS om ON om.id = o.person_id
                LEFT JOIN LATERAL (\(fragment: unitName("o"))) AS ou ON true
                LEFT JOIN LATERAL (
                    SELECT y.ruling, y.reason, y.recorded_on
                    FROM core.achievement_ruling AS y
                    WHERE y.dossier_id = c.dossier_id AND y.other_kind = f.other_kind AND y.other_id = f.other_id
                    ORDER BY y.id DESC
                    LIMIT 1
                ) AS r ON true
            ORDER BY c.dossier_id, f.other_kind, f.other_id
            """
        ) { row in
            let (dossier, tenant, tenantName, nominee): (AwardDossier.ID, Tenant.Slug, String, String) = (
                try row.next(), try row.next(), try row.next(), try row.next()
            )
            let (kind, otherID, words): (String, String, String) = (try row.next(), try row.next(), try row.next())
            let (ruling, reason, day): (String?, String?, CivilDate?) = (try row.next(), try row.next(), try row.next())
            guard let other = Other.Kind(rawValue: kind).flatMap({ Other($0, otherID) }) else { throw Problem.unexpected }
            var decided: Decided?
            if let ruling = ruling.flatMap(Ruling.init(rawValue:)), let reason, let day {
                decided = Decided(ruling: ruling, reason: reason, decidedOn: day)
            }
            return AchievementFlag(
                dossier: dossier, tenant: tenant, tenantName: tenantName, nominee: nominee, other: other, otherWords: words,
                decided: decided)
        }
    }

    /// Records what Home Affairs decided of a dossier and what stands beside it; answers whether the dossier is in sight.
    public static func rule(
        _ ruling: Ruling, on dossier: AwardDossier.ID, beside other: Other, reason: String, id: EntityID<AchievementFlag>,
        in tx: borrowing TenantTransaction
    ) async throws -> Bool {
        try await tx.execute(
            """
            INSERT INTO core.achievement_ruling (id, tenant_id, dossier_id, other_kind, other_id, ruling, reason, recorded_by, recorded_on)
            SELECT \(id), d.tenant_id, d.id, \(other.kind.rawValue), \(other.id)::uuid, \(ruling.rawValue), \(reason), core.actor_post(), core.today()
            FROM core.award_dossier AS d
            WHERE d.id = \(dossier)
            """) == 1
    }

    /// Of a unit of a dossier; none where it is the whole tenant.
    private static func unitName(_ alias: SQL) -> SQL {
        """
        SELECT v.full_name
        FROM core.sub_unit_version AS v
        WHERE v.tenant_id = \(fragment: alias).tenant_id AND v.unit_id = \(fragment: alias).unit_id
          AND v.unit_id <> v.tenant_id AND v.valid_from <= core.today()
        ORDER BY v.valid_from DESC
        LIMIT 1
        """
    }
}
