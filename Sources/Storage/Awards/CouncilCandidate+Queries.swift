public import Domain
import Postgres

extension CouncilCandidate {
    /// Whom the council of a tenant can seat, in the customary order of their posts. At most 500: who is not among them is named by command.
    public static func all(
        of council: Council.Kind, tenant: Tenant.ID, in tx: borrowing TenantTransaction
    ) async throws -> [CouncilCandidate] {
        let isEligible: SQL =
            switch council {
            case .unit: "p.tenant_id = \(tenant)"
            case .provincial: "r.province_role IN ('leadership', 'council') OR p.role = 'unit_head'"
            }
        return try await tx.rows(
            """
            SELECT n.id, n.full_name, string_agg(p.title, ', ' ORDER BY r.precedence, p.title)
            FROM core.post AS p
                JOIN core.role AS r ON r.code = p.role
                JOIN core.person AS n ON n.id = p.person_id
            WHERE p.valid_from <= core.today()
              AND (p.valid_to IS NULL OR p.valid_to >= core.today())
              AND (\(fragment: isEligible))
            GROUP BY n.id, n.full_name, n.sort_key
            ORDER BY min(r.precedence), n.sort_key COLLATE "vi-x-icu", n.id
            LIMIT 500
            """
        ) { row in
            CouncilCandidate(person: try row.next(), name: try row.next(), posts: try row.next())
        }
    }
}
