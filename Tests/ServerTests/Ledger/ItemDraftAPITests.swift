import Domain
import FoundationEssentials
import HTTPTypes
import Operations
import Server
import Storage
import TestSupport
import Testing
import Web

/// Items before they are given, over HTTP and on their page.
@Suite("Drafts of items over HTTP", .province, .serialized, .timeLimit(.minutes(30)))
struct ItemDraftAPITests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private var office: Token { province.token(of: .officeMonitor) }
    private var head: Token { province.token(of: .unitHead, in: "district_101") }
    private let drafts = "/api/v1/province/item-drafts"

    private func body(_ title: String, lead: String = "district_101") async throws -> JSONValue {
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.keepSectors([(code: "NV", name: "Nội vụ, cải cách hành chính")])
        }
        return [
            "lead": .string(lead), "kind": "task", "title": .string(title), "sector": "NV", "dueWords": "trước ngày 30/6/2023",
            "assignedOn": "2023-04-01",
        ]
    }

    @Test("are written, changed from the version that was read, and given; the receiver sees the item and never the draft")
    func wholeWay() async throws {
        let written = try await api.send(.post, drafts, as: office, try await body("Nháp thứ nhất"))
        #expect(written.status == 201 && written.text("state") == "draft", "\(written.json)")
        let (id, version) = (written.text("id"), written.version)
        let revised = try await api.send(.put, "\(drafts)/\(id)", as: office, try await body("Nháp thứ hai"), version: version)
        #expect(revised.status == 200 && revised.text("title") == "Nháp thứ hai", "\(revised.json)")
        #expect(revised.json.members("entered").member("dueWords") == "trước ngày 30/6/2023")
        #expect(try await api.send(.put, "\(drafts)/\(id)", as: office, try await body("x"), version: version).status == 412)
        #expect(try await api.send(.get, "/api/v1/tenants/district_101/item-drafts/\(id)", as: head).status == 404)
        #expect(try await api.send(.get, drafts, as: province.token(of: .homeAffairsOfficer)).status == 403)
        let listed = try await api.send(.get, drafts + "?limit=200", as: office)
        #expect(listed.items.contains { $0.member("id") == id })

        let given = try await api.send(.post, "\(drafts)/\(id)/assignment", as: office, version: revised.version)
        #expect(given.status == 201 && given.text("title") == "Nháp thứ hai" && given.text("dueOn") == "2023-06-29", "\(given.json)")
        let received = try await api.send(.get, "/api/v1/tenants/district_101/items/\(given.text("id"))", as: head)
        #expect(received.status == 200 && received.text("title") == "Nháp thứ hai")
        #expect(given.text("draft") == id && received.text("draft").isEmpty)
        let closed = try await api.send(.get, "\(drafts)/\(id)", as: office)
        #expect(closed.text("state") == "assigned" && closed.json.members("item").member("id") == given.text("id"), "\(closed.json)")
        #expect(try await api.send(.post, "\(drafts)/\(id)/discard", as: office, version: closed.version).code == "draft-assigned")
        #expect(try await api.send(.get, drafts + "?limit=200", as: office).items.allSatisfy { $0.member("id") != id })
        // Where it began, its assigner reads in the history; nobody else does.
        let path = "/units/district_101/items/\(given.text("id"))"
        #expect(try await province.call(.get, path, token: office).body.contains("sửa 1 lần trước khi giao"))
        #expect(try await !province.call(.get, path, token: head).body.contains("sửa 1 lần trước khi giao"))
    }

    @Test("of a unit are for its own sub-units; given up they stay as they were")
    func inside() async throws {
        let own = "/api/v1/tenants/district_101/item-drafts"
        let written = try await api.send(.post, own, as: head, try await body("Việc của xã", lead: "10101"))
        #expect(written.status == 201, "\(written.json)")
        let discarded = try await api.send(.post, "\(own)/\(written.text("id"))/discard", as: head, version: written.version)
        #expect(discarded.status == 200 && discarded.text("state") == "discarded" && discarded.text("title") == "Việc của xã")
        let listed = try await api.send(.get, own + "?state=discarded&limit=200", as: head)
        #expect(listed.items.contains { $0.member("id") == written.text("id") })
        #expect(try await api.send(.get, "\(drafts)/\(written.text("id"))", as: office).status == 404)
        let officer = province.token(of: .subUnitOfficer, in: "district_101", unit: "10101")
        #expect(try await api.send(.post, own, as: officer, try await body("x", lead: "10101")).status == 403)
    }

    @Test("have a page: written, changed and given by forms; what is wrong is said above them")
    func page() async throws {
        _ = try await body("x")
        let cookie = "\(Credentials.cookieName(secure: province.backend.secure))=\(office.text)"
        func shown() async throws -> String { try await province.call(.get, "/item-drafts", headers: [.cookie: cookie]).body }
        let mark = "Trang nhap \(UInt32.random(in: 0...UInt32.max))"
        let written = try await province.submit(
            "/item-drafts", "title=\(mark)&lead=khong-co&sector=NV&product=Bao cao", of: try await shown(), cookie: cookie)
        #expect(written.status == .seeOther, "\(written.body.prefix(2_000))")
        let page = try await shown()
        let row = try #require(page.components(mark).dropFirst().first)
        let id = try #require(row.firstMatch(of: /item-drafts\/([0-9a-f-]{36})\/assign/)).output.1
        let refused = try await province.submit("/item-drafts/\(id)/assign", "version=1", of: page, cookie: cookie)
        #expect(refused.status == .unprocessableContent && refused.body.contains("role=\"alert\""))
        let revised = try await province.submit(
            "/item-drafts/\(id)/revise", "version=1&title=\(mark)&lead=district_101&sector=NV&product=Bao cao&dueOn=2023-06-30", of: page,
            cookie: cookie)
        #expect(revised.status == .seeOther, "\(revised.body.prefix(2_000))")
        let given = try await province.submit("/item-drafts/\(id)/assign", "version=2", of: page, cookie: cookie)
        let item = given.headers[.location] ?? ""
        #expect(given.status == .seeOther && item.hasPrefix("/units/district_101/items/"), "\(given.body.prefix(2_000))")
        let told = try await province.call(.get, item, headers: [.cookie: cookie]).body
        #expect(told.contains(mark) && told.contains("Bao cao") && told.contains("30/06/2023"))
        #expect(try await !shown().contains(mark))
    }

    @Test("say on their page also the deadlines, the further papers, what was in earlier years and the paper of the date")
    func beyondTerms() async throws {
        _ = try await body("x")
        let number = "\(UInt32.random(in: 0...UInt32.max))/CT-UBND"
        let paper = try await api.send(
            .post, "/api/v1/province/directives", as: office,
            [
                "type": "Chỉ thị", "number": .string(number), "issuedOn": "2023-03-16", "issuer": "Chủ tịch Ủy ban nhân dân tỉnh",
                "abstract": "Tăng cường kỷ luật",
            ])
        #expect(paper.status == 201, "\(paper.json)")
        let cookie = "\(Credentials.cookieName(secure: province.backend.secure))=\(office.text)"
        func shown() async throws -> String { try await province.call(.get, "/item-drafts", headers: [.cookie: cookie]).body }
        let mark = "Trang nhap \(UInt32.random(in: 0...UInt32.max))"
        let fields = "title=\(mark)&lead=district_101&sector=NV&dueOn=2023-09-25"
        let said = "occurrences=hằng tháng từ 25/6/2023 đến 25/9/2023&carriedOn=2022-05-10&carriedDueOn=2022-12-31&carriedCode=NV-9"
        for (wrong, words) in [
            ("sources=999999/CT-KHONG: mục II", "chưa có văn bản số 999999/CT-KHONG"), ("occurrences=hằng tuần", "không phải kỳ hạn"),
            ("carriedOn=&carriedDueOn=2022-12-31&carriedCode=", "ghi ngày giao của năm trước"),
        ] {
            let refused = try await province.submit("/item-drafts", "\(fields)&\(wrong)", of: try await shown(), cookie: cookie)
            #expect(refused.status == .unprocessableContent && refused.body.contains(words), "\(wrong): \(refused.body.prefix(2_000))")
        }
        let written = try await province.submit(
            "/item-drafts", "\(fields)&\(said)&sources=\(number): mục II&dueDocument=1520/UBND-TH", of: try await shown(), cookie: cookie)
        #expect(written.status == .seeOther, "\(written.body.prefix(2_000))")
        let page = try await shown()
        let row = try #require(page.components(mark).dropFirst().first)
        let id = try #require(row.firstMatch(of: /item-drafts\/([0-9a-f-]{36})\/assign/)).output.1
        for words in [
            "25/06/2023; 25/07/2023; 25/08/2023; 25/09/2023", "\(number) ngày 16/03/2023: mục II</textarea>", "value=\"2022-05-10\"",
        ] {
            #expect(page.contains(words), "\(words): \(page)")
        }
        // Sent again as the page shows it, it stays what it is.
        let revised = try await province.send("/item-drafts/\(id)/revise", [:], of: page, cookie: cookie)
        #expect(revised.status == .seeOther, "\(revised.body.prefix(2_000))")
        let given = try await province.submit("/item-drafts/\(id)/assign", "version=2", of: page, cookie: cookie)
        #expect(given.status == .seeOther, "\(given.body.prefix(2_000))")
        let told = try await province.call(.get, given.headers[.location] ?? "", headers: [.cookie: cookie]).body
        for words in ["25/08/2023", "25/09/2023", "mục II", "giao ngày 10/05/2022, thời hạn 31/12/2022, mã NV-9", "1520/UBND-TH"] {
            #expect(told.contains(words), "\(words): \(told)")
        }
    }
}

extension String {
    fileprivate func components(_ mark: String) -> [String] {
        var (parts, rest) = ([String](), self[...])
        while let range = rest.firstRange(of: mark) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return parts + [String(rest)]
    }
}
