import Domain
import FoundationEssentials
import HTTPTypes
import Operations
import Server
import Storage
import TestSupport
import Testing
import Web

/// More time for an item, over HTTP as each officer sends it, and on the item's page.
@Suite("Extensions over HTTP", .province, .serialized, .timeLimit(.minutes(30)))
struct ExtensionAPITests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private var office: Token { province.token(of: .officeMonitor) }
    private var head: Token { province.token(of: .unitHead, in: "district_101") }

    private func item(due: String = "2023-06-30") async throws -> String {
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.keepSectors([(code: "NV", name: "Nội vụ, cải cách hành chính")])
        }
        let given = try await api.send(
            .post, "/api/v1/province/items", as: office,
            [
                "lead": "district_101", "kind": "task", "title": "Việc gia hạn", "sector": "NV", "completion": "ketQua",
                "dueOn": .string(due),
                "assignedOn": "2023-04-01",
            ])
        #expect(given.status == 201, "\(given.json)")
        return given.text("id")
    }

    private func own(_ id: String) -> String { "/api/v1/tenants/district_101/items/\(id)" }
    private func orders(_ id: String) -> String { "/api/v1/province/items/\(id)" }

    @Test("are asked by the unit, wait on the list of who decides, and move the date when granted; the page tells the whole of it")
    func wholeWay() async throws {
        let id = try await item()
        let asked = try await api.send(
            .post, own(id) + "/extensions", as: head,
            ["dueOn": "2023-07-15", "reason": "Chờ ý kiến của Bộ", "documentNumber": "45/UBND-NV"])
        #expect(asked.status == 201, "\(asked.json)")
        #expect(asked.list("extensions").map { $0.member("state") } == ["pending"])
        let waiting = try await api.send(.get, "/api/v1/province/extension-requests?limit=200", as: office)
        #expect(waiting.items.contains { $0.member("item") == id && $0.member("wishedDueOn") == "2023-07-15" })
        // The unit does not decide on its own request, and nobody but the Chairman signs afterwards.
        let decision: JSONValue = ["granted": true, "dueOn": "2023-07-10", "documentNumber": "88/UBND-TH"]
        #expect(try await api.send(.post, own(id) + "/extension-decisions", as: head, decision).status == 403)
        let afterwards = try await api.send(
            .post, orders(id) + "/extension-decisions", as: office,
            ["granted": true, "dueOn": "2023-07-10", "documentNumber": "88/UBND-TH", "postFacto": true])
        #expect(afterwards.code == "post-facto-by-chairman")
        let granted = try await api.send(.post, orders(id) + "/extension-decisions", as: office, decision)
        #expect(granted.status == 201, "\(granted.json)")
        #expect(granted.text("dueOn") == "2023-07-10" && granted.text("originalDueOn") == "2023-06-30")
        #expect(granted.text("extensionsGranted") == "1")
        let left = try await api.send(.get, "/api/v1/province/extension-requests?limit=200", as: office)
        #expect(!left.items.contains { $0.member("item") == id })
        let again = try await api.send(.post, orders(id) + "/extension-decisions", as: office, decision)
        #expect(again.code == "no-extension-request")
        let page = try await province.call(.get, "/units/district_101/items/\(id)", token: head)
        #expect(page.status == .ok)
        for words in ["Việc gia hạn", "đề nghị gia hạn", "đồng ý gia hạn", "88/UBND-TH", "30/06/2023", "10/07/2023"] {
            #expect(page.body.contains(words), "\(words)")
        }
        let stranger = province.token(of: .unitHead, in: "district_102")
        #expect(try await province.call(.get, "/units/district_101/items/\(id)", token: stranger).status == .notFound)
    }

    @Test("of many items are tried, refused as a whole with a fault for each, and granted as a whole, once for a key")
    func many() async throws {
        let ids = [try await item(), try await item()]
        _ = try await api.send(.post, own(ids[0]) + "/extensions", as: head, ["dueOn": "2023-07-15", "reason": "x"])
        let body: JSONValue = ["items": .array(ids.map(JSONValue.string)), "granted": true, "documentNumber": "90/UBND-TH"]
        let path = "/api/v1/province/extension-decisions"
        let tried = try await api.send(.post, path + "?dryRun=true", as: office, body)
        #expect(tried.status == 200, "\(tried.json)")
        #expect(tried.text("refused") == "1")
        #expect(tried.items.map { $0.member("dueAfter") } == ["2023-07-15", ""])
        let refused = try await api.send(.post, path, as: office, body)
        #expect(refused.code == "some-refused" && refused.faults == ["$.items[1]"])
        #expect(try await api.send(.get, own(ids[0]), as: head).text("dueOn") == "2023-06-30")
        _ = try await api.send(.post, own(ids[1]) + "/extensions", as: head, ["dueOn": "2023-07-20", "reason": "x"])
        let key: HTTPFields = [HTTPField.Name("Idempotency-Key")!: "nhieu-\(UUID())"]
        for _ in 0..<2 {
            let done = try await api.send(.post, path, as: office, body, headers: key)
            #expect(done.status == 200 && done.text("refused") == "0", "\(done.json)")
            #expect(done.items.map { $0.member("dueAfter") } == ["2023-07-15", "2023-07-20"])
        }
        #expect(try await api.send(.get, own(ids[1]), as: head).list("extensions").count == 1)
    }
}
