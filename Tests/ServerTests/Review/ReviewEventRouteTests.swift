import Domain
import Foundation
import HTTPTypes
import TestSupport
import Testing

/// The event of a review over HTTP, on pages and by command: of the province, and of a unit, which nobody else reads.
@Suite("The event of a review", .province, .serialized, .timeLimit(.minutes(30)))
struct ReviewEventRouteTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private var office: Token { province.token(of: .officeMonitor) }
    private var head: Token { province.token(of: .unitHead, in: "district_101") }
    private let wide = "/api/v1/province/review-events"
    private let own = "/api/v1/tenants/district_101/review-events"

    private func plan(_ campaign: String?, at place: String = "Hội trường Tỉnh ủy", _ more: (String, JSONValue)...) -> JSONValue {
        let named: [(String, JSONValue)] = campaign.map { [("campaign", .string($0)), ("review", "interim")] } ?? []
        return .object(
            JSONObject(
                named + [
                    ("heldOn", "2023-06-19"), ("startsAt", "08 giờ 00"), ("place", .string(place)), ("chair", "Chủ tịch UBND tỉnh"),
                    ("agenda", ["Báo cáo sơ kết", "Trao tặng Bằng khen"]), ("guests", ["Lãnh đạo các sở, ban, ngành", "Báo Cà Mau"]),
                ] + more))
    }

    private func page(_ path: String, as token: Token) async throws -> (status: HTTPResponse.Status, headers: HTTPFields, body: String) {
        try await province.call(.get, path, headers: [.cookie: "thidua=\(token.text)"])
    }

    @Test("the Office plans it and changes it for a reason, what was planned stays; units read it; what happened is recorded once")
    func ofTheProvince() async throws {
        let stage = try await CriticismStage(province, campaign: "HN-1")
        for role in [Role.homeAffairsOfficer, .auditor, .chairman] {
            #expect(try await api.send(.post, wide, as: province.token(of: role), plan(stage.code)).status == 403, "\(role)")
        }
        let planned = try await api.send(.post, wide, as: office, plan(stage.code))
        #expect(planned.status == 201, "\(planned.json.text())")
        #expect(try await api.send(.post, wide, as: office, plan(stage.code)).code == "review-event-there")
        let event = "\(wide)/\(planned.text("id"))"
        let silent = try await api.send(
            .post, "\(event)/versions", as: office, plan(nil, at: "Trung tâm Hội nghị", ("version", 1), ("reason", " ")))
        #expect(silent.status == 422 && silent.faults == ["$.reason"], "\(silent.json.text())")
        let change = plan(nil, at: "Trung tâm Hội nghị", ("version", 1), ("reason", "Hội trường sửa chữa"))
        let changed = try await api.send(.post, "\(event)/versions", as: office, change)
        #expect(
            changed.status == 201 && changed.list("versions").map { $0.member("place") } == ["Trung tâm Hội nghị", "Hội trường Tỉnh ủy"])
        #expect(try await api.send(.post, "\(event)/versions", as: office, change).code == "changed-meanwhile", "by who read the first")

        // Units are invited: they read it where they are, and change nothing of it.
        let seen = try await api.send(
            .get, "\(own)/\(planned.text("id"))", as: province.token(of: .subUnitOfficer, in: "district_101", unit: "10101"))
        #expect(seen.status == 200 && seen.text("tenant") == "province", "\(seen.json.text())")
        #expect(
            try await api.send(.post, "\(own)/\(planned.text("id"))/outcome", as: head, ["heldOn": "2023-06-19", "present": 9]).status
                == 403)
        #expect(try await api.send(.get, "\(own)/\(planned.text("id"))/invitation", as: head).status == 404, "who invites makes it")
        let letter = try await api.send(.get, "\(event)/invitation", as: office)
        #expect(letter.status == 200 && letter.bytes.starts(with: Array("PK".utf8)))

        let signed: JSONValue = ["what": "Báo cáo", "number": "12/BC", "signedOn": "2023-06-18", "made": "report"]
        let wrong = try #require(try await api.send(.post, "\(event)/papers", as: office, signed).list("papers").first).member("id")
        let future: JSONValue = ["what": "Giấy mời", "number": "1/GM", "signedOn": "2023-06-21"]
        #expect(try await api.send(.post, "\(event)/papers", as: office, future).faults == ["$.signedOn"])
        let right: JSONValue = ["what": "Báo cáo", "replaces": .string(wrong), "reason": "Ghi sai số"]
        let papers = try await api.send(.post, "\(event)/papers", as: office, right)
        #expect(papers.list("papers").map { $0.member("replaced") } == ["true", "false"], "\(papers.json.text())")
        #expect(try await api.send(.post, "\(event)/papers", as: office, right).code == "paper-replaced")

        // Its file is read by who looks over the province, and kept by the Office alone.
        let paper = try #require(papers.list("papers").last).member("id")
        let files = "/api/v1/province/award-files?owner=reviewPaper&of=\(paper)"
        let content = AwardFileRouteTests.pdf(500)
        #expect(
            try await api.send(
                .post, "\(files)&name=x.pdf", as: province.token(of: .homeAffairsOfficer), bytes: content, type: "application/pdf"
            ).status == 403)
        let kept = try await api.send(.post, "\(files)&name=x.pdf", as: office, bytes: content, type: "application/pdf")
        #expect(kept.status == 201, "\(kept.json.text())")
        let scan = "/award-files/\(kept.text("id"))"
        #expect(try await api.send(.get, "/api/v1/province\(scan)", as: province.token(of: .auditor)).bytes == content)
        #expect(try await api.send(.get, "/api/v1/tenants/district_101\(scan)", as: head).status == 404)
        #expect(try await page("/review-events/\(planned.text("id"))", as: office).body.contains("owner=reviewPaper"))
        #expect(!(try await page("/units/district_101/review-events/\(planned.text("id"))", as: head).body.contains("owner=reviewPaper")))

        let stranger: JSONValue = ["heldOn": "2023-06-19", "present": 120, "absent": ["Đài PT-TH"]]
        #expect(try await api.send(.post, "\(event)/outcome", as: office, stranger).faults == ["$.absent"], "was not invited")
        let moved: JSONValue = ["heldOn": "2023-06-18", "present": 120]
        #expect(try await api.send(.post, "\(event)/outcome", as: office, moved).faults == ["$.heldOn"], "the plan says another day")
        let held: JSONValue = ["heldOn": "2023-06-19", "present": 120, "absent": ["Báo Cà Mau"]]
        #expect(try await api.send(.post, "\(event)/outcome", as: office, held).status == 201)
        #expect(try await api.send(.post, "\(event)/outcome", as: office, held).code == "review-event-held")
        let late = plan(nil, at: "Nơi khác", ("version", 2), ("reason", "x"))
        #expect(try await api.send(.post, "\(event)/versions", as: office, late).code == "review-event-held")
        let shown = try await page("/units/district_101/review-events/\(planned.text("id"))", as: head)
        #expect(shown.status == .ok && shown.body.contains("Trung tâm Hội nghị") && shown.body.contains("Hội trường sửa chữa"))
        #expect(!shown.body.contains("<form method=\"post\" action=\"/units"), "nothing to keep there")
        let file = try await api.send(.get, "\(wide)?format=csv", as: province.token(of: .auditor))
        #expect(file.status == 200 && String(decoding: file.bytes, as: UTF8.self).contains("Báo Cà Mau"), "\(file.status)")
    }

    @Test("a unit plans its own on its page and by command; it stays in the unit")
    func ofAUnit() async throws {
        let stage = try await CriticismStage(province, campaign: "HN-2")
        let list = "/units/district_101/review-events"
        let fields =
            "review=interim%3A\(stage.code)&date=2023-06-19&time=&place=Hoi+truong+huyen&chair=Chu+tich&agenda=Mot%0AHai&guests=Cac+xa"
        let form = try await page(list, as: head)
        let bare = try await province.submit(
            list, fields.replacing("guests=Cac+xa", with: "guests="), of: form.body, cookie: "thidua=\(head.text)")
        #expect(bare.status == .unprocessableContent && bare.body.contains("mỗi dòng"), "\(bare.status)")
        let planned = try await province.submit(list, fields, of: form.body, cookie: "thidua=\(head.text)")
        #expect(planned.status == .seeOther, "\(planned.body)")
        let event = try #require(try await api.send(.get, "\(own)?limit=200", as: head).items.first { $0.member("campaign") == stage.code })
        let id = event.member("id")
        #expect(try await api.send(.get, "\(own)/\(id)", as: province.token(of: .clerk, in: "district_101")).status == 200)
        let elsewhere = [
            ("\(own)/\(id)", province.token(of: .subUnitOfficer, in: "district_101", unit: "10101")),
            ("/api/v1/tenants/district_102/review-events/\(id)", province.token(of: .unitHead, in: "district_102")),
            ("\(wide)/\(id)", office), ("\(wide)/\(id)", province.token(of: .homeAffairsOfficer)),
        ]
        for (path, token) in elsewhere { #expect(try await api.send(.get, path, as: token).status == 404, "\(path)") }
        #expect(try await api.send(.get, "\(own)/\(UUID())", as: head).status == 404, "as what is nowhere")
        #expect(
            try await api.send(
                .post, "\(own)/\(id)/outcome", as: province.token(of: .clerk, in: "district_101"), ["heldOn": "2023-06-19", "present": 9]
            ).status == 403)
        let other = "/api/v1/tenants/district_102/review-events/\(id)/papers"
        #expect(try await api.send(.post, other, as: province.token(of: .unitHead, in: "district_102"), ["what": "x"]).status == 404)

        let named = try await api.send(.post, "\(own)/\(id)/papers", as: head, ["what": "Giấy mời"])
        let paper = try #require(named.list("papers").first).member("id")
        let files = "/api/v1/tenants/district_101/award-files"
        let kept = try await api.send(
            .post, "\(files)?owner=reviewPaper&of=\(paper)&name=x.pdf", as: head, bytes: AwardFileRouteTests.pdf(400),
            type: "application/pdf")
        #expect(kept.status == 201, "\(kept.json.text())")
        let file = kept.text("id")
        #expect(try await api.send(.get, "\(files)/\(file)", as: province.token(of: .clerk, in: "district_101")).status == 200)
        #expect(try await api.send(.get, "/api/v1/province/award-files/\(file)", as: office).status == 404)
        let commune = province.token(of: .subUnitOfficer, in: "district_101", unit: "10101")
        #expect(try await api.send(.get, "\(files)/\(file)", as: commune).status == 404)

        let outcome = try await Executable.run(
            ["review", "event", "hold", id, "--on", "2023-06-19", "--present", "40", "--output", "json"],
            environment: ["DATABASE_URL": province.url, "THIDUA_TOKEN": head.text])
        #expect(outcome.code == 0 && outcome.output.contains("\"present\": 40"), "\(outcome)")
        #expect(try await page("\(list)/\(id)", as: head).body.contains("đã tổ chức ngày 19/06/2023"))
    }

    @Test("its forms say which plan was read: whom another plan overtook is told, and nobody is absent in another's stead")
    func overtaken() async throws {
        let stage = try await CriticismStage(province, campaign: "HN-3")
        let planned = try await api.send(.post, own, as: head, plan(stage.code))
        #expect(planned.status == 201, "\(planned.json.text())")
        let path = "/units/district_101/review-events/\(planned.text("id"))"
        func shown() async throws -> String { try await page(path, as: head).body }
        func send(_ act: String, _ typed: [String: String], of shown: String) async throws -> HTTPResponse.Status {
            let answer = try await province.send("\(path)/\(act)", typed, of: shown, cookie: "thidua=\(head.text)")
            #expect((answer.status == .preconditionFailed) == answer.body.contains("Tải lại"), "\(act)")
            return answer.status
        }
        func outcome() async throws -> JSONValue {
            try await api.send(.get, "\(own)/\(planned.text("id"))", as: head).json.members("outcome")
        }
        // Who was absent is ticked by his place among the guests.
        let held = ["on": "2023-06-19", "present": "40", "a-0": "yes"]
        let first = try await shown()
        let turned = ["guests": "Báo Cà Mau\nLãnh đạo các sở, ban, ngành", "reason": "Thu tu"]
        #expect(try await send("change", turned, of: first) == .seeOther)
        #expect(try await send("change", ["place": "Noi khac", "reason": "x"], of: first) == .preconditionFailed)
        #expect(try await send("outcome", held, of: first) == .preconditionFailed)
        #expect(try await outcome() == .null)
        // The control: who reads it again.
        #expect(try await send("outcome", held, of: try await shown()) == .seeOther)
        #expect(try await outcome().members("absent") == ["Báo Cà Mau"])
        let stands = try await api.send(.get, "\(own)/\(planned.text("id"))", as: head).list("versions")
        #expect(stands.map { $0.member("place") } == ["Hội trường Tỉnh ủy", "Hội trường Tỉnh ủy"])
    }
}
