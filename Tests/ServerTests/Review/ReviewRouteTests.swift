import Domain
import Foundation
import HTTPTypes
import Operations
import TestSupport
import Testing

/// A whole review over HTTP, by commands and on pages: reconciled, frozen, corrected, computed anew.
@Suite("A review over HTTP, by command and on pages", .province, .serialized, .timeLimit(.minutes(30)))
struct ReviewRouteTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private var office: Token { province.token(of: .officeMonitor) }

    private func run(_ arguments: String..., as token: Token? = nil) async throws -> Executable.Outcome {
        var environment = ["DATABASE_URL": province.url]
        environment["THIDUA_TOKEN"] = token?.text
        return try await Executable.run(arguments, environment: environment)
    }

    private func page(
        _ path: String, as token: Token
    ) async throws -> (status: HTTPResponse.Status, headers: HTTPFields, body: String) {
        try await province.call(.get, path, headers: [.cookie: "thidua=\(token.text)"])
    }

    private func body(_ campaign: String, _ more: (String, JSONValue)...) -> JSONValue {
        .object(JSONObject([("campaign", .string(campaign)), ("review", "interim")] + more))
    }

    @Test("goes from the opening to a corrected version over HTTP; each side sees its list and its clock")
    func overHTTP() async throws {
        let bench = try await ReviewBench(province, campaign: "HTTP-1")
        let head = province.token(of: .unitHead, in: "district_101")
        #expect(try await api.send(.post, "/api/v1/province/reviews", as: head, body("HTTP-1")).status == 403)
        let key: HTTPFields = [HTTPField.Name("Idempotency-Key")!: "mo-1"]
        let opened = try await api.send(.post, "/api/v1/province/reviews", as: office, body("HTTP-1"), headers: key)
        #expect(opened.status == 201 && opened.text("settleUntil") == "2023-06-27", "\(opened.json.text())")
        let again = try await api.send(.post, "/api/v1/province/reviews", as: office, body("HTTP-1"), headers: key)
        #expect(again.status == 201 && again.json == opened.json, "the same request again opens nothing")

        let disputed = try await api.send(
            .post, "/api/v1/tenants/district_101/review-disputes", as: head,
            body(
                "HTTP-1", ("item", .string(bench.late.description)), ("wrong", "Hoàn thành ngày 10/6"), ("documentNumber", "15/BC"),
                ("documentOn", "2023-06-10")))
        #expect(disputed.status == 201 && disputed.json.members("answer") == .null, "\(disputed.json.text())")
        let confirmed = try await api.send(
            .post, "/api/v1/tenants/district_102/review-confirmations", as: province.token(of: .unitCoordinator, in: "district_102"),
            body("HTTP-1"))
        #expect(confirmed.status == 201 && confirmed.list("units").map { $0.member("answer") } == ["confirmed"])
        let refused = try await api.send(.post, "/api/v1/province/review-freezes", as: office, body("HTTP-1"))
        #expect(refused.status == 409 || refused.status == 422, "\(refused.status)")
        #expect(refused.code == "review-open" && refused.faults.contains { $0.contains("Huyện Một, ") })

        let answered = try await api.send(
            .post, "/api/v1/province/review-disputes/\(disputed.text("id"))/answer", as: office,
            ["outcome": "rejected", "words": "Văn bản ghi ngày 11/6"])
        #expect(answered.status == 201 && answered.json.members("answer").member("outcome") == "rejected")
        let list = try await api.send(
            .get, "/api/v1/tenants/district_101/review-disputes?campaign=HTTP-1&review=interim", as: head)
        #expect(list.items == [answered.json])

        try await bench.move(to: "2023-06-28")
        let frozen = try await api.send(.post, "/api/v1/province/review-freezes", as: office, body("HTTP-1"))
        #expect(frozen.status == 201 && frozen.json.members("snapshot").member("version") == "1", "\(frozen.json.text())")
        #expect(frozen.json.members("snapshot").member("openDisputes") == "0")
        let silent = frozen.list("open")
        #expect(!silent.isEmpty && silent.allSatisfy { $0.member("what") == "silentUnit" && $0.member("since") == "2023-06-20" })
        for (unit, role) in [("district_101", Role.unitHead), ("district_102", .unitCoordinator)] {
            let own = try await api.send(
                .get, "/api/v1/tenants/\(unit)/review-snapshot?campaign=HTTP-1&review=interim", as: province.token(of: role, in: unit))
            #expect(own.status == 200 && own.list("open").isEmpty, "both have spoken: \(own.json.text())")
        }
        let item = try await bench.assign(to: "district_102", due: "2023-06-12")
        try await bench.finish(item, in: "district_102", on: "2023-06-14")
        try await bench.accept(item)
        let minute: [(String, JSONValue)] = [("minuteNumber", "12/BB-VP"), ("minuteOn", "2023-06-28"), ("reason", "Sót nhiệm vụ")]
        let tried = try await api.send(
            .post, "/api/v1/province/review-corrections", as: office, body("HTTP-1", minute[0], minute[1], minute[2], ("dryRun", true)))
        #expect(tried.list("changes").map { $0.member("code") } == ["102"], "\(tried.json.text())")
        let shown = try await api.send(.get, "/api/v1/province/review?campaign=HTTP-1&review=interim", as: office)
        #expect(shown.list("snapshots").count == 1)
        let corrected = try await api.send(
            .post, "/api/v1/province/review-corrections", as: office, body("HTTP-1", minute[0], minute[1], minute[2]))
        #expect(corrected.status == 201 && corrected.list("changes") == tried.list("changes"))
        let verified = try await api.send(
            .get, "/api/v1/tenants/district_101/review-snapshot/verification?campaign=HTTP-1&review=interim&version=1", as: head)
        #expect(verified.text("agrees") == "true" && verified.text("whole") == "false", "\(verified.json.text())")
        for path in ["review", "review-snapshot", "review-snapshot/ledger-file", "review-snapshot/verification"] {
            let foreign = try await api.send(.get, "/api/v1/tenants/district_102/\(path)?campaign=HTTP-1&review=interim", as: head)
            #expect(foreign.status == 404, "\(path)")
        }
    }

    @Test("shows the same frozen numbers on the page, by the API, by the command and in the exported file, and says that they are frozen")
    func sameNumbers() async throws {
        let bench = try await ReviewBench(province, campaign: "HTTP-2")
        try await province.launch("HTTP-2")
        try await bench.open()
        try await bench.move(to: "2023-06-28")
        // Before it is frozen all say the last day that the freeze will count.
        let preview = try await api.send(.get, "/api/v1/province/judgement?campaign=HTTP-2&review=interim", as: office)
        let reasons = try await api.send(.get, "/api/v1/province/judgement/explanation?campaign=HTTP-2&review=interim", as: office)
        #expect(preview.text("settledOn") == "2023-06-27" && reasons.text("settledOn") == "2023-06-27", "\(preview.json.text())")
        let said = try await run("judge", "--campaign", "HTTP-2", "--review", "interim", as: office)
        #expect(said.output.hasPrefix("Số liệu tính những gì ghi đến hết 27/06/2023."), "\(said.output)")
        let looked = try await page("/judgement?review=interim", as: office)
        #expect(looked.body.contains("xem trước, tính những gì ghi đến hết 27/06/2023"))
        try await bench.freeze()
        // The ledger goes on; what was quoted stays.
        let item = try await bench.assign(to: "district_102", due: "2023-06-12")
        try await bench.finish(item, in: "district_102", on: "2023-06-14")
        try await bench.accept(item)
        let answer = try await api.send(.get, "/api/v1/province/judgement?campaign=HTTP-2&review=interim", as: office)
        #expect(answer.json.members("snapshot").member("version") == "1")
        let json = try await run("judge", "--campaign", "HTTP-2", "--review", "interim", "--output", "json", as: office)
        #expect(json.code == 0, "\(json.errors)")
        #expect(try StrictJSON.parse(json.output.utf8) == answer.json)
        let table = try await run("judge", "--campaign", "HTTP-2", "--review", "interim", as: office)
        #expect(table.output.hasPrefix("Số liệu chốt ngày 28/06/2023, phiên bản 1."))

        let folder = FileManager.default.temporaryDirectory.appending(path: "thidua-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let exported = try await run("review", "export", "--campaign", "HTTP-2", "--review", "interim", as: office)
        let file = folder.appending(path: "chot.json").path
        try Data(exported.output.utf8).write(to: URL(filePath: file))
        let judged = try await run("judge", "--ledger", file, "--output", "json")
        let units = try StrictJSON.parse(judged.output.utf8).elements("units")
        let firstTier = answer.list("units")
        #expect(units.filter { unit in firstTier.contains { $0.member("code") == unit.member("code") } } == firstTier)
        #expect(units.count > firstTier.count, "sub-units are in it")

        let all = try await page("/judgement?review=interim", as: office)
        #expect(all.status == .ok && all.body.contains("chốt ngày 28/06/2023, phiên bản 1"))
        let one = try await page("/units/district_101/judgement?review=interim", as: province.token(of: .unitHead, in: "district_101"))
        #expect(one.body.contains("chốt ngày 28/06/2023, phiên bản 1") && one.body.contains("không đạt"))
        for unit in firstTier { #expect(all.body.contains(unit.member("verdict") == "fail" ? "không đạt" : "Kết quả xét")) }
        let other = try await page("/units/district_102/judgement?review=interim", as: office)
        #expect(!other.body.contains("Vì sao không đạt"), "what was entered later does not count")
        let verified = try await run("review", "verify", "--campaign", "HTTP-2", "--review", "interim", as: office)
        #expect(verified.code == 0 && verified.output.contains("khớp"), "\(verified.errors)")
        let explained = try await run(
            "judge", "--campaign", "HTTP-2", "--review", "interim", "--unit", "101", "--explain", as: office)
        #expect(explained.output.contains("503/QĐ-HTTP-2") && explained.output.contains("12/BC-district_101"))
    }

    @Test("is kept by commands from opening to correction, with the exit codes of the others")
    func byCommand() async throws {
        let bench = try await ReviewBench(province, campaign: "LENH-1")
        let named = ["--campaign", "LENH-1", "--review", "interim"]
        func review(_ verb: String, _ more: [String] = [], as token: Token) async throws -> Executable.Outcome {
            try await Executable.run(
                ["review", verb] + more + named, environment: ["DATABASE_URL": province.url, "THIDUA_TOKEN": token.text])
        }
        let head = province.token(of: .unitHead, in: "district_101")
        #expect(try await review("open", as: head).code == 4)
        #expect(try await review("show", as: office).code == 3, "nothing is opened yet")
        let opened = try await review("open", as: office)
        #expect(opened.code == 0 && opened.output.contains("còn 5 ngày làm việc"), "\(opened.errors)")
        let disputed = try await review(
            "dispute", [bench.late.description, "--wrong", "Sai ngày", "--number", "15/BC", "--date", "2023-06-10", "--output", "json"],
            as: head)
        #expect(disputed.code == 0, "\(disputed.errors)")
        let id = try StrictJSON.parse(disputed.output.utf8).member("id")
        #expect(try await review("confirm", as: province.token(of: .unitHead, in: "district_102")).code == 0)
        let refused = try await review("freeze", as: office)
        #expect(refused.code == 3 && refused.errors.contains("1 kiến nghị chưa trả lời"), "\(refused.errors)")
        let answered = try await run("review", "answer", id, "--outcome", "rejected", "--words", "Văn bản ghi ngày 11/6", as: office)
        #expect(answered.code == 0 && answered.output.contains("không chấp nhận kiến nghị"), "\(answered.errors)")
        try await bench.move(to: "2023-06-28")
        let frozen = try await review("freeze", as: office)
        #expect(frozen.code == 0 && frozen.output.contains("Phiên bản 1"), "\(frozen.errors)")
        let corrected = try await review(
            "correct", ["--number", "12/BB-VP", "--date", "2023-06-28", "--reason", "Rà soát"], as: office)
        #expect(corrected.code == 0 && corrected.output.contains("Phiên bản 2"), "\(corrected.errors)")
        let shown = try await review("show", as: head)
        #expect(shown.code == 0 && shown.output.contains("12/BB-VP") && !shown.output.contains("Huyện 102"), "\(shown.output)")
    }

    @Test("is reconciled on the unit's page and kept on the Office's; a refusal stands above the form")
    func onPages() async throws {
        let bench = try await ReviewBench(province, campaign: "A-TRANG")
        try await province.launch("A-TRANG")
        let head = province.token(of: .unitHead, in: "district_101")
        #expect(try await page("/review?review=interim", as: office).body.contains("Mở đối chiếu"))
        #expect(try await page("/review?review=interim", as: head).status == .forbidden)
        #expect(try await page("/review?review=interim", as: province.token(of: .councilMember)).body.contains("chưa mở đối chiếu"))
        try await bench.open()
        let commune = province.token(of: .subUnitOfficer, in: "district_101", unit: "10101")
        let part = try await page("/units/district_101/review?review=interim", as: commune)
        #expect(
            part.status == .ok && part.body.contains("chung cho cả đơn vị") && !part.body.contains("không thuộc diện xét"), "\(part.body)")
        let unit = try await page("/units/district_101/review?review=interim", as: head)
        #expect(unit.status == .ok && unit.body.contains("còn 5 ngày làm việc") && unit.body.contains("Xác nhận số liệu"))
        #expect(unit.body.contains(bench.late.description))
        #expect(unit.body.contains("11/06/2023") && unit.body.contains(Timeliness.completedLate.vietnamese), "\(unit.body)")
        _ = try await bench.dispute(bench.late, in: "district_101")
        let after = try await page("/units/district_101/review?review=interim", as: head)
        #expect(after.body.contains("chờ Văn phòng UBND tỉnh trả lời"))
        let kept = try await page("/review?review=interim", as: office)
        #expect(kept.body.contains("Hoàn thành ngày 10/6/2023") && kept.body.contains("Chốt số liệu"))
        let looked = try await page("/review?review=interim", as: province.token(of: .auditor))
        #expect(looked.status == .ok && !looked.body.contains("<button>Chốt số liệu"))
        try await bench.move(to: "2023-06-28")
        try await bench.freeze()
        #expect(try await page("/review?review=interim", as: office).body.contains("chốt ngày 28/06/2023, phiên bản 1"))
        let closed = try await page("/units/district_101/review?review=interim", as: head)
        #expect(closed.status == .ok && !closed.body.contains("<button>Xác nhận"))
        #expect(
            try await page("/units/district_101/review?review=interim", as: province.token(of: .unitHead, in: "district_102")).status
                == .notFound)
        try await showsEveryLine(bench)
    }

    /// A unit is shown every line that it answers for, page by page, and gets them whole as a file.
    private func showsEveryLine(_ bench: ReviewBench) async throws {
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO district_101.work_item (tenant_id, id, unit_id, campaign_id, content_code, code, kind, role, lead_tenant_id,
                lead_item_id, title, directive_id, source_clause, sector, completion, original_due_on, due_on, assigner_tenant_id,
                assigner_post_id, assigned_on, recorded_on)
            SELECT i.tenant_id, core.new_id(), i.unit_id, i.campaign_id, i.content_code, 'D-' || n, i.kind, r.role,
                CASE r.role WHEN 'coordinate' THEN i.tenant_id END, CASE r.role WHEN 'coordinate' THEN i.id END, i.title, i.directive_id,
                i.source_clause, i.sector, i.completion, i.original_due_on, i.due_on, i.assigner_tenant_id, i.assigner_post_id, i.assigned_on,
                i.recorded_on
            FROM district_101.work_item AS i, (VALUES ('lead', 1, 250), ('coordinate', 251, 500)) AS r (role, first, last),
                LATERAL generate_series(r.first, r.last) AS n
            WHERE i.id = '\(bench.late)'
            """)
        let head = province.token(of: .unitHead, in: "district_101")
        var (path, codes, pages): (String?, [String], Int) = ("/units/district_101/review?review=interim", [], 0)
        var first = ""
        while let next = path {
            let shown = try await page(next, as: head)
            #expect(shown.status == .ok)
            if pages == 0 { first = shown.body }
            codes += shown.body.matches(of: #/<td class="nowrap"><a href="[^"]*">([^<]+)</a></td>/#).map { String($0.1) }
            path = shown.body.firstMatch(of: #/<a href="([^"]*cursor=[^"]*)">Trang sau</a>/#).map {
                String($0.1).replacing("&amp;", with: "&")
            }
            pages += 1
        }
        // Beside the lines stands what was open at the freeze, on every page.
        #expect(pages == 2 && Set(codes).count == 251, "\(pages) pages, \(Set(codes).count) lines")
        #expect(codes.count { $0.hasPrefix("D-") } == 250, "each line once")
        #expect(!codes.contains("D-300"), "what it only helps with is not judged")
        let file = try #require(first.firstMatch(of: #/href="([^"]*/items\?[^"]*format=csv)"/#)).1
        let whole = try await page(String(file).replacing("&amp;", with: "&"), as: head)
        #expect(whole.status == .ok && codes.allSatisfy { whole.body.contains($0) } && !whole.body.contains("D-300"))
    }
}

extension JSONValue {
    fileprivate func elements(_ name: String) -> [JSONValue] {
        guard case .array(let elements) = members(name) else { return [] }
        return elements
    }
}
