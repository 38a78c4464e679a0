public import Domain
import Postgres

extension JudgedUnit {
    /// Whom a review judges, in customary order, as far as the acting officer sees it: of the province its first tier, of a unit itself, or
    /// what is below them.
    ///
    /// - Parameter day: on which they are open and called so.
    public static func list(
        _ tier: JudgedTier, of campaign: Campaign.ID, review: Campaign.Review, on day: CivilDate, in tx: borrowing TenantTransaction
    ) async throws -> [JudgedUnit] {
        switch tier {
        case .firstTier: try await firstTier(of: campaign, review: review, on: day, in: tx)
        case .subUnits: try await subUnits(of: campaign, on: day, in: tx)
        }
    }

    /// A unit is judged by who sees it whole: from a part of its items a wrong verdict would come.
    private static func firstTier(
        of campaign: Campaign.ID, review: Campaign.Review, on day: CivilDate, in tx: borrowing TenantTransaction
    ) async throws -> [JudgedUnit] {
        let seenWhole: SQL = tx.reach == nil ? "true" : "(SELECT core.actor_whole()) IS NOT NULL"
        return try await tx.rows(
            """
            SELECT t.id, t.slug, t.id, t.code, t.full_name, m.accepted
            FROM core.campaign_tenants(\(campaign), \(day)) AS f
                JOIN core.tenant_on(\(day)) AS t ON t.id = f.tenant_id
                LEFT JOIN core.motto_decision AS m
                    ON m.campaign_id = \(campaign) AND m.review = \(review.rawValue) AND m.tenant_id = t.id AND m.decided_on <= \(day)
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

    private static func subUnits(of campaign: Campaign.ID, on day: CivilDate, in tx: borrowing TenantTransaction) async throws
        -> [JudgedUnit]
    {
        let inSight: SQL =
            tx.reach.map { "((SELECT core.actor_whole()) IS NOT NULL OR u.id = ANY (coalesce((SELECT \(fragment: $0)), '{}')))" } ?? "true"
        return try await tx.rows(
            """
            SELECT t.id, t.slug, u.id, t.code || '/' || v.code, v.full_name
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
            WHERE u.id <> u.tenant_id
              AND u.opened_on <= \(day)
              AND (u.closed_on IS NULL OR u.closed_on >= \(day))
              AND \(fragment: inSight)
            ORDER BY t.position, t.code COLLATE "C", v.position, v.name COLLATE "vi-x-icu", v.code COLLATE "C"
            """
        ) { row in
            JudgedUnit(
                tenant: try row.next(), slug: try row.next(), unit: try row.next(), code: try row.next(), name: try row.next(),
                isFirstTier: false, isMottoAccepted: nil)
        }
    }
}
