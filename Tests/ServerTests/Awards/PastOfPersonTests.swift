import Domain
import Foundation
import HTTPTypes
import Operations
import Postgres
import TestSupport
import Testing

/// What stands in the history of a person and a unit beside the province's awards, and reports of achievements in the same words.
@Suite("The past of a person, and words that return", .province, .serialized, .timeLimit(.minutes(30)))
struct PastOfPersonTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private var affairs: Token { province.token(of: .homeAffairsOfficer) }
    private let wide = "/api/v1/province"

    private func history(_ query: String, at base: String, as token: Token) async throws -> [JSONValue] {
        let answer = try await api.send(.get, "\(base)/award-history\(query)", as: token)
        #expect(answer.status == 200, "\(answer.json.text())")
        return answer.items
    }

    @Test("a Giấy khen goes with the person to the unit that keeps his record now, is told there and to the province, and to no other unit")
    func movedPerson() async throws {
        let stage = try await OwnAwardStage(province, campaign: "LS-1")
        #expect(try await stage.takeRules(["101,CHỦ TỊCH,Quỹ thi đua huyện,9,9,giver"], number: "91/QĐ").status == 201)
        let person = province.person(of: .clerk, in: "district_101")
        let id = try await stage.draft(nil, person: person, giver: province.unit(nil, in: stage.tenant).description, as: stage.secretary)
        for verb in ["submission", "receipt", "appraisal", "submission-to-chairman", "decision"] {
            let taken = try await stage.step(verb, id, as: verb == "decision" ? stage.head : stage.secretary)
            #expect(taken.status == 201, "\(verb): \(taken.json.text())")
        }
        #expect(try await stage.record([id], number: "91/QĐ-UBND", as: stage.secretary).status == 201)
        // His record in the unit to which he moved.
        let now: Person.ID = IDSource.system.next()
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO core.person (id, tenant_id, full_name, sort_key, kind, active_from, continues_id)
            VALUES ('\(now)', '\(province.tenant("district_102"))', 'Người chuyển đến', 'x', 'cong_chuc', '2023-06-20', '\(person)');
            SET session_replication_role = origin;
            """)
        let there = province.token(of: .unitHead, in: "district_102")
        let told = try await history("?person=\(now)", at: "/api/v1/tenants/district_102", as: there)
        #expect(told.map { $0.member("decision") } == ["91/QĐ-UBND"], "\(told)")
        #expect(told.first?.member("tenant") == "district_101" && told.first?.member("form").hasPrefix("Giấy khen") == true)
        let wider = try await history("?person=\(now)", at: wide, as: affairs)
        #expect(wider.contains { $0.member("decision") == "91/QĐ-UBND" })
        // Of a unit as such nothing more is told than before, and to another unit nothing of him.
        #expect(!(try await history("?tenant=district_101", at: wide, as: affairs)).contains { $0.member("decision") == "91/QĐ-UBND" })
        let stranger = province.token(of: .unitHead, in: "dept_ttt")
        for record in [person, now] {
            #expect(try await history("?person=\(record)", at: "/api/v1/tenants/dept_ttt", as: stranger).isEmpty)
        }
        // What the history reads nobody reads past it; with the right to it he would.
        let columns = "SELECT awarded_name, decision_number FROM core.achievement_claim"
        #expect(try await province.raw(.unitHead, in: "district_102", columns)?.sqlState == "42501")
        try await province.asSuperuser("GRANT SELECT ON core.achievement_claim TO thidua_tenant")
        #expect(try await province.raw(.unitHead, in: "district_102", columns) == nil, "the control")
        try await province.asSuperuser(
            """
            REVOKE SELECT ON core.achievement_claim FROM thidua_tenant;
            GRANT SELECT (dossier_id, tenant_id, decider_id, unit_id, person_id, nominee_id, achievement, claimed_on, freed_on)
                ON core.achievement_claim TO thidua_tenant
            """)
    }

    @Test("signed criticism stands beside the awards of a history for who may see it, and for nobody else; what is not signed does not")
    func criticism() async throws {
        _ = try await CriticismStage(province, campaign: "LS-2")
        let tenant = province.tenant("district_101")
        let (signed, proposed) = (UUID().uuidString.lowercased(), UUID().uuidString.lowercased())
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO core.criticism (id, tenant_id, unit_id, campaign_id, kind, items, words, proposed_by, proposed_on, facts, explain_by)
            SELECT x.id, '\(tenant)', '\(tenant)', c.id, 'reminder', ARRAY[gen_random_uuid()], 'x', '\(province.post(of: .homeAffairsOfficer))', '2023-06-01',
                '[1]', '2023-06-08'
            FROM core.campaign AS c, (VALUES ('\(signed)'::uuid), ('\(proposed)'::uuid)) AS x (id)
            WHERE c.code = 'LS-2';
            INSERT INTO core.criticism_step (id, criticism_id, tenant_id, position, step, document_number, document_on, recorded_by, recorded_on, before, state,
                explain_by, not_before)
            VALUES (gen_random_uuid(), '\(signed)', '\(tenant)', 1, 'sign', '12/UBND', '2023-06-12', '\(province.post(of: .chairman))', '2023-06-12', 'put',
                'signed', '2023-06-08', '2023-06-01');
            SET session_replication_role = origin;
            """)
        func page(_ path: String, _ token: Token) async throws -> String {
            try await province.call(.get, path, headers: [.cookie: "thidua=\(token.text)"]).body
        }
        let unit = "/units/district_101/award-history"
        for role in [Role.unitHead, .councilSecretary] {
            let shown = try await page(unit, province.token(of: role, in: "district_101"))
            #expect(shown.contains(signed) && !shown.contains(proposed), "\(role)")
        }
        #expect(try await !page(unit, province.token(of: .clerk, in: "district_101")).contains(signed))
        for role in [Role.officeMonitor, .councilMember] {
            let shown = try await page("/award-history", province.token(of: role))
            #expect(shown.contains("Khen thưởng đã nhận") && !shown.contains(signed), "\(role)")
        }
        let listed = try await api.send(.get, "\(wide)/criticisms?signed=true&limit=200", as: affairs)
        let ids = Set(listed.items.map { $0.member("id") })
        #expect(ids.contains(signed) && !ids.contains(proposed), "\(listed.json.text())")
    }

    @Test(
        "two reports of one round in the same words, however they are set, are flagged to who decides (A75); short ones and other rounds are not"
    )
    func sameWords() async throws {
        let stage = try await AwardStage(province, campaign: "LS-3")
        let long = (1...25).map { "kết quả thứ \($0)" }.joined(separator: ", ")
        func draft(_ text: String, in tenant: String, campaign: String) async throws -> String {
            let drafted = try await api.send(
                .post, "/api/v1/tenants/\(tenant)/award-dossiers", as: province.token(of: .unitHead, in: tenant),
                ["campaign": .string(campaign), "review": "interim", "achievement": .string(text)])
            #expect(drafted.status == 201, "\(drafted.json.text())")
            let id = drafted.text("id")
            try await stage.put(try #require(AwardDossier.ID(id)), in: .received)
            return id
        }
        func checks(_ id: String) async throws -> [String] {
            let shown = try await api.send(.get, "\(wide)/award-dossiers/\(id)", as: affairs)
            #expect(shown.status == 200 && shown.text("state") == "received", "\(shown.json.text())")
            return shown.list("checks").map { $0.member("kind") }
        }
        let first = try await draft(long, in: "district_101", campaign: "LS-3")
        #expect(try await checks(first).isEmpty)
        let again = "  " + long.uppercased().decomposedStringWithCanonicalMapping.replacingOccurrences(of: ", ", with: " –  ") + "."
        let second = try await draft(again, in: "district_102", campaign: "LS-3")
        for id in [first, second] { #expect(try await checks(id) == ["sameReport"]) }
        let page = try await province.call(
            .get, "/units/district_101/award-dossiers/\(first)", headers: [.cookie: "thidua=\(province.token(of: .councilMember).text)"])
        #expect(page.body.contains("Báo cáo thành tích trùng lời"), "the council reads it: \(page.status)")
        let unit = try await api.send(
            .get, "/api/v1/tenants/district_101/award-dossiers/\(first)", as: province.token(of: .unitHead, in: "district_101"))
        #expect(unit.list("checks").isEmpty, "a unit is told nothing of another's dossier")
        // Another word, another round, and too few words: no finding.
        let other = try await draft(long + " nữa", in: "dept_snv", campaign: "LS-3")
        #expect(try await checks(other).isEmpty)
        _ = try await AwardStage(province, campaign: "LS-4")
        #expect(try await checks(try await draft(long, in: "district_101", campaign: "LS-4")).isEmpty)
        for tenant in ["district_102", "dept_snv"] { _ = try await draft("Hoàn thành tốt nhiệm vụ", in: tenant, campaign: "LS-4") }
        let short = try await api.send(.get, "\(wide)/award-dossiers?campaign=LS-4&limit=200", as: affairs)
        for id in short.items.map({ $0.member("id") }) { #expect(try await checks(id).isEmpty) }
    }
}
