public import Domain
import Postgres

extension DossierDetail.Step {
    /// Every step of a dossier in sight, in their order, with the titles that the officer may know. When its decision was signed is told as its register
    /// has it, in the step that signs as in the one that issues.
    public static func all(
        of dossier: AwardDossier.ID, _ tenant: Tenant.ID, in tx: borrowing TenantTransaction
    ) async throws -> [DossierDetail.Step] {
        try await tx.rows(
            """
            SELECT s.id, s.dossier_id, s.position, s.step, coalesce(c.signed_on, s.happened_on), s.reason, s.recorded_by, s.recorded_on,
                CASE WHEN s.step = 'issue' THEN coalesce(c.number, s.document_number) ELSE s.document_number END, s.state, s.party,
                (SELECT x.title FROM core.step_titles(ARRAY[s.recorded_by]) AS x), \(fragment: Signature.columns(as: "w"))
            FROM \(identifier: tx.table("dossier_step")) AS s
                \(fragment: Signature.source(of: "s.delegation_id", as: "w"))
                LEFT JOIN LATERAL core.decision_as_corrected(
                    s.tenant_id, CASE WHEN s.step IN ('decide', 'issue') THEN s.dossier_id END) AS c ON true
            WHERE \(fragment: tx.within("s.tenant_id"))
              AND s.tenant_id = \(tenant)
              AND s.dossier_id = \(dossier)
            ORDER BY s.position
            """
        ) { row in
            DossierDetail.Step(
                act: try DossierAct.read(&row), documentNumber: try row.next(), state: try row.next(),
                party: try row.next(String?.self).flatMap(AwardParty.init(rawValue:)), title: try row.next(),
                signature: try Signature.next(&row))
        }
    }
}

extension DossierDetail {
    /// Code by which the last frozen figures of its review call the unit that is proposed; nil where they do not judge it.
    public static func judgedCode(of dossier: AwardDossier, in tx: borrowing TenantTransaction) async throws -> String? {
        guard let review = dossier.review else { return nil }
        return try await tx.first(
            """
            SELECT p.code
            FROM \(identifier: tx.table("review_part")) AS p
                JOIN core.review AS r ON r.id = p.review_id
            WHERE \(fragment: tx.within("p.tenant_id"))
              AND p.tenant_id = \(dossier.proposer)
              AND p.unit_id = \(dossier.nominee.unit)
              AND r.campaign_id = \(dossier.campaign)
              AND r.kind = \(review.rawValue)
            ORDER BY p.version DESC
            LIMIT 1
            """
        ) { row in try row.next() }
    }
}

extension DossierDetail.Paper {
    /// The papers of a dossier in sight, in the order in which they came.
    public static func all(
        of dossier: AwardDossier.ID, _ tenant: Tenant.ID, in tx: borrowing TenantTransaction
    ) async throws -> [DossierDetail.Paper] {
        try await tx.rows(
            """
            SELECT x.id, x.kind, x.document_number, x.document_on, x.confirmed, x.recorded_on
            FROM \(identifier: tx.table("dossier_document")) AS x
            WHERE \(fragment: tx.within("x.tenant_id"))
              AND x.tenant_id = \(tenant)
              AND x.dossier_id = \(dossier)
            ORDER BY x.recorded_at, x.id
            """
        ) { row in
            DossierDetail.Paper(
                id: try row.next(), kind: try row.next(), documentNumber: try row.next(), documentOn: try row.next(),
                isConfirmed: try row.next(), recordedOn: try row.next())
        }
    }
}

extension DossierDetail.Given {
    /// What was given for a dossier; nil where nothing is recorded, and of the Chairman's to a unit, which reads the number in the step.
    public static func find(of dossier: AwardDossier, in tx: borrowing TenantTransaction) async throws -> DossierDetail.Given? {
        if case .own = tx.scope, dossier.giver == nil { return nil }
        let giver: SQL = dossier.giver == nil ? "core.province_tenant()" : "\(dossier.proposer)"
        return try await tx.first(
            """
            SELECT x.number, x.signed_on, x.signer, a.printed_name, a.reward, e.number
            FROM \(identifier: tx.table("award")) AS a
                JOIN \(identifier: tx.table("award_decision")) AS x ON x.tenant_id = a.tenant_id AND x.id = a.decision_id
                LEFT JOIN \(identifier: tx.table("register_entry")) AS e ON e.tenant_id = a.tenant_id AND e.kind = 'goldenBook' AND e.subject_id = a.id
            WHERE a.tenant_id = \(fragment: giver)
              AND a.dossier_id = \(dossier.id)
            """
        ) { row in
            DossierDetail.Given(
                decision: Award.Decision(number: try row.next(), signedOn: try row.next()), signer: try row.next(),
                printedName: try row.next(), reward: try row.next(Int32?.self).map(Int.init),
                register: try row.next(Int32?.self).map(Int.init))
        }
    }
}

extension AwardDossier {
    /// Whether the acting post reaches the unit of a nominee whose dossier it sees; who only votes on it need not.
    public static func isReached(_ unit: SubUnit.ID, in tx: borrowing TenantTransaction) async throws -> Bool {
        guard let reach = tx.reach else { return true }
        return try await tx.first(
            "SELECT core.actor_whole() IS NOT NULL OR \(unit) = ANY (\(fragment: reach))", { row in try row.next(Bool.self) }) ?? false
    }

    /// Whether who appraises has a post in the unit that proposes: it does not appraise itself (A66).
    public static func isAppraisersOwn(_ proposer: Tenant.ID, in tx: borrowing TenantTransaction) async throws -> Bool {
        try await tx.first("SELECT 'homeAffairs' <> ALL (coalesce(core.motto_commenters(\(proposer)), '{}'))") { row in
            try row.next(Bool.self)
        } ?? false
    }
}

extension AwardDossier {
    /// Whether a person, by whatever record of his, is who acts, or in whose stead he acts (A66).
    public static func isOfWhoActs(_ person: Person.ID, in tx: borrowing TenantTransaction) async throws -> Bool {
        try await tx.first("SELECT \(person) = ANY (core.actor_persons())") { row in try row.next(Bool.self) } ?? false
    }
}

extension Award {
    /// When a dossier was decided, and as whom it was signed; nil while it was not.
    ///
    /// The Chairman's power over his post alone; his deputy signs in his stead (KT.), also without a delegation of his own (domain.md 2.3).
    public static func signing(
        of dossier: AwardDossier, in tx: borrowing TenantTransaction
    ) async throws -> (day: CivilDate, signer: String)? {
        try await tx.first(
            """
            SELECT s.happened_on, p.role, \(fragment: Signature.columns(as: "w"))
            FROM \(identifier: tx.table("dossier_step")) AS s
                LEFT JOIN core.post AS p ON p.id = s.recorded_by
                \(fragment: Signature.source(of: "s.delegation_id", as: "w"))
            WHERE \(fragment: tx.within("s.tenant_id"))
              AND s.tenant_id = \(dossier.proposer)
              AND s.dossier_id = \(dossier.id)
              AND s.step = 'decide'
            ORDER BY s.position DESC
            LIMIT 1
            """
        ) { row in
            let (day, role) = (try row.next(CivilDate.self), try row.next(Role?.self))
            let signature = try Signature.next(&row)
            return (day: day, signer: signer(role, signature))
        }
    }

    /// How a dossier was decided: what one decision gives has all of it in common.
    public struct Signing: Sendable, Hashable {
        public let day: CivilDate
        /// As whom it was signed.
        public let signer: String
        /// Who signed, and under what delegation.
        let post: Post.ID
        let delegation: Delegation.ID?
    }

    /// How each of some dossiers in sight was decided; nothing of one that is not.
    public static func signings(
        of dossiers: [AwardDossier.ID], in tx: borrowing TenantTransaction
    ) async throws -> [AwardDossier.ID: Signing] {
        if dossiers.isEmpty { return [:] }
        let found = try await tx.rows(
            """
            SELECT DISTINCT ON (s.dossier_id) s.dossier_id, s.happened_on, s.recorded_by, s.delegation_id, p.role,
                \(fragment: Signature.columns(as: "w"))
            FROM \(identifier: tx.table("dossier_step")) AS s
                LEFT JOIN core.post AS p ON p.id = s.recorded_by
                \(fragment: Signature.source(of: "s.delegation_id", as: "w"))
            WHERE \(fragment: tx.within("s.tenant_id"))
              AND s.dossier_id = ANY (\(dossiers))
              AND s.step = 'decide'
            ORDER BY s.dossier_id, s.position DESC
            """
        ) { row in
            let (dossier, day) = (try row.next(AwardDossier.ID.self), try row.next(CivilDate.self))
            let (post, delegation) = (try row.next(Post.ID.self), try row.next(Delegation.ID?.self))
            let role = try row.next(Role?.self)
            let signature = try Signature.next(&row)
            return (dossier, Signing(day: day, signer: signer(role, signature), post: post, delegation: delegation))
        }
        return Dictionary(found, uniquingKeysWith: { first, _ in first })
    }

    /// As who holds a post of the province's leaders signs the Chairman's papers.
    static func signer(_ role: Role?, _ signature: Signature?) -> String {
        signature?.line ?? (role == .viceChairman ? "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH" : "CHỦ TỊCH")
    }

    /// The decision of the Chairman of a number and year, once it is recorded.
    public static func decision(_ decision: Decision, in tx: borrowing TenantTransaction) async throws -> DecisionID? {
        try await tx.first(
            """
            SELECT x.id
            FROM core.award_decision AS x
            WHERE x.tenant_id = core.province_tenant()
              AND x.type = 'QĐ'
              AND x.number = \(decision.number)
              AND x.signed_on = \(decision.signedOn)
            """
        ) { row in try row.next() }
    }
}

extension LegalRegime {
    /// Puts a dossier under another regime than the day's own, for a reason (A60).
    public static func choose(
        _ code: String, reason: String, id: EntityID<RegimePin>, for record: DossierRecord, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("dossier_regime")) (tenant_id, id, dossier_id, regime_code, reason, recorded_by, recorded_on)
            VALUES (\(record.dossier.proposer), \(id), \(record.dossier.id), \(code), \(reason), core.actor_post(), core.today())
            """)
    }

    /// Why a dossier stands under another regime than the day's own; nil of the day's own.
    public static func reason(
        of dossier: AwardDossier.ID, _ tenant: Tenant.ID, in tx: borrowing TenantTransaction
    ) async throws -> String? {
        try await tx.first(
            """
            SELECT g.reason
            FROM \(identifier: tx.table("dossier_regime")) AS g
            WHERE \(fragment: tx.within("g.tenant_id"))
              AND g.tenant_id = \(tenant)
              AND g.dossier_id = \(dossier)
            ORDER BY g.recorded_at DESC, g.id DESC
            LIMIT 1
            """
        ) { row in try row.next() }
    }
}

extension DecisionCorrection {
    /// What stood in the register before for the decision on a dossier, the oldest first.
    public static func all(of dossier: AwardDossier, in tx: borrowing TenantTransaction) async throws -> [DecisionCorrection] {
        let giver: SQL = dossier.giver == nil ? "core.province_tenant()" : "\(dossier.proposer)"
        return try await tx.rows(
            """
            SELECT c.number, c.signed_on, c.signer, c.reason, c.corrected_on,
                (SELECT t.title FROM core.step_titles(ARRAY[c.corrected_by]) AS t)
            FROM \(identifier: tx.table("award")) AS a
                JOIN \(identifier: tx.table("award_decision")) AS x ON x.tenant_id = a.tenant_id AND x.id = a.decision_id
                CROSS JOIN LATERAL jsonb_to_recordset(x.corrections) AS c (number text, signed_on date, signer text, reason text,
                    corrected_by uuid, corrected_on date, corrected_at timestamptz)
            WHERE a.tenant_id = \(fragment: giver)
              AND a.dossier_id = \(dossier.id)
              AND c.corrected_at IS NOT NULL
            ORDER BY c.corrected_at
            """
        ) { row in
            DecisionCorrection(
                decision: Award.Decision(number: try row.next(), signedOn: try row.next()), signer: try row.next(),
                reason: try row.next(), correctedOn: try row.next(), title: try row.next())
        }
    }
}

extension AwardAftermath.Paper {
    /// What stands in the register of decisions of who gave a dossier its award: what gave it, and what amended it.
    public static func all(of dossier: AwardDossier, in tx: borrowing TenantTransaction) async throws -> [AwardAftermath.Paper] {
        let giver: SQL = dossier.giver == nil ? "core.province_tenant()" : "\(dossier.proposer)"
        return try await tx.rows(
            """
            SELECT x.id, x.number, x.signed_on
            FROM \(identifier: tx.table("award_decision")) AS x
            WHERE x.tenant_id = \(fragment: giver)
              AND (EXISTS (
                    SELECT
                    FROM \(identifier: tx.table("award")) AS a
                    WHERE a.tenant_id = x.tenant_id AND a.decision_id = x.id AND a.dossier_id = \(dossier.id))
                OR EXISTS (
                    SELECT
                    FROM core.award_amendment AS m
                    WHERE m.tenant_id = x.tenant_id AND m.dossier_id = \(dossier.id) AND x.book = coalesce(m.giver_id, m.tenant_id)
                      AND m.type = x.type AND core.decision_key(m.type, m.number) = x.number_key
                      AND extract(year FROM m.signed_on)::integer = x.year))
            ORDER BY x.signed_on, x.recorded_at
            """
        ) { row in
            AwardAftermath.Paper(id: try row.next(), decision: Award.Decision(number: try row.next(), signedOn: try row.next()))
        }
    }
}
