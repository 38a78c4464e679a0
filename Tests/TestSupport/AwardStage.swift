public import Domain
import Foundation
import Operations
import Postgres
import Storage

/// What tests of awards begin with: the rules that ship, a campaign whose interim review is frozen with a verdict for each unit, and an open
/// round. Rows that no operation of this capability makes are written past every policy.
public struct AwardStage: Sendable {
    public let province: Province
    public let campaign: String
    public let campaignID: Campaign.ID
    public let review: HeldReview.ID
    public static let tenant = "district_101"

    /// - Parameters:
    ///   - campaign: code, which no other test of the suite uses.
    ///   - verdicts: by tenant; `pass` where nothing is said.
    ///   - scope: what the number of individuals attaches to (A03).
    public init(
        _ province: Province, campaign: String, verdicts: [String: String] = [:], scope: NominationQuota.Scope = .firstTier,
        opens: Bool = true
    ) async throws {
        self.province = province
        self.campaign = campaign
        try await Self.loadRules(into: province)
        try await province.bring(Plans.shipped(campaign))
        campaignID = try await province.withConnection(as: "postgres") { connection in
            try await connection.query("SELECT id FROM core.campaign WHERE code = \(campaign)").only { row in try row.next() }
        }
        review = IDSource.system.next()
        let judged = ["district_101", "district_102", "dept_snv"].map { slug in
            "('\(slug)', '\(verdicts[slug] ?? "pass")')"
        }
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO core.review (id, campaign_id, kind, held_on, settle_days, settle_until, opened_by, opened_on)
            VALUES ('\(review)', '\(campaignID)', 'interim', '2023-06-01', 5, '2023-06-08', '\(province.post(of: .officeMonitor))', '2023-06-01');
            INSERT INTO core.review_snapshot (review_id, version, head, sha256, frozen_by, settle_until, silent_units, open_disputes, open_results,
                frozen_on, frozen_at, written_in)
            VALUES ('\(review)', 1, '{}', sha256('x'), '\(province.post(of: .officeMonitor))', '2023-06-08', 0, 0, 0, '2023-06-09', now(), '1');
            INSERT INTO core.review_part (tenant_id, review_id, version, unit_id, position, code, name, ledger, verdict, checks, sha256)
            SELECT t.id, '\(review)', 1, u.id, row_number() OVER (ORDER BY t.slug, u.id), t.slug || u.id, 'x', '{}', v.json, '[]',
                sha256('{}'::bytea || '\\x0a'::bytea || v.json || '\\x0a'::bytea || '[]'::bytea)
            FROM (VALUES \(judged.joined(separator: ", "))) AS j (slug, verdict)
                JOIN core.tenant AS t ON t.slug = j.slug
                JOIN core.sub_unit AS u ON u.tenant_id = t.id
                CROSS JOIN LATERAL (SELECT convert_to(json_build_object('verdict', j.verdict)::text, 'UTF8') AS json) AS v;
            SET session_replication_role = origin;
            UPDATE core.campaign AS c
            SET document = jsonb_set(c.document, ARRAY['parameters', p.place::text, 'value'], '"\(scope.rawValue)"')
            FROM (
                SELECT m.place - 1 AS place
                FROM core.campaign AS x
                    CROSS JOIN LATERAL jsonb_array_elements(x.document -> 'parameters') WITH ORDINALITY AS m (value, place)
                WHERE x.code = '\(campaign)' AND m.value ->> 'name' = 'quotaScope'
            ) AS p
            WHERE c.code = '\(campaign)';
            SET session_replication_role = replica;
            UPDATE core.review_snapshot AS s
            SET head = json_build_object('plan', json_build_object('version', c.version))
            FROM core.campaign AS c
            WHERE s.review_id = '\(review)' AND c.id = '\(campaignID)';
            SET session_replication_role = origin;
            """)
        if opens { try await openRound() }
    }

    public static func loadRules(into province: Province) async throws {
        let rules = try AwardRules { name in
            Array(try Data(contentsOf: URL(filePath: RepositoryPaths.deploy).appending(path: "awards/\(name)")))
        }
        _ = try await province.operator.transaction { (tx: borrowing OperatorTransaction) in try await tx.load(rules) }
    }

    public func openRound(cutOff: String = "2023-06-30", as role: Role = .homeAffairsOfficer) async throws {
        let opening = OpenNominationRound(
            campaign: campaign, review: .interim, opensOn: Plans.day("2023-06-10"), cutOff: Plans.day(cutOff), guidanceNumber: "12/HD-SNV",
            guidanceOn: Plans.day("2023-06-10"))
        _ = try await province.write(as: role, to: .province) { (tx: borrowing TenantTransaction) in
            try await opening.perform(in: tx, ids: .system)
        }
    }

    /// A dossier that is in a state already, with all its papers and one step behind it.
    public func dossier(
        _ state: AwardDossier.State, of tenant: String = AwardStage.tenant, unit: String? = nil, person: Person.ID? = nil
    ) async throws -> AwardDossier.ID {
        let id: AwardDossier.ID = IDSource.system.next()
        let place = province.tenant(tenant)
        let post = province.post(of: .unitHead, in: tenant)
        try await province.asSuperuser(
            """
            INSERT INTO core.award_dossier (tenant_id, id, track, campaign_id, review_id, form, subject, unit_id, person_id, achievement, recorded_by,
                recorded_on)
            VALUES ('\(place)', '\(id)', 'provincialReview', '\(campaignID)', '\(review)', 'provincialCertificate',
                '\(person == nil ? "collective" : "individual")', '\(province.unit(unit, in: tenant))', \(person.map { "'\($0)'" } ?? "NULL"), 'x',
                '\(post)', '2023-06-12');
            INSERT INTO core.dossier_document (tenant_id, id, dossier_id, kind, document_number, document_on, confirmed, recorded_by, recorded_on)
            SELECT '\(place)', gen_random_uuid(), '\(id)', k, '1', '2023-06-12', true, '\(post)', '2023-06-12'
            FROM unnest(ARRAY['proposal', 'achievementReport', 'councilMinutes']) AS k;
            """)
        try await put(id, in: state)
        return id
    }

    /// Past its machine: a dossier in another state.
    public func put(_ id: AwardDossier.ID, in state: AwardDossier.State) async throws {
        try await Self.put(id, in: state, of: province)
    }

    /// - Parameter track: a unit's council votes on what the unit gives itself after it was submitted.
    public static func put(
        _ id: AwardDossier.ID, in state: AwardDossier.State, on track: AwardTrack = .provincialReview, of province: Province
    ) async throws {
        let isOut = state != .drafted && (state != .councilReviewed || track.isOwnAuthority)
        try await province.asSuperuser(
            """
            UPDATE core.award_dossier AS d
            SET state = '\(state.rawValue)', held_in = \(state == .held ? "'appraised'" : "NULL"),
                steps = greatest(1, (SELECT max(s.position) FROM core.dossier_step AS s WHERE s.dossier_id = d.id)),
                submitted_on = \(isOut ? "'2023-06-12'" : "NULL"), regime_code = \(isOut ? "'nd91'" : "NULL"), supplements = 0
            WHERE id = '\(id)';
            -- What was not submitted claims no achievement, and of its unit no slot.
            DELETE FROM core.achievement_claim WHERE dossier_id = '\(id)' AND NOT \(isOut);
            DELETE FROM core.own_slot WHERE dossier_id = '\(id)' AND NOT \(isOut);
            """)
    }

    /// A step that a council takes, with its place in the dossier's history: sessions have tests of their own.
    public func pass(_ id: AwardDossier.ID, by step: AwardDossier.Step, to state: AwardDossier.State) async throws {
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO core.dossier_step (tenant_id, id, dossier_id, position, step, happened_on, recorded_by, recorded_on, before, state, party, supplements,
                own_dossier, late, wanting, outcome, awarded)
            SELECT d.tenant_id, gen_random_uuid(), d.id, d.steps + 1, '\(step.rawValue)', '2023-06-20', d.recorded_by, '2023-06-20', d.state,
                '\(state.rawValue)', 'unitCouncil', d.supplements, false, false, '{}', 'passed', true
            FROM core.award_dossier AS d WHERE d.id = '\(id)';
            UPDATE core.award_dossier SET state = '\(state.rawValue)', steps = steps + 1, last_on = '2023-06-20' WHERE id = '\(id)';
            SET session_replication_role = origin;
            """)
    }

    /// A correction of the frozen figures: every unit has this verdict in the next version.
    public func correct(to verdict: String) async throws {
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO core.review_snapshot SELECT review_id, 2, head, sha256, 'Biên bản', '2023-06-15', 'x', frozen_by, sha256, settle_until, 0, 0, 0,
                '2023-06-16', now(), written_in FROM core.review_snapshot WHERE review_id = '\(review)';
            INSERT INTO core.review_part (tenant_id, review_id, version, unit_id, position, code, name, ledger, verdict, checks, sha256)
            SELECT p.tenant_id, p.review_id, 2, p.unit_id, p.position, p.code, p.name, p.ledger, v.json, p.checks,
                sha256(p.ledger || '\\x0a'::bytea || v.json || '\\x0a'::bytea || p.checks)
            FROM core.review_part AS p
                CROSS JOIN LATERAL (SELECT convert_to('{"verdict": "\(verdict)"}', 'UTF8') AS json) AS v
            WHERE p.review_id = '\(review)';
            SET session_replication_role = origin;
            """)
    }

    /// People of a tenant, new ones.
    public func people(_ count: Int, of tenant: String = AwardStage.tenant) async throws -> [Person.ID] {
        let ids: [Person.ID] = (0..<count).map { _ in IDSource.system.next() }
        try await province.asSuperuser(
            """
            INSERT INTO core.person (id, tenant_id, full_name, sort_key, kind, active_from)
            SELECT p, '\(province.tenant(tenant))', 'Người được đề nghị', 'x', 'cong_chuc', '2020-01-01'
            FROM unnest(ARRAY[\(ids.map { "'\($0)'" }.joined(separator: ", "))]::uuid[]) AS p
            """)
        return ids
    }
}
