import Domain
import Foundation
import HTTPTypes
import TestSupport
import Testing

/// Difficulties over HTTP with the real posts, from the commune to who solves it and back, and in the month.
@Suite("Difficulties over HTTP", .province, .serialized, .timeLimit(.minutes(30)))
struct DifficultyRouteTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private static let tenant = CriticismStage.tenant
    private let wide = "/api/v1/province/difficulties"
    private let own = "/api/v1/tenants/\(CriticismStage.tenant)/difficulties"
    private let solvers = "/api/v1/tenants/dept_ttt/difficulties"

    private var office: Token { province.token(of: .officeMonitor) }
    private func token(_ role: Role, in tenant: String = tenant, unit: String? = nil) -> Token {
        province.token(of: role, in: tenant, unit: unit)
    }

    private func step(_ step: String, words: String = "x", number: String = "1/CV") -> JSONValue {
        ["step": .string(step), "words": .string(words), "documentNumber": .string(number)]
    }

    @Test("go from a commune by its district and the Office to a department and back, with a slip; others know nothing of them")
    func way() async throws {
        let stage = try await CriticismStage(province, campaign: "KK-API")
        let item = try await stage.item("1", due: "2023-06-25", unit: "10101")
        let commune = token(.subUnitOfficer, unit: "10101")
        let unit = province.unit("10101", in: Self.tenant).description
        let body: JSONValue = [
            "campaign": .string(stage.code), "unit": .string(unit), "title": "Chậm vốn", "obstacle": "Chưa được phân bổ vốn",
            "items": [.string(item.description)],
        ]
        #expect(try await api.send(.post, own, as: token(.subUnitOfficer, unit: "10102"), body).status == 403)
        let raised = try await api.send(.post, own, as: commune, body)
        #expect(raised.status == 201 && raised.text("state") == "raised" && raised.text("level") == "unit", "\(raised.json.text())")
        #expect(raised.text("dueOn") == "2023-06-22" && raised.list("items").count == 1, "\(raised.json.text())")
        let id = raised.text("id")
        let unsaid = try await api.send(
            .post, own, as: commune, ["campaign": .string(stage.code), "title": "Không nêu đơn vị", "obstacle": "Thiếu vốn"])
        #expect(unsaid.status == 201 && unsaid.text("unit") == unit, "the unit of his post: \(unsaid.json.text())")

        for (named, count) in [(item, 1), (try await stage.item("2", due: "2023-06-25", unit: "10101"), 0)] {
            #expect(try await api.send(.get, "\(own)?item=\(named)", as: commune).items.count == count, "of its item alone")
        }

        // In sight of the commune and of its district; not of another commune, another district, who is not asked yet, or the province.
        #expect(try await api.send(.get, "\(own)/\(id)", as: commune).status == 200)
        #expect(try await api.send(.get, "\(own)/\(id)", as: token(.clerk)).status == 200)
        let chairman = province.token(of: .chairman)
        for path in [wide, own] { #expect(try await api.send(.get, "\(path)/\(id)", as: chairman).status == 404) }
        #expect(try await api.send(.get, "\(own)/\(id)", as: token(.subUnitHead, unit: "10102")).status == 404)
        let abroad = "/api/v1/tenants/district_102/difficulties/\(id)"
        #expect(try await api.send(.get, abroad, as: token(.unitHead, in: "district_102")).status == 404)
        #expect(try await api.send(.get, "\(solvers)/\(id)", as: token(.unitHead, in: "dept_ttt")).status == 404)
        #expect(try await api.send(.get, "\(own)/\(id)/slip", as: commune).code == "paper-too-early")

        // The district first.
        #expect(try await api.send(.post, "\(wide)/\(id)/steps", as: office, step("accept")).status == 404)
        #expect(try await api.send(.post, "\(own)/\(id)/steps", as: commune, step("accept")).status == 403)
        let early = try await api.send(.post, "\(own)/\(id)/steps", as: token(.unitCoordinator), step("confirm"))
        #expect(early.status == 409 || early.code == "difficulty-out-of-order", "\(early.json.text())")
        #expect(try await api.send(.post, "\(own)/\(id)/steps", as: token(.unitCoordinator), step("accept")).status == 201)
        let mute = try await api.send(.post, "\(own)/\(id)/steps", as: token(.unitCoordinator), step("pass", words: " "))
        #expect(mute.status == 422 && mute.faults == ["$.words"], "\(mute.json.text())")
        let passed = try await api.send(
            .post, "\(own)/\(id)/steps", as: token(.unitCoordinator), step("pass", words: "Vượt thẩm quyền của huyện"))
        #expect(passed.status == 201 && passed.text("level") == "province" && passed.text("state") == "raised", "\(passed.json.text())")

        // Then the Office, which asks a department. Of what went before inside the district the province reads nothing (A59).
        let put = try await api.send(.get, "\(wide)/\(id)", as: chairman)
        #expect(put.status == 200 && put.list("acts").map { $0.member("step") } == ["pass"], "\(put.json.text())")
        #expect(try await api.send(.post, "\(own)/\(id)/steps", as: token(.unitCoordinator), step("accept")).status == 403)
        #expect(try await api.send(.post, "\(wide)/\(id)/steps", as: province.token(of: .homeAffairsOfficer), step("accept")).status == 403)
        #expect(try await api.send(.post, "\(wide)/\(id)/steps", as: office, step("accept")).status == 201)
        let nobody = try await api.send(.post, "\(wide)/\(id)/steps", as: office, step("route"))
        #expect(nobody.status == 422 && nobody.faults == ["$.solver"], "\(nobody.json.text())")
        let department = province.unit(nil, in: "dept_ttt").description
        let routed = try await api.send(
            .post, "\(wide)/\(id)/steps", as: office, ["step": "route", "documentNumber": "12/PC-VP", "solver": .string(department)])
        #expect(routed.status == 201 && routed.text("solver") == department, "\(routed.json.text())")
        #expect(routed.text("dueOn") == "2023-07-04", "ten working days: \(routed.json.text())")

        // Who is asked reads it from there on, and nobody else there but who answers for it answers.
        let asked = token(.unitHead, in: "dept_ttt")
        let read = try await api.send(.get, "\(solvers)/\(id)", as: asked)
        #expect(read.status == 200 && read.list("acts").map { $0.member("step") } == ["route"], "\(read.json.text())")
        #expect(try await api.send(.get, "\(solvers)?limit=200&open=true", as: asked).items.contains { $0.member("id") == id })
        // He is told of it at once, and nobody of a unit that is not asked.
        func told(_ token: Token) async throws -> [String] {
            try await api.send(.get, "/api/v1/notices", as: token).items.filter { $0.member("difficulty") == id }.map { $0.member("rule") }
        }
        #expect(try await told(asked) == ["difficulty_routed"])
        for other in [token(.unitHead, in: "district_102"), commune] { #expect(try await told(other).isEmpty) }
        #expect(try await api.send(.post, "\(solvers)/\(id)/steps", as: token(.clerk, in: "dept_ttt"), step("answer")).status == 403)
        let bare = try await api.send(.post, "\(solvers)/\(id)/steps", as: asked, step("answer", number: ""))
        #expect(bare.status == 422 && bare.faults == ["$.documentNumber"], "\(bare.json.text())")
        let slip = try await api.send(.get, "\(wide)/\(id)/slip", as: office)
        #expect(slip.status == 200, "\(slip.json.text())")
        let sent = try ReadPaper.text(slip.bytes)
        for words in ["12/PC-VP", "KK-API-1", "Chưa được phân bổ vốn", "04/07/2023", ", Huyện"] {
            #expect(sent.contains(words), "\(words) in \(sent)")
        }
        #expect(!sent.contains("TRẢ LỜI"), "no part for an answer before there is one: \(sent)")
        let answered = try await api.send(
            .post, "\(solvers)/\(id)/steps", as: asked, step("answer", words: "Đã trình phân bổ vốn", number: "90/STC"))
        #expect(answered.status == 201 && answered.text("state") == "answered", "\(answered.json.text())")
        #expect(try await told(commune) == ["difficulty_answered"])
        #expect(
            try ReadPaper.text(try await api.send(.get, "\(own)/\(id)/slip", as: token(.unitHead)).bytes).contains("Đã trình phân bổ vốn"))

        // Back to who raised it.
        let again = try await api.send(.post, "\(own)/\(id)/steps", as: commune, step("confirm"))
        #expect(again.status == 201 && again.text("state") == "confirmed", "\(again.json.text())")
        #expect(again.list("possible").isEmpty)
        #expect(!(try await api.send(.get, "\(wide)?limit=200&open=true", as: office).items.contains { $0.member("id") == id }))
    }

    @Test("are passed on with what the unit answered before, quoted; of what else was said inside it the province reads nothing")
    func answeredBefore() async throws {
        let stage = try await CriticismStage(province, campaign: "KK-TRA-LOI")
        let commune = token(.subUnitOfficer, unit: "10101")
        let body: JSONValue = [
            "campaign": .string(stage.code), "unit": .string(province.unit("10101", in: Self.tenant).description), "title": "Chậm vốn",
            "obstacle": "Chưa được phân bổ vốn",
        ]
        let id = try await api.send(.post, own, as: commune, body).text("id")
        let steps: [(String, Token, String)] = [
            ("accept", token(.unitCoordinator), ""), ("answer", token(.unitCoordinator), "Huyện chưa có nguồn"),
            ("reopen", commune, "Xã đề nghị giải quyết tiếp"), ("pass", token(.unitCoordinator), "Vượt thẩm quyền của huyện"),
        ]
        for (name, actor, words) in steps {
            let number = name == "answer" ? "12/UBND" : ""
            let taken = try await api.send(.post, "\(own)/\(id)/steps", as: actor, step(name, words: words, number: number))
            #expect(taken.status == 201, "\(name): \(taken.json.text())")
        }
        let read = try await api.send(.get, "\(wide)/\(id)", as: office)
        #expect(read.list("acts").map { $0.member("step") } == ["pass"], "\(read.json.text())")
        let words = read.list("acts").first?.member("words") ?? ""
        #expect(words.hasPrefix("Vượt thẩm quyền của huyện") && words.contains("văn bản số 12/UBND: “Huyện chưa có nguồn”"), "\(words)")
        #expect(!words.contains("Xã đề nghị"))
    }

    @Test("are sent from committee to committee, as the Office's other letters are, and not from place to place")
    func addressed() async throws {
        let stage = try await CriticismStage(province, campaign: "KK-KINH-GUI")
        let raised = try await api.send(
            .post, own, as: token(.unitHead), ["campaign": .string(stage.code), "title": "Chậm vốn", "obstacle": "Chưa được phân bổ vốn"])
        #expect(raised.status == 201 && raised.text("level") == "province", "\(raised.json.text())")
        let path = "\(wide)/\(raised.text("id"))"
        #expect(try await api.send(.post, "\(path)/steps", as: office, step("accept")).status == 201)
        let solver = province.unit(nil, in: "district_102").description
        let routed = try await api.send(
            .post, "\(path)/steps", as: office, ["step": "route", "documentNumber": "13/PC-VP", "solver": .string(solver)])
        #expect(routed.status == 201, "\(routed.json.text())")
        let slip = try ReadPaper.text(try await api.send(.get, "\(path)/slip", as: office).bytes)
        for words in ["Ủy ban nhân dân thị xã Hai", "do Ủy ban nhân dân huyện Một nêu"] {
            #expect(slip.contains(words), "\(words) in \(slip)")
        }
    }

    @Test("that are open stand in the month with their clocks, and are gone from it once they are confirmed")
    func month() async throws {
        let stage = try await CriticismStage(province, campaign: "KK-THANG")
        let opening: JSONValue = ["campaign": .string(stage.code), "month": "2023-07"]
        #expect(try await api.send(.post, "/api/v1/province/months", as: office, opening).status == 201)
        let raised = try await api.send(
            .post, own, as: token(.unitHead), ["campaign": .string(stage.code), "title": "Chậm vốn", "obstacle": "Chưa được phân bổ vốn"])
        #expect(raised.status == 201 && raised.text("level") == "province", "\(raised.json.text())")
        let id = raised.text("id")
        let shown = "/api/v1/province/month?campaign=\(stage.code)&month=2023-07"
        let open = try await api.send(.get, shown, as: office).list("difficulties")
        #expect(open.map { $0.member("id") } == [id] && open.map { $0.member("dueOn") } == ["2023-06-22"], "\(open)")
        try await stage.move(to: "2023-06-23")
        #expect(try await api.send(.get, shown, as: office).list("difficulties").map { $0.member("overdue") } == ["true"])
        let another = try await api.send(
            .get, "/api/v1/tenants/district_102/month?campaign=\(stage.code)&month=2023-07", as: token(.unitHead, in: "district_102"))
        #expect(another.status == 200 && another.list("difficulties").isEmpty, "another unit's: \(another.json.text())")
        for (path, officer, body) in [
            (wide, office, step("accept")), (wide, office, step("answer")), (own, token(.unitHead), step("confirm")),
        ] {
            let taken = try await api.send(.post, "\(path)/\(id)/steps", as: officer, body)
            #expect(taken.status == 201, "\(taken.json.text())")
        }
        #expect(try await api.send(.get, shown, as: office).list("difficulties").isEmpty)
        // The month before was over when it was raised, and says nothing of it, however late it is shown.
        let earlier: JSONValue = ["campaign": .string(stage.code), "month": "2023-06"]
        #expect(try await api.send(.post, "/api/v1/province/months", as: office, earlier).status == 201)
        let past = "/api/v1/province/month?campaign=\(stage.code)&month=2023-06&asOf=2023-06-22"
        #expect(try await api.send(.get, past, as: office).list("difficulties").isEmpty)
        let before = try await api.send(.get, shown + "&asOf=2023-06-22", as: office).list("difficulties")
        #expect(before.map { $0.member("stateName") } == ["đã nêu, chờ tiếp nhận"], "as that day showed it: \(before)")
        try await stage.move(to: "2023-06-20")
    }
}
