import Domain
import FoundationEssentials
import HTTPTypes
import Operations
import Server
import Storage
import TestSupport
import Testing
import Web

/// One item's page beyond its steps: what it tells besides the facts, and the forms of change, cutting and files.
@Suite("What an item's page tells and takes", .province(opening: 1), .serialized, .timeLimit(.minutes(30)))
struct ItemPageTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private var office: Token { province.token(of: .officeMonitor) }
    private var head: Token { province.token(of: .unitHead, in: "district_101") }

    private func item(_ title: String, lead: String = "district_101", due: String = "2023-12-31", _ more: [(String, JSONValue)] = [])
        async throws -> APIAnswer
    {
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.keepSectors([(code: "NV", name: "Nội vụ, cải cách hành chính")])
        }
        let body: [(String, JSONValue)] = [
            ("lead", .string(lead)), ("kind", "task"), ("title", .string(title)), ("sector", "NV"), ("completion", "ketQua"),
            ("dueOn", .string(due)), ("assignedOn", "2023-04-01"),
        ]
        let given = try await api.send(.post, "/api/v1/province/items", as: office, .object(JSONObject(body + more)))
        #expect(given.status == 201, "\(given.json)")
        return given
    }

    private func path(_ id: String) -> String { "/units/district_101/items/\(id)" }
    private func cookie(_ token: Token) -> String { "\(Credentials.cookieName(secure: province.backend.secure))=\(token.text)" }

    private func page(_ id: String, as token: Token) async throws -> String {
        try await province.call(.get, path(id), headers: [.cookie: cookie(token)]).body
    }

    private func submit(_ id: String, _ step: String, _ fields: String, as token: Token) async throws -> (
        status: HTTPResponse.Status, body: String
    ) {
        let reply = try await province.submit(
            "\(path(id))/\(step)", fields, of: try await page(id, as: token), cookie: cookie(token))
        return (reply.status, reply.body)
    }

    @Test("tells deadlines with what was delivered, further papers, and who held it up and why")
    func supplements() async throws {
        let paper = try await api.send(
            .post, "/api/v1/province/directives", as: office,
            [
                "type": "Chỉ thị", "number": .string("\(UInt16.random(in: 100...UInt16.max))/CT-UBND"), "issuedOn": "2023-03-16",
                "issuer": "Chủ tịch Ủy ban nhân dân tỉnh", "abstract": "Tăng cường kỷ luật",
            ])
        let given = try await item(
            "Báo cáo quý",
            [
                ("coordinators", ["district_102"]), ("recurrence", ["every": "quarter", "from": "2023-06-15", "through": "2023-12-31"]),
                ("sources", [["directive": .string(paper.text("id")), "clause": "Mục III.9"]]),
            ])
        let id = given.text("id")
        let name = given.json.memberList("coordinators").first ?? ""
        let told = try await api.send(
            .post, "/api/v1/tenants/district_101/items/\(id)/progress", as: head,
            ["narrative": "Chưa gửi ý kiến thẩm định", "delayedBy": .string(name)])
        #expect(told.status == 201, "\(told.json)")
        // By the form of the page, for its deadline.
        let sent = try await submit(id, "report", "occurrence=2023-06-15&day=2023-06-14&number=7/BC&reason=Da gui quy II", as: head)
        #expect(sent.status == .seeOther, "\(sent.body.prefix(2_000))")
        for token in [head, office] {
            let body = try await page(id, as: token)
            for words in [
                "<h2>Kỳ hạn</h2>", "15/06/2023", "chờ xác nhận", "14/06/2023, 7/BC, Da gui quy II", "15/09/2023", "chưa đến hạn",
                "<h2>Văn bản giao khác</h2>", "Mục III.9", paper.text("number"), "<h2>Nguyên nhân chậm của cơ quan phối hợp</h2>",
                "Chưa gửi ý kiến thẩm định",
            ] { #expect(body.contains(words), "\(words)") }
            #expect(!body.contains("Biên bản tách, gộp"))
        }
        // The control: an item without any of it.
        let plain = try await page(try await item("Việc thường").text("id"), as: head)
        for words in ["<h2>Kỳ hạn</h2>", "Văn bản giao khác", "Nguyên nhân chậm của cơ quan"] {
            #expect(!plain.contains(words), "\(words)")
        }
    }

    @Test("takes an acceptance back of who may rule, by its paper, and tells so; the interface for programs does the same")
    func takenBack() async throws {
        let id = try await item("Việc xác nhận nhầm").text("id")
        func accept(on day: String) async throws {
            let sent = try await api.send(
                .post, "/api/v1/tenants/district_101/items/\(id)/progress", as: head,
                ["result": true, "evidenceOn": .string(day), "documentNumber": "3/BC-UBND", "narrative": "Xong"])
            #expect(sent.status == 201, "\(sent.json)")
            let accepted = try await api.send(.post, "/api/v1/province/items/\(id)/rulings", as: office, ["kind": "accepted"])
            #expect(accepted.status == 201, "\(accepted.json)")
        }
        let form = "action=\"\(path(id))/revoke\""
        #expect(try await !page(id, as: office).contains(form), "nothing was accepted yet")
        try await accept(on: "2023-06-12")
        #expect(try await page(id, as: office).contains(form))
        #expect(try await !page(id, as: head).contains(form))
        let bare = try await submit(id, "revoke", "day=2023-06-20&reason=Nham ngay", as: office)
        #expect(bare.status == .unprocessableContent && bare.body.contains("của cơ quan giao"), "\(bare.body.prefix(2_000))")
        let done = try await submit(id, "revoke", "number=14/BB-VP&day=2023-06-20&reason=Ghi nham ngay", as: office)
        #expect(done.status == .seeOther, "\(done.body.prefix(2_000))")
        let shown = try await page(id, as: head)
        for words in ["hủy xác nhận hoàn thành", "14/BB-VP", "Ghi nham ngay"] { #expect(shown.contains(words), "\(words)") }
        #expect(try await !page(id, as: office).contains(form))
        try await accept(on: "2023-06-10")
        let again = try await api.send(
            .post, "/api/v1/province/items/\(id)/rulings", as: office,
            ["kind": "revoked", "documentNumber": "15/BB-VP", "reason": "Văn bản không đúng"])
        #expect(again.status == 201 && again.list("rulings").last?.member("kindName") == "hủy xác nhận hoàn thành", "\(again.json)")
        let foreign = try await api.send(
            .post, "/api/v1/tenants/district_101/items/\(id)/rulings", as: head,
            ["kind": "revoked", "documentNumber": "15/BB-VP", "reason": "Văn bản không đúng"])
        #expect(foreign.status >= 400, "\(foreign.json)")
    }

    @Test("tells what was done on one day in the order in which it was done, and which result was taken back and which accepted")
    func order() async throws {
        let id = try await item("Báo cáo hai lần").text("id")
        let own = "/api/v1/tenants/district_101/items/\(id)"
        func result(_ number: String) -> JSONValue {
            ["result": true, "evidenceOn": "2023-06-20", "documentNumber": .string(number), "narrative": "Xong"]
        }
        #expect(try await api.send(.post, own + "/progress", as: head, result("10/BC")).status == 201)
        #expect(try await api.send(.post, own + "/withdrawal", as: head, ["reason": "Nhầm văn bản"]).status == 201)
        #expect(try await api.send(.post, own + "/progress", as: head, result("11/BC")).status == 201)
        let accepted = try await submit(id, "accept", "day=2023-06-20", as: office)
        #expect(accepted.status == .seeOther, "\(accepted.body.prefix(2_000))")
        let row = #/<td class="nowrap">20/06/2023</td><td>([^<]*)</td><td>[^<]*</td><td>[^<]*</td><td>([^<]*)</td>/#
        let steps = try await page(id, as: head).matches(of: row).map { (what: String($0.output.1), text: String($0.output.2)) }
        #expect(steps.map(\.what) == ["báo cáo kết quả", "rút kết quả", "báo cáo kết quả", "xác nhận hoàn thành"], "\(steps)")
        #expect(steps.count == 4 && steps[1].text.contains("báo cáo kết quả số 10/BC"), "\(steps)")
        #expect(steps.count == 4 && steps[3].text.contains("báo cáo kết quả số 11/BC"), "\(steps)")
    }

    @Test("leads from an item that was passed on to the new one, for who sees that; others read where it went, and follow no dead link")
    func passedOn() async throws {
        let own = "/api/v1/tenants/district_101/items"
        let whole = try await item("Việc giao cho xã").text("id")
        let part = try await api.send(.post, "\(own)/\(whole)/children", as: head, ["unit": "10101", "title": "Phần việc của xã"])
        #expect(part.status == 201, "\(part.json)")
        let id = part.text("id")
        let moved = try await api.send(
            .post, "\(own)/\(id)/transfer", as: head, ["lead": "10102", "documentNumber": "9/UBND", "reason": "Đúng địa bàn"])
        let other = try #require(moved.list("rulings").last?.members("other"), "\(moved.json)")
        let link = "href=\"\(path(other.member("item")))\""
        let shown = try await page(id, as: head)
        #expect(shown.contains(link) && shown.contains("Xã 101 số 2"), "\(shown)")
        let below = try await page(id, as: province.token(of: .subUnitOfficer, in: "district_101", unit: "10101"))
        #expect(below.contains("\(other.member("code")), đơn vị khác thuộc ") && !below.contains(link), "\(below)")
    }

    @Test("drafts a report where the unit asks for an approval, and files it where it does not")
    func drafted() async throws {
        let slug = try await province.freshDistrict()
        let bench = (officer: province.token(of: .subUnitOfficer, in: slug, unit: "PNV"), head: province.token(of: .unitHead, in: slug))
        let given = try await item("Việc phải trình", lead: slug)
        let part = try await api.send(
            .post, "/api/v1/tenants/\(slug)/items/\(given.text("id"))/children", as: bench.head, ["unit": "PNV", "title": "Phần việc"])
        #expect(part.status == 201, "\(part.json)")
        let there = "/units/\(slug)/items/\(part.text("id"))"
        func shown() async throws -> String { try await province.call(.get, there, headers: [.cookie: cookie(bench.officer)]).body }
        func approval(_ approval: Draft.Approval) async throws {
            try await province.write(as: .unitHead, in: slug) { (tx: borrowing TenantTransaction) in
                try await SetDraftApproval(approval, version: try await ShowDraftApproval().perform(in: tx).version).perform(in: tx)
            }
        }
        #expect(try await !shown().contains("Trình duyệt báo cáo"), "the control")
        try await approval(.unit)
        #expect(try await shown().contains("Trình duyệt báo cáo"))
        let sent = try await province.submit(
            "\(there)/report", "draft=yes&percent=30&day=2023-06-14&reason=Dang lam", of: try await shown(), cookie: cookie(bench.officer))
        #expect(sent.status == .seeOther, "\(sent.body.prefix(2_000))")
        #expect(try await !shown().contains("Dang lam"), "a draft is no report")
        let drafts = try await province.call(.get, "/drafts", headers: [.cookie: cookie(bench.officer)]).body
        #expect(drafts.contains("Dang lam"), "\(drafts)")
        // One press has passed it on, and the page says where it lies.
        let above = province.token(of: .subUnitHead, in: slug, unit: "PNV")
        let waiting = try await province.call(.get, "/drafts", headers: [.cookie: cookie(above)]).body
        #expect(waiting.contains("Dang lam") && waiting.contains("/forward\""), "\(waiting)")
        #expect(try await shown().contains("chờ xử lý (phụ trách phòng, ban, xã)"))
        let unseen = try await province.call(.get, there, headers: [.cookie: cookie(bench.head)]).body
        #expect(!unseen.contains("Dự thảo đang trình"), "it has not come to the head of the unit")
        // Returned, it tells why and on which item; its drafter mends it there, and gives it up.
        let draft = String(try #require(waiting.firstMatch(of: /"\/drafts\/([0-9a-f-]+)\/return"/)).output.1)
        func act(_ step: String, _ fields: String, as token: Token) async throws -> HTTPResponse.Status {
            let body = try await province.call(.get, "/drafts", headers: [.cookie: cookie(token)]).body
            return try await province.submit("/drafts/\(draft)/\(step)", fields, of: body, cookie: cookie(token)).status
        }
        func own() async throws -> String {
            try await province.call(.get, "/drafts", headers: [.cookie: cookie(bench.officer)]).body
        }
        #expect(try await act("discard", "version=2", as: bench.officer) == .conflict, "it does not lie with him")
        #expect(try await act("return", "version=2&remark=Thieu+so+lieu", as: above) == .seeOther)
        let back = try await own()
        for words in ["Thieu so lieu", "href=\"\(there)\"", "/drafts/\(draft)/revise", "Bỏ dự thảo"] {
            #expect(back.contains(words), "\(words): \(back)")
        }
        #expect(try await act("discard", "version=3", as: above) != .seeOther, "another's")
        #expect(
            try await act("revise", "version=3&percent=50&day=2023-06-14&number=5%2FBC&reason=Da+bo+sung", as: bench.officer) == .seeOther)
        let mended = try await own()
        #expect(mended.contains("50%; Da bo sung") && mended.contains("5/BC") && !mended.contains("Dang lam"), "\(mended)")
        #expect(try await act("discard", "version=4", as: bench.officer) == .seeOther)
        #expect(try await own().contains("đã bỏ"))
        #expect(try await !shown().contains("Dự thảo đang trình"))
    }

    @Test("takes further deadlines and papers of its assigner, and tells what it was in earlier years and by which paper it is due")
    func beyondTerms() async throws {
        let paper = try await api.send(
            .post, "/api/v1/province/directives", as: office,
            [
                "type": "Chỉ thị", "number": .string("\(UInt16.random(in: 100...UInt16.max))/CT-UBND"), "issuedOn": "2023-03-16",
                "issuer": "Chủ tịch Ủy ban nhân dân tỉnh", "abstract": "Tăng cường kỷ luật",
            ])
        let id = try await item(
            "Báo cáo tháng",
            [
                ("occurrences", ["2023-07-15"]), ("carried", ["assignedOn": "2022-05-10", "code": "NV-9"]),
                ("dueDocument", "1520/UBND-TH"),
            ]
        ).text("id")
        let shown = try await page(id, as: office)
        for words in ["giao ngày 10/05/2022, mã NV-9", "1520/UBND-TH", "Thêm kỳ hạn", "Thêm văn bản giao", paper.text("number")] {
            #expect(shown.contains(words), "\(words): \(shown)")
        }
        let own = try await page(id, as: head)
        #expect(own.contains("giao ngày 10/05/2022") && !own.contains("Thêm kỳ hạn") && !own.contains("Thêm văn bản giao"))
        let wrong = try await submit(id, "occurrences", "occurrences=hằng tuần", as: office)
        #expect(wrong.status == .unprocessableContent && wrong.body.contains("không phải kỳ hạn"), "\(wrong.body.prefix(2_000))")
        let added = try await submit(id, "occurrences", "occurrences=hằng tháng từ 15/8/2023 đến 15/9/2023", as: office)
        #expect(added.status == .seeOther, "\(added.body.prefix(2_000))")
        let named = try await submit(id, "sources", "directive=\(paper.text("id"))&clause=Mục III.9", as: office)
        #expect(named.status == .seeOther, "\(named.body.prefix(2_000))")
        #expect(try await submit(id, "sources", "directive=\(paper.text("id"))&clause=Mục III.9", as: office).status == .conflict)
        #expect(try await submit(id, "sources", "directive=\(paper.text("id"))&clause=Mục IV", as: head).status == .forbidden)
        let after = try await page(id, as: head)
        for words in ["15/07/2023", "15/08/2023", "15/09/2023", "Mục III.9"] { #expect(after.contains(words), "\(words)") }
        let moved = try await submit(
            id, "change", "version=1&title=Báo cáo tháng&dueDocument=1600/UBND-TH&due=2023-12-31&reason=Văn bản mới", as: office)
        #expect(moved.status == .seeOther, "\(moved.body.prefix(2_000))")
        #expect(try await page(id, as: head).contains("1600/UBND-TH"))
    }

    @Test("takes the assigner's change of what may be changed, with its reason, from the version that was read")
    func change() async throws {
        let id = try await item("Nội dung cũ").text("id")
        #expect(try await page(id, as: office).contains("/change\""))
        #expect(try await !page(id, as: head).contains("/change\""), "its doer changes nothing")
        let fields = "title=Noi dung moi&sourceClause=&product=De an&submitTo=&dueWords=&due=2023-12-15"
        let silent = try await submit(id, "change", "version=1&\(fields)&reason=", as: office)
        #expect(silent.status == .unprocessableContent && silent.body.contains("role=\"alert\""))
        let nameless = try await submit(id, "change", "version=1&\(fields)&issuer=UBND tinh&reason=x", as: office)
        #expect(nameless.status == .unprocessableContent && nameless.body.contains("bỏ trống cả cơ quan và ngày"))
        let paper = "number=15/UBND-TH&issuer=UBND tinh&day=2023-06-15"
        let changed = try await submit(id, "change", "version=1&\(fields)&\(paper)&reason=Theo 90/UBND", as: office)
        #expect(changed.status == .seeOther, "\(changed.body.prefix(2_000))")
        let body = try await page(id, as: head)
        for words in [
            "Noi dung moi", "De an", "15/12/2023", "Theo 90/UBND", "thời hạn trước đó 31/12/2023", "15/UBND-TH, UBND tinh",
            "văn bản ngày 15/06/2023",
        ] {
            #expect(body.contains(words), "\(words)")
        }
        #expect(try await submit(id, "change", "version=1&\(fields)&reason=x", as: office).status == .preconditionFailed)
        #expect(try await submit(id, "change", "version=2&\(fields)&reason=x", as: head).status == .forbidden)
    }

    @Test("the home lists items of no campaign too, those to be done first; a cancelled one is never overdue")
    func everyItem() async throws {
        try await province.launched(try Plans.shipped("KH-NHA-\(UInt16.random(in: 0...UInt16.max))"))
        let open = try await item("Việc còn làm", due: "2023-06-30")
        let gone = try await item("Việc đã hủy", due: "2023-06-01")
        func home() async throws -> String { try await province.call(.get, "/", headers: [.cookie: cookie(head)]).body }
        func row(_ item: APIAnswer, in body: String) -> Substring? {
            body.firstRange(of: "/items/\(item.text("id"))\"").map { body[$0.lowerBound...].prefix { $0 != "\n" } }
        }
        let before = try #require(row(gone, in: try await home()))
        #expect(before.contains("class=\"bad\""), "the control: overdue before")
        let cancelled = try await submit(gone.text("id"), "cancel", "day=2023-06-19&number=9/QD&issuer=UBND tinh&reason=Trung", as: office)
        #expect(cancelled.status == .seeOther, "\(cancelled.body.prefix(2_000))")
        let body = try await home()
        let (first, last) = (try #require(row(open, in: body)), try #require(row(gone, in: body)))
        #expect(first.contains("tỉnh giao, không thuộc phong trào") && !first.contains("hủy"))
        #expect(last.contains("hủy") && !last.contains("quá hạn") && !last.contains("class=\"bad\""), "\(last)")
        #expect(first.startIndex < last.startIndex, "what is to be done stands first though it is due later")
        // A short name is told from the full one, which alone is shown.
        func rename(_ name: String) async throws {
            try await province.asSuperuser(
                """
                SET session_replication_role = replica;
                UPDATE core.tenant_name SET name = \(name) WHERE tenant_id = '\(province.tenant("district_101"))';
                SET session_replication_role = origin;
                """)
        }
        try await rename("'Tên gọi tắt'")
        let page = try await page(gone.text("id"), as: head)
        try await rename("full_name")
        #expect(page.contains("<dt>Đơn vị</dt>") && !page.contains("Tên gọi tắt"), "\(page)")
        #expect(!page.contains("quá hạn") && page.contains("<dt>Bên giao</dt><dd>tỉnh giao</dd>"), "\(page)")
        #expect(page.contains("Chép nội dung nhắc việc") && page.contains("(mã \(gone.text("code")))"))
    }

    @Test("a sub-unit's home leads to the pages that it has a part in, and each opens")
    func ways() async throws {
        try await province.launched(try Plans.shipped("KH-XA-\(UInt16.random(in: 0...UInt16.max))"))
        let commune = province.token(of: .subUnitOfficer, in: "district_101", unit: "10101")
        let whole = try #require(WorkItem.ID(try await item("Việc ngoài phong trào", due: "2023-06-10").text("id")))
        _ = try await province.write(as: .unitHead, in: "district_101") { (tx: borrowing TenantTransaction) in
            try await HandOnItem(parent: whole, unit: "10101", assignedOn: CivilDate("2023-04-01")).perform(in: tx, ids: .system)
        }
        let body = try await province.call(.get, "/", headers: [.cookie: cookie(commune)]).body
        let late = body.firstMatch(of: /danh sách bên dưới[^<]* · (\d+) đang quá hạn/).flatMap { Int($0.output.1) } ?? 0
        #expect(body.contains("<b>0</b>đang quá hạn") && late > 0, "what is late outside the campaign is told above the list: \(body)")
        let person = province.person(of: .subUnitOfficer, in: "district_101", unit: "10101")
        _ = try await province.write(as: .unitHead, in: "district_101") { (tx: borrowing TenantTransaction) in
            try await HandOnItem(
                parent: whole, unit: "10101", assignee: person, title: "Phần đích danh", assignedOn: CivilDate("2023-04-01")
            ).perform(in: tx, ids: .system)
        }
        // The campaign that is shown stays in the link.
        let asked = try #require(body.firstMatch(of: /<a href="\/\?([^"]*mine=true)">Chỉ việc giao cho tôi<\/a>/)).output.1.replacing(
            "&amp;", with: "&")
        let mine = try await province.call(.get, "/?" + asked, headers: [.cookie: cookie(commune)]).body
        #expect(mine.contains("Phần đích danh") && mine.contains("Người được giao</th>"), "\(mine)")
        #expect(!mine.contains("Việc ngoài phong trào") && mine.contains(/<a href="\/[^"]*">Tất cả việc của đơn vị<\/a>/), "\(mine)")
        let links = body.matches(of: /href="(\/units\/district_101\/[a-z-]+)(?:\?[^"]*)?"/).map { String($0.output.1) }
        for page in ["months", "difficulties", "good-models", "remedies", "judgement"] {
            #expect(links.contains("/units/district_101/\(page)"), "\(page): \(body)")
        }
        for link in links {
            let reply = try await province.call(.get, link, headers: [.cookie: cookie(commune)])
            #expect(reply.status == .ok, "\(link): \(reply.body.prefix(2_000))")
        }
    }

    @Test("asks of a target's figure for the day that it was measured for, and proposes none")
    func figureDay() async throws {
        _ = try await item("Việc của lĩnh vực")
        let goal: JSONValue = ["direction": "atLeast", "target": "80", "unit": "%"]
        let id = try await api.send(
            .post, "/api/v1/province/items", as: office,
            [
                "lead": "district_101", "kind": "target", "title": "Tỷ lệ hài lòng", "sector": "NV", "completion": "ketQua",
                "dueOn": "2023-12-31", "assignedOn": "2023-04-01", "goal": goal,
            ]
        ).text("id")
        let label = "Số liệu tính đến ngày (cuối kỳ đo hoặc ngày đạt, không phải ngày công bố)"
        #expect(try await page(id, as: head).contains("<label>\(label) <input name=\"day\" type=\"date\"></label>"))
        let undated = try await submit(id, "report", "figure=79&status=chinh_thuc&day=&number=3/BC-CTK", as: head)
        #expect(undated.status == .unprocessableContent && undated.body.contains("<li>\(label): "), "\(undated.body)")
        let dated = try await submit(id, "report", "figure=79&status=chinh_thuc&day=2023-05-31&number=3/BC-CTK", as: head)
        #expect(dated.status == .seeOther, "\(dated.body)")
        let told = try await api.send(.get, "/api/v1/tenants/district_101/items/\(id)", as: head)
        #expect(told.list("reports").last?.member("evidenceOn") == "2023-05-31", "\(told.json)")
    }

    @Test("shows a refused form open, as it was filled in, with each fault by its label")
    func refused() async throws {
        let id = try await item("Báo cáo sai ngày").text("id")
        let reply = try await submit(id, "report", "percent=50&day=2033-01-01&number=7/BC&reason=Da xong mot nua", as: head)
        #expect(reply.status == .unprocessableContent && reply.body.contains("<li>Ngày minh chứng: "), "\(reply.body)")
        for kept in [
            "Da xong mot nua</textarea>", #"value="7/BC""#, #"<option value="50" selected>"#, "<details open>\n<summary>Báo cáo tiến độ",
        ] {
            #expect(reply.body.contains(kept), "\(kept)")
        }
        #expect(reply.body.ranges(of: "<details open>").count == 1, "the others stay shut")
    }

    @Test("takes splitting and merging by a record, which every item of them then names")
    func cutting() async throws {
        let (one, two) = (try await item("Gộp một"), try await item("Gộp hai"))
        let id = one.text("id")
        let unit = try await page(id, as: head)
        for words in ["/split\"", "/merge\""] {
            #expect(try await page(id, as: office).contains(words), "\(words)")
            #expect(!unit.contains(words), "\(words)")
        }
        let none = try await submit(id, "merge", "title=Gop&number=12/BB&reason=Trung", as: office)
        #expect(none.status == .unprocessableContent && none.body.contains("chọn ít nhất một nhiệm vụ khác"))
        let merged = try await submit(
            id, "merge", "with-\(two.text("id"))=1&title=Viec gop&number=12/BB-VP&issuer=UBND tinh&reason=Trung nhau", as: office)
        #expect(merged.status == .seeOther, "\(merged.body.prefix(2_000))")
        let told = try await page(id, as: head)
        for words in ["Biên bản tách, gộp", "12/BB-VP, UBND tinh", "Trung nhau", one.text("code"), two.text("code"), "gộp nhiệm vụ"] {
            #expect(told.contains(words), "\(words)")
        }
        #expect(try await !page(id, as: office).contains("/split\""), "what is gone is not cut again")

        let whole = try await item("Tách ra").text("id")
        let single = try await submit(whole, "split", "parts=Mot viec&number=13/BB-VP&reason=Hai viec", as: office)
        #expect(single.status == .unprocessableContent)
        let split = try await submit(whole, "split", "parts=Phan mot%0D%0APhan hai%0D%0A&number=13/BB-VP&reason=Hai viec", as: office)
        #expect(split.status == .seeOther, "\(split.body.prefix(2_000))")
        let items = try await api.send(.get, "/api/v1/tenants/district_101/items?limit=200", as: head)
        let part = try #require(items.items.first { $0.member("title") == "Phan hai" })
        let body = try await page(part.member("id"), as: head)
        #expect(body.contains("tách nhiệm vụ") && body.contains("13/BB-VP"))
    }

    @Test("says of a target that it is measured at the end of the year only, and takes the mark, which other changes leave")
    func yearEnd() async throws {
        _ = try await item("Việc của lĩnh vực")
        let goal: JSONValue = ["direction": "atMost", "target": "7", "unit": "%", "baseline": "9"]
        let given = try await api.send(
            .post, "/api/v1/province/items", as: office,
            [
                "lead": "district_101", "kind": "target", "title": "Giảm tỷ lệ", "sector": "NV", "completion": "ketQua",
                "dueOn": "2023-12-31", "assignedOn": "2023-04-01", "goal": goal,
            ])
        let id = given.text("id")
        #expect(try await !page(id, as: head).contains("Chỉ đo cuối năm"), "\(given.json)")
        let fields = "version=1&title=Giam ty le&target=7&yearEnd=yes&sourceClause=&product=&submitTo=&dueWords=&due=2023-12-31&reason=x"
        let marked = try await submit(id, "change", fields, as: office)
        #expect(marked.status == .seeOther, "\(marked.body.prefix(2_000))")
        #expect(try await page(id, as: head).contains("<dt>Chỉ đo cuối năm</dt><dd>có"))
        #expect(try await page(id, as: office).contains(#"<option value="yes" selected>có</option>"#))
        // A program and a command that name the value alone.
        let patched = try await api.send(
            .patch, "/api/v1/province/items/\(id)", as: office, ["reason": "x", "goal": ["target": "6.5"]], version: "\"2\"")
        #expect(patched.status == 200, "\(patched.json)")
        let command = try await Executable.run(
            ["item", "change", id, "--version", "3", "--target", "6", "--reason", "x", "--province", "--output", "json"],
            environment: ["DATABASE_URL": province.url, "THIDUA_TOKEN": office.text])
        #expect(command.code == 0, "\(command.errors)")
        let kept = try await api.send(.get, "/api/v1/tenants/district_101/items/\(id)", as: head).json.members("goal")
        #expect(kept.member("target") == "6" && kept.member("baseline") == "9" && kept.member("measuredAtYearEnd") == "true", "\(kept)")
        let unmarked = try await Executable.run(
            ["item", "change", id, "--version", "4", "--no-at-year-end", "--reason", "x", "--province", "--output", "json"],
            environment: ["DATABASE_URL": province.url, "THIDUA_TOKEN": office.text])
        #expect(unmarked.code == 0, "\(unmarked.errors)")
        #expect(try StrictJSON.parse(unmarked.output.utf8).members("goal").member("measuredAtYearEnd") == "false")
    }

    @Test("takes another body that confirms a target's figures, and none, as a command does; other changes leave it")
    func confirmingBody() async throws {
        _ = try await item("Việc của lĩnh vực")
        let goal: JSONValue = ["direction": "atLeast", "target": "90", "unit": "%", "confirmedBy": "Cục Thống kê tỉnh"]
        let given = try await api.send(
            .post, "/api/v1/province/items", as: office,
            [
                "lead": "district_101", "kind": "target", "title": "Tang ty le", "sector": "NV", "completion": "ketQua",
                "dueOn": "2023-12-31", "assignedOn": "2023-04-01", "goal": goal,
            ])
        let id = given.text("id")
        func confirmer() async throws -> JSONValue {
            try await api.send(.get, "/api/v1/tenants/district_101/items/\(id)", as: head).json.members("goal").members("confirmedBy")
        }
        func change(_ version: Int, _ field: String) async throws -> HTTPResponse.Status {
            let fields = "title=Tang ty le&target=90&yearEnd=no&sourceClause=&product=&submitTo=&dueWords=&due=2023-12-31&reason=x"
            let answer = try await submit(id, "change", "version=\(version)&\(fields)\(field)", as: office)
            return answer.status
        }
        #expect(try await page(id, as: office).contains(#"name="confirmedBy" value="Cục Thống kê tỉnh""#), "\(given.json)")
        #expect(try await change(1, "&confirmedBy=dept_ttt") == .seeOther)
        #expect(try await confirmer() == "Thanh tra tỉnh")
        #expect(try await page(id, as: head).contains("<dt>Cơ quan xác nhận số liệu</dt><dd>Thanh tra tỉnh"))
        // What was not touched is no change.
        #expect(try await change(2, "&confirmedBy=Thanh tra tỉnh") == .unprocessableContent)
        #expect(try await change(2, "&confirmedBy=district_101") == .unprocessableContent, "never the unit that does the work")
        #expect(try await change(2, "&confirmedBy=") == .seeOther)
        #expect(try await confirmer() == .null)
        let command = try await Executable.run(
            ["item", "change", id, "--version", "3", "--confirmed-by", "Cục Thống kê tỉnh", "--reason", "x", "--province"],
            environment: ["DATABASE_URL": province.url, "THIDUA_TOKEN": office.text])
        #expect(command.code == 0, "\(command.errors)")
        #expect(try await confirmer() == "Cục Thống kê tỉnh")
        let taken = try await api.send(
            .patch, "/api/v1/province/items/\(id)", as: office, ["reason": "x", "goal": ["confirmedBy": .null]], version: "\"4\"")
        #expect(taken.status == 200, "\(taken.json)")
        #expect(try await confirmer() == .null)
    }

    @Test("names who issued the paper of a request and of a decision; of a decision the assigner where nobody is named")
    func issuers() async throws {
        let id = try await item("Xin gia hạn").text("id")
        let asked = try await submit(
            id, "ask-extension", "due=2024-01-15&day=2023-06-19&number=45/BC&issuer=UBND huyen&reason=Cho huong dan", as: head)
        #expect(asked.status == .seeOther, "\(asked.body.prefix(2_000))")
        let decided = try await submit(id, "decide-extension", "granted=yes&day=2023-06-20&number=88/UBND", as: office)
        #expect(decided.status == .seeOther, "\(decided.body.prefix(2_000))")
        #expect(try await page(id, as: head).contains("45/BC, UBND huyen"))
        let told = try await api.send(.get, "/api/v1/tenants/district_101/items/\(id)", as: head)
        let step = try #require(told.list("extensions").first)
        #expect(step.member("requestIssuer") == "UBND huyen" && !step.member("decisionIssuer").isEmpty, "\(told.json)")
    }

    @Test("takes with a confirmation the paper that confirms, and who issued it")
    func confirming() async throws {
        let id = try await item("Có số liệu").text("id")
        let reported = try await submit(id, "report", "percent=30&day=2023-06-14&number=7/BC&reason=Da lam", as: head)
        #expect(reported.status == .seeOther, "\(reported.body.prefix(2_000))")
        let form = try await page(id, as: office).firstMatch(of: /\/confirm"(.|\n)*?<\/form>/).map { String($0.output.0) } ?? ""
        #expect(form.contains("name=\"number\"") && form.contains("name=\"issuer\""), "\(form)")
        let confirmed = try await submit(id, "confirm", "day=2023-06-20&number=12/CTK&issuer=Cuc Thong ke", as: office)
        #expect(confirmed.status == .seeOther, "\(confirmed.body.prefix(2_000))")
        #expect(try await page(id, as: head).contains("12/CTK, Cuc Thong ke"))
    }

    @Test("takes a file to a report that nobody has judged, from its doer alone")
    func attaching() async throws {
        let id = try await item("Có minh chứng").text("id")
        #expect(try await !page(id, as: head).contains("/attach\""), "no report yet")
        let reported = try await api.send(
            .post, "/api/v1/tenants/district_101/items/\(id)/progress", as: head,
            ["result": true, "evidenceOn": "2023-06-12", "documentNumber": "3/BC-UBND", "narrative": "Xong"])
        let report = try #require(reported.list("reports").first?.member("id"))
        #expect(try await page(id, as: head).contains("/attach\""))
        #expect(try await !page(id, as: office).contains("/attach\""))
        func attach(_ content: String, as token: Token) async throws -> (status: HTTPResponse.Status, body: String) {
            let form = try await page(id, as: token).firstMatch(of: /name="form" value="([0-9a-f]+)"/).map { String($0.output.1) } ?? ""
            let parts = [
                ("name=\"form\"", form), ("name=\"report\"", report), ("name=\"file\"; filename=\"minh-chung.pdf\"", content),
            ]
            let body = parts.map { "--xYz\r\nContent-Disposition: form-data; \($0.0)\r\n\r\n\($0.1)\r\n" }.joined() + "--xYz--\r\n"
            let reply = try await province.call(
                .post, path(id) + "/attach",
                headers: [.cookie: cookie(token), .fetchSite: "same-origin", .contentType: "multipart/form-data; boundary=xYz"], body: body)
            return (reply.status, reply.body)
        }
        let wrong = try await attach("không phải PDF", as: head)
        #expect(wrong.status == .unsupportedMediaType && wrong.body.contains("không phải PDF, DOCX"))
        #expect(try await attach("%PDF-1.4 minh chứng %%EOF", as: office).status == .forbidden)
        #expect(try await !page(id, as: head).contains("minh-chung.pdf"))
        let added = try await attach("%PDF-1.4 minh chứng %%EOF", as: head)
        #expect(added.status == .seeOther, "\(added.body.prefix(2_000))")
        #expect(try await page(id, as: office).contains("minh-chung.pdf"))
        let accepted = try await submit(id, "accept", "day=2023-06-20", as: office)
        #expect(accepted.status == .seeOther)
        #expect(try await !page(id, as: head).contains("/attach\""), "what is judged takes no more")
    }
}

extension JSONValue {
    /// The texts of a member that is a list.
    fileprivate func memberList(_ name: String) -> [String] {
        guard case .array(let elements) = members(name) else { return [] }
        return elements.compactMap { if case .string(let text) = $0 { text } else { nil } }
    }
}
