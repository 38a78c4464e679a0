import Domain
import Foundation
import HTTPTypes
import Postgres
import TestSupport
import Testing

/// What follows a signature, over HTTP with the real posts: the golden book, its money, names, what is published, letters.
@Suite("Registers of awards over HTTP", .province, .serialized, .timeLimit(.minutes(30)))
struct RegisterRouteTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private static let tenant = CouncilStage.tenant
    private let wide = "/api/v1/province"
    private let names = "/api/v1/tenants/\(CouncilStage.tenant)/award-names"

    private var homeAffairs: Token { province.token(of: .homeAffairsOfficer) }
    private func token(_ role: Role, in tenant: String = tenant, unit: String? = nil) -> Token {
        province.token(of: role, in: tenant, unit: unit)
    }
    private func id(_ dossier: AwardDossier.ID) -> JSONValue { .string(dossier.description) }

    private func record(
        _ number: String, _ awards: [JSONValue], as token: Token? = nil, nameReason: String = "Danh sách in trước"
    ) async throws -> APIAnswer {
        try await api.send(
            .post, wide + "/award-decisions", as: token ?? homeAffairs,
            [
                "number": .string(number), "signedOn": "2023-06-20", "signer": "KT. CHỦ TỊCH, PHÓ CHỦ TỊCH", "awards": .array(awards),
                "nameReason": .string(nameReason),
            ])
    }

    @Test("take a decision under the clerk's number once, all its awards or none, each with its number and its money")
    func decisions() async throws {
        let stage = try await CouncilStage(province, campaign: "SV-1")
        let person = try await stage.dossier(.decided, person: stage.people(1)[0])
        let unit = try await stage.dossier(.decided)
        let waiting = try await stage.dossier(.putToChairman, person: stage.people(1)[0])
        let named: [JSONValue] = [
            ["dossier": id(person), "name": "Nguyễn Văn An", "post": "Trưởng phòng"], ["dossier": id(unit), "name": "Huyện"],
        ]
        #expect(try await record("801/QĐ-UBND", named, as: province.token(of: .chairman)).status == 403)
        #expect(try await record("801/QĐ-UBND", named, as: token(.unitHead)).status == 403)
        let unsigned = try await record("801/QĐ-UBND", named + [["dossier": id(waiting), "name": "Lê Thị Bình"]])
        #expect(unsigned.code == "dossier-out-of-order", "\(unsigned.json.text())")
        #expect(try await stage.count("SELECT count(*) FROM core.award WHERE dossier_id IN ('\(person)', '\(unit)')") == 0, "all or none")
        let nameless = try await record("801/QĐ-UBND", [["dossier": id(person)]])
        #expect(nameless.status == 422 && nameless.faults == ["$.awards[0].name"], "\(nameless.json.text())")

        let bare = try await record("801/QĐ-UBND", named, nameReason: " ")
        #expect(bare.status == 422 && bare.faults == ["$.nameReason"], "nobody confirmed what is typed: \(bare.json.text())")
        let recorded = try await record("801/QĐ-UBND", named)
        #expect(recorded.status == 201, "\(recorded.json.text())")
        #expect(
            try await stage.count("SELECT count(*) FROM core.award WHERE dossier_id = '\(person)' AND name_reason = 'Danh sách in trước'")
                == 1)
        // The control: what both confirmed needs no reason, typed or not; past the program the constraint asks for it.
        let sure = try await stage.dossier(.decided, person: stage.people(1)[0])
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO core.name_confirmation (id, tenant_id, dossier_id, party, printed_name, printed_post, recorded_by, recorded_on, state, nominee)
            SELECT gen_random_uuid(), d.tenant_id, d.id, p.party, 'Đỗ Văn Giang', 'Chuyên viên', d.recorded_by, '2023-06-20', 'decided', d.person_id
            FROM core.award_dossier AS d CROSS JOIN (VALUES ('unit'), ('nominee')) AS p (party)
            WHERE d.id = '\(sure)';
            SET session_replication_role = origin;
            """)
        let typed = try await record("804/QĐ-UBND", [["dossier": id(sure), "name": "Đỗ Văn Giang"]], nameReason: "")
        #expect(typed.status == 201 && typed.items.first?.member("nameConfirmed") == "true", "\(typed.json.text())")
        let unsure = try await stage.dossier(.decided, person: stage.people(1)[0])
        let past = try await province.raw(
            .homeAffairsOfficer, provinceWide: true,
            """
            INSERT INTO core.award (tenant_id, id, decision_id, dossier_tenant_id, dossier_id, printed_name, recorded_by, recorded_on)
            SELECT core.province_tenant(), gen_random_uuid(), x.id, '\(province.tenant(Self.tenant))', '\(unsure)',
                'x', '\(province.post(of: .homeAffairsOfficer))', '2023-06-20'
            FROM core.award_decision AS x WHERE x.number = '804/QĐ-UBND'
            """)
        #expect(past?.constraint == "award_unconfirmed_name_gives_reason", "\(String(describing: past))")
        let rewards = Dictionary(uniqueKeysWithValues: recorded.items.map { ($0.member("dossier"), $0.member("reward")) })
        #expect(rewards == [person.description: "1490000", unit.description: "2980000"])
        let numbers = recorded.items.compactMap { Int($0.member("number")) }
        #expect(numbers.count == 2 && numbers[0] == numbers[1] + 1, "the latest number first, without a gap")
        #expect(recorded.items.allSatisfy { $0.member("nameConfirmed") == "false" })
        for dossier in [person, unit] { #expect(try await stage.state(dossier) == "issued") }
        let other = try await stage.dossier(.decided, person: stage.people(1)[0])
        let taken = try await record("801/QĐ-UBND", [["dossier": id(other), "name": "Trần Văn Cường"]])
        #expect(taken.status == 409 && taken.code == "decision-number-taken")
        #expect(try await record("802/QĐ-UBND", [["dossier": id(person), "name": "x"]]).status == 409)

        let book = try await api.send(.get, wide + "/awards?decision=801/QĐ-UBND".percentEncoded, as: province.token(of: .auditor))
        #expect(book.items == recorded.items, "\(book.json.text())")
        let first = try await api.send(.get, wide + "/awards?limit=1", as: homeAffairs)
        let second = try await api.send(.get, wide + "/awards?limit=1&cursor=\(first.text("next"))", as: homeAffairs)
        #expect(first.items.count == 1 && second.items.count == 1 && first.items != second.items)
        #expect(try await api.send(.get, wide + "/awards", as: token(.unitHead)).status == 403)

        // Published for every officer: name, post, unit, award; of a person who agreed to it, as long as he does (A72).
        let agreeing = { (agrees: Bool) async throws in
            let said = try await api.send(
                .post, "/api/v1/tenants/\(Self.tenant)/publicity-consents", as: token(.unitHead),
                [
                    "dossier": id(person), "consents": .bool(agrees), "givenOn": "2023-06-20", "manner": "spoken",
                    "note": "Nói với Chánh Văn phòng",
                ])
            #expect(said.status == 201, "\(said.json.text())")
        }
        for said in [nil, true, false] as [Bool?] {
            if let said { try await agreeing(said) }
            let seen = try await api.send(.get, "/api/v1/published-awards?limit=200&tenant=\(Self.tenant)", as: token(.clerk))
            let mine = seen.items.filter { $0.member("decision") == "801/QĐ-UBND" }
            #expect(mine.count == 2 && mine.contains { $0.member("name") == "Huyện" }, "a collective is named unasked")
            #expect(mine.contains { $0.member("name") == "Nguyễn Văn An" } == (said == true), "\(seen.json.text())")
            #expect(mine.contains { $0.member("named") == "false" && $0.member("post") == "" } == (said != true))
            let kept = try await api.send(.get, wide + "/awards?decision=801/QĐ-UBND".percentEncoded, as: homeAffairs)
            let consents = kept.items.first { $0.member("dossier") == person.description }?.members("consents")
            #expect(consents == (said.map { JSONValue.bool($0) } ?? JSONValue.null), "Home Affairs sees where it stands")
        }
        try await agreeing(true)
        for officer in [token(.unitHead, in: "district_102"), token(.subUnitOfficer, unit: "10101"), province.token(of: .mediaEditor)] {
            let seen = try await api.send(.get, "/api/v1/published-awards?limit=200&tenant=\(Self.tenant)", as: officer)
            let mine = seen.items.filter { $0.member("decision") == "801/QĐ-UBND" }
            #expect(mine.count == 2 && mine.contains { $0.member("name") == "Nguyễn Văn An" && $0.member("post") == "Trưởng phòng" })
            #expect(!seen.json.text().contains("reward") && !seen.json.text().contains(person.description))
        }

        let budget = try await api.send(.get, wide + "/award-budget?campaign=SV-1&review=interim", as: homeAffairs)
        #expect(budget.status == 200, "\(budget.json.text())")
        // 1 individual proposed and 2 decided at 1.490.000; recorded 5.960.000.
        #expect(budget.text("total") == "10430000" && budget.text("unknown") == "0", "\(budget.json.text())")
        #expect(try await api.send(.get, wide + "/award-budget?campaign=SV-1&review=interim", as: token(.unitHead)).status == 403)
    }

    @Test("print the name that the unit said and the nominee himself confirmed; nobody confirms for him")
    func names() async throws {
        let stage = try await CouncilStage(province, campaign: "SV-2")
        let mine = try await stage.dossier(.decided, person: province.person(of: .clerk, in: Self.tenant))
        let own = "\(names)/\(mine)/own-confirmation"
        #expect(try await api.send(.post, own, as: token(.clerk)).status == 404, "the unit has said nothing yet")
        let words: JSONValue = ["dossier": id(mine), "party": "unit", "name": "Phạm Thị Dung", "post": "Văn thư"]
        #expect(try await api.send(.post, names, as: token(.clerk), words).status == 403)
        let said = try await api.send(.post, names, as: token(.unitHead), words)
        #expect(said.status == 201 && said.json.members("nominee") == .null, "\(said.json.text())")
        func told(_ role: Role) async throws -> [JSONValue] {
            try await api.send(.get, "/api/v1/notices", as: token(role)).items.filter { $0.member("dossier") == mine.description }
        }
        func stands() async throws -> Int {
            try await stage.count(
                """
                SELECT count(*) FROM core.notice AS n
                WHERE n.dossier_id = '\(mine)' AND n.rule = 'name_to_confirm' AND core.notice_stands(n)
                """)
        }
        // Said again in the same words, it is one thing to confirm; said otherwise, another.
        #expect(try await api.send(.post, names, as: token(.councilSecretary), words).status == 201)
        #expect(try await told(.clerk).map { $0.member("rule") } == ["name_to_confirm"])
        #expect(try await told(.clerk).first?.member("title") == "Tên in trên bằng: Phạm Thị Dung")
        #expect(try await stands() == 1)
        let other: JSONValue = ["dossier": id(mine), "party": "unit", "name": "Phạm Thị Dung", "post": "Văn thư - lưu trữ"]
        for body in [other, words] { #expect(try await api.send(.post, names, as: token(.unitHead), body).status == 201) }
        #expect(try await told(.clerk).count == 3)
        #expect(try await stands() == 1, "what is said otherwise since waits for nobody")
        for role in [Role.unitHead, .councilSecretary, .unitCoordinator] { #expect(try await told(role).isEmpty, "\(role)") }
        let shown = try await api.send(.get, names + "/own", as: token(.clerk))
        #expect(shown.items.contains { $0.member("dossier") == mine.description && $0.members("nominee") == .null }, "\(shown.json.text())")
        #expect(try await api.send(.get, names + "/own", as: token(.unitCoordinator)).items.isEmpty, "another's")
        let early = try await record("811/QĐ-UBND", [["dossier": id(mine)]])
        #expect(early.faults == ["$.awards[0].name"], "one of the two has confirmed")
        #expect(try await api.send(.post, own, as: token(.unitCoordinator)).status == 404, "another's")
        let forged = try await api.send(
            .post, names, as: token(.unitHead), ["dossier": id(mine), "party": "nominee", "name": "Phạm Thị Dung", "post": "Văn thư"])
        #expect(forged.status == 422 && forged.faults == ["$.documentNumber"])
        let confirmed = try await api.send(.post, own, as: token(.clerk))
        #expect(confirmed.status == 201 && confirmed.json.members("nominee") == said.json.members("unit"), "\(confirmed.json.text())")
        #expect(try await stands() == 0, "he said it")
        #expect(try await api.send(.post, names, as: token(.unitHead), words).status == 201)
        #expect(try await told(.clerk).count == 3, "what he said himself waits for nothing")
        let list = try await api.send(.get, names + "?limit=200", as: token(.unitHead))
        let row = list.items.first { $0.members("dossier").member("id") == mine.description }
        #expect(row?.members("printed").member("name") == "Phạm Thị Dung", "\(list.json.text())")
        let recorded = try await record("811/QĐ-UBND", [["dossier": id(mine)]])
        #expect(recorded.status == 201, "\(recorded.json.text())")
        #expect(recorded.items.first?.member("printedName") == "Phạm Thị Dung" && recorded.items.first?.member("nameConfirmed") == "true")
        #expect(try await told(.clerk).first?.member("rule") == "award_given", "the nominee that it was issued")
        #expect(try await told(.clerk).count == 4)
        #expect(try await told(.unitHead).isEmpty)
        for page in ["award-names", "award-history"] {
            let opened = try await province.call(
                .get, "/units/\(Self.tenant)/\(page)", headers: [.cookie: "thidua=\(token(.clerk).text)"])
            #expect(opened.status == .ok, "\(page)")
        }
        let late = try await api.send(.post, names, as: token(.unitHead), words)
        #expect(late.code == "name-printed")
        // The control: a signed paper, recorded by the unit, stands for the nominee.
        let paper = try await stage.dossier(.decided, person: stage.people(1)[0])
        for (party, number) in [("unit", ""), ("nominee", "3/GXN")] {
            let body: JSONValue = [
                "dossier": id(paper), "party": .string(party), "name": "Vũ Văn Em", "post": "Công chức", "documentNumber": .string(number),
            ]
            #expect(try await api.send(.post, names, as: token(.councilSecretary), body).status == 201)
        }
        #expect(try await record("812/QĐ-UBND", [["dossier": id(paper)]]).items.first?.member("nameConfirmed") == "true")
    }

    @Test("number letters of praise beside the award alone, and keep why one was declined")
    func letters() async throws {
        let stage = try await CouncilStage(province, campaign: "SV-3")
        let path = wide + "/award-letters"
        let query = "?campaign=SV-3&review=interim"
        func letter(
            _ tenant: String, _ more: [(String, JSONValue)] = [], signedOn: String = "2023-06-20", as token: Token? = nil
        ) async throws -> APIAnswer {
            try await api.send(
                .post, path, as: token ?? homeAffairs,
                .object(
                    JSONObject(
                        [
                            ("campaign", "SV-3"), ("review", "interim"),
                            ("unit", .string(province.unit(nil, in: tenant).description)), ("signedOn", .string(signedOn)),
                            ("signer", "CHỦ TỊCH"),
                        ] + more)))
        }
        let drafted = try await api.send(.get, path + query, as: homeAffairs)
        #expect(drafted.items.count >= 3 && drafted.items.allSatisfy { $0.members("answer") == .null }, "\(drafted.json.text())")
        #expect(drafted.items.first?.member("share") == "4/20 (20,0%)")
        #expect(try await letter(Self.tenant).code == "letter-without-award", "no Bằng khen yet")
        let (awarded, refused) = (try await stage.dossier(.decided), try await stage.dossier(.issued, of: "district_102"))
        func paper(_ dossier: AwardDossier.ID) async throws -> APIAnswer {
            try await api.send(.get, "\(wide)/award-dossiers/\(dossier)/papers/letter-of-praise", as: homeAffairs)
        }
        for dossier in [awarded, refused] {
            let draft = try await paper(dossier)
            #expect(try draft.status == 200 && !ReadPaper.text(draft.bytes).contains("ngày 20"), "its day is open: \(draft.json.text())")
        }
        #expect(try await letter(Self.tenant, as: province.token(of: .chairman)).status == 403)
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO core.dossier_step (tenant_id, id, dossier_id, position, step, happened_on, recorded_by, recorded_on, before, state, supplements,
                own_dossier, late, wanting, awarded)
            SELECT d.tenant_id, gen_random_uuid(), d.id, 9, 'decide', '2023-06-20', d.recorded_by, '2023-06-20', 'putToChairman', 'decided', 0, false, false,
                '{}', true
            FROM core.award_dossier AS d WHERE d.id = '\(awarded)';
            SET session_replication_role = origin;
            """)
        #expect(try await letter(Self.tenant, signedOn: "2023-06-19").faults == ["$.signedOn"], "before the award")
        let sent = try await letter(Self.tenant)
        #expect(sent.status == 201, "\(sent.json.text())")
        let mine = sent.items.first { $0.member("tenant") == Self.tenant && $0.members("answer") != .null }
        let number = Int(mine?.members("answer").member("number") ?? "") ?? 0
        #expect(number > 0)
        let signed = try ReadPaper.text(try await paper(awarded).bytes)
        #expect(signed.contains("ngày 20 tháng 6 năm 2023") && signed.contains("CHỦ TỊCH"), "\(signed)")
        #expect(try await letter(Self.tenant).code == "letter-recorded")
        #expect(try await letter("district_102", [("declined", true)]).faults == ["$.note"])
        func isOffered() async throws -> Bool {
            let page = try await province.call(
                .get, "/units/district_102/award-dossiers/\(refused)", headers: [.cookie: "thidua=\(homeAffairs.text)"])
            #expect(page.status == .ok, "\(page.body)")
            return page.body.contains("/papers/letter-of-praise")
        }
        #expect(try await isOffered(), "the control")
        let declined = try await letter("district_102", [("declined", true), ("note", "Đang xem xét kỷ luật")])
        #expect(declined.status == 201, "\(declined.json.text())")
        let other = declined.items.first { $0.member("tenant") == "district_102" && $0.members("answer") != .null }
        #expect(other?.members("answer").members("number") == .null && other?.members("answer").member("note") == "Đang xem xét kỷ luật")
        let unsigned = try await paper(refused)
        #expect(unsigned.status == 409 && unsigned.code == "letter-declined", "\(unsigned.json.text())")
        #expect(try await !isOffered(), "what the Chairman declined is no paper of the dossier")
        #expect(try await api.send(.get, path + query, as: token(.unitHead)).status == 403)

        // What was recorded by mistake is struck by who records it, counts no more, and keeps its number.
        func strike(_ tenant: String, _ reason: String, as token: Token? = nil) async throws -> APIAnswer {
            try await api.send(
                .post, path + "/strike", as: token ?? homeAffairs,
                [
                    "campaign": "SV-3", "review": "interim", "unit": .string(province.unit(nil, in: tenant).description),
                    "reason": .string(reason),
                ])
        }
        #expect(try await strike(Self.tenant, "Ghi nhầm", as: province.token(of: .chairman)).status == 403)
        #expect(try await strike(Self.tenant, "Ghi nhầm", as: token(.unitHead)).status == 403)
        #expect(try await strike(Self.tenant, " ").status == 422)
        let struck = try await strike(Self.tenant, "Ghi nhầm tập thể")
        let waiting = struck.items.first { $0.member("unit") == province.unit(nil, in: Self.tenant).description }
        #expect(struck.status == 201 && waiting?.members("answer") == .null, "\(struck.json.text())")
        #expect(waiting?.members("struck").text().contains("Ghi nhầm tập thể") == true, "\(struck.json.text())")
        #expect(try await strike(Self.tenant, "x").code == "letter-not-recorded", "once")
        let again = try await letter(Self.tenant)
        let anew = again.items.first { $0.member("tenant") == Self.tenant && $0.members("answer") != .null }
        #expect(anew?.members("answer").member("number") == "\(number + 1)", "its number stays taken: \(again.json.text())")
        #expect(try await strike("district_102", "Chưa từ chối").status == 201)
        #expect(try await isOffered(), "what was declined by mistake is a paper of the dossier again")
        let undone = try await province.raw(
            .homeAffairsOfficer, provinceWide: true,
            "UPDATE core.award_letter SET struck_on = '2023-06-20', struck_by = '\(province.post(of: .homeAffairsOfficer))', struck_reason = 'x' WHERE struck_on IS NOT NULL"
        )
        #expect(undone?.constraint == "letter_struck_once", "\(undone?.description ?? "passed")")
        let typed = try await Executable.run(
            [
                "register", "strike-letter", province.unit(nil, in: Self.tenant).description, "--campaign", "SV-3", "--review", "interim",
                "--reason", "Ghi nhầm ngày",
            ], environment: ["DATABASE_URL": province.url, "THIDUA_TOKEN": homeAffairs.text])
        #expect(typed.code == 0 && typed.output.contains("Ghi nhầm ngày"), "\(typed.errors)")
    }
}

/// Tạm dừng xét over HTTP.
@Suite("Holds of awards over HTTP", .province, .serialized, .timeLimit(.minutes(30)))
struct HoldRouteTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private let wide = "/api/v1/province/award-holds"
    private let own = "/api/v1/tenants/\(CouncilStage.tenant)/award-holds"

    @Test("are recorded and ended once by Home Affairs, read by their unit and not by councils")
    func holds() async throws {
        let (homeAffairs, tenant) = (province.token(of: .homeAffairsOfficer), CouncilStage.tenant)
        let person = province.person(of: .clerk, in: tenant)
        let body: JSONValue = [
            "person": .string(person.description), "documentNumber": "7/QĐ-TTr", "documentIssuer": "Thanh tra tỉnh", "from": "2023-06-15",
        ]
        for role in [Role.chairman, .councilMember, .officeMonitor] {
            #expect(try await api.send(.post, wide, as: province.token(of: role), body).status == 403, "\(role)")
        }
        let both = try await api.send(
            .post, wide, as: homeAffairs,
            ["documentNumber": "7/QĐ-TTr", "documentIssuer": "Thanh tra tỉnh", "from": "2023-06-25"])
        #expect(both.status == 422 && both.faults == ["$.from", "$.unit"], "\(both.json.text())")
        let recorded = try await api.send(.post, wide, as: homeAffairs, body)
        #expect(recorded.status == 201 && recorded.text("tenant") == tenant, "\(recorded.json.text())")
        let hold = recorded.text("id")
        let seen = try await api.send(.get, own, as: province.token(of: .unitHead, in: tenant))
        #expect(seen.items.contains { $0.member("id") == hold })
        // The person concerned reads his own, the other posts of the unit nothing.
        for (role, sees) in [
            (Role.unitCoordinator, true), (.councilSecretary, true), (.clerk, true), (.tenantAdmin, false), (.unitCouncilMember, false),
        ] {
            let held = try await api.send(.get, own, as: province.token(of: role, in: tenant))
            #expect(held.items.contains { $0.member("id") == hold } == sees, "\(role)")
        }
        let elsewhere = try await api.send(
            .get, "/api/v1/tenants/district_102/award-holds", as: province.token(of: .unitHead, in: "district_102"))
        #expect(elsewhere.status == 200 && !elsewhere.items.contains { $0.member("id") == hold })
        for role in [Role.councilMember, .officeMonitor] {
            #expect(try await api.send(.get, wide, as: province.token(of: role)).status == 403, "\(role)")
        }
        let running = try await api.send(.get, wide + "?running=true&limit=200", as: province.token(of: .auditor))
        #expect(running.items.contains { $0.member("id") == hold })
        let end: JSONValue = ["through": "2023-06-19", "documentNumber": "9/KL-TTr"]
        #expect(try await api.send(.post, "\(wide)/\(hold)/end", as: province.token(of: .chairman), end).status == 403)
        let before = try await api.send(
            .post, "\(wide)/\(hold)/end", as: homeAffairs, ["through": "2023-06-01", "documentNumber": "9/KL-TTr"])
        #expect(before.status == 422 && before.faults == ["$.through"])
        let ended = try await api.send(.post, "\(wide)/\(hold)/end", as: homeAffairs, end)
        #expect(ended.status == 201 && ended.text("endedDocument") == "9/KL-TTr", "\(ended.json.text())")
        #expect(try await api.send(.post, "\(wide)/\(hold)/end", as: homeAffairs, end).code == "hold-ended")
        let after = try await api.send(.get, wide + "?running=true&limit=200", as: homeAffairs)
        #expect(!after.items.contains { $0.member("id") == hold }, "from the next day on it stops nothing")
    }
}

extension String {
    /// As a query carries it.
    fileprivate var percentEncoded: String {
        addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed.union(CharacterSet(charactersIn: "/"))) ?? self
    }
}
