import Domain
import Foundation
import Operations
import TestSupport

/// What tests of generated papers begin with: a campaign whose figures are frozen with all that a snapshot keeps, nominees with names of
/// their own, and sessions that are closed already.
struct PaperStage {
    let stage: AwardStage
    private var province: Province { stage.province }

    /// - Parameter campaign: code, which no other test of the suite uses.
    init(_ province: Province, campaign: String) async throws {
        stage = try await AwardStage(province, campaign: campaign)
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            UPDATE core.review_part AS p
            SET verdict = v.json, sha256 = sha256(p.ledger || '\\x0a'::bytea || v.json || '\\x0a'::bytea || p.checks), name = 'Đơn vị đã chốt'
            FROM (
                SELECT convert_to('{"verdict":"pass","letter":true,"counted":20,"s1":12,"s2":8,"aheadOrAbove":5,"aheadBase":20,"failures":[]}',
                    'UTF8') AS json
            ) AS v
            WHERE p.review_id = '\(stage.review)' AND p.unit_id = p.tenant_id;
            SET session_replication_role = origin;
            """)
    }

    /// A nominee of that name, with a dossier in a state.
    func dossier(
        _ state: AwardDossier.State, of tenant: String = AwardStage.tenant, unit: String? = nil, named name: String
    ) async throws -> AwardDossier.ID {
        let person = try await stage.people(1, of: tenant)[0]
        try await province.asSuperuser("UPDATE core.person SET full_name = '\(name)' WHERE id = '\(person)'")
        return try await stage.dossier(state, of: tenant, unit: unit, person: person)
    }

    /// A deed of a nominee of that name, whose decision is signed.
    func deed(named name: String) async throws -> AwardDossier.ID {
        let id: AwardDossier.ID = IDSource.system.next()
        let person = try await stage.people(1)[0]
        let place = province.tenant(AwardStage.tenant)
        try await province.asSuperuser(
            """
            UPDATE core.person SET full_name = '\(name)' WHERE id = '\(person)';
            INSERT INTO core.award_dossier (tenant_id, id, track, campaign_id, form, subject, unit_id, person_id, achievement, recorded_by, recorded_on)
            VALUES ('\(place)', '\(id)', 'provincialAdHoc', '\(stage.campaignID)', 'provincialCertificate', 'individual', '\(place)', '\(person)',
                'Cứu người trong bão', '\(province.post(of: .unitHead, in: AwardStage.tenant))', '2023-06-12');
            """)
        try await stage.put(id, in: .decided)
        return id
    }

    /// A session of a unit's council, or of the provincial one, on a dossier: five of six said yes.
    ///
    /// - Parameter minutes: nil while it is open.
    func session(
        on dossier: AwardDossier.ID, of tenant: String = AwardStage.tenant, byProvince: Bool = false, method: CouncilRule.Method,
        minutes: Int?
    ) async throws -> CouncilSession.ID {
        let id: CouncilSession.ID = IDSource.system.next()
        let place = province.tenant(byProvince ? "province" : tenant)
        let post = byProvince ? province.post(of: .homeAffairsOfficer) : province.post(of: .councilSecretary, in: tenant)
        let closed = minutes.map { "now(), '\(post)', \($0), sha256('x')" } ?? "NULL, NULL, NULL, NULL"
        let count =
            minutes == nil
            ? ""
            : """
            INSERT INTO core.vote_count (tenant_id, session_id, dossier_id, members, attending, yes, no, blank, written,
                recused, recused_attending, outcome)
            VALUES ('\(place)', '\(id)', '\(dossier)', 6, 6, 5, 1, 0, 0, 0, 0, 'passed');
            """
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO core.council_session (tenant_id, id, held_on, place, recorded_by, recorded_on, closed_at, closed_by, minutes, sealed)
            VALUES ('\(place)', '\(id)', '2023-06-19', 'Phòng họp số 1', '\(post)', '2023-06-19', \(closed));
            INSERT INTO core.session_member (tenant_id, session_id, person_id, duty, presence)
            VALUES ('\(place)', '\(id)', '\(province.person(of: .unitHead, in: tenant))', 'chair', 'room'),
                ('\(place)', '\(id)', '\(province.person(of: .councilSecretary, in: tenant))', 'secretary', 'room');
            INSERT INTO core.session_dossier (tenant_id, session_id, dossier_id, dossier_tenant_id, position, method, quorum_part, quorum_of, share_part,
                share_of, base, chair_must_agree, absent_may_write, tie, recused_leave_base, source, recused)
            VALUES ('\(place)', '\(id)', '\(dossier)', '\(province.tenant(tenant))', 1, '\(method.rawValue)', 1, 2, 70, 100, 'allMembers', false, false, 'share', false,
                'x', '{}');
            \(count)
            SET session_replication_role = origin;
            """)
        return id
    }

    /// That a dossier passed in a session of its unit's council.
    func pass(_ dossier: AwardDossier.ID, in session: CouncilSession.ID) async throws {
        try await stage.pass(dossier, by: .passUnitCouncil, to: .councilReviewed)
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            UPDATE core.dossier_step SET session_id = '\(session)' WHERE dossier_id = '\(dossier)' AND step = 'passUnitCouncil';
            SET session_replication_role = origin;
            """)
    }
}
