public import Domain
import Postgres

extension TakenStep {
    /// Every step of dossiers in sight, each in its order.
    public static func all(
        of dossiers: [AwardDossier.ID], in tx: borrowing TenantTransaction
    ) async throws -> [AwardDossier.ID: [TakenStep]] {
        if dossiers.isEmpty { return [:] }
        let steps = try await tx.rows(
            """
            SELECT s.dossier_id, s.step, coalesce(c.signed_on, s.happened_on), s.reason,
                CASE WHEN s.step = 'issue' THEN coalesce(c.number, s.document_number) ELSE s.document_number END, s.session_id, s.party
            FROM \(identifier: tx.table("dossier_step")) AS s
                LEFT JOIN LATERAL core.decision_as_corrected(
                    s.tenant_id, CASE WHEN s.step IN ('decide', 'issue') THEN s.dossier_id END) AS c ON true
            WHERE \(fragment: tx.within("s.tenant_id"))
              AND s.dossier_id = ANY (\(dossiers))
            ORDER BY s.dossier_id, s.position
            """
        ) { row in
            TakenStep(
                dossier: try row.next(), step: try row.next(), happenedOn: try row.next(), reason: try row.next(),
                documentNumber: try row.next(), session: try row.next(),
                party: try row.next(String?.self).flatMap(AwardParty.init(rawValue:)))
        }
        return Dictionary(grouping: steps, by: \.dossier)
    }
}

extension TakenStep {
    /// The name of who took a step of a dossier last: his own, also where he acted in another's stead. Empty where nobody did, and where the
    /// officer may not know it.
    public static func name(_ step: AwardDossier.Step, of dossier: AwardDossier, in tx: borrowing TenantTransaction) async throws -> String
    {
        try await tx.first(
            """
            SELECT coalesce(n.full_name, '')
            FROM \(identifier: tx.table("dossier_step")) AS s
                \(fragment: who("s"))
            WHERE \(fragment: tx.within("s.tenant_id"))
              AND s.tenant_id = \(dossier.proposer)
              AND s.dossier_id = \(dossier.id)
              AND s.step = \(step)
            ORDER BY s.position DESC
            LIMIT 1
            """
        ) { row in try row.next(String.self) } ?? ""
    }

    /// Joins the person `n` who recorded a step.
    static func who(_ step: SQL) -> SQL {
        """
        LEFT JOIN core.post AS p ON p.id = \(fragment: step).recorded_by
            LEFT JOIN core.delegation AS g ON g.id = \(fragment: step).delegation_id
            LEFT JOIN core.person AS n ON n.id = CASE WHEN \(fragment: step).delegation_id IS NULL THEN p.person_id ELSE g.delegate_id END
        """
    }
}

extension PrintedAward {
    /// What was given for dossiers, as far as it is recorded: by the Chairman, which the province's readers alone see, or in a unit by its own
    /// authority.
    public static func all(
        of dossiers: [AwardDossier.ID], in tx: borrowing TenantTransaction
    ) async throws -> [AwardDossier.ID: PrintedAward] {
        if dossiers.isEmpty { return [:] }
        let found = try await tx.rows(
            """
            SELECT a.dossier_id, x.number, x.signed_on, x.signer, a.printed_name, a.printed_post, a.name_confirmed,
                r.printed_name, r.printed_post, r.number, r.signed_on, r.signer, e.number, a.reward
            FROM \(identifier: tx.table("award")) AS a
                JOIN \(identifier: tx.table("award_decision")) AS x ON x.tenant_id = a.tenant_id AND x.id = a.decision_id
                LEFT JOIN \(identifier: tx.table("register_entry")) AS e ON e.tenant_id = a.tenant_id AND e.kind = 'goldenBook' AND e.subject_id = a.id
                \(fragment: AwardAmendment.last(of: "a.dossier_id", as: "r", kind: .replace))
            WHERE a.tenant_id = \(fragment: giver(tx))
              AND a.dossier_id = ANY (\(dossiers))
            ORDER BY a.dossier_id
            """
        ) { row in
            let (dossier, number, day): (AwardDossier.ID, String, CivilDate) = (try row.next(), try row.next(), try row.next())
            let (signer, name, post): (String, String, String) = (try row.next(), try row.next(), try row.next())
            let isConfirmed: Bool = try row.next()
            let (nameNow, postNow): (String?, String?) = (try row.next(), try row.next())
            let (otherNumber, otherDay, otherSigner): (String?, CivilDate?, String?) = (try row.next(), try row.next(), try row.next())
            let replacement = otherNumber.flatMap { number in otherDay.map { Award.Decision(number: number, signedOn: $0) } }
            return PrintedAward(
                dossier: dossier, decision: Award.Decision(number: number, signedOn: day), signer: signer, name: name, post: post,
                isNameConfirmed: isConfirmed, nameNow: nameNow, postNow: postNow, replacement: replacement,
                replacementSigner: otherSigner ?? "", register: try row.next(Int32?.self).map(Int.init),
                reward: try row.next(Int32?.self).map(Int.init))
        }
        return Dictionary(found.map { ($0.dossier, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// All whom the decision names that gave for a dossier, of whatever review or deed; none while nothing is recorded.
    public static func named(
        besides dossier: AwardDossier.ID, in tx: borrowing TenantTransaction
    ) async throws -> [AwardDossier.ID] {
        try await tx.rows(
            """
            SELECT a.dossier_id
            FROM \(identifier: tx.table("award")) AS o
                JOIN \(identifier: tx.table("award")) AS a ON a.tenant_id = o.tenant_id AND a.decision_id = o.decision_id
            WHERE o.tenant_id = \(fragment: giver(tx))
              AND o.dossier_id = \(dossier)
            ORDER BY a.dossier_id
            """
        ) { row in try row.next(AwardDossier.ID.self) }
    }

    /// Who gave what is in sight.
    private static func giver(_ tx: borrowing TenantTransaction) -> SQL {
        guard case .own(_, let tenant) = tx.scope else { return "core.province_tenant()" }
        return "\(tenant)"
    }
}

extension DossierRecord {
    /// Those of some dossiers that are in sight.
    public static func all(
        _ dossiers: [AwardDossier.ID], in tx: borrowing TenantTransaction
    ) async throws -> [AwardDossier.ID: DossierRecord] {
        if dossiers.isEmpty { return [:] }
        let found = try await tx.rows("\(fragment: columns(tx)) AND d.id = ANY (\(dossiers)) ORDER BY d.id", read)
        return Dictionary(found.map { ($0.dossier.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
