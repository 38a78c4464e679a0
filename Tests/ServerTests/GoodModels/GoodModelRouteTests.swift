import Documents
import Domain
import Foundation
import HTTPTypes
import Postgres
import Storage
import TestSupport
import Testing

/// Good models over HTTP and on their pages with the real posts, from the commune by its district and Home Affairs to another unit's result.
@Suite("Good models over HTTP", .province, .serialized, .timeLimit(.minutes(30)))
struct GoodModelRouteTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private static let tenant = CriticismStage.tenant
    private let wide = "/api/v1/province/good-models"
    private let own = "/api/v1/tenants/\(CriticismStage.tenant)/good-models"
    private let elsewhere = "/api/v1/tenants/dept_ttt/good-models"

    private var homeAffairs: Token { province.token(of: .homeAffairsOfficer) }
    private func token(_ role: Role, in tenant: String = tenant, unit: String? = nil) -> Token {
        province.token(of: role, in: tenant, unit: unit)
    }

    private func step(_ step: String, words: String = "x", number: String = "1/CV") -> JSONValue {
        ["step": .string(step), "words": .string(words), "documentNumber": .string(number)]
    }

    private func body(_ campaign: String, title: String = "Một cửa", since: String = "2023-06-01", unit: String? = nil) -> JSONValue {
        var members = JSONObject([
            ("campaign", .string(campaign)), ("kind", "model"), ("title", .string(title)), ("content", "Trực cả buổi trưa"),
            ("effect", "Bớt đi lại"), ("since", .string(since)),
        ])
        if let unit { members.append("unit", .string(unit)) }
        return .object(members)
    }

    @Test("go from a commune by its district to the province and to another unit, by the right party each; others know nothing before")
    func way() async throws {
        let stage = try await CriticismStage(province, campaign: "MH-API")
        let commune = token(.subUnitOfficer, unit: "10101")
        let unit = province.unit("10101", in: Self.tenant).description
        #expect(try await api.send(.post, own, as: token(.subUnitOfficer, unit: "10102"), body(stage.code, unit: unit)).status == 403)
        for (body, fault) in [(body(stage.code, title: " "), "$.title"), (body(stage.code, since: "2023-07-01"), "$.since")] {
            let bare = try await api.send(.post, own, as: commune, body)
            #expect(bare.status == 422 && bare.faults == [fault], "\(bare.json.text())")
        }
        let registered = try await api.send(.post, own, as: commune, body(stage.code))
        #expect(registered.status == 201 && registered.text("state") == "registered", "\(registered.json.text())")
        #expect(registered.text("level") == "unit" && registered.text("unit") == unit, "\(registered.json.text())")
        let id = registered.text("id")

        // In sight of the commune and its district alone.
        #expect(try await api.send(.get, "\(own)/\(id)", as: token(.clerk)).status == 200)
        for (path, officer) in [
            (own, token(.subUnitHead, unit: "10102")), (wide, homeAffairs), (wide, province.token(of: .chairman)),
            (elsewhere, token(.unitHead, in: "dept_ttt")),
        ] { #expect(try await api.send(.get, "\(path)/\(id)", as: officer).status == 404) }

        // Its district confirms it and puts it to the province.
        for officer in [commune, token(.unitCoordinator)] {
            #expect(try await api.send(.post, "\(own)/\(id)/steps", as: officer, step("confirm")).status == 403)
        }
        let mute = try await api.send(.post, "\(own)/\(id)/steps", as: token(.unitHead), step("refuse", words: " "))
        #expect(mute.status == 422 && mute.faults == ["$.words"], "\(mute.json.text())")
        let early = try await api.send(.post, "\(own)/\(id)/steps", as: token(.unitHead), step("propose"))
        #expect(early.code == "good-model-out-of-order", "\(early.json.text())")
        for (taken, state) in [("confirm", "confirmed"), ("propose", "registered")] {
            let answer = try await api.send(.post, "\(own)/\(id)/steps", as: token(.unitHead), step(taken))
            #expect(answer.status == 201 && answer.text("state") == state, "\(answer.json.text())")
        }
        #expect(try await api.send(.post, "\(wide)/\(id)/steps", as: province.token(of: .officeMonitor), step("confirm")).status == 403)
        #expect(try await api.send(.post, "\(elsewhere)/\(id)/adoptions", as: token(.unitHead, in: "dept_ttt"), adopting()).status == 404)
        for (taken, state) in [("confirm", "confirmed"), ("spread", "spread")] {
            let answer = try await api.send(.post, "\(wide)/\(id)/steps", as: homeAffairs, step(taken))
            #expect(answer.status == 201 && answer.text("state") == state, "\(answer.json.text())")
        }

        // Every unit reads it now, and one of them takes it over.
        let asked = token(.unitHead, in: "dept_ttt")
        let read = try await api.send(.get, "\(elsewhere)/\(id)", as: asked)
        #expect(read.status == 200 && read.list("acts").isEmpty && read.text("unitName").contains("số 1"), "\(read.json.text())")
        #expect(try await api.send(.get, "\(elsewhere)?show=spread&limit=200", as: asked).items.contains { $0.member("id") == id })
        let result = try await api.send(.post, "\(elsewhere)/\(id)/adoptions", as: asked, reporting("120"))
        #expect(result.code == "good-model-adoption-out-of-order", "\(result.json.text())")
        #expect(try await api.send(.post, "\(elsewhere)/\(id)/adoptions", as: asked, adopting()).status == 201)
        #expect(
            try await api.send(.post, "\(elsewhere)/\(id)/adoptions", as: asked, adopting()).code == "good-model-adoption-out-of-order")
        let reported = try await api.send(.post, "\(elsewhere)/\(id)/adoptions", as: asked, reporting("120.5"))
        #expect(reported.status == 201 && reported.text("amount") == "120.5", "\(reported.json.text())")
        #expect(try await api.send(.post, "\(own)/\(id)/adoptions", as: commune, adopting()).code == "good-model-adopted-by-its-own-unit")

        // Whose it is reads what came of it, and the province; a third unit does not.
        let back = try await api.send(.get, "\(own)/\(id)", as: commune)
        #expect(back.list("adoptions").map { $0.member("step") } == ["adopt", "report"], "\(back.json.text())")
        #expect(try await api.send(.get, "\(wide)/\(id)", as: homeAffairs).list("adoptions").count == 2)
        let third = "/api/v1/tenants/district_102/good-models/\(id)"
        #expect(try await api.send(.get, third, as: token(.unitHead, in: "district_102")).list("adoptions").isEmpty)

        // Recalled by the Chairman for a reason, it is gone; what came of it is still recorded.
        #expect(try await api.send(.post, "\(wide)/\(id)/steps", as: province.token(of: .chairman), step("recall")).status == 201)
        #expect(try await api.send(.get, third, as: token(.unitHead, in: "district_102")).status == 404)
        #expect(try await api.send(.post, "\(elsewhere)/\(id)/adoptions", as: asked, reporting("130")).status == 201)
        let kept = try await api.send(.get, "/api/v1/tenants/dept_ttt/good-model-adoptions?limit=200", as: asked)
        #expect(kept.items.filter { $0.member("model") == id }.map { $0.member("title") } == ["Một cửa", "Một cửa", "Một cửa"])
    }

    private func adopting() -> JSONValue { ["step": "adopt", "words": "Áp dụng tại Văn phòng"] }

    private func reporting(_ amount: String) -> JSONValue {
        ["step": "report", "words": "Bớt đi lại", "amount": .string(amount), "amountUnit": "lượt"]
    }

    /// Past the guards, so many later records of the same unit about other models, and no others.
    private func bury(_ adoption: GoodModelAdoption.ID, under count: Int) async throws {
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            DELETE FROM core.good_model_adoption WHERE id::text LIKE 'ffffffff-0000-7000-8000-%';
            INSERT INTO core.good_model_adoption (id, model_id, tenant_id, unit_id, position, step, happened_on, words, recorded_by, recorded_on, campaign_id,
                title, unit_name, origin_tenant_id, origin_unit_id)
            SELECT ('ffffffff-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, gen_random_uuid(), a.tenant_id, a.unit_id, 1, 'adopt', a.happened_on, 'x',
                a.recorded_by, a.recorded_on, a.campaign_id, 'x', a.unit_name, a.tenant_id, a.unit_id
            FROM core.good_model_adoption AS a CROSS JOIN generate_series(1, \(count)) AS n
            WHERE a.id = '\(adoption)';
            SET session_replication_role = origin;
            """)
    }

    @Test("are consented to by whom they show, over HTTP and on his page, though his role registers nothing; by no colleague (A72)")
    func ownWord() async throws {
        let stage = try await CriticismStage(province, campaign: "MH-TOI")
        let clerk = token(.clerk)
        let members = JSONObject([
            ("campaign", .string(stage.code)), ("kind", "example"), ("title", "Văn thư tận tụy"), ("content", "x"), ("effect", "x"),
            ("since", "2023-06-01"), ("person", .string(province.person(of: .clerk, in: Self.tenant).description)),
        ])
        let registered = try await api.send(.post, own, as: token(.unitHead), .object(members))
        let id = registered.text("id")
        #expect(registered.status == 201, "\(registered.json.text())")
        let colleague = try await api.send(.post, "\(own)/\(id)/steps", as: token(.unitCouncilMember), step("consent"))
        #expect(colleague.status == 403, "\(colleague.json.text())")
        #expect(try await api.send(.post, "\(own)/\(id)/steps", as: clerk, step("withdraw")).status == 403)
        let said = try await api.send(.post, "\(own)/\(id)/steps", as: clerk, step("consent", words: "", number: ""))
        #expect(said.status == 201 && said.json.member("consents") == "true", "\(said.json.text())")
        let path = "/units/\(Self.tenant)/good-models/\(id)"
        let shown = try await province.call(.get, path, headers: [.cookie: "thidua=\(clerk.text)"]).body
        #expect(shown.contains("name=\"step\" value=\"object\""), "\(shown)")
        let taken = try await province.submit("\(path)/step", "step=object&on=&number=", of: shown, cookie: "thidua=\(clerk.text)")
        #expect(taken.status == .seeOther, "\(taken.body)")
        #expect(try await api.send(.get, "\(own)/\(id)", as: clerk).json.member("consents") == "false")
    }

    @Test("are counted in the month, in it and so far; what is recalled later leaves what was closed and every day as they were")
    func counted() async throws {
        let stage = try await CriticismStage(province, campaign: "MH-THANG")
        let office = province.token(of: .officeMonitor)
        let id = try await api.send(.post, own, as: token(.unitHead), body(stage.code)).text("id")
        // One of a commune that still stands at its district is no figure of the province.
        #expect(try await api.send(.post, own, as: token(.subUnitOfficer, unit: "10101"), body(stage.code)).status == 201)
        for taken in ["confirm", "spread"] {
            #expect(try await api.send(.post, "\(wide)/\(id)/steps", as: homeAffairs, step(taken)).status == 201)
        }
        let other = token(.unitHead, in: "dept_ttt")
        #expect(try await api.send(.post, "\(elsewhere)/\(id)/adoptions", as: other, adopting()).status == 201)

        func open(_ month: String) async throws {
            let body: JSONValue = ["campaign": .string(stage.code), "month": .string(month)]
            #expect(try await api.send(.post, "/api/v1/province/months", as: office, body).status == 201)
        }
        func named(_ month: String, _ rest: String = "") -> String { "campaign=\(stage.code)&month=\(month)\(rest)" }
        /// Registered, confirmed, spread, adopted: in the period, and so far.
        func count(_ query: String) async throws -> [String] {
            try await api.send(.get, "/api/v1/province/month?\(query)", as: office).list("goodModels").map { unit in
                ["inPeriod", "soFar"].map { part in
                    GoodModelCount.Figure.allCases.map { unit.members(part).member($0.rawValue) }.joined()
                }.joined(separator: " ")
            }
        }
        try await open("2023-07")
        #expect(try await count(named("2023-07")) == ["1111 1111"])
        try await stage.move(to: "2023-07-25")
        try await open("2023-08")
        #expect(try await count(named("2023-08")) == ["0000 1111"])
        let closing: JSONValue = ["campaign": .string(stage.code), "month": "2023-07"]
        let closed = try await api.send(.post, "/api/v1/province/month-closes", as: office, closing)
        #expect(closed.status == 201, "\(closed.json.text())")
        // Recorded after the close, of a day within the month.
        try await stage.move(to: "2023-07-26")
        let recall: JSONValue = ["step": "recall", "words": "Chưa phù hợp", "happenedOn": "2023-07-10"]
        let recalled = try await api.send(.post, "\(wide)/\(id)/steps", as: homeAffairs, recall)
        #expect(recalled.status == 201, "\(recalled.json.text())")
        #expect(try await count(named("2023-07")) == ["1111 1111"], "as it was closed")
        #expect(try await count(named("2023-07", "&asOf=2023-07-25")) == ["1111 1111"])
        #expect(try await count(named("2023-07", "&asOf=2023-07-26")) == ["1101 1101"])
        #expect(try await count(named("2023-08")) == ["0000 1101"])

        let words = "trong kỳ 1 đăng ký, 1 xác nhận, 1 nhân rộng, 1 lượt đơn vị khác áp dụng; lũy kế 1 đăng ký, 1 xác nhận, 1 nhân rộng"
        for paper in ["report", "part"] {
            let made = try await api.send(.get, "/api/v1/province/month/\(paper)?\(named("2023-07"))", as: office)
            #expect(try ReadPaper.text(made.bytes).contains(words), "\(paper)")
        }
        let sheet = try await api.send(.get, "/api/v1/province/month/sheet?\(named("2023-07"))", as: office)
        let rows = try Table(xlsx: sheet.bytes, name: "thang.xlsx", sheet: "Mô hình, điển hình").texts
        #expect(rows.dropFirst().map { Array($0.dropFirst()) } == Array(repeating: Array(repeating: "1", count: 8), count: 2), "\(rows)")
        try await stage.move(to: "2023-06-20")
    }

    @Test("lead on the pages from the registration to another unit's result, each with the forms of who may take the step")
    func pages() async throws {
        let stage = try await CriticismStage(province, campaign: "MH-TRANG")
        let home = "/units/\(Self.tenant)"
        let (head, other) = (token(.unitHead), token(.unitHead, in: "dept_ttt"))
        func page(_ path: String, as token: Token) async throws -> String {
            try await province.call(.get, path, headers: [.cookie: "thidua=\(token.text)"]).body
        }
        func submit(_ path: String, _ fields: String, as token: Token, on shown: String) async throws -> HTTPResponse.Status {
            try await province.submit(path, fields, of: try await page(shown, as: token), cookie: "thidua=\(token.text)").status
        }
        func offers(_ body: String, _ step: String) -> Bool { body.contains("name=\"step\" value=\"\(step)\"") }

        let unit = province.unit(nil, in: Self.tenant)
        let fields = "unit=\(unit)&campaign=\(stage.code)&kind=model&person=&content=x&effect=x&since=2023-06-01&evidence="
        #expect(
            try await submit("\(home)/good-models", "\(fields)&title=", as: head, on: "\(home)/good-models") == .unprocessableContent)
        let registered = try await province.submit(
            "\(home)/good-models", "\(fields)&title=Mot+cua", of: try await page("\(home)/good-models", as: head),
            cookie: "thidua=\(head.text)")
        #expect(registered.status == .seeOther, "\(registered.body)")
        let own = try #require(registered.headers[.location])
        let wide = String(own.dropFirst(home.count))
        let mine = try await page(own, as: head)
        #expect(offers(mine, "withdraw") && !offers(mine, "confirm"), "\(mine)")
        #expect(offers(try await page(wide, as: homeAffairs), "confirm"))
        let files = "\(home)/award-files?owner=goodModel&of=\(wide.dropFirst("/good-models/".count))"
        #expect(mine.contains(files.replacing("&", with: "&amp;")) || mine.contains(files), "\(mine)")
        #expect(try await page(files, as: head).contains("Thêm tệp</button>"))
        #expect(!offers(try await page(wide, as: province.token(of: .auditor)), "confirm"))
        for step in ["confirm", "spread"] {
            #expect(try await submit("\(wide)/step", "step=\(step)&on=&number=45", as: homeAffairs, on: wide) == .seeOther)
        }
        let there = "/units/dept_ttt\(wide)"
        let department = province.unit(nil, in: "dept_ttt")
        #expect(try await page(there, as: other).contains("Ghi áp dụng tại đơn vị"))
        #expect(!(try await page(there, as: other).contains("award-files")))
        // One of its people is named by his post, not by an id that nobody knows.
        #expect(try await page("\(home)/good-models", as: head).contains("<option value=\"\(unit):"))
        #expect(!(try await page(own, as: head).contains("Ghi áp dụng tại đơn vị")))
        #expect(try await submit("\(there)/adoptions", "unit=\(department)&words=x&on=", as: other, on: there) == .seeOther)
        // Two hundred later records of others do not hide it: it is on a later page, with its form behind its own row.
        let results = "/units/dept_ttt/good-model-adoptions"
        let model = String(wide.dropFirst("/good-models/".count))
        let adopted = try await province.withConnection(as: "postgres") { connection in
            try await connection.query("SELECT id FROM core.good_model_adoption WHERE model_id::text = \(model)").only { row in
                try row.next(GoodModelAdoption.ID.self)
            }
        }
        try await bury(adopted, under: 200)
        let link = "\(results)/\(adopted)"
        let first = try await page("\(results)?limit=200", as: other)
        #expect(!first.contains(link) && first.contains("Trang sau"))
        let next = try #require(first.firstMatch(of: /\?cursor=[0-9a-f]+/)).output
        #expect(try await page("\(results)\(next)", as: other).contains(link))
        try await bury(adopted, under: 0)
        let said = "words=x&on=&amountUnit=luot&amount="
        #expect(try await submit(link, said + "nhieu", as: other, on: link) == .unprocessableContent)
        #expect(try await submit(link, said + "120%2C5", as: other, on: link) == .seeOther)
        #expect(try await page(link, as: other).contains("120,5 luot"))
        #expect(try await page(own, as: head).contains("120,5 luot"))
        #expect(!(try await page(link, as: token(.clerk, in: "dept_ttt"))).contains("Ghi kết quả</button>"), "who registers nothing")
        #expect(try await page("\(home)/good-model-adoptions/\(adopted)", as: head).contains("120,5 luot"), "whose model it is reads it")
        #expect(try await page("/good-model-adoptions/\(adopted)", as: homeAffairs).contains("120,5 luot"), "and the province")
        // Who withdraws it before gives his reason.
        let again = try await province.submit(
            "\(home)/good-models", "\(fields)&title=Hai", of: try await page("\(home)/good-models", as: head),
            cookie: "thidua=\(head.text)")
        let second = try #require(again.headers[.location])
        #expect(try await submit("\(second)/step", "step=withdraw&on=&words=", as: head, on: second) == .unprocessableContent)
        #expect(try await submit("\(second)/step", "step=withdraw&on=&words=x", as: head, on: second) == .seeOther)
    }
}
