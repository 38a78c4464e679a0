public import Domain
import Postgres

extension FrozenFigures {
    /// What the last frozen figures of a review say of a nominee: of a collective itself, or where they do not judge it by itself, of the first-tier
    /// unit over it; of a person the unit that brings him (A02, A03). As far as it is in sight; nil: nothing is frozen of either.
    public static func find(
        of nominee: Nominee, _ tenant: Tenant.ID, review: HeldReview.ID, in tx: borrowing TenantTransaction
    ) async throws -> FrozenFigures? {
        let brings: SQL = nominee.subject == .collective ? "true" : DossierRecord.eachCollectiveBrings
        return try await tx.first(
            """
            SELECT p.name, p.version, s.frozen_on, v.verdict ->> 'verdict', coalesce((v.verdict ->> 'letter')::boolean, false),
                (v.verdict ->> 'counted')::integer, (v.verdict ->> 's1')::integer, (v.verdict ->> 's2')::integer,
                (v.verdict ->> 'aheadOrAbove')::integer, (v.verdict ->> 'aheadBase')::integer, ARRAY(
                    SELECT coalesce(f.value ->> 'detail', '')
                    FROM jsonb_array_elements(coalesce(v.verdict -> 'failures', '[]')) WITH ORDINALITY AS f (value, place)
                    ORDER BY f.place
                )
            FROM \(identifier: tx.table("review_part")) AS p
                JOIN core.review_snapshot AS s ON s.review_id = p.review_id AND s.version = p.version
                CROSS JOIN LATERAL (SELECT convert_from(p.verdict, 'UTF8')::jsonb AS verdict) AS v
            WHERE \(fragment: tx.within("p.tenant_id"))
              AND p.tenant_id = \(tenant)
              AND p.review_id = \(review)
              AND (p.unit_id = p.tenant_id OR p.unit_id = \(nominee.unit) AND \(fragment: brings))
              AND p.version = (SELECT max(x.version) FROM core.review_snapshot AS x WHERE x.review_id = \(review))
            ORDER BY p.unit_id = \(nominee.unit) DESC
            LIMIT 1
            """
        ) { row in
            let (name, version, frozenOn): (String, Int32, CivilDate) = (try row.next(), try row.next(), try row.next())
            let (verdict, isPraised): (String?, Bool) = (try row.next(), try row.next())
            let numbers = try (0..<5).map { _ in try row.next(Int32?.self) }.compactMap(\.self).map(Int.init)
            let counts =
                numbers.count == 5
                ? Counts(counted: numbers[0], early: numbers[1], later: numbers[2], aheadOrAbove: numbers[3], aheadBase: numbers[4]) : nil
            return FrozenFigures(
                name: name, version: Int(version), frozenOn: frozenOn,
                // Nothing else is frozen.
                verdict: verdict.flatMap(UnitVerdict.Verdict.init(rawValue:)) ?? .insufficientBasis, isPraised: isPraised, counts: counts,
                reasons: try row.next())
        }
    }
}
