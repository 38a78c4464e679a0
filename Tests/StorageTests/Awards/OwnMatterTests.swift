import Domain
import Foundation
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// Who acts about himself, and who is the same person under another record (A08, A66).
@Suite("Own matters and people who moved", .province, .serialized, .timeLimit(.minutes(30)))
struct OwnMatterTests {
    private let province = Province.current
    private static let tenant = AwardStage.tenant

    private func code(_ act: () async throws -> Void) async -> String? { await province.refusal(act)?.code }

    /// A record in another unit, which that of an officer goes on from.
    private func earlier(_ stage: AwardStage, of role: Role) async throws -> Person.ID {
        let old = try await stage.people(1)[0]
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            UPDATE core.person SET continues_id = '\(old)' WHERE id = '\(province.person(of: role))';
            SET session_replication_role = origin;
            """)
        return old
    }

    private func submit(_ id: AwardDossier.ID, in tenant: String = tenant) async -> String? {
        await code {
            try await province.write(as: .unitHead, in: tenant) { (tx: borrowing TenantTransaction) in
                try await SubmitDossier(dossier: id).perform(in: tx, ids: .system)
            }
        }
    }

    @Test("nobody appraises, refuses, holds, releases, signs or takes back an award of his own, under whatever record of his")
    func steps() async throws {
        let stage = try await AwardStage(province, campaign: "RIENG-1")
        let stranger = try await stage.people(1)[0]
        let officer = try await earlier(stage, of: .homeAffairsOfficer)
        let deputy = try await earlier(stage, of: .viceChairman)
        let cells: [(AwardDossier.Step, AwardDossier.State, Person.ID, Role)] = [
            (.appraise, .received, officer, .homeAffairsOfficer), (.refuse, .received, officer, .homeAffairsOfficer),
            (.hold, .received, officer, .homeAffairsOfficer), (.release, .held, officer, .homeAffairsOfficer),
            (.decide, .putToChairman, deputy, .viceChairman), (.refuse, .putToChairman, deputy, .viceChairman),
        ]
        for (step, state, nominee, role) in cells {
            let own = try await stage.dossier(state, person: nominee)
            #expect(try await stage.attempt(step, of: own, by: role)?.constraint == "dossier_not_ones_own", "\(step)")
            let other = try await stage.dossier(state, person: stranger)
            let passed = try await stage.attempt(step, of: other, by: role)
            #expect(passed == nil, "\(step) of another: \(passed?.description ?? "")")
        }
        for step in [AwardDossier.Step.replace, .revoke] {
            let own = try await stage.dossier(.issued, person: deputy)
            #expect(try await stage.attempt(step, of: own, by: .viceChairman)?.constraint == "dossier_not_ones_own", "\(step)")
        }
        // Who is not himself the nominee does, and the officer is told why he does not.
        let own = try await stage.dossier(.putToChairman, person: deputy)
        #expect(try await stage.attempt(.decide, of: own, by: .chairman) == nil)
        let told = await code {
            try await province.write(as: .viceChairman, to: .province) { (tx: borrowing TenantTransaction) in
                try await DecideDossier(dossier: own, happenedOn: Plans.day("2023-06-20")).perform(in: tx, ids: .system)
            }
        }
        #expect(told == "dossier-own-matter")
    }

    @Test("nobody proposes to revoke, declines to revoke or rules on an award of his own, in SQL as little as by the operations")
    func rulings() async throws {
        let stage = try await AwardStage(province, campaign: "RIENG-2")
        let officer = try await stage.issued("951/QĐ-UBND", person: earlier(stage, of: .homeAffairsOfficer))
        let deputy = try await stage.issued("952/QĐ-UBND", person: earlier(stage, of: .viceChairman))
        #expect(await code { try await stage.propose(officer) } == "dossier-own-matter")
        let (home, post) = (province.tenant(Self.tenant), province.post(of: .homeAffairsOfficer))
        func proposal(_ id: AwardDossier.ID) -> String {
            """
            INSERT INTO core.revocation_proposal (id, tenant_id, dossier_id, ground, facts, document_number, document_on, recorded_by, recorded_on)
            VALUES (gen_random_uuid(), '\(home)', '\(id)', 'forgedPapers', 'x', 'x', '2023-06-19', '\(post)', '2023-06-20')
            """
        }
        #expect(try await province.raw(.homeAffairsOfficer, provinceWide: true, proposal(officer))?.sqlState == "42501")
        #expect(try await province.raw(.homeAffairsOfficer, provinceWide: true, proposal(deputy)) == nil, "the control")
        let flip = """
            INSERT INTO core.flip_ruling (id, tenant_id, dossier_id, ruling, reason, recorded_by, recorded_on)
            VALUES (gen_random_uuid(), '\(home)', '\(officer)', 'stands', 'x', '\(post)', '2023-06-20')
            """
        #expect(try await province.raw(.homeAffairsOfficer, provinceWide: true, flip)?.sqlState == "42501")
        try await stage.propose(deputy)
        let decline = DeclineRevocation(dossier: deputy, reason: "Chưa đủ căn cứ")
        func declined(by role: Role) async -> String? {
            await code { try await stage.wide(role) { (tx: borrowing TenantTransaction) in try await decline.perform(in: tx) } }
        }
        #expect(await declined(by: .viceChairman) == "dossier-own-matter")
        let answered = try await province.raw(
            .viceChairman, provinceWide: true,
            """
            WITH said AS (
                UPDATE core.revocation_proposal AS p
                SET declined_on = '2023-06-20', declined_reason = 'x', declined_by = '\(province.post(of: .viceChairman))'
                WHERE p.dossier_id = '\(deputy)'
                RETURNING 1
            )
            SELECT 1 / count(*) FROM said
            """)
        #expect(answered?.sqlState == "22012", "there is nothing that he may answer")
        #expect(await declined(by: .chairman) == nil)
    }

    @Test("nobody records or ends what is held against himself")
    func holds() async throws {
        let stage = try await AwardStage(province, campaign: "RIENG-3")
        let own = try await earlier(stage, of: .homeAffairsOfficer)
        let stranger = try await stage.people(1)[0]
        func record(_ person: Person.ID) async -> String? {
            await code {
                try await stage.wide(.homeAffairsOfficer) { (tx: borrowing TenantTransaction) in
                    _ = try await RecordHold(
                        unit: nil, person: person, documentNumber: "1/TB", documentIssuer: "Thanh tra tỉnh", from: Plans.day("2023-06-15")
                    ).perform(in: tx, ids: .system)
                }
            }
        }
        #expect(await record(own) == "dossier-own-matter")
        #expect(await record(stranger) == nil)
        let post = province.post(of: .homeAffairsOfficer)
        for (person, ends) in [(own, false), (stranger, true)] {
            let hold: KeptHold.ID = IDSource.system.next()
            let insert = """
                INSERT INTO core.integrity_hold (id, tenant_id, person_id, document_number, document_issuer, valid_from, recorded_by, recorded_on)
                VALUES ('\(hold)', '\(province.tenant(Self.tenant))', '\(person)', '2/TB', 'Thanh tra', '2023-06-15', '\(post)', '2023-06-20')
                """
            #expect(try await province.raw(.homeAffairsOfficer, provinceWide: true, insert)?.sqlState == (ends ? nil : "42501"))
            try await province.asSuperuser(insert)
            let update = """
                WITH ended AS (
                    UPDATE core.integrity_hold SET ended_on = '2023-06-20', ended_document = 'x' WHERE id = '\(hold)' RETURNING 1
                )
                SELECT 1 / count(*) FROM ended
                """
            #expect(try await province.raw(.homeAffairsOfficer, provinceWide: true, update)?.sqlState == (ends ? nil : "22012"))
            let end = EndHold(hold, through: Plans.day("2023-06-20"), documentNumber: "3/KL")
            let told = await code {
                try await stage.wide(.homeAffairsOfficer) { (tx: borrowing TenantTransaction) in try await end.perform(in: tx) }
            }
            #expect(told == (ends ? nil : "dossier-own-matter"))
        }
    }

    @Test("who moved is the same person: put forward once, and stopped by what is held against any record of his")
    func moved() async throws {
        let stage = try await AwardStage(province, campaign: "RIENG-4")
        let (old, new) = (try await stage.people(1)[0], try await stage.people(1, of: "district_102")[0])
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            UPDATE core.person SET continues_id = '\(old)' WHERE id = '\(new)';
            SET session_replication_role = origin;
            """)
        let first = try await stage.dossier(.councilReviewed, person: old)
        let second = try await stage.dossier(.councilReviewed, of: "district_102", person: new)
        #expect(await submit(first) == nil)
        #expect(await submit(second, in: "district_102") == "nomination-elsewhere")
        let waiting = try await stage.dossier(.putToChairman, person: old)
        let hold = UUID()
        try await province.asSuperuser(
            """
            INSERT INTO core.integrity_hold (id, tenant_id, person_id, document_number, document_issuer, valid_from, ended_on, ended_document, recorded_by,
                recorded_on)
            VALUES ('\(hold)', '\(province.tenant("district_102"))', '\(new)', '7/QĐ-TTr', 'Thanh tra tỉnh', '2023-06-15', '2023-06-17', '8/KL',
                '\(province.post(of: .homeAffairsOfficer))', '2023-06-18')
            """)
        func decide(_ day: String) async -> String? {
            await code {
                try await stage.wide(.chairman) { (tx: borrowing TenantTransaction) in
                    try await DecideDossier(dossier: waiting, happenedOn: Plans.day(day)).perform(in: tx, ids: .system)
                }
            }
        }
        #expect(await decide("2023-06-16") == "dossier-integrity-hold", "it ended since, but ran on that day")
        #expect(await decide("2023-06-20") == nil)
    }

    @Test("what is held against a unit stops it, and no person in it")
    func ofTheUnit() async throws {
        let stage = try await AwardStage(province, campaign: "RIENG-5")
        let collective = try await stage.dossier(.councilReviewed)
        let individual = try await stage.dossier(.councilReviewed, person: stage.people(1)[0])
        let place = province.tenant(Self.tenant)
        let hold = UUID()
        try await province.asSuperuser(
            """
            INSERT INTO core.integrity_hold (id, tenant_id, unit_id, document_number, document_issuer, valid_from, recorded_by, recorded_on)
            VALUES ('\(hold)', '\(place)', '\(place)', '7/QĐ-TTr', 'Thanh tra tỉnh', '2023-06-15', '\(province.post(of: .homeAffairsOfficer))', '2023-06-15')
            """)
        #expect(await submit(collective) == "dossier-integrity-hold")
        #expect(await submit(individual) == nil)
        try await province.asSuperuser("UPDATE core.integrity_hold SET ended_on = '2023-06-19', ended_document = 'x' WHERE id = '\(hold)'")
    }

    @Test("a member of a council who moved has no vote on what his earlier unit put forward of him")
    func recused() async throws {
        let stage = try await AwardStage(province, campaign: "RIENG-6")
        let old = try await earlier(stage, of: .viceChairman)
        let council = province.tenant("province")
        let session: CouncilSession.ID = IDSource.system.next()
        let members = [province.person(of: .viceChairman), province.person(of: .chairman)]
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO core.session_member (tenant_id, session_id, person_id, duty, presence)
            SELECT '\(council)', '\(session)', m, 'member', 'room' FROM unnest(ARRAY['\(members[0])', '\(members[1])']::uuid[]) AS m;
            SET session_replication_role = origin;
            """)
        let place = province.tenant(Self.tenant)
        let unit = SubUnit.ID(place.uuid)
        let recused = try await province.withConnection(as: "postgres") { connection in
            try await connection.query(
                """
                SELECT m FROM unnest(core.recused_members(\(council), \(session), \(place), \(unit), \(old), '2023-06-20')) AS m
                """
            ).decode { row in try row.next(Person.ID.self) }
        }
        #expect(recused == [members[0]])
    }
}
