public import Domain
import Postgres

extension DossierRecord {
    /// Whose dossiers of the same round, in sight and under way, report their achievement in the same words as each of these (A75): of a review, or
    /// of a round of a unit's own. What words are the same, `core.plain_words` says; shorter reports than the plan's parameter are no finding.
    public static func sameReports(
        as dossiers: [AwardDossier.ID], in tx: borrowing TenantTransaction
    ) async throws -> [AwardDossier.ID: [String]] {
        if dossiers.isEmpty { return [:] }
        let found = try await tx.rows(
            """
            SELECT d.id, same.name
            FROM \(identifier: tx.table("award_dossier")) AS d
                CROSS JOIN LATERAL (
                    SELECT o.id, concat_ws(', ', coalesce(n.full_name, u.full_name), t.full_name) AS name
                    FROM \(identifier: tx.table("award_dossier")) AS o
                        JOIN core.tenant_on(core.today()) AS t ON t.id = o.tenant_id
                        LEFT JOIN core.person AS n ON n.id = o.person_id
                        LEFT JOIN LATERAL (\(fragment: SubUnit.name(of: "nullif(o.unit_id, o.tenant_id)", in: "o.tenant_id", tx))) AS u ON true
                    WHERE \(fragment: tx.within("o.tenant_id"))
                      AND o.words_key = d.words_key
                      AND o.id <> d.id
                      AND (o.review_id = d.review_id OR (o.tenant_id = d.tenant_id AND o.round_id = d.round_id))
                      AND o.state NOT IN ('withdrawn', 'refused', 'revoked')
                    ORDER BY o.id
                    LIMIT 20
                ) AS same
            WHERE \(fragment: tx.within("d.tenant_id"))
              AND d.id = ANY (\(dossiers))
              AND d.words >= coalesce((
                    SELECT (p.value ->> 'value')::integer
                    FROM core.campaign AS c
                        CROSS JOIN LATERAL jsonb_array_elements(c.document -> 'parameters') AS p (value)
                    WHERE c.id = d.campaign_id AND p.value ->> 'name' = \(Campaign.ParameterName.sameReportWords.rawValue)), 20)
            ORDER BY d.id, same.id
            """
        ) { row in (dossier: try row.next(AwardDossier.ID.self), name: try row.next(String.self)) }
        return Dictionary(grouping: found, by: \.dossier).mapValues { $0.map(\.name) }
    }
}
