public import Domain
import Postgres

extension OwnGiving {
    /// Who gives by confirmed rules of the acting officer's unit, the unit itself first.
    public static func givers(in tx: borrowing TenantTransaction) async throws -> [(unit: SubUnit.ID, name: String)] {
        try await tx.rows(
            """
            SELECT g.unit_id, coalesce(u.full_name, t.full_name)
            FROM (
                    SELECT DISTINCT x.tenant_id, x.unit_id
                    FROM \(identifier: tx.table("own_giver")) AS x
                        JOIN \(identifier: tx.table("own_rules")) AS r
                            ON \(fragment: tx.within("r.tenant_id")) AND r.tenant_id = x.tenant_id AND r.id = x.rules_id
                    WHERE \(fragment: tx.within("x.tenant_id")) AND r.confirmed_on IS NOT NULL
                ) AS g
                JOIN core.tenant_on(core.today()) AS t ON t.id = g.tenant_id
                LEFT JOIN LATERAL (\(fragment: SubUnit.name(of: "g.unit_id", in: "g.tenant_id", tx))) AS u ON true
            ORDER BY g.unit_id <> g.tenant_id, 2
            """
        ) { row in (unit: try row.next(), name: try row.next()) }
    }

    /// Of a unit that gives by its own authority in the acting officer's unit, by the rules that name it last; nil where none do.
    public static func find(by giver: SubUnit.ID, in tx: borrowing TenantTransaction) async throws -> OwnGiving? {
        try await tx.first(
            """
            SELECT u.full_name, u.kind, g.signer, g.budget
            FROM \(identifier: tx.table("own_giver")) AS g
                JOIN \(identifier: tx.table("own_rules")) AS r
                    ON \(fragment: tx.within("r.tenant_id")) AND r.tenant_id = g.tenant_id AND r.id = g.rules_id
                JOIN LATERAL (
                    SELECT v.full_name, v.kind
                    FROM \(identifier: tx.table("sub_unit_version")) AS v
                    WHERE \(fragment: tx.within("v.tenant_id")) AND v.tenant_id = g.tenant_id AND v.unit_id = g.unit_id AND v.valid_from <= core.today()
                    ORDER BY v.valid_from DESC
                    LIMIT 1
                ) AS u ON true
            WHERE \(fragment: tx.within("g.tenant_id"))
              AND g.unit_id = \(giver)
              AND r.confirmed_on IS NOT NULL
            ORDER BY r.valid_from DESC, r.id DESC
            LIMIT 1
            """
        ) { row in OwnGiving(name: try row.next(), kind: try row.next(), signer: try row.next(), budget: try row.next()) }
    }

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
