import Domain
import FoundationEssentials
import HTTPTypes
import Operations
import Server
import Storage
import TestSupport
import Testing
import Web

/// The life of an item over HTTP and on its one page, as each officer sends it.
@Suite("The life of an item over HTTP", .province, .serialized, .timeLimit(.minutes(30)))
struct ItemLifeAPITests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private var office: Token { province.token(of: .officeMonitor) }
    private var head: Token { province.token(of: .unitHead, in: "district_101") }

    private func item(_ lead: String = "district_101") async throws -> String {
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.keepSectors([(code: "NV", name: "Nội vụ, cải cách hành chính")])
        }
        let given = try await api.send(
            .post, "/api/v1/province/items", as: office,
            [
                "lead": .string(lead), "kind": "task", "title": "Việc phải chuyển", "sector": "NV", "completion": "ketQua",
                "dueOn": "2023-06-30", "assignedOn": "2023-04-01",
            ])
        #expect(given.status == 201, "\(given.json)")
        return given.text("id")
    }

    private func own(_ id: String) -> String { "/api/v1/tenants/district_101/items/\(id)" }
    private func orders(_ id: String) -> String { "/api/v1/province/items/\(id)" }

    @Test("is disputed by the unit, waits on the Office's list with its clock, and goes to another lead; each item names the other")
    func disputed() async throws {
        let id = try await item()
        let raised = try await api.send(
            .post, own(id) + "/disputes", as: head,
            ["ground": "notItsFunction", "proposedLead": "district_102", "reason": "Thuộc chức năng đơn vị khác"])
        #expect(raised.status == 201, "\(raised.json)")
        #expect(raised.list("disputes").map { $0.member("state") } == ["raised"])
        let waiting = try await api.send(.get, "/api/v1/province/disputes?limit=200", as: office)
        #expect(try await province.call(.get, "/disputes", token: office).body.contains("/units/district_101/items/\(id)"))
        // The 20th is a Tuesday.
        #expect(waiting.items.contains { $0.member("item") == id && $0.member("answerBy") == "2023-06-22" })
        let answer: JSONValue = ["remedy": "transferred", "documentNumber": "92/UBND-TH", "reason": "Đúng như kiến nghị"]
        #expect(try await api.send(.post, own(id) + "/dispute-answers", as: head, answer).status == 403)
        let answered = try await api.send(.post, orders(id) + "/dispute-answers", as: office, answer)
        #expect(answered.status == 201, "\(answered.json)")
        #expect(answered.text("state") == "transferred")
        #expect(answered.list("disputes").map { $0.member("remedy") } == ["transferred"])
        #expect(try await api.send(.post, orders(id) + "/dispute-answers", as: office, answer).code == "item-transferred")
        let taken = try await api.send(.get, "/api/v1/tenants/district_102/items", as: province.token(of: .unitHead, in: "district_102"))
        #expect(taken.items.contains { $0.member("title") == "Việc phải chuyển" && $0.member("code").contains("-CG") })
        let left = try await api.send(.get, "/api/v1/province/disputes?limit=200", as: office)
        #expect(!left.items.contains { $0.member("item") == id })
    }

    @Test("is replaced and transferred by papers over HTTP; what is missing is named")
    func passedOn() async throws {
        let (id, by) = (try await item(), try await item("district_102"))
        let paper: [(String, JSONValue)] = [("documentNumber", "90/UBND-TH"), ("documentIssuer", "UBND tỉnh"), ("reason", "Gộp nhiệm vụ")]
        func body(_ members: [(String, JSONValue)]) -> JSONValue { .object(JSONObject(members + paper)) }
        let bare = try await api.send(.post, orders(id) + "/replacement", as: office, ["by": .string(by), "reason": "Gộp"])
        #expect(bare.faults == ["$.documentNumber"])
        let replaced = try await api.send(.post, orders(id) + "/replacement", as: office, body([("by", .string(by))]))
        #expect(replaced.status == 201 && replaced.text("state") == "replaced", "\(replaced.json)")
        #expect(replaced.list("rulings").last?.member("documentIssuer") == "UBND tỉnh")
        let again = try await api.send(.post, orders(id) + "/transfer", as: office, body([("lead", "district_102")]))
        #expect(again.code == "item-replaced")
        let moved = try await api.send(
            .post, orders(by) + "/transfer", as: office, body([("lead", "district_101"), ("dueOn", "2023-07-31")]))
        #expect(moved.status == 201 && moved.text("state") == "transferred", "\(moved.json)")
    }

    @Test("stands on one page with its verdict, history and the forms of what can be done now, for each officer his own")
    func page() async throws {
        let id = try await item()
        let path = "/units/district_101/items/\(id)"
        func page(_ token: Token) async throws -> String { try await province.call(.get, path, token: token).body }
        let unit = try await page(head)
        for words in ["Việc có thể thực hiện", "/acknowledge\"", "/dispute\"", "/result\"", "/ask-extension\"", "/hand-on\""] {
            #expect(unit.contains(words), "\(words)")
        }
        for words in ["/accept\"", "/transfer\"", "/cancel\""] { #expect(!unit.contains(words), "\(words)") }
        // Units and people are chosen by name.
        let clerk = "\(province.person(of: .clerk, in: "district_101")) \(province.unit(nil, in: "district_101"))"
        for words in ["<option value=\"Xã 101 số 1", "<option value=\"\(clerk)\">"] { #expect(unit.contains(words), "\(words)") }
        try await send(path + "/hand-on", "unit=&assignee=\(clerk.replacing(" ", with: "+"))", as: head)
        #expect(try await post(path + "/hand-on", "unit=&assignee=", as: head).body.contains("hoặc người được giao</li>"))
        let given = try await page(office)
        for words in ["/transfer\"", "/replace\"", "/exempt\"", "/cancel\""] { #expect(given.contains(words), "\(words)") }
        for words in ["/acknowledge\"", "/accept\"", "/answer-dispute\""] { #expect(!given.contains(words), "\(words)") }
        // Who may only read has no form at all.
        #expect(try await !page(province.token(of: .auditor)).contains("Việc có thể thực hiện"))

        try await send(path + "/acknowledge", "", as: head)
        let wrong = try await post(path + "/result", "reason=", as: head)
        #expect(wrong.status != .seeOther && wrong.body.contains("nêu kết quả và minh chứng"))
        try await send(path + "/result", "reason=Xong&day=2023-06-15&number=10/BC", as: head)
        #expect(try await page(office).contains("/accept\""))
        try await send(path + "/accept", "day=2023-06-20", as: office)
        let done = try await page(head)
        for words in ["xác nhận hoàn thành", "10/BC", "15/06/2023"] { #expect(done.contains(words), "\(words)") }
        #expect(!done.contains("/result\""))
    }

    /// A form of the item's page, as a browser sends it.
    private func post(_ path: String, _ fields: String, as token: Token) async throws -> (status: HTTPResponse.Status, body: String) {
        let cookie = "\(Credentials.cookieName(secure: province.backend.secure))=\(token.text)"
        let item = String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.endIndex))
        let page = try await province.call(.get, item, headers: [.cookie: cookie]).body
        let reply = try await province.submit(path, fields, of: page, cookie: cookie)
        return (reply.status, reply.body)
    }

    private func send(_ path: String, _ fields: String, as token: Token) async throws {
        let reply = try await post(path, fields, as: token)
        #expect(reply.status == .seeOther, "\(path): \(reply.body.prefix(2_000))")
    }
}
