public import Domain
import Postgres

extension DossierRecord {
    /// Whether a council did not pass the nominee of a dossier in its review or round before the dossier came to it: it was drafted while that vote ran,
    /// and is not voted on itself (A04).
    public static func isVotedDownBefore(_ dossier: AwardDossier.ID, in tx: borrowing TenantTransaction) async throws -> Bool {
        try await tx.first(
            """
            SELECT true
            FROM \(identifier: tx.table("award_dossier")) AS d
            WHERE \(fragment: tx.within("d.tenant_id"))
              AND d.id = \(dossier)
              AND d.state IN ('drafted', 'submitted', 'received')
              AND EXISTS (
                    SELECT
                    FROM \(identifier: tx.table("award_dossier")) AS o
                    WHERE \(fragment: tx.within("o.tenant_id"))
                      AND o.tenant_id = d.tenant_id
                      AND coalesce(o.review_id, o.round_id) = coalesce(d.review_id, d.round_id)
                      AND CASE WHEN d.person_id IS NULL THEN o.person_id IS NULL AND o.unit_id = d.unit_id ELSE o.person_id = d.person_id END
                      AND o.voted_down)
              AND NOT EXISTS (
                    SELECT
                    FROM \(identifier: tx.table("vote_count")) AS v
                    WHERE \(fragment: tx.within("v.tenant_id")) AND v.dossier_id = d.id AND v.outcome = 'notPassed')
            """
        ) { row in try row.next(Bool.self) } ?? false
    }
}
