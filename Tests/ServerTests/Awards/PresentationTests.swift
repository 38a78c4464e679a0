import Domain
import Foundation
import HTTPTypes
import Operations
import TestSupport
import Testing

/// Events at which awards are handed over, over HTTP and on their pages.
@Suite("The presentation of awards over HTTP and on pages", .province, .serialized, .timeLimit(.minutes(30)))
struct PresentationTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private var affairs: Token { province.token(of: .homeAffairsOfficer) }
    private let path = "/api/v1/province/presentations"

    private static let event: JSONValue = [
        "name": "Hội nghị sơ kết phong trào", "place": "Hội trường tỉnh", "heldOn": "2023-06-20", "startsAt": "08 giờ 00",
        "chair": "Chủ tịch",
    ]

    private func page(_ path: String, as token: Token) async throws -> (status: HTTPResponse.Status, body: String) {
        let found = try await province.call(.get, path, headers: [.cookie: "thidua=\(token.text)"])
        return (found.status, found.body)
    }

    @Test("an event is planned, its order kept and printed, and who received is recorded, by Home Affairs alone")
    func overHTTP() async throws {
        let stage = try await AwardStage(province, campaign: "HTTP-TRAO1")
        let (first, second) = (try await stage.issued("831/QĐ-UBND"), try await stage.issued("832/QĐ-UBND"))
        for role in [Role.chairman, .officeMonitor, .auditor] {
            #expect(try await api.send(.post, path, as: province.token(of: role), Self.event).status == 403, "\(role)")
        }
        let planned = try await api.send(.post, path, as: affairs, Self.event)
        #expect(planned.status == 201, "\(planned.json.text())")
        let event = "\(path)/\(planned.text("id"))"
        let early = try await api.send(.get, event + "/invitation", as: affairs)
        #expect(early.status == 409 && early.code == "paper-too-early", "\(early.json.text())")
        for id in [second, first] {
            let added = try await api.send(
                .post, event + "/awardees", as: affairs, ["dossier": .string(id.description), "presenter": "Chủ tịch UBND tỉnh"])
            #expect(added.status == 201, "\(added.json.text())")
        }
        let body: JSONValue = ["dossier": .string(first.description), "presenter": "x"]
        #expect(try await api.send(.post, event + "/awardees", as: province.token(of: .chairman), body).status == 403)
        #expect(try await api.send(.post, event + "/awardees", as: affairs, body).code == "presentation-repeated")
        let shown = try await api.send(.get, event, as: province.token(of: .auditor))
        #expect(shown.list("awardees").map { $0.member("dossier") } == [second.description, first.description])
        #expect(try await api.send(.get, event, as: province.token(of: .unitHead, in: AwardStage.tenant)).status == 403)
        let list = try await api.send(.get, path, as: affairs)
        #expect(list.items.contains { $0.member("id") == planned.text("id") })

        let order = try await api.send(.get, event + "/order", as: affairs)
        #expect(order.status == 200)
        let said = try ReadPaper.text(order.bytes)
        for words in ["THỨ TỰ TRAO TẶNG", "Hội nghị sơ kết phong trào", "Hội trường tỉnh", "Nguyễn Văn An", "Chủ tịch UBND tỉnh"] {
            #expect(said.contains(words), "\(words) in \(said)")
        }
        #expect(try await api.send(.get, event + "/order", as: affairs).bytes == order.bytes, "the same bytes each time")

        let invited = try ReadPaper.text(try await api.send(.get, event + "/invitation", as: affairs).bytes)
        for words in ["GIẤY MỜI", "Hội trường tỉnh", "Đại diện lãnh đạo Ủy ban nhân dân huyện Một"] {
            #expect(invited.contains(words), "\(words) in \(invited)")
        }
        #expect(try await api.send(.get, event + "/invitation", as: province.token(of: .unitHead, in: AwardStage.tenant)).status == 403)

        let premature = try await api.send(.get, event + "/press-release", as: affairs)
        #expect(premature.status == 409 && premature.code == "paper-too-early", "nothing before it is recorded who received (A72)")
        #expect(try await api.send(.post, event + "/completion", as: province.token(of: .chairman), [:]).status == 403)
        let completed = try await api.send(
            .post, event + "/completion", as: affairs, ["absent": .array([.string(second.description)])])
        #expect(completed.status == 201, "\(completed.json.text())")
        #expect(completed.list("awardees").map { $0.member("state") } == ["issued", "presented"])
        #expect(try await api.send(.post, event + "/completion", as: affairs, [:]).code == "presentation-completed")
        // Nobody is named who did not agree to it; who takes it back is not named any more (A72).
        let unasked = try ReadPaper.text(try await api.send(.get, event + "/press-release", as: affairs).bytes)
        #expect(unasked.contains("Một cá nhân") && !unasked.contains("Nguyễn Văn An"), "\(unasked)")
        let consents = "/api/v1/tenants/\(AwardStage.tenant)/publicity-consents"
        func say(_ agrees: Bool) async throws {
            let said = try await api.send(
                .post, consents, as: province.token(of: .unitHead, in: AwardStage.tenant),
                [
                    "dossier": .string(first.description), "consents": .bool(agrees), "givenOn": "2023-06-20", "manner": "paper",
                    "documentNumber": "Đơn ngày 20/6",
                ])
            #expect(said.status == 201, "\(said.json.text())")
        }
        try await say(true)
        try await say(false)
        let takenBack = try ReadPaper.text(try await api.send(.get, event + "/press-release", as: affairs).bytes)
        #expect(takenBack == unasked)
        try await say(true)
        let press = try await api.send(.get, event + "/press-release", as: affairs)
        #expect(press.status == 200)
        let told = try ReadPaper.text(press.bytes)
        for words in ["THÔNG CÁO", "831/QĐ-UBND", "Nguyễn Văn An", "Hội trường tỉnh"] {
            #expect(told.contains(words), "\(words) in \(told)")
        }
        #expect(!told.contains("832/QĐ-UBND") && !told.contains("1.490.000"), "who was absent, and what was paid, is not told: \(told)")
        #expect(try await api.send(.get, event + "/press-release", as: affairs).bytes == press.bytes, "the same bytes each time")
        #expect(try await api.send(.get, event + "/press-release", as: province.token(of: .unitHead, in: AwardStage.tenant)).status == 403)
        // What is revoked afterwards is told to nobody any more.
        try await stage.propose(first)
        try await stage.revoke(first, "833/QĐ-UBND")
        #expect(try await api.send(.get, event + "/press-release", as: affairs).code == "paper-too-early")
    }

    @Test("the page offers its forms to Home Affairs alone, and takes them")
    func onPages() async throws {
        let stage = try await AwardStage(province, campaign: "HTTP-TRAO2")
        let id = try await stage.issued("841/QĐ-UBND")
        let chairman = province.token(of: .chairman)
        let list = try await page("/presentations", as: affairs)
        #expect(list.status == .ok && list.body.contains("Ghi lễ trao tặng</button>"))
        #expect(try await !page("/presentations", as: chairman).body.contains("Ghi lễ trao tặng</button>"))
        #expect(try await page("/presentations", as: province.token(of: .unitHead, in: AwardStage.tenant)).status == .forbidden)
        let cookie = "thidua=\(affairs.text)"
        let empty = try await province.submit("/presentations", "name=x&place=x&date=&chair=x", of: list.body, cookie: cookie)
        #expect(empty.status == .unprocessableContent && empty.body.contains("nhập ngày tổ chức"))
        let planned = try await province.submit(
            "/presentations", "name=Le+trao+tang&place=Hoi+truong&date=2023-06-20&time=08+gio&chair=Chu+tich&number=", of: list.body,
            cookie: cookie)
        let event = try #require(planned.headers[.location])
        #expect(try await page("/presentations", as: affairs).body.contains(event))
        let open = try await page(event, as: affairs)
        #expect(open.body.contains(id.description) && open.body.contains("Thêm vào danh sách</button>"))
        #expect(try await !page(event, as: chairman).body.contains("Thêm vào danh sách</button>"))
        let added = try await province.submit(
            event + "/awardees", "dossier=\(id)&receiver=&presenter=Chu+tich", of: open.body, cookie: cookie)
        #expect(added.status == .seeOther, "\(added.body)")
        let repeated = try await province.submit(
            event + "/awardees", "dossier=\(id)&receiver=&presenter=Chu+tich", of: open.body, cookie: cookie)
        #expect(repeated.status == .conflict && repeated.body.contains("đã có trong danh sách trao tặng"))
        let ordered = try await page(event, as: affairs)
        #expect(ordered.body.contains("Ghi đã trao tặng</button>"))
        let order = try await province.call(.get, event + "/order", headers: [.cookie: cookie])
        #expect(order.status == .ok)
        let completed = try await province.submit(event + "/completion", "", of: ordered.body, cookie: cookie)
        #expect(completed.status == .seeOther, "\(completed.body)")
        let held = try await page(event, as: affairs)
        #expect(held.body.contains("đã trao tặng") && !held.body.contains("Ghi đã trao tặng</button>"))
    }
}
