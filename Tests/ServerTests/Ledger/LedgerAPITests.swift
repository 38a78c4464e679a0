import Domain
import FoundationEssentials
import HTTPTypes
import Operations
import Server
import Storage
import TestSupport
import Testing
import Web

/// A directive from its entry to the accepted result of a commune, over HTTP as each officer sends it.
@Suite("The ledger over HTTP", .province, .serialized, .timeLimit(.minutes(30)))
struct LedgerAPITests {
    let province = Province.current
    private let base = "/api/v1/tenants/district_101/items"

    private var office: Token { province.token(of: .officeMonitor) }
    private var head: Token { province.token(of: .unitHead, in: "district_101") }
    private var commune: Token { province.token(of: .subUnitOfficer, in: "district_101", unit: "10101") }

    @Test("goes from the directive down to a commune and back up, each officer in his turn")
    func wholeWay() async throws {
        let directive = try await directive("101/QĐ-UBND")
        let assigned = try await send(.post, "/api/v1/province/items", office, assignment(directive, lead: "district_101"))
        #expect(assigned.status == .created, "\(assigned.body)")
        let id = assigned.text("id")
        #expect(assigned.text("dueOn") == "2023-06-29")
        #expect(assigned.text("dueWords") == "trước ngày 30/6/2023")
        #expect(assigned.etag == "\"1\"")
        #expect(try await send(.post, "\(base)/\(id)/acknowledgement", head).text("state") == "acknowledged")

        let part = try await send(
            .post, "\(base)/\(id)/children", head,
            ["unit": "10101", "title": "Phần việc ở xã", "dueWords": "hết ngày 15/6/2023", "assignedOn": "2023-04-01"])
        #expect(part.status == .created, "\(part.body)")
        let own = try await send(.get, "\(base)?limit=1", commune)
        #expect(own.list("items").map { $0.text("id") } == [part.text("id")])
        #expect(own.list("items").first?.text("timeliness") == "overdue")
        #expect(try await send(.get, "\(base)/\(id)", commune).status == .notFound)

        let reported = try await send(
            .post, "\(base)/\(part.text("id"))/progress", commune,
            ["milestonePercent": 50, "evidenceOn": "2023-05-31", "narrative": "Đã gửi lấy ý kiến"])
        #expect(reported.object("lastReport")?.text("milestonePercent") == "50")
        let result = try await send(
            .post, "\(base)/\(part.text("id"))/progress", commune,
            ["result": true, "evidenceOn": "2023-06-14", "documentNumber": "3/BC-UBND", "narrative": "Xong"])
        #expect(result.text("state") == "resultSubmitted")
        let accepted = try await send(.post, "\(base)/\(part.text("id"))/rulings", head, ["kind": "accepted"])
        #expect(accepted.text("timeliness") == "completedEarly")
        #expect(accepted.list("rulings").map { $0.text("kindName") } == ["xác nhận hoàn thành"])

        let whole = try await send(.get, "\(base)/\(id)", head)
        #expect(whole.list("children").map { $0.text("completedOn") } == ["2023-06-14"])
        #expect(whole.text("completedOn").isEmpty)
        let overview = try await send(.get, "/api/v1/province/overview", office)
        let row = overview.list("units").first { $0.text("tenant") == "district_101" }
        #expect(row?.object("counts")?.text("items") == "1")
        #expect(row?.object("counts")?.text("dueSoon") == "0")
        let inside = try await send(.get, "/api/v1/tenants/district_101/overview", head)
        #expect(inside.list("units").first { $0.text("code") == "10101" }?.object("counts")?.text("completedEarly") == "1")
        let counts = try await send(.get, "/api/v1/province/item-counts?by=tenant&directive=\(directive)", office)
        #expect(counts.list("groups").map { $0.text("key") } == ["district_101"])
    }

    @Test("changes an item by the version that was read, and by its assigner alone")
    func versions() async throws {
        let directive = try await directive("102/QĐ-UBND")
        let id = try await send(.post, "/api/v1/province/items", office, assignment(directive, lead: "district_101")).text("id")
        let path = "/api/v1/province/items/\(id)"
        let later: [(String, JSONValue)] = [("reason", "Chỉ đạo mới"), ("dueWords", "trong tháng 7/2023"), ("provinceLeader", nil)]
        let change = JSONValue.object(JSONObject(later + [("documentNumber", "15/UBND-TH")]))
        #expect(try await send(.patch, path, office, change).status == .preconditionRequired)
        let nameless = try await send(.patch, path, office, .object(JSONObject(later)), ifMatch: "\"1\"")
        #expect(nameless.list("errors").map { $0.text("path") } == ["$.documentNumber"], "a later date needs its paper")
        let changed = try await send(.patch, path, office, change, ifMatch: "\"1\"")
        #expect(changed.status == .ok, "\(changed.body)")
        #expect(changed.text("laterByTheAssigner") == "1" && changed.text("extensionsGranted") == "0")
        #expect(changed.text("dueOn") == "2023-07-31")
        #expect(changed.text("originalDueOn") == "2023-06-29")
        #expect(changed.etag == "\"2\"")
        #expect(try await send(.patch, path, office, change, ifMatch: "\"1\"").status == .preconditionFailed)
        #expect(try await send(.patch, "\(base)/\(id)", head, change, ifMatch: "\"2\"").status == .forbidden)
        #expect(changed.list("changes").map { $0.text("dueOn") } == ["2023-06-29"])
        #expect(changed.list("changes").map { $0.text("documentNumber") + " " + $0.text("documentOn") } == ["15/UBND-TH 2023-06-20"])
    }

    @Test("names the paper of a change, and of every step the post that did it")
    func papersAndPosts() async throws {
        let directive = try await directive("107/QĐ-UBND")
        let id = try await send(.post, "/api/v1/province/items", office, assignment(directive, lead: "district_101")).text("id")
        let path = "/api/v1/province/items/\(id)"
        var change: [(String, JSONValue)] = [("reason", "Chỉ đạo mới"), ("product", "Đề án"), ("documentIssuer", "Chủ tịch UBND tỉnh")]
        let nameless = try await send(.patch, path, office, .object(JSONObject(change)), ifMatch: "\"1\"")
        #expect(nameless.list("errors").map { $0.text("path") } == ["$.documentNumber"])
        change += [("documentNumber", "15/UBND-TH"), ("documentOn", "2023-06-21")]
        let early = try await send(.patch, path, office, .object(JSONObject(change)), ifMatch: "\"1\"")
        #expect(early.list("errors").map { $0.text("path") } == ["$.documentOn"], "tomorrow")
        change[change.count - 1].1 = "2023-06-15"
        let changed = try await send(.patch, path, office, .object(JSONObject(change)), ifMatch: "\"1\"")
        let kept = try #require(changed.list("changes").first)
        #expect(kept.text("documentNumber") == "15/UBND-TH" && kept.text("documentOn") == "2023-06-15", "\(changed.body)")
        #expect(kept.text("documentIssuer") == "Chủ tịch UBND tỉnh")
        #expect(try await send(.post, "\(base)/\(id)/acknowledgement", head).status.kind == .successful)

        // The unit reads the Office's title beside its own; the page says both.
        let told = try await send(.get, "\(base)/\(id)", head)
        let changedBy = try #require(told.list("changes").first?.text("changedByTitle"))
        let recordedBy = try #require(told.list("reports").first?.text("recordedByTitle"))
        #expect(changedBy.hasPrefix("\(Role.officeMonitor.rawValue) "), "\(told.body)")
        #expect(recordedBy == "\(Role.unitHead.rawValue) district_101", "\(told.body)")
        let page = try await province.call(
            .get, "/units/district_101/items/\(id)",
            headers: [.cookie: "\(Credentials.cookieName(secure: province.backend.secure))=\(head.text)"])
        for title in [changedBy, recordedBy] { #expect(page.body.contains("<td>\(title)</td>"), "\(title)") }
    }

    @Test("imports a table by dry run and in earnest; the same request with its key gives nothing twice")
    func imports() async throws {
        let directive = try await directive("103/QĐ-UBND")
        let table = "TT,Nhiệm vụ,Cơ quan chủ trì,Cơ quan phối hợp,Sản phẩm,Cấp trình,Thời hạn\n1,Việc một,SNV,\"TTT, 101\",,,30/6/2023\n"
        let path = "/api/v1/province/item-imports?directive=\(directive)&sector=NV"
        func post(_ path: String, _ body: String, key: String? = nil) async throws -> Answer {
            var headers: HTTPFields = [.contentType: "text/csv; charset=utf-8"]
            headers[.idempotencyKey] = key
            return Answer(try await province.call(.post, path, token: office, headers: headers, body: body))
        }
        let dry = try await post(path + "&dryRun=true", table)
        #expect(dry.status == .ok, "\(dry.body)")
        #expect(dry.text("dryRun") == "true")
        #expect(dry.text("coordinating") == "2")
        let key = "nhap-\(UUID().uuidString)"
        let first = try await post(path, table, key: key)
        #expect(first.list("assigned").count == 1)
        let again = try await post(path, table, key: key)
        #expect(again.status == .ok)
        #expect(again.list("assigned").isEmpty)
        #expect(again.list("unchanged").count == 1)
        #expect(again.text("dryRun") == "false", "it was given, and not only tried")
        let listed = try await send(.get, "/api/v1/province/items?directive=\(directive)", office)
        #expect(listed.list("items").count == 3)

        let faulty = try await post(path, table + "2,,Sở Lạ,,,,hôm nào\n")
        #expect(faulty.status == .unprocessableContent)
        #expect(
            faulty.list("errors").map { $0.text("path") } == [
                "dòng 3, cột Cơ quan chủ trì", "dòng 3, cột Nhiệm vụ", "dòng 3, cột Thời hạn",
            ])
        #expect(try await post("/api/v1/province/item-imports", table).list("errors").map { $0.text("path") } == ["?directive"])
        let plain = try await province.call(.post, path, token: office, headers: [.contentType: "text/plain"], body: table)
        #expect(plain.status == .unsupportedMediaType)
    }

    @Test("keeps a paper, and gives it back as an attachment that no browser opens")
    func papers() async throws {
        let directive = try await directive("104/QĐ-UBND")
        let path = "/api/v1/province/directives/\(directive)/file"
        let pdf = "%PDF-1.7\nQuyết định\n%%EOF\n"
        func put(_ body: String, _ type: String = "application/pdf") async throws -> Answer {
            Answer(
                try await province.call(
                    .put, path + "?name=Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh.pdf", token: office, headers: [.contentType: type], body: body))
        }
        #expect(try await put("không phải pdf").status == .unsupportedMediaType)
        #expect(try await put("%PDF-1.7\ncắt").text("code") == "file-cut-off")
        #expect(try await put(pdf, "text/html").status == .unsupportedMediaType)
        #expect(try await put(pdf).status == .ok)
        #expect(try await put(pdf).text("code") == "directive-file-there")
        let got = try await province.call(.get, "/api/v1/tenants/district_101/directives/\(directive)/file", token: commune)
        #expect(got.status == .ok)
        #expect(got.body == pdf)
        #expect(got.headers[.contentType] == "application/pdf")
        #expect(got.headers[.xContentTypeOptions] == "nosniff")
        #expect(got.headers[.contentDisposition] == "attachment; filename*=UTF-8''Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh.pdf")
        let shown = try await send(.get, "/api/v1/tenants/district_101/directives/\(directive)", commune)
        #expect(shown.object("file")?.text("bytes") == "\(pdf.utf8.count)")
    }

    @Test("names every fault of a body by its path, and of a query by its parameter")
    func faults() async throws {
        let directive = try await directive("105/QĐ-UBND")
        let body: JSONValue = [
            "lead": "dept_snv", "kind": "target", "title": "x", "sector": "NV", "goal": ["direction": "atMost", "target": 7, "unit": "%"],
            "directive": "abc", "colour": "red",
        ]
        let form = try await send(.post, "/api/v1/province/items", office, body)
        #expect(Set(form.list("errors").map { $0.text("path") }) == ["$.goal.target", "$.directive", "$.colour"])
        // A member that is right is never called unknown because another is wrong.
        let unheard: JSONValue = [
            "lead": "dept_snv", "kind": "viec", "title": "x", "sector": "NV", "dueOn": "2023-08-01", "campaign": "KH-77-2023",
            "assignee": "0192a000-0000-7000-8000-00000000abcd",
        ]
        #expect(try await send(.post, "/api/v1/province/items", office, unheard).list("errors").map { $0.text("path") } == ["$.kind"])
        let ruling: JSONValue = ["kind": "khac", "reason": "x", "fault": "quality", "decidedOn": "2023-06-01"]
        let ruled = try await send(.post, "/api/v1/province/items/0192a000-0000-7000-8000-00000000abcd/rulings", office, ruling)
        #expect(ruled.list("errors").map { $0.text("path") } == ["$.kind"])
        let falling: JSONValue = [
            "lead": "dept_snv", "kind": "target", "title": "x", "sector": "NV",
            "goal": ["direction": "atMost", "target": "7", "unit": "%"],
            "directive": .string(directive),
        ]
        #expect(
            try await send(.post, "/api/v1/province/items", office, falling).list("errors").map { $0.text("path") } == ["$.goal.baseline"])
        for query in ["timeliness=late", "unit=abc", "dueFrom=31/12", "origin=outside", "cursor=00", "tenant=Sở", "by=x"] {
            let path = query.hasPrefix("by") ? "/api/v1/province/item-counts?" : "/api/v1/province/items?"
            let escaped = query.replacing("ở", with: "%E1%BB%9F")
            let answer = try await send(.get, path + escaped, office)
            #expect(answer.status == .unprocessableContent, "\(query)")
            #expect(answer.list("errors").map { $0.text("path") } == ["?" + query.prefix { $0 != "=" }])
        }
        let follows = try await send(
            .post, "/api/v1/province/items/0192a000-0000-7000-8000-00000000abcd/rulings", office, ["kind": "leadAccepted"])
        #expect(follows.list("errors").map { $0.text("path") } == ["$.kind"])
    }

    @Test("pages through a list by its cursor, and shows a past day")
    func pages() async throws {
        let directive = try await directive("106/QĐ-UBND")
        for _ in 0..<5 { _ = try await send(.post, "/api/v1/province/items", office, assignment(directive, lead: "dept_ttt")) }
        var seen: [String] = []
        var cursor = ""
        repeat {
            let page = try await send(
                .get, "/api/v1/province/items?directive=\(directive)&limit=2" + (cursor.isEmpty ? "" : "&cursor=\(cursor)"), office)
            seen += page.list("items").map { $0.text("id") }
            cursor = page.text("next")
        } while !cursor.isEmpty
        #expect(seen.count == 5)
        #expect(Set(seen).count == 5)
        #expect(try await send(.get, "/api/v1/province/items?directive=\(directive)&asOf=2023-06-19", office).list("items").isEmpty)
        #expect(try await send(.get, "/api/v1/province/items?directive=\(directive)&asOf=2023-06-20", office).list("items").count == 5)
    }

    // MARK: - Sending

    private struct Answer {
        let status: HTTPResponse.Status
        let etag: String?
        let body: String
        let json: JSONValue

        init(_ answer: (status: HTTPResponse.Status, headers: HTTPFields, body: String)) {
            (status, etag, body) = (answer.status, answer.headers[.eTag], answer.body)
            json = (try? StrictJSON.parse(Array(answer.body.utf8))) ?? .null
        }

        func text(_ name: String) -> String { json.text(name) }
        func list(_ name: String) -> [JSONValue] { json.list(name) }
        func object(_ name: String) -> JSONValue? { json.object(name) }
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, _ token: Token, _ body: JSONValue? = nil, ifMatch: String? = nil
    ) async throws -> Answer {
        var headers: HTTPFields = [:]
        headers[.ifMatch] = ifMatch
        return Answer(try await province.call(method, path, token: token, headers: headers, body: body?.text() ?? ""))
    }

    /// The id of a paper of the province.
    private func directive(_ number: String) async throws -> String {
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.keepSectors([(code: "NV", name: "Nội vụ")])
        }
        let paper: JSONValue = [
            "type": "Quyết định", "number": .string(number), "issuedOn": "2023-03-20", "issuer": "Ủy ban nhân dân tỉnh",
            "abstract": "Giao nhiệm vụ",
        ]
        let entered = try await send(.post, "/api/v1/province/directives", office, paper)
        #expect(entered.status == .created, "\(entered.body)")
        return entered.text("id")
    }

    private func assignment(_ directive: String, lead: String) -> JSONValue {
        [
            "lead": .string(lead), "kind": "task", "title": "Báo cáo kết quả", "sector": "NV", "directive": .string(directive),
            "sourceClause": "Số thứ tự 1", "dueWords": "trước ngày 30/6/2023", "completion": "ketQua",
        ]
    }
}

extension JSONValue {
    fileprivate func object(_ name: String) -> JSONValue? {
        guard case .object(let object) = self, let value = object[name], value != .null else { return nil }
        return value
    }

    /// The text or the number of a member; empty where there is none.
    fileprivate func text(_ name: String) -> String {
        switch object(name) {
        case .string(let text): text
        case .number(let number): number.text
        case .bool(let bool): "\(bool)"
        default: ""
        }
    }

    fileprivate func list(_ name: String) -> [JSONValue] {
        guard case .array(let elements) = object(name) else { return [] }
        return elements
    }
}
