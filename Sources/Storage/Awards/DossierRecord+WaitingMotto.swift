public import Domain
import Postgres

extension DossierRecord {
    /// Of these dossiers, as far as they are under way, those that cannot be signed because the last frozen figures wait for a council's word on the
    /// motto of the unit on which they rest: what is to be done, and by whom (A53, A62).
    public static func waitingForMotto(
        _ dossiers: [AwardDossier.ID], in tx: borrowing TenantTransaction
    ) async throws -> [AwardDossier.ID: CheckPoint] {
        if dossiers.isEmpty { return [:] }
        let found = try await tx.rows(
            """
            SELECT d.id, p.unit_id = p.tenant_id, (
                SELECT max(m.happened_on)
                FROM \(identifier: tx.table("motto_step")) AS m
                WHERE \(fragment: tx.within("m.tenant_id")) AND m.tenant_id = p.tenant_id AND m.campaign_id = r.campaign_id AND m.review = r.kind
                  AND m.unit_id = p.unit_id AND m.accepted IS NOT NULL AND m.recorded_at > f.frozen_at
            )
            FROM \(identifier: tx.table("award_dossier")) AS d
                JOIN core.review AS r ON r.id = d.review_id
                JOIN core.review_snapshot AS f ON f.review_id = r.id
                    AND f.version = (SELECT max(x.version) FROM core.review_snapshot AS x WHERE x.review_id = r.id)
                JOIN \(identifier: tx.table("review_part")) AS p ON \(fragment: tx.within("p.tenant_id")) AND p.tenant_id = d.tenant_id
                    AND p.review_id = r.id AND p.version = f.version
                    AND p.unit_id = CASE WHEN d.person_id IS NULL OR \(fragment: eachCollectiveBrings) THEN d.unit_id ELSE d.tenant_id END
            WHERE \(fragment: tx.within("d.tenant_id"))
              AND d.id = ANY (\(dossiers))
              AND d.state NOT IN ('withdrawn', 'refused', 'decided', 'issued', 'presented', 'corrected', 'replaced', 'revoked')
              AND convert_from(p.verdict, 'UTF8')::jsonb ->> 'verdict' = 'pending'
            """
        ) { row in
            (id: try row.next(AwardDossier.ID.self), isWhole: try row.next(Bool.self), concludedOn: try row.next(CivilDate?.self))
        }
        return Dictionary(found.map { ($0.id, CheckPoint.waitsForMotto($0.isWhole ? .provinceCouncil : .unitCouncil, $0.concludedOn)) }) {
            first, _ in first
        }
    }
}
