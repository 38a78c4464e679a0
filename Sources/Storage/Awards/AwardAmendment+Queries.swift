public import Domain
import Postgres

extension AwardAmendment {
    /// Records the paper under the id of the step that it is the paper of; the database finds what it amends, and takes its number.
    public static func record(
        _ amendment: AwardAmendment, id: DossierAct.ID, of record: DossierRecord, in tx: borrowing TenantTransaction
    ) async throws {
        let giver: SQL = record.dossier.giver == nil ? "core.province_tenant()" : "\(record.dossier.proposer)"
        try await tx.execute(
            """
            INSERT INTO core.award_amendment (id, tenant_id, dossier_tenant_id, dossier_id, kind, number, signed_on, signer, facts, wrong, right_is,
                printed_name, printed_post, recorded_by, recorded_on)
            VALUES (\(id), \(fragment: giver), \(record.dossier.proposer), \(record.dossier.id), \(amendment.kind), \(amendment.decision.number),
                \(amendment.decision.signedOn), \(amendment.signer), \(amendment.facts), \(amendment.wrong), \(amendment.right),
                \(amendment.printedName), \(amendment.printedPost), core.actor_post(), core.today())
            """)
    }

    /// In their order. Of what they amend, number and day as they were put right in the register since (``DecisionCorrection``); what replaced it
    /// stays as it was recorded.
    public static func all(of dossier: AwardDossier.ID, in tx: borrowing TenantTransaction) async throws -> [AwardAmendment] {
        try await tx.rows(
            """
            SELECT m.kind, m.number, m.signed_on, m.signer, m.facts, m.wrong, m.right_is, m.printed_name, m.printed_post,
                CASE WHEN m.amends_number IS NOT NULL THEN coalesce(c.number, m.amends_number) END,
                CASE WHEN m.amends_on IS NOT NULL THEN coalesce(c.signed_on, m.amends_on) END, m.ground
            FROM core.award_amendment AS m
                LEFT JOIN LATERAL core.decision_as_corrected(m.dossier_tenant_id, m.dossier_id) AS c ON NOT EXISTS (
                    SELECT
                    FROM core.award_amendment AS y
                    WHERE y.tenant_id = m.tenant_id AND y.dossier_id = m.dossier_id AND y.kind = 'replace' AND y.recorded_at < m.recorded_at)
            WHERE \(fragment: tx.within("m.tenant_id"))
              AND m.dossier_id = \(dossier)
            ORDER BY m.recorded_at, m.id
            """
        ) { row in
            let kind: Kind = try row.next()
            let decision = Award.Decision(number: try row.next(), signedOn: try row.next())
            let (signer, facts): (String, String) = (try row.next(), try row.next())
            let (wrong, right): (String, String) = (try row.next(), try row.next())
            let (name, post): (String, String) = (try row.next(), try row.next())
            let (number, day): (String?, CivilDate?) = (try row.next(), try row.next())
            let amends = number.flatMap { number in day.map { Award.Decision(number: number, signedOn: $0) } }
            return AwardAmendment(
                kind: kind, decision: decision, signer: signer, facts: facts, wrong: wrong, right: right, printedName: name,
                printedPost: post, amends: amends, ground: try row.next())
        }
    }

    /// Name and post as they are printed now: by the last replacement, or as they were signed. Nothing where no award is recorded.
    public static func printed(of record: DossierRecord, in tx: borrowing TenantTransaction) async throws -> [String] {
        let giver: SQL = record.dossier.giver == nil ? "core.province_tenant()" : "\(record.dossier.proposer)"
        return try await tx.first(
            """
            SELECT coalesce(r.printed_name, a.printed_name), coalesce(r.printed_post, a.printed_post)
            FROM \(identifier: tx.table("award")) AS a
                \(fragment: last(of: "a.dossier_id", as: "r", kind: .replace))
            WHERE a.tenant_id = \(fragment: giver)
              AND a.dossier_id = \(record.dossier.id)
            """
        ) { row in [try row.next(), try row.next()] } ?? []
    }

    /// A join: the last paper about the dossier of a column, of one kind or of any. In a unit that of what it gives by its own authority: the
    /// province's papers no unit reads.
    static func last(of dossier: SQL, as name: SQL, kind: Kind? = nil) -> SQL {
        let wanted: SQL = kind.map { "y.kind = \($0)" } ?? "true"
        return """
            LEFT JOIN LATERAL (
                SELECT y.kind, y.number, y.signed_on, y.signer, y.printed_name, y.printed_post
                FROM core.award_amendment AS y
                WHERE y.dossier_id = \(fragment: dossier) AND \(fragment: wanted)
                ORDER BY y.recorded_at DESC
                LIMIT 1
            ) AS \(fragment: name) ON true
            """
    }
}

extension RevocationProposal {
    public static func record(
        _ id: ID, of record: DossierRecord, ground: RevocationGround, facts: String, documentNumber: String, documentOn: CivilDate,
        in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.revocation_proposal (id, tenant_id, dossier_id, ground, facts, document_number, document_on, recorded_by, recorded_on)
            VALUES (\(id), \(record.dossier.proposer), \(record.dossier.id), \(ground), \(facts), \(documentNumber), \(documentOn),
                core.actor_post(), core.today())
            """)
    }

    /// Answers whether there was an open one.
    public static func decline(_ id: ID, reason: String, in tx: borrowing TenantTransaction) async throws -> Bool {
        try await tx.execute(
            """
            UPDATE core.revocation_proposal
            SET declined_on = core.today(), declined_reason = \(reason), declined_by = core.actor_post()
            WHERE id = \(id)
            """) == 1
    }

    /// The latest first.
    public static func all(of dossier: AwardDossier.ID, in tx: borrowing TenantTransaction) async throws -> [RevocationProposal] {
        try await tx.rows(
            """
            SELECT p.id, p.ground, p.facts, p.document_number, p.document_on, p.recorded_on, p.declined_on, p.declined_reason
            FROM core.revocation_proposal AS p
            WHERE \(fragment: tx.within("p.tenant_id"))
              AND p.dossier_id = \(dossier)
            ORDER BY p.recorded_at DESC, p.id DESC
            """
        ) { row in
            RevocationProposal(
                id: try row.next(), ground: try row.next(), facts: try row.next(), documentNumber: try row.next(),
                documentOn: try row.next(), recordedOn: try row.next(), declinedOn: try row.next(), declinedReason: try row.next())
        }
    }
}
