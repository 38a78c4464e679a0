import Documents
import Domain
import Foundation
import HTTPTypes
import Operations
import Storage
import TestSupport
import Testing

/// The papers of the Office and of units, from the annex to the report of a review: the same figures on page, by API, command, workbook and paper.
@Suite("Papers of the Office and of units", .province, .serialized, .timeLimit(.minutes(30)))
struct PaperReportTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private var office: Token { province.token(of: .officeMonitor) }

    private func head(_ tenant: String) -> Token { province.token(of: .unitHead, in: tenant) }

    private func get(_ path: String, as token: Token? = nil) async throws -> APIAnswer {
        try await api.send(.get, "/api/v1/\(path)", as: token ?? office)
    }

    private func page(
        _ path: String, as token: Token
    ) async throws -> (status: HTTPResponse.Status, headers: HTTPFields, body: String) {
        try await province.call(.get, path, headers: [.cookie: "thidua=\(token.text)"])
    }

    private func run(_ arguments: [String], as token: Token) async throws -> Executable.Outcome {
        try await Executable.run(arguments, environment: ["DATABASE_URL": province.url, "THIDUA_TOKEN": token.text])
    }

    /// The file that a command writes.
    private func written(_ arguments: [String], _ ending: String, as token: Token, isArgument: Bool = false) async throws -> [UInt8] {
        let file = FileManager.default.temporaryDirectory.appending(path: "thidua-\(UUID()).\(ending)")
        defer { try? FileManager.default.removeItem(at: file) }
        let named = isArgument ? [file.path] : ["--output-file", file.path]
        let outcome = try await run(
            Array(arguments.prefix(2)) + (isArgument ? named : []) + Array(arguments.dropFirst(2)) + (isArgument ? [] : named), as: token)
        #expect(outcome.code == 0, "\(outcome.errors)")
        return Array(try Data(contentsOf: file))
    }

    @Test("a letter goes to units with something overdue alone, and a cause is urged again only by who says so")
    func urging() async throws {
        let bench = try await ReviewBench(province, campaign: "A-DON-DOC")
        try await province.launch("A-DON-DOC")
        _ = try await bench.assign(to: "district_101", due: "2023-06-10")
        let named = "campaign=A-DON-DOC"
        let list = try await get("province/overdue?\(named)")
        #expect(list.status == 200 && list.items.count == 1, "\(list.json.text())")
        let row = try #require(list.items.first)
        #expect(row.member("tenant") == "district_101" && row.member("dueOn") == "2023-06-10" && row.member("days") == "10")
        #expect(row.member("source") == "Quyết định 503/QĐ-A-DON-DOC ngày 20/03/2023" && row.member("giver") == "Ủy ban nhân dân tỉnh")

        let path = "province/urging-letter?\(named)&tenant=district_101"
        let letter = try await get(path)
        #expect(letter.status == 200, "\(letter.json.text())")
        let text = try ReadPaper.text(letter.bytes)
        for words in ["còn 1 nhiệm vụ, chỉ tiêu quá hạn, lâu nhất 10 ngày", row.member("source"), "10/06/2023", row.member("giver")] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(!text.contains("đã được đôn đốc"))
        #expect(try await get(path).bytes == letter.bytes, "the same data, the same bytes")
        let command = ["report", "urging", "--campaign", "A-DON-DOC", "--unit", "district_101"]
        #expect(try await written(command, "docx", as: office) == letter.bytes)

        let sheet = try await get("province/overdue?\(named)&format=xlsx")
        let cells = try Table(xlsx: sheet.bytes, name: "qua-han.xlsx", sheet: ListOverdue.sheet.title).rows.last?.cells.map(\.text) ?? []
        #expect(cells.contains("10") && cells.contains(row.member("code")), "\(cells)")
        let printed = try await run(["urging", "overdue", "--campaign", "A-DON-DOC", "--output", "json"], as: office)
        #expect(printed.code == 0 && (try? StrictJSON.parse(printed.output.utf8)) == .array(list.items), "\(printed.errors)")
        let shown = try await page("/urging", as: office)
        #expect(shown.status == .ok && shown.body.contains("Quá hạn 1, lâu nhất 10 ngày") && shown.body.contains("/urging/letters?"))
        for format in ["xlsx", "csv", "json"] {
            #expect(shown.body.contains("/province/overdue?\(named)&amp;format=\(format)"), "\(format)")
        }

        // Of whom nothing is overdue there is no letter; who is not there, and who may not ask, learns nothing of that.
        #expect(try await get("province/urging-letter?\(named)&tenant=district_102").code == "nothing-overdue")
        let absent = try await get("province/urging-letter?\(named)&tenant=district_999")
        #expect(absent.status == 404)
        #expect(
            try await get("province/urging-letter?campaign=NOWHERE&tenant=district_101").json.member("detail")
                == absent.json.member("detail"))
        #expect(try await get(path, as: head("district_101")).status == 403)

        func record(_ number: String, _ more: (String, JSONValue)...) async throws -> APIAnswer {
            try await api.send(
                .post, "/api/v1/province/urgings", as: office,
                .object(
                    JSONObject(
                        [
                            ("campaign", "A-DON-DOC"), ("tenant", "district_101"), ("number", .string(number)), ("signedOn", "2023-06-19"),
                        ] + more)))
        }
        let recorded = try await record("12/VP-TH")
        #expect(recorded.status == 201 && recorded.list("items").map { $0.member("dueOn") } == ["2023-06-10"], "\(recorded.json.text())")
        #expect(try await get(path).code == "urged-already")
        #expect(try await get("province/urging-letters?\(named)").code == "urged-already")
        #expect(try await record("13/VP-TH").code == "urged-already")
        #expect(
            try await record("13/VP-TH", ("items", .array([.string(row.member("item"))]))).code == "urged-already",
            "the database asks for the word, whoever names the items")
        let again = try ReadPaper.text(try await get(path + "&again=true").bytes)
        #expect(again.contains("đã được đôn đốc mà chưa hoàn thành: Công văn số 12/VP-TH ngày 19/06/2023"))
        #expect(try await record("12/VP-TH", ("again", true)).code == "urging-there")
        #expect(try await record("13/VP-TH", ("again", true)).status == 201)

        // With a letter the Office orders that something be put right, of the unit that was urged and no other.
        let unit = province.tenant("district_101").description
        func order(_ tenant: String, as token: Token) async throws -> APIAnswer {
            try await api.send(
                .post, "/api/v1/province/remedies", as: token,
                [
                    "origin": "urging", "originID": .string(recorded.text("id")), "tenant": .string(tenant), "words": "Hoàn thành dứt điểm",
                    "dueOn": "2023-06-30",
                ])
        }
        let urged = try await page("/urging", as: office).body
        #expect(urged.contains("/remedies?cause="))
        let form = try await page("/remedies?cause=\(recorded.text("id"))", as: office).body
        #expect(form.contains("name=\"cause\" value=\"\(recorded.text("id"))\"") && form.contains("12/VP-TH"))
        #expect(try await order(province.tenant("district_102").description, as: office).status == 422)
        #expect(try await order(unit, as: province.token(of: .homeAffairsOfficer)).status == 403)
        let ordered = try await order(unit, as: office)
        #expect(ordered.status == 201 && ordered.text("body") == "office", "\(ordered.json.text())")
        #expect(ordered.text("originName") == "công văn đôn đốc")
        let seen = try await api.send(.get, "/api/v1/tenants/district_101/remedies", as: head("district_101")).items
        #expect(seen.contains { $0.member("id") == ordered.text("id") }, "and the unit has it before it")

        // What no letter spoke of is urged the first time, and its unit alone is in the archive.
        _ = try await bench.assign(to: "district_102", due: "2023-06-12")
        let archive = try await get("province/urging-letters?\(named)")
        let names = String(decoding: archive.bytes, as: UTF8.self)
        #expect(archive.status == 200 && names.contains("don-doc-102.docx") && !names.contains("don-doc-101.docx"))
        let all = ["report", "urgings", "--campaign", "A-DON-DOC"]
        #expect(try await written(all, "zip", as: office, isArgument: true) == archive.bytes)
    }

    @Test("a letter that was signed is entered of what it says, also when it was delivered meanwhile, and of nothing that fell due since")
    func signedBefore() async throws {
        let bench = try await ReviewBench(province, campaign: "B-DON-DOC")
        let items = [
            try await bench.assign(to: "district_102", due: "2023-06-12"), try await bench.assign(to: "district_102", due: "2023-06-13"),
        ]
        let list = try await get("province/overdue?campaign=B-DON-DOC")
        let codes = items.map { item in list.items.first { $0.member("item") == item.description }?.member("code") ?? "" }
        #expect(codes.count == 2 && !codes.contains(""), "\(list.json.text())")
        let cookie = "thidua=\(office.text)"
        func submit(_ fields: String) async throws -> (status: HTTPResponse.Status, headers: HTTPFields, body: String) {
            let shown = try await page("/urging?campaign=B-DON-DOC", as: office).body
            return try await province.submit("/urging/record", "campaign=B-DON-DOC&\(fields)", of: shown, cookie: cookie)
        }
        func named(_ code: String) -> String { code.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }
        // The page says of what a letter made now speaks; one that was made before spoke of the first alone.
        let shown = try await page("/urging?campaign=B-DON-DOC", as: office).body
        #expect(codes.allSatisfy { shown.contains($0) } && shown.contains("name=\"codes\""), "\(shown)")
        let early = try await submit(
            "tenant=district_102&number=21/VP&date=2023-06-13&again=no&codes=\(named(codes[0]))%0A\(named(codes[1]))")
        #expect(early.status == .unprocessableContent && early.body.contains("\(codes[1]) chưa quá hạn vào ngày ký"), "\(early.body)")
        for item in items { try await bench.finish(item, in: "district_102", on: "2023-06-19") }
        #expect(try await get("province/overdue?campaign=B-DON-DOC").items.isEmpty, "what waits for its assigner is not urged")

        let foreign = try await submit("unit=district_101&number=21/VP&date=2023-06-13&other=yes&codes=\(named(codes[0]))")
        #expect(foreign.status == .unprocessableContent && foreign.body.contains("không phải nhiệm vụ, chỉ tiêu"), "\(foreign.body)")
        let none = try await submit("unit=district_102&number=21/VP&date=2023-06-13&other=yes&codes=")
        #expect(none.status == .unprocessableContent, "\(none.body)")
        let entered = try await submit("unit=district_102&number=21/VP&date=2023-06-13&other=yes&codes=\(named(codes[0]))")
        #expect(entered.status == .seeOther, "\(entered.body)")
        let body: [(String, JSONValue)] = [
            ("campaign", "B-DON-DOC"), ("tenant", "district_102"), ("number", "22/VP"), ("signedOn", "2023-06-19"),
        ]
        let path = "/api/v1/province/urgings"
        #expect(
            try await api.send(.post, path, as: office, .object(JSONObject(body))).code == "nothing-overdue",
            "the control: of a letter that would be made now")
        let rest = JSONValue.array(items.map { .string($0.description) })
        #expect(try await api.send(.post, path, as: office, .object(JSONObject(body + [("items", rest)]))).code == "urged-already")
        let command = [
            "urging", "record", "--campaign", "B-DON-DOC", "--unit", "district_102", "--number", "22/VP", "--date", "2023-06-19",
        ]
        let printed = try await run(command + ["--code", codes[1], "--output", "json"], as: office)
        #expect(
            printed.code == 0 && printed.output.contains(items[1].description) && !printed.output.contains(items[0].description),
            "\(printed)")
    }

    @Test("reports of a review quote the frozen figures, the unit's its own part; who may not see it learns not even that it is not frozen")
    func reviews() async throws {
        let bench = try await ReviewBench(province, campaign: "SO-KET-1")
        let named = "campaign=SO-KET-1&review=interim"
        let below = province.token(of: .subUnitHead, in: "district_101", unit: "10101")
        func isHidden(_ when: String) async throws {
            let own = "tenants/district_101/review/report?\(named)"
            let absent = try await get("tenants/district_101/review/report?campaign=NOWHERE&review=interim", as: below)
            let hidden = try await get(own, as: below)
            #expect(hidden.status == 404 && hidden.json.member("detail") == absent.json.member("detail"), "\(when)")
            #expect(try await get(own, as: head("district_102")).status == 404, "\(when)")
            #expect(try await get(own).status == 404, "\(when): the Office makes no unit's paper")
            #expect(try await get("province/review/report?\(named)", as: head("district_101")).status == 403, "\(when)")
        }
        #expect(try await get("province/review/report?\(named)").code == "review-not-opened")
        try await isHidden("before it is opened")
        try await bench.open()
        #expect(try await get("province/review/report?\(named)").code == "review-not-frozen")
        #expect(try await get("province/review/sheet?\(named)").code == "review-not-frozen")
        #expect(try await get("tenants/district_101/review/report?\(named)", as: head("district_101")).code == "review-not-frozen")
        try await isHidden("before it is frozen")
        try await bench.move(to: "2023-06-28")
        try await bench.freeze()

        let verdicts = try await get("province/judgement?\(named)")
        let units = verdicts.list("units")
        func total(_ member: String) -> Int { units.reduce(0) { $0 + (Int($1.member(member)) ?? 0) } }
        func count(_ verdict: String) -> Int { units.count { $0.member("verdict") == verdict } }
        let report = try await get("province/review/report?\(named)")
        #expect(report.status == 200, "\(report.json.text())")
        let text = try ReadPaper.text(report.bytes)
        for words in [
            "Số cơ quan, đơn vị được xét: \(units.count); số nhiệm vụ, chỉ tiêu được xét: \(total("counted")), đến hạn trước sơ kết \(total("s1"))",
            "đạt \(count("pass")), không đạt \(count("fail")), chờ Hội đồng kết luận \(count("pending"))", "phiên bản 1",
            "Ban Thi đua - Khen thưởng Trung ương", "Chưa có quyết định khen thưởng",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(
            try await written(["report", "review", "--campaign", "SO-KET-1", "--review", "interim"], "docx", as: office) == report.bytes)

        let sheet = try await get("province/review/sheet?\(named)")
        let table = try Table(xlsx: sheet.bytes, name: "so-ket.xlsx", sheet: "Kết quả xét")
        #expect(table.rows.count == units.count + 2, "a heading, each unit, the sum")
        for (unit, row) in zip(units, table.rows.dropFirst()) {
            let figures = ["individuals", "s1", "s2", "counted", "aheadOrAbove", "aheadBase"].map { unit.member($0) }
            #expect(row.cells.first?.text == unit.member("code") && Array(row.cells.map(\.text).dropFirst(4).prefix(6)) == figures)
        }
        let own = try await get("tenants/district_101/review/report?\(named)", as: head("district_101"))
        let ownText = try ReadPaper.text(own.bytes)
        #expect(ownText.contains("“Báo cáo của district_101” (") && ownText.contains("quá hạn 1 ngày"), "\(ownText)")
        #expect(own.status == 200 && !ownText.contains("102"), "\(ownText)")
        try await isHidden("once it is frozen")

        // What the ledger says later changes no figure that was quoted.
        let item = try await bench.assign(to: "district_101", due: "2023-06-15")
        try await bench.finish(item, in: "district_101", on: "2023-06-14")
        #expect(try await get("province/review/report?\(named)").bytes == report.bytes)
        #expect(try await get("tenants/district_101/review/report?\(named)", as: head("district_101")).bytes == own.bytes)
        #expect(try await get("province/review/report?\(named)&version=2").status == 404)
        #expect(try await page("/review/report?\(named)", as: office).status == .ok)
        try await bench.move(to: "2023-06-20")
    }

    @Test("an annex has each item of its paper, a unit's its own; a month's part has the report's figures without its head")
    func annexAndPart() async throws {
        let bench = try await ReviewBench(province, campaign: "PHU-LUC-1")
        let items = try await get("province/items?campaign=PHU-LUC-1&limit=50").items
        let path = "province/assignment-annex?campaign=PHU-LUC-1"
        let annex = try await get(path)
        #expect(annex.status == 200, "\(annex.json.text())")
        let text = try ReadPaper.text(annex.bytes)
        #expect(text.contains("Báo cáo của district_101") && text.contains("Báo cáo của district_102") && text.contains("Kèm theo"))
        #expect(!text.contains("Độc lập - Tự do - Hạnh phúc"))
        #expect(try await get(path).bytes == annex.bytes)
        #expect(try await written(["report", "annex", "--campaign", "PHU-LUC-1", "--province"], "docx", as: office) == annex.bytes)
        let sheet = try await get("province/assignment-annex/sheet?campaign=PHU-LUC-1")
        let rows = try Table(xlsx: sheet.bytes, name: "phu-luc.xlsx", sheet: "Phụ lục").rows.dropFirst()
        #expect(rows.map { $0.cells.dropFirst().first?.text ?? "" }.sorted() == items.map { $0.member("code") }.sorted())
        // What the unit made of it inside the plan did not give.
        let whole = try await bench.assign(to: "district_101", due: "2023-06-30")
        _ = try await province.write(as: .unitHead, in: "district_101") { (tx: borrowing TenantTransaction) in
            try await HandOnItem(parent: whole, unit: "10101", title: "Phần việc giao nội bộ").perform(in: tx, ids: .system)
        }
        let own = try ReadPaper.text(
            try await get("tenants/district_101/assignment-annex?campaign=PHU-LUC-1", as: head("district_101")).bytes)
        #expect(!own.contains("Phần việc giao nội bộ"), "\(own)")
        #expect(own.contains("Báo cáo của district_101") && !own.contains("Báo cáo của district_102"))
        #expect(try await get("province/assignment-annex?directive=\(UUID())").status == 404)

        let month: JSONValue = ["campaign": "PHU-LUC-1", "month": "2023-06"]
        let named = "campaign=PHU-LUC-1&month=2023-06"
        #expect(try await api.send(.post, "/api/v1/province/months", as: office, month).status == 201)
        try await province.openedInTime("PHU-LUC-1", "2023-06")
        #expect(try await get("province/month/part?\(named)").code == "month-not-closed")
        #expect(try await api.send(.post, "/api/v1/province/month-closes", as: office, month).status == 201)
        let (part, report) = (try await get("province/month/part?\(named)"), try await get("province/month/report?\(named)"))
        let (partText, reportText) = (try ReadPaper.text(part.bytes), try ReadPaper.text(report.bytes))
        let total = try #require(reportText.split(separator: "\n").first { $0.contains("Giao lũy kế") })
        #expect(partText.contains(total) && partText.contains("chốt ngày 20/06/2023, phiên bản 1"))
        #expect(reportText.contains("Độc lập - Tự do - Hạnh phúc") && !partText.contains("Độc lập - Tự do - Hạnh phúc"))
        let file = try await written(["report", "month", "--campaign", "PHU-LUC-1", "--month", "2023-06", "--part"], "docx", as: office)
        #expect(file == part.bytes)
        _ = bench
    }
}
