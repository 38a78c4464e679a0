import Domain
import HTTPTypes
import TestSupport
import Testing

/// Petitions and complaints, opinions asked, and what units did themselves about late work, over HTTP.
@Suite("Petitions, opinions and handling over HTTP", .province, .serialized, .timeLimit(.minutes(30)))
struct PetitionRouteTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private static let tenant = AwardStage.tenant
    private let wide = "/api/v1/province"
    private let own = "/api/v1/tenants/\(AwardStage.tenant)"

    private var homeAffairs: Token { province.token(of: .homeAffairsOfficer) }
    private func token(_ role: Role, in tenant: String = tenant, unit: String? = nil) -> Token {
        province.token(of: role, in: tenant, unit: unit)
    }

    @Test("a complaint flags the dossier with a clock and stops nothing; it is answered once")
    func petitions() async throws {
        let stage = try await AwardStage(province, campaign: "KN-1")
        let dossier = try await stage.dossier(.received)
        let body: JSONValue = [
            "kind": "complaint", "campaign": "KN-1", "dossier": .string(dossier.description), "words": "Đề nghị xem lại kết quả",
        ]
        #expect(try await api.send(.post, own + "/petitions", as: token(.clerk), body).status == 403)
        let filed = try await api.send(.post, own + "/petitions", as: token(.unitHead), body)
        #expect(
            filed.status == 201 && filed.text("dueOn") == "2023-07-20" && filed.text("term").contains("Luật Khiếu nại"),
            "\(filed.json.text())")
        let id = filed.text("id")
        for (role, sees) in [
            (Role.unitCoordinator, true), (.councilSecretary, true), (.clerk, false), (.tenantAdmin, false), (.unitCouncilMember, false),
        ] {
            let listed = try await api.send(.get, own + "/petitions?limit=200", as: token(role))
            #expect(listed.items.contains { $0.member("id") == id } == sees, "\(role)")
        }
        let foreign: JSONValue = ["kind": "petition", "campaign": "KN-1", "dossier": .string(dossier.description), "words": "x"]
        let refused = try await api.send(
            .post, "/api/v1/tenants/district_102/petitions", as: token(.unitHead, in: "district_102"), foreign)
        #expect(refused.status == 422 && refused.faults == ["$.dossier"], "another unit's dossier is none: \(refused.json.text())")
        let elsewhere = try await api.send(.get, "/api/v1/tenants/district_102/petitions", as: token(.unitHead, in: "district_102"))
        #expect(elsewhere.status == 200 && !elsewhere.items.contains { $0.member("id") == id })
        for role in [Role.councilMember, .officeMonitor] {
            #expect(try await api.send(.get, wide + "/petitions", as: province.token(of: role)).status == 403, "\(role)")
        }
        for (path, reader) in [(own, token(.unitHead)), (wide, homeAffairs), (wide, province.token(of: .councilMember))] {
            let shown = try await api.send(.get, "\(path)/award-dossiers/\(dossier)", as: reader)
            #expect(shown.text("openPetitions") == "1" && shown.text("state") == "received", "\(shown.json.text())")
        }
        let answer: JSONValue = ["outcome": "rejected", "words": "Kết quả đúng số liệu đã chốt", "documentNumber": "20/SNV"]
        #expect(try await api.send(.post, "\(wide)/petitions/\(id)/answer", as: province.token(of: .chairman), answer).status == 403)
        let answered = try await api.send(.post, "\(wide)/petitions/\(id)/answer", as: homeAffairs, answer)
        #expect(answered.status == 201 && answered.text("answerNumber") == "20/SNV", "\(answered.json.text())")
        #expect(try await api.send(.post, "\(wide)/petitions/\(id)/answer", as: homeAffairs, answer).code == "petition-answered")
        #expect(try await api.send(.get, "\(own)/award-dossiers/\(dossier)", as: token(.unitHead)).text("openPetitions") == "0")

        // A person for himself, in his own post.
        let mine: JSONValue = ["kind": "petition", "campaign": "KN-1", "words": "Đề nghị xem lại"]
        let himself = token(.individual, unit: "10101")
        let filedOwn = try await api.send(.post, own + "/petitions/own", as: himself, mine)
        #expect(
            filedOwn.status == 201
                && filedOwn.text("person") == province.person(of: .individual, in: Self.tenant, unit: "10101").description)
        #expect(try await api.send(.get, own + "/petitions/own", as: himself).items.count == 1)
        #expect(try await api.send(.get, own + "/petitions/own", as: token(.individual, unit: "10102")).items.isEmpty)
        // The same by the page, which offers him nothing of the unit's.
        let (page, cookie) = ("/units/\(Self.tenant)/petitions", "thidua=\(himself.text)")
        let offered = try await province.call(.get, page, headers: [.cookie: cookie]).body
        #expect(
            offered.contains("Gửi kiến nghị, khiếu nại của tôi</button>") && !offered.contains("Gửi kiến nghị, khiếu nại</button>"),
            "\(offered)")
        let sent = try await province.submit(
            page + "/own", "kind=complaint&campaign=KN-1&dossier=&giver=&words=x", of: offered, cookie: cookie)
        #expect(sent.status == .seeOther, "\(sent.body)")
        #expect(try await api.send(.get, own + "/petitions/own", as: himself).items.count == 2)
    }

    @Test("the term of a complaint ends with the next working day where its last day is a Saturday or a holiday")
    func rollsOver() async throws {
        _ = try await CriticismStage(province, campaign: "KN-2")
        try await province.asSuperuser(
            """
            INSERT INTO core.calendar_day (day, working, name, source) VALUES ('2023-07-12', false, 'x', 'x')
            ON CONFLICT (day) DO UPDATE SET working = false
            """)
        // Thirty days on: a holiday on Wednesday 12/7, Saturday 15/7, and Thursday 20/7, which is the control.
        for (filed, due) in [("2023-06-12", "2023-07-13"), ("2023-06-15", "2023-07-17"), ("2023-06-20", "2023-07-20")] {
            try await province.asSuperuser("UPDATE core.installation SET business_date = '\(filed)'")
            let answer = try await api.send(
                .post, own + "/petitions", as: token(.unitHead), ["kind": "complaint", "campaign": "KN-2", "words": "Đề nghị xem lại"])
            #expect(answer.status == 201 && answer.text("dueOn") == due, "\(filed): \(answer.json.text())")
        }
    }

    @Test("an opinion is asked with a last day, answered once or silent when due, and shown where the dossier is appraised")
    func opinions() async throws {
        let stage = try await AwardStage(province, campaign: "HY-1")
        let dossier = try await stage.dossier(.received)
        let ask = "\(wide)/award-dossiers/\(dossier)/opinions"
        let body: JSONValue = [
            "body": "Công an tỉnh", "question": "Việc chấp hành pháp luật", "documentNumber": "12/SNV", "dueOn": "2023-06-27",
        ]
        #expect(try await api.send(.post, ask, as: province.token(of: .chairman), body).status == 403)
        let past = try await api.send(
            .post, ask, as: homeAffairs, ["body": "x", "question": "x", "documentNumber": "1", "dueOn": "2023-06-20"])
        #expect(past.status == 422 && past.faults == ["$.dueOn"], "\(past.json.text())")
        let asked = try await api.send(.post, ask, as: homeAffairs, body)
        #expect(asked.status == 201 && asked.text("standing").contains("27/06/2023"), "\(asked.json.text())")
        let silent = try await api.send(.post, ask, as: homeAffairs, body)
        let shown = try await api.send(.get, "\(wide)/award-dossiers/\(dossier)", as: homeAffairs)
        #expect(shown.list("opinions").count == 2, "\(shown.json.text())")
        let unit = try await api.send(.get, "\(own)/award-dossiers/\(dossier)", as: token(.unitHead))
        #expect(unit.status == 200 && unit.list("opinions").isEmpty, "the unit that proposes does not read it")

        let path = "\(wide)/opinions/\(asked.text("id"))/answer"
        let answer: JSONValue = ["agrees": true, "words": "Không vi phạm", "documentNumber": "31/CAT", "answeredOn": "2023-06-20"]
        let answered = try await api.send(.post, path, as: homeAffairs, answer)
        #expect(answered.status == 201 && answered.text("standing") == "đồng ý", "\(answered.json.text())")
        #expect(try await api.send(.post, path, as: homeAffairs, answer).code == "opinion-answered")
        try await province.asSuperuser("UPDATE core.installation SET business_date = '2023-06-28'")
        let later = try await api.send(.get, "\(wide)/opinions?dossier=\(dossier)", as: province.token(of: .auditor))
        #expect(
            later.items.first { $0.member("id") == silent.text("id") }?.member("standing") == "hết hạn, không trả lời",
            "\(later.json.text())")
        try await province.asSuperuser("UPDATE core.installation SET business_date = '2023-06-20'")
        let draft = try await stage.dossier(.drafted, of: "dept_snv")
        #expect(try await api.send(.post, "\(wide)/award-dossiers/\(draft)/opinions", as: homeAffairs, body).status == 404)
        let done = try await stage.dossier(.presented, of: "district_102")
        #expect(try await api.send(.post, "\(wide)/award-dossiers/\(done)/opinions", as: homeAffairs, body).code == "opinion-out-of-order")
    }

    @Test("what a unit did about late work stays inside; the province is told how often")
    func handling() async throws {
        let stage = try await CriticismStage(province, campaign: "XL-1")
        let late = try await stage.item("1", due: "2023-05-01", unit: "10101")
        let path = own + "/handlings"
        func body(_ item: WorkItem.ID, on day: String = "2023-06-19") -> JSONValue {
            [
                "kind": "review", "item": .string(item.description), "documentNumber": "5/TB", "documentOn": .string(day),
                "words": "Kiểm điểm",
            ]
        }
        for role in [Role.clerk, .councilSecretary] {
            #expect(try await api.send(.post, path, as: token(role), body(late)).status == 403, "\(role)")
        }
        let recorded = try await api.send(.post, path, as: token(.unitHead), body(late))
        #expect(recorded.status == 201, "\(recorded.json.text())")
        let early = try await api.send(.post, path, as: token(.unitHead), body(late, on: "2023-05-01"))
        #expect(early.status == 422 && early.faults == ["$.item"], "not late on the day of the paper: \(early.json.text())")
        let id = recorded.text("id")
        for (reader, sees) in [
            (token(.unitCoordinator), true), (token(.subUnitHead, unit: "10101"), true), (token(.subUnitHead, unit: "10102"), false),
        ] {
            let seen = try await api.send(.get, path + "?limit=200", as: reader)
            #expect(seen.items.contains { $0.member("id") == id } == sees)
        }
        let counts = try await api.send(.get, wide + "/handling-counts", as: province.token(of: .officeMonitor))
        #expect(
            counts.items.contains { $0.member("tenant") == Self.tenant && $0.member("kind") == "review" && $0.member("times") == "1" },
            "\(counts.json.text())")
        #expect(!counts.json.text().contains("5/TB") && !counts.json.text().contains(id))
        #expect(try await api.send(.get, wide + "/handling-counts", as: token(.unitHead)).status == 403)
    }
}
