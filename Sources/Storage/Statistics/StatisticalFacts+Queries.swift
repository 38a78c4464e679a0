public import Domain
import Postgres

extension CampaignFact {
    /// What was launched in a period, by the province and in answer to it, as far as it is in sight.
    public static func all(in period: StatisticalPeriod, in tx: borrowing TenantTransaction) async throws -> [CampaignFact] {
        try await tx.rows(
            """
            SELECT f.level, f.first_day, f.last_day, count(*)
            FROM (
                SELECT 'province' AS level, c.first_day, c.last_day
                FROM core.campaign_launch AS l
                    JOIN core.campaign AS c ON c.id = l.campaign_id
                WHERE l.launched_on BETWEEN \(period.from) AND \(period.to)
                  AND l.recorded_on <= \(period.knownOn)
                UNION ALL
                SELECT CASE WHEN v.kind IN ('xa', 'phuong', 'thi_tran') THEN 'commune' WHEN s.unit_id = s.tenant_id THEN t.kind ELSE 'office' END,
                    c.first_day, c.last_day
                FROM \(identifier: tx.table("launch_step")) AS s
                    JOIN \(identifier: tx.table("launch")) AS l ON l.tenant_id = s.tenant_id AND l.id = s.launch_id
                    JOIN core.campaign AS c ON c.id = l.campaign_id
                    JOIN core.tenant AS t ON t.id = s.tenant_id
                    CROSS JOIN LATERAL (
                        SELECT w.kind
                        FROM \(identifier: tx.table("sub_unit_version")) AS w
                        WHERE w.tenant_id = s.tenant_id
                          AND w.unit_id = s.unit_id
                        ORDER BY (w.valid_from <= s.happened_on) DESC, CASE WHEN w.valid_from <= s.happened_on THEN w.valid_from END DESC, w.valid_from
                        LIMIT 1
                    ) AS v
                WHERE \(fragment: tx.within("s.tenant_id"))
                  AND s.step = 'launched'
                  AND s.happened_on BETWEEN \(period.from) AND \(period.to)
                  AND s.recorded_on <= \(period.knownOn)
                  -- Recorded again, the launch is what it was last said to be.
                  AND NOT EXISTS (
                        SELECT
                        FROM \(identifier: tx.table("launch_step")) AS a
                        WHERE a.tenant_id = s.tenant_id
                          AND a.launch_id = s.launch_id
                          AND a.step = 'launched'
                          AND a.position > s.position
                          AND a.recorded_on <= \(period.knownOn))
            ) AS f
            GROUP BY f.level, f.first_day, f.last_day
            ORDER BY f.level, f.first_day, f.last_day
            """
        ) { row in
            let level: String = try row.next()
            return CampaignFact(
                level: Level(rawValue: level) ?? .office, firstDay: try row.next(), lastDay: try row.next(),
                count: Int(try row.next(Int64.self)))
        }
    }
}

extension AwardFact {
    /// What the province's register has of a period: awards by the day of their decision, revocations by the day of theirs.
    public static func all(in period: StatisticalPeriod, in tx: borrowing TenantTransaction) async throws -> [AwardFact] {
        try await tx.rows(
            """
            SELECT x.track, a.subject, e.leader_rank, sum(v.sign)::bigint
            FROM \(identifier: tx.table("award")) AS a
                JOIN \(identifier: tx.table("award_decision")) AS d ON d.tenant_id = a.tenant_id AND d.id = a.decision_id
                JOIN \(identifier: tx.table("register_entry")) AS g
                    ON g.tenant_id = a.tenant_id AND g.kind = 'goldenBook' AND g.subject_id = a.id
                JOIN \(identifier: tx.table("award_dossier")) AS x ON x.tenant_id = a.dossier_tenant_id AND x.id = a.dossier_id
                CROSS JOIN LATERAL (
                    SELECT 1 AS sign, d.signed_on AS happened_on, a.recorded_on
                    UNION ALL
                    SELECT -1, m.signed_on, m.recorded_on
                    FROM core.award_amendment AS m
                    WHERE m.tenant_id = a.tenant_id
                      AND m.dossier_tenant_id = a.dossier_tenant_id
                      AND m.dossier_id = a.dossier_id
                      AND m.kind = 'revoke'
                ) AS v
                LEFT JOIN LATERAL (
                    -- The highest post that he held on that day; where he had left by then, the last before it.
                    SELECT p.leader_rank
                    FROM core.post AS p
                    WHERE p.person_id = x.person_id
                      AND p.valid_from <= d.signed_on
                    ORDER BY (p.valid_to IS NULL OR p.valid_to >= d.signed_on) DESC, CASE WHEN p.valid_to < d.signed_on THEN p.valid_to END DESC,
                        array_position(ARRAY['provincial', 'department', 'deputy_head_or_above', 'direct_worker'], p.leader_rank)
                    LIMIT 1
                ) AS e ON true
            WHERE a.tenant_id = core.province_tenant()
              AND a.form = 'provincialCertificate'
              AND v.happened_on BETWEEN \(period.from) AND \(period.to)
              AND v.recorded_on <= \(period.knownOn)
            GROUP BY x.track, a.subject, e.leader_rank
            ORDER BY x.track, a.subject, e.leader_rank
            """
        ) { row in
            let (track, subject): (AwardTrack, AwardSubject) = (try row.next(), try row.next())
            let rank: Post.LeaderRank? = try row.next()
            return AwardFact(mode: track.statisticalMode, subject: subject, rank: rank, count: Int(try row.next(Int64.self)))
        }
    }
}
