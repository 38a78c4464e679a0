public import Domain
import Postgres

extension OwnGiving {
    /// Of a dossier of own authority in the acting officer's unit; nil of one that the province gives.
    public static func find(of dossier: AwardDossier.ID, in tx: borrowing TenantTransaction) async throws -> OwnGiving? {
        try await tx.first(
            """
            SELECT u.full_name, u.kind, g.signer, g.budget
            FROM \(identifier: tx.table("award_dossier")) AS d
                JOIN \(identifier: tx.table("own_giver")) AS g
                    ON \(fragment: tx.within("g.tenant_id")) AND g.tenant_id = d.tenant_id AND g.rules_id = d.rules_id AND g.unit_id = d.giver_id
                JOIN LATERAL (
                    SELECT v.full_name, v.kind
                    FROM \(identifier: tx.table("sub_unit_version")) AS v
                    WHERE \(fragment: tx.within("v.tenant_id")) AND v.tenant_id = d.tenant_id AND v.unit_id = d.giver_id AND v.valid_from <= core.today()
                    ORDER BY v.valid_from DESC
                    LIMIT 1
                ) AS u ON true
            WHERE \(fragment: tx.within("d.tenant_id"))
              AND d.id = \(dossier)
            """
        ) { row in OwnGiving(name: try row.next(), kind: try row.next(), signer: try row.next(), budget: try row.next()) }
    }
}
