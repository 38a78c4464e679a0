import Domain
import FoundationEssentials
import HTTPTypes
import Operations
import Server
import Storage
import TestSupport
import Testing
import Web

/// Periodic items, further papers, earlier years and work cut anew, over HTTP as each officer sends it.
@Suite("What an item says beyond its terms, over HTTP", .province, .serialized, .timeLimit(.minutes(30)))
struct SupplementAPITests {
    private let province = Province.current
    var api: APICaller { APICaller(province) }
    var office: Token { province.token(of: .officeMonitor) }
    var head: Token { province.token(of: .unitHead, in: "district_101") }

    private func assign(_ more: [(String, JSONValue)] = []) async throws -> APIAnswer {
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.keepSectors([(code: "NV", name: "Nội vụ, cải cách hành chính")])
        }
        let body: [(String, JSONValue)] = [
            ("lead", "district_101"), ("title", "Báo cáo hằng tháng"), ("sector", "NV"), ("completion", "ketQua"), ("dueOn", "2023-12-31"),
            ("assignedOn", "2023-04-01"),
        ]
        let kind: [(String, JSONValue)] = more.contains { $0.0 == "kind" } ? [] : [("kind", "task")]
        return try await api.send(.post, "/api/v1/province/items", as: office, .object(JSONObject(body + kind + more)))
    }

    private func own(_ id: String) -> String { "/api/v1/tenants/district_101/items/\(id)" }
    private func orders(_ id: String) -> String { "/api/v1/province/items/\(id)" }

    @Test("a periodic item has its deadlines, and each is done once its delivery is confirmed")
    func periodic() async throws {
        let given = try await assign([("recurrence", ["every": "quarter", "from": "2023-06-15", "through": "2023-12-31"])])
        #expect(given.status == 201, "\(given.json)")
        #expect(given.list("occurrences").map { $0.member("dueOn") } == ["2023-06-15", "2023-09-15", "2023-12-15"])
        let id = given.text("id")
        let delivered = try await api.send(
            .post, own(id) + "/progress", as: head,
            ["evidenceOn": "2023-06-14", "narrative": "Đã gửi báo cáo quý", "occurrence": "2023-06-15"])
        #expect(delivered.status == 201, "\(delivered.json)")
        #expect(delivered.list("occurrences").first?.member("words") == "chờ xác nhận")
        let confirmed = try await api.send(.post, orders(id) + "/rulings", as: office, ["kind": "confirmed"])
        #expect(confirmed.list("occurrences").first?.member("completedOn") == "2023-06-14", "\(confirmed.json)")
        let added = try await api.send(.post, orders(id) + "/occurrences", as: office, ["days": ["2023-10-15"]])
        #expect(added.status == 201 && added.list("occurrences").count == 4, "\(added.json)")
        let again = try await api.send(.post, orders(id) + "/occurrences", as: office, ["days": ["2023-10-15"]])
        #expect(again.status == 409 && again.code == "occurrence-there")
        #expect(try await api.send(.post, own(id) + "/occurrences", as: head, ["days": ["2023-11-15"]]).status == 403)
    }

    @Test("an item has several papers, and one of earlier years a date only by a paper")
    func papers() async throws {
        let paper = try await api.send(
            .post, "/api/v1/province/directives", as: office,
            [
                "type": "Chỉ thị", "number": "04/CT-UBND", "issuedOn": "2023-03-16", "issuer": "Chủ tịch Ủy ban nhân dân tỉnh",
                "abstract": "Tăng cường kỷ luật, kỷ cương",
            ])
        #expect(paper.status == 201, "\(paper.json)")
        let undated = try await assign([("carried", ["assignedOn": "2022-05-10", "dueOn": "2022-12-31", "code": "NV-9"])])
        #expect(undated.status == 422 || undated.status == 400, "\(undated.json)")
        let given = try await assign([
            ("carried", ["assignedOn": "2022-05-10", "dueOn": "2022-12-31", "code": "NV-9"]), ("dueDocument", "1520/UBND-TH"),
            ("sources", [["directive": .string(paper.text("id")), "clause": "Mục II.3"]]),
        ])
        #expect(given.status == 201, "\(given.json)")
        #expect(given.text("dueDocument") == "1520/UBND-TH")
        #expect(given.list("sources").map { $0.member("clause") } == ["Mục II.3"])
        let source: JSONValue = ["directive": .string(paper.text("id")), "clause": "Mục III"]
        let added = try await api.send(.post, orders(given.text("id")) + "/sources", as: office, source)
        #expect(added.status == 201 && added.list("sources").count == 2, "\(added.json)")
        #expect(try await api.send(.post, orders(given.text("id")) + "/sources", as: office, source).code == "source-there")
        let read = try await api.send(.get, own(given.text("id")), as: head)
        #expect(read.list("sources").first?.member("paper").contains("04/CT-UBND") == true)
    }

    @Test("work is split and merged by its record, by who assigned it alone")
    func corrections() async throws {
        let id = try await assign().text("id")
        let parts: JSONValue = [
            "parts": [["title": "Xây dựng đề án"], ["title": "Trình phê duyệt"]], "documentNumber": "12/BB-VP",
            "reason": "Hai việc một dòng",
        ]
        #expect(try await api.send(.post, own(id) + "/parts", as: head, parts).status == 403)
        let split = try await api.send(.post, orders(id) + "/parts", as: office, parts)
        #expect(split.status == 201 && split.text("state") == "cancelled", "\(split.json)")
        #expect(try await api.send(.post, orders(id) + "/parts", as: office, parts).code == "item-cancelled")
        let made = try await api.send(.get, "/api/v1/province/items?tenant=district_101&limit=200", as: office).items
            .filter { $0.member("code").hasPrefix(split.text("code") + ".") }.map { $0.member("id") }
        #expect(made.count == 2)
        let merged = try await api.send(
            .post, "/api/v1/province/item-merges", as: office,
            [
                "items": .array(made.map(JSONValue.string)), "title": "Một việc", "documentNumber": "13/BB-VP",
                "reason": "Một việc hai dòng",
            ])
        #expect(merged.status == 201 && merged.text("state") == "assigned", "\(merged.json)")
        let printed = try await CommandRunner(database: province.url, entrance: province.entrance).run(
            [
                "item", "split", merged.text("id"), "--part", "Phần một", "--part", "Phần hai", "--number", "14/BB-VP", "--reason",
                "Hai việc", "--province", "--output", "csv",
            ], as: office)
        #expect(printed.text.contains("Phần một") && printed.text.contains("Phần hai"), "the command prints the parts: \(printed.text)")
        #expect(!printed.text.contains(merged.text("id")), "not what the record cancels")
    }

    @Test("the cause of a delay is the co-ordinating unit's, told with the item")
    func delays() async throws {
        let given = try await assign([("coordinators", ["district_102"])])
        guard case .string(let name)? = given.list("coordinators").first else {
            Issue.record("\(given.json)")
            return
        }
        let told = try await api.send(
            .post, own(given.text("id")) + "/progress", as: head, ["narrative": "Chưa gửi ý kiến", "delayedBy": .string(name)])
        #expect(told.status == 201 && told.list("reports").first?.member("delayedBy") == name, "\(told.json)")
        let wrong = try await api.send(
            .post, own(given.text("id")) + "/progress", as: head, ["narrative": "x", "delayedBy": "Sở Y tế"])
        #expect(wrong.code == "invalid-input")
    }
}

extension SupplementAPITests {
    @Test("what waits to be confirmed stands on a page; many are looked at and confirmed at once")
    func confirmations() async throws {
        let goal: JSONValue = ["direction": "atLeast", "target": "90", "unit": "%", "confirmedBy": "Cục Thống kê tỉnh"]
        let id = try await assign([("kind", "target"), ("goal", goal)]).text("id")
        let measured = try await api.send(
            .post, own(id) + "/progress", as: head, ["evidenceOn": "2023-06-01", "figure": ["value": "70", "status": "so_bo"]])
        #expect(measured.status == 201, "\(measured.json)")
        let report = try #require(measured.list("reports").first?.member("id"))
        let listed = try await api.send(.get, "/api/v1/province/unconfirmed-reports?limit=200", as: office)
        #expect(listed.items.contains { $0.member("report") == report && $0.member("confirmedBy") == "Cục Thống kê tỉnh" })
        let cookie: HTTPFields = [
            .cookie: "thidua=\(office.text)", .fetchSite: "same-origin", .contentType: "application/x-www-form-urlencoded",
        ]
        func page(_ step: String? = nil, number: String = "", looked: String = "") async throws -> (
            status: HTTPResponse.Status, body: String
        ) {
            let shown = try await province.call(.get, "/confirmations", headers: cookie)
            guard let step else { return (shown.status, shown.body) }
            let token = shown.body.split(separator: "name=\"form\" value=\"").dropFirst().first?.prefix { $0 != "\"" } ?? ""
            let page = try await province.call(
                .post, "/confirmations", headers: cookie,
                body: "form=\(token)&step=\(step)&number=\(number)&report-\(report)=1&looked=\(looked)")
            return (page.status, page.body)
        }
        #expect(try await page().body.contains("70 % (sơ bộ)"))
        #expect(try await page("preview").body.contains("nhập số, ký hiệu văn bản của Cục Thống kê tỉnh"))
        let looked = try await page("preview", number: "45-CTK")
        #expect(looked.status == .ok && looked.body.contains("sẽ được xác nhận"), "\(looked.body)")
        #expect(try await page().body.contains(report), "a look changes nothing")
        let mark = looked.body.firstMatch(of: /name="looked" value="([0-9a-f]+)"/).map { String($0.output.1) } ?? ""
        #expect(try await page("confirm", number: "46-CTK", looked: mark).status == .conflict, "that is not what was looked at")
        #expect(try await page("confirm", number: "45-CTK", looked: mark).status == .seeOther)
        #expect(try await !page().body.contains(report))
    }
}
