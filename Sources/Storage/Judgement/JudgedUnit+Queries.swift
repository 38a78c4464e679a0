public import Domain
import Postgres

extension JudgedUnit {
    /// Whom a review judges, in customary order, as far as the acting officer sees it: of the province its first tier, of a unit itself, or
    /// what is below them.
    ///
    /// - Parameters:
    ///   - day: on which they are open and called so.
    ///   - knownOn: a decision on the motto that was recorded later does not count.
    public static func list(
        _ tier: JudgedTier, of campaign: Campaign.ID, review: Campaign.Review, on day: CivilDate, knownOn: CivilDate? = nil,
        in tx: borrowing TenantTransaction
    ) async throws -> [JudgedUnit] {
        // A small province is judged in less time than these plans take to make.
        try await tx.planForAllTenants()
        switch tier {
        case .firstTier:
            return try await firstTier(of: campaign, on: day, mottos: mottos(of: campaign, review: review, knownOn, tx), in: tx)
        case .subUnits:
            return try await subUnits(of: campaign, on: day, mottos: mottos(of: campaign, review: review, knownOn, tx), in: tx)
        }
    }

    /// A unit is judged by who sees it whole: from a part of its items a wrong verdict would come.
    private static func firstTier(
        of campaign: Campaign.ID, on day: CivilDate, mottos: SQL, in tx: borrowing TenantTransaction
    ) async throws -> [JudgedUnit] {
        let seenWhole: SQL = tx.reach == nil ? "true" : "(SELECT core.actor_whole()) IS NOT NULL"
        return try await tx.rows(
            """
            SELECT t.id, t.slug, t.id, t.code, t.full_name, m.accepted
            FROM core.campaign_tenants(\(campaign), \(day)) AS f
                JOIN core.tenant_on(\(day)) AS t ON t.id = f.tenant_id
                LEFT JOIN (\(fragment: mottos)) AS m ON m.tenant_id = t.id AND m.unit_id = t.id
            WHERE \(fragment: tx.within("t.id"))
              AND \(fragment: seenWhole)
            ORDER BY t.position, t.code COLLATE "C"
            """
        ) { row in
            JudgedUnit(
                tenant: try row.next(), slug: try row.next(), unit: try row.next(), code: try row.next(), name: try row.next(),
                isFirstTier: true, isMottoAccepted: try row.next())
        }
    }

    /// The latest decision of a council on each unit (A53). It is about the period whatever day it bears: councils meet after the review is held,
    /// so that what they conclude counts once it is known. Where the Chairman criticised the unit since, it is open again (A54).
    private static func mottos(
        of campaign: Campaign.ID, review: Campaign.Review, _ knownOn: CivilDate?, _ tx: borrowing TenantTransaction
    ) -> SQL {
        let known = LedgerFacts(at: LedgerMoment(asOf: nil, knownOn: knownOn)).known("s.recorded_on")
        return """
            WITH d AS MATERIALIZED (
                SELECT DISTINCT ON (s.tenant_id, s.unit_id) s.tenant_id, s.unit_id, s.accepted, s.recorded_at
                FROM \(identifier: tx.table("motto_step")) AS s
                WHERE \(fragment: tx.within("s.tenant_id"))
                  AND s.campaign_id = \(campaign)
                  AND s.review = \(review.rawValue)
                  AND s.accepted IS NOT NULL
                  AND \(fragment: known)
                ORDER BY s.tenant_id, s.unit_id, s.position DESC
            )
            SELECT d.tenant_id, d.unit_id, CASE WHEN r.unit_id IS NULL THEN d.accepted END AS accepted
            FROM d
                LEFT JOIN (\(fragment: MottoStep.reopened(among: "d", campaign, review, knownOn))) AS r ON r.unit_id = d.unit_id
            """
    }

    private static func subUnits(of campaign: Campaign.ID, on day: CivilDate, mottos: SQL, in tx: borrowing TenantTransaction) async throws
        -> [JudgedUnit]
    {
        let inSight: SQL =
            tx.reach.map { "((SELECT core.actor_whole()) IS NOT NULL OR u.id = ANY (coalesce((SELECT \(fragment: $0)), '{}')))" } ?? "true"
        return try await tx.rows(
            """
            SELECT t.id, t.slug, u.id, t.code || '/' || v.code, v.full_name, m.accepted
            FROM core.campaign_tenants(\(campaign), \(day)) AS f
                JOIN core.tenant_on(\(day)) AS t ON t.id = f.tenant_id
                JOIN \(identifier: tx.table("sub_unit")) AS u ON \(fragment: tx.within("u.tenant_id")) AND u.tenant_id = t.id
                CROSS JOIN LATERAL (
                    SELECT w.code, w.name, w.full_name, w.position
                    FROM \(identifier: tx.table("sub_unit_version")) AS w
                    WHERE \(fragment: tx.within("w.tenant_id"))
                      AND w.tenant_id = u.tenant_id
                      AND w.unit_id = u.id
                      AND w.valid_from <= \(day)
                    ORDER BY w.valid_from DESC
                    LIMIT 1
                ) AS v
                LEFT JOIN (\(fragment: mottos)) AS m ON m.tenant_id = u.tenant_id AND m.unit_id = u.id
            WHERE u.id <> u.tenant_id
              AND u.opened_on <= \(day)
              AND (u.closed_on IS NULL OR u.closed_on >= \(day))
              AND \(fragment: inSight)
            ORDER BY t.position, t.code COLLATE "C", v.position, v.name COLLATE "vi-x-icu", v.code COLLATE "C"
            """
        ) { row in
            JudgedUnit(
                tenant: try row.next(), slug: try row.next(), unit: try row.next(), code: try row.next(), name: try row.next(),
                isFirstTier: false, isMottoAccepted: try row.next())
        }
    }
}
