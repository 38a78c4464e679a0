import Domain
import Foundation
import Operations
import Postgres
import Storage
import TestSupport

/// What tests of councils over HTTP begin with: the rules that ship, a campaign whose interim review is frozen, an open round, and dossiers in the
/// state in which a council or the Chairman finds them. Rows that these requests do not make are written past every policy.
struct CouncilStage: Sendable {
    let province: Province
    let code: String
    let campaign: Campaign.ID
    let review: HeldReview.ID
    static let tenant = "district_101"

    /// - Parameter code: of the campaign, which no other test of the suite uses.
    init(_ province: Province, campaign code: String) async throws {
        self.province = province
        self.code = code
        let rules = try AwardRules { name in
            Array(try Data(contentsOf: URL(filePath: RepositoryPaths.deploy).appending(path: "awards/\(name)")))
        }
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in _ = try await tx.load(rules) }
        try await province.bring(Plans.shipped(code))
        campaign = try await province.withConnection(as: "postgres") { connection in
            try await connection.query("SELECT id FROM core.campaign WHERE code = \(code)").only { row in try row.next() }
        }
        review = IDSource.system.next()
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO core.review (id, campaign_id, kind, held_on, settle_days, settle_until, opened_by, opened_on)
            VALUES ('\(review)', '\(campaign)', 'interim', '2023-06-01', 5, '2023-06-08', '\(province.post(of: .officeMonitor))', '2023-06-01');
            INSERT INTO core.review_snapshot (review_id, version, head, sha256, frozen_by, settle_until, silent_units, open_disputes, open_results,
                frozen_on, frozen_at, written_in)
            VALUES ('\(review)', 1, '{"plan": {"version": 1}}', sha256('x'), '\(province.post(of: .officeMonitor))', '2023-06-08', 0, 0, 0, '2023-06-09', now(), '1');
            INSERT INTO core.review_part (tenant_id, review_id, version, unit_id, position, code, name, ledger, verdict, checks, sha256)
            SELECT t.id, '\(review)', 1, u.id, row_number() OVER (ORDER BY t.slug, u.id), t.slug || u.id, 'x', '{}', v.json, '[]',
                sha256('{}'::bytea || '\\x0a'::bytea || v.json || '\\x0a'::bytea || '[]'::bytea)
            FROM core.tenant AS t
                JOIN core.sub_unit AS u ON u.tenant_id = t.id
                CROSS JOIN LATERAL (SELECT convert_to('{"verdict":"pass","letter":true,"aheadOrAbove":4,"aheadBase":20}', 'UTF8') AS json) AS v
            WHERE t.slug IN ('district_101', 'district_102', 'dept_snv');
            INSERT INTO core.nomination_round (id, review_id, opens_on, cut_off, guidance_number, guidance_on, opened_by, opened_on, snapshot_version)
            VALUES (gen_random_uuid(), '\(review)', '2023-06-10', '2023-06-30', '12/HD-SNV', '2023-06-10', '\(province.post(of: .homeAffairsOfficer))',
                '2023-06-10', 1);
            SET session_replication_role = origin;
            """)
    }

    /// A dossier that is in a state already; of a collective where nobody is named.
    func dossier(
        _ state: AwardDossier.State, of tenant: String = CouncilStage.tenant, unit: String? = nil, person: Person.ID? = nil
    ) async throws -> AwardDossier.ID {
        let id: AwardDossier.ID = IDSource.system.next()
        let isOut = state != .drafted && state != .councilReviewed
        try await province.asSuperuser(
            """
            INSERT INTO core.award_dossier (tenant_id, id, track, campaign_id, review_id, form, subject, unit_id, person_id, achievement, recorded_by,
                recorded_on)
            VALUES ('\(province.tenant(tenant))', '\(id)', 'provincialReview', '\(campaign)', '\(review)', 'provincialCertificate',
                '\(person == nil ? "collective" : "individual")', '\(province.unit(unit, in: tenant))', \(person.map { "'\($0)'" } ?? "NULL"),
                'Hoàn thành nhiệm vụ trước hạn', '\(province.post(of: .unitHead, in: tenant))', '2023-06-12');
            UPDATE core.award_dossier
            SET state = '\(state.rawValue)', submitted_on = \(isOut ? "'2023-06-12'" : "NULL"), regime_code = \(isOut ? "'nd91'" : "NULL")
            WHERE id = '\(id)'
            """)
        return id
    }

    /// New people of a unit.
    func people(_ count: Int, of tenant: String = CouncilStage.tenant) async throws -> [Person.ID] {
        let ids: [Person.ID] = (0..<count).map { _ in IDSource.system.next() }
        try await province.asSuperuser(
            """
            INSERT INTO core.person (id, tenant_id, full_name, sort_key, kind, active_from)
            SELECT p, '\(province.tenant(tenant))', 'Người được đề nghị ' || n, 'x' || n, 'cong_chuc', '2020-01-01'
            FROM unnest(ARRAY[\(ids.map { "'\($0)'" }.joined(separator: ", "))]::uuid[]) WITH ORDINALITY AS p (p, n)
            """)
        return ids
    }

    func state(_ id: AwardDossier.ID) async throws -> String {
        try await province.withConnection(as: "postgres") { connection in
            try await connection.query("SELECT state FROM core.award_dossier WHERE id = \(id)").only { row in try row.next() }
        }
    }

    /// How many rows a question counts.
    func count(_ statement: String) async throws -> Int {
        try await province.withConnection(as: "postgres") { connection in
            Int(try await connection.query(SQL(stringLiteral: statement)).only { row in try row.next(Int64.self) })
        }
    }
}
