import Documents
import Domain
import Foundation
import HTTPTypes
import Operations
import TestSupport
import Testing

/// The month over HTTP, by command and on pages: returns, the close, a correction, and the same figures in every place.
@Suite("A month over HTTP, by command and on pages", .province, .serialized, .timeLimit(.minutes(30)))
struct MonthRouteTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private var office: Token { province.token(of: .officeMonitor) }

    private func head(_ tenant: String) -> Token { province.token(of: .unitHead, in: tenant) }
    private func coordinator(_ tenant: String) -> Token { province.token(of: .unitCoordinator, in: tenant) }

    private func body(_ campaign: String, _ month: String, _ more: (String, JSONValue)...) -> JSONValue {
        .object(JSONObject([("campaign", .string(campaign)), ("month", .string(month))] + more))
    }

    private func page(
        _ path: String, as token: Token
    ) async throws -> (status: HTTPResponse.Status, headers: HTTPFields, body: String) {
        try await province.call(.get, path, headers: [.cookie: "thidua=\(token.text)"])
    }

    private func run(_ arguments: String..., as token: Token) async throws -> Executable.Outcome {
        try await Executable.run(arguments, environment: ["DATABASE_URL": province.url, "THIDUA_TOKEN": token.text])
    }

    /// One that is over has the days of one that was opened in time.
    private func open(_ campaign: String, _ month: String) async throws -> APIAnswer {
        let opened = try await api.send(.post, "/api/v1/province/months", as: office, body(campaign, month))
        if opened.status == 201 { try await province.openedInTime(campaign, month) }
        return opened
    }

    private func close(_ campaign: String, _ month: String) async throws -> APIAnswer {
        try await api.send(.post, "/api/v1/province/month-closes", as: office, body(campaign, month))
    }

    private func show(_ campaign: String, _ month: String, _ more: String = "", as token: Token? = nil) async throws -> APIAnswer {
        try await api.send(.get, "/api/v1/province/month?campaign=\(campaign)&month=\(month)\(more)", as: token ?? office)
    }

    private func write(
        _ campaign: String, _ month: String, in tenant: String, version: Int, _ more: (String, JSONValue)...
    ) async throws -> APIAnswer {
        try await api.send(
            .put, "/api/v1/tenants/\(tenant)/return", as: coordinator(tenant),
            .object(JSONObject([("campaign", .string(campaign)), ("month", .string(month))] + more)), version: "\"\(version)\"")
    }

    private func approve(_ campaign: String, _ month: String, in tenant: String, version: Int, as token: Token? = nil) async throws
        -> APIAnswer
    {
        try await api.send(
            .post, "/api/v1/tenants/\(tenant)/return/approval", as: token ?? head(tenant), body(campaign, month), version: "\"\(version)\"")
    }

    /// The row of a unit in the table of a month.
    private func row(_ code: String, in answer: APIAnswer) -> JSONValue {
        answer.list("rows").first { $0.member("code") == code } ?? .null
    }

    @Test("goes from drafts through approval and close to a correction that shows in the next month")
    func overHTTP() async throws {
        let bench = try await ReviewBench(province, campaign: "THANG-1")
        #expect(try await api.send(.post, "/api/v1/province/months", as: head("district_101"), body("THANG-1", "2023-06")).status == 403)
        #expect(try await show("THANG-1", "2023-06").code == "month-not-opened")
        let opened = try await open("THANG-1", "2023-06")
        let period = opened.json.members("period")
        #expect(opened.status == 201, "\(opened.json.text())")
        #expect(period.member("from") == "2023-05-15" && period.member("to") == "2023-06-14", "NĐ 09/2019, Điều 12")
        let days = ["subUnitDueOn", "dueOn", "closesOn"]
        #expect(
            days.map(period.member) == ["2023-06-21", "2023-06-22", "2023-06-26"],
            "opened when its days had passed: nobody is late before he was asked")
        let inTime = try await show("THANG-1", "2023-06").json.members("period")
        #expect(days.map(inTime.member) == ["2023-06-15", "2023-06-16", "2023-06-20"])
        #expect(try await open("THANG-1", "2023-06").code == "period-there")

        // A late item is done; the return is sent after its day, so a word is wanted.
        let empty = try await api.send(
            .get, "/api/v1/tenants/district_101/return?campaign=THANG-1&month=2023-06", as: coordinator("district_101"))
        #expect(empty.status == 200 && empty.version == "\"0\"", "\(empty.json.text())")
        #expect(empty.json.members("standing").members("figures").member("nowLate") == "1")
        let drafted = try await write("THANG-1", "2023-06", in: "district_101", version: 0, ("nothing", true))
        #expect(drafted.status == 200 && drafted.version == "\"1\"", "\(drafted.json.text())")
        let nothing = try await approve("THANG-1", "2023-06", in: "district_101", version: 1)
        #expect(nothing.code == "return-not-nothing" || nothing.code == "return-unexplained", "\(nothing.code)")
        let stale = try await write("THANG-1", "2023-06", in: "district_101", version: 0, ("results", "Khác"))
        #expect(stale.status == 412 || stale.status == 409, "\(stale.status) \(stale.code)")
        _ = try await write("THANG-1", "2023-06", in: "district_101", version: 1, ("results", "Hoàn thành báo cáo"))
        #expect(try await approve("THANG-1", "2023-06", in: "district_101", version: 2).code == "return-unexplained")
        #expect(
            try await approve("THANG-1", "2023-06", in: "district_101", version: 2, as: coordinator("district_101")).status == 403,
            "the head approves, and nobody for him")
        _ = try await write(
            "THANG-1", "2023-06", in: "district_101", version: 2, ("results", "Hoàn thành báo cáo"), ("difficulties", "Thiếu kinh phí"),
            ("explanation", "Gửi muộn do thay đổi nhân sự"))
        let approved = try await approve("THANG-1", "2023-06", in: "district_101", version: 3)
        let approval = approved.json.members("return").members("approval")
        #expect(approved.status == 201 && approval.members("figures").member("late") == "1", "\(approved.json.text())")
        #expect(approval.member("late") == "true")
        let after = try await write("THANG-1", "2023-06", in: "district_101", version: 4, ("results", "Sửa"))
        #expect(after.code == "return-approved", "\(after.status) \(after.code)")

        let closed = try await close("THANG-1", "2023-06")
        #expect(closed.status == 201 && closed.json.members("snapshot").member("version") == "1", "\(closed.json.text())")
        #expect(row("101", in: closed).members("return").member("state") == "sent")
        #expect(row("102", in: closed).members("return").member("state") == "missing", "no return: marked, its figures from the ledger")
        #expect(row("102", in: closed).members("figures").member("early") == "1")
        #expect(try await close("THANG-1", "2023-06").code == "month-closed-already")
        let late = try await write("THANG-1", "2023-06", in: "district_102", version: 0, ("nothing", true))
        #expect(late.code == "month-closed", "\(late.status) \(late.code)")
        let shut = try await page("/units/district_102/months?campaign=THANG-1&month=2023-06", as: coordinator("district_102")).body
        #expect(shut.contains("đã chốt số liệu tháng này ngày 20/06/2023") && !shut.contains("/months/return"), "\(shut)")
        let correcting = "action=\"/months/correct\""
        #expect(try await page("/months?campaign=THANG-1&month=2023-06", as: office).body.contains(correcting))

        // What comes later leaves the closed month as it is and shows in the next one.
        let item = try await bench.assign(to: "district_102", due: "2023-06-12")
        try await bench.finish(item, in: "district_102", on: "2023-06-14")
        try await bench.accept(item)
        #expect(try await show("THANG-1", "2023-06").json.members("total") == closed.json.members("total"))
        try await bench.move(to: "2023-07-20")
        #expect(try await open("THANG-1", "2023-07").status == 201)
        let next = try await close("THANG-1", "2023-07")
        #expect(next.status == 201, "\(next.json.text())")
        let adjustment = row("102", in: next).members("adjustment")
        #expect(adjustment.member("items") == "1" && adjustment.member("late") == "1" && adjustment.member("early") == "0")
        #expect(row("101", in: next).members("adjustment").member("items") == "0", "nothing else was changed")
        #expect(row("102", in: next).members("return").member("missing") == "2", "two months in a row")
        let minute = body("THANG-1", "2023-06", ("minuteNumber", "1/BB"), ("minuteOn", "2023-07-20"), ("reason", "Sót"))
        #expect(try await api.send(.post, "/api/v1/province/month-corrections", as: office, minute).code == "later-month-closed")
        let fixed = try await page("/months?campaign=THANG-1&month=2023-06", as: office).body
        #expect(!fixed.contains(correcting) && fixed.contains("Kỳ sau đã chốt nên kỳ này giữ nguyên"), "\(fixed)")
        #expect(try await page("/months?campaign=THANG-1&month=2023-07", as: office).body.contains(correcting), "the latest one may be")
        let verified = try await api.send(
            .get, "/api/v1/province/month/verification?campaign=THANG-1&month=2023-06", as: office)
        #expect(verified.text("agrees") == "true" && verified.text("whole") == "true", "\(verified.json.text())")
        try await bench.move(to: "2023-06-20")
    }

    @Test("follow each other without a gap, none is opened before a closed one, and so each can be closed")
    func inOrder() async throws {
        let bench = try await ReviewBench(province, campaign: "THANG-7")
        try await bench.move(to: "2023-08-20")
        #expect(try await open("THANG-7", "2023-06").status == 201, "the first may be any")
        let gap = try await open("THANG-7", "2023-08")
        #expect(gap.status == 409 && gap.code == "month-out-of-order", "\(gap.json.text())")
        #expect(try await open("THANG-7", "2023-05").status == 201, "forgotten, and nothing is closed yet")
        #expect(try await close("THANG-7", "2023-05").status == 201)
        #expect(try await open("THANG-7", "2023-04").code == "month-out-of-order", "it could not be closed any more")
        #expect(try await open("THANG-7", "2023-07").status == 201)
        #expect(try await open("THANG-7", "2023-08").status == 201, "the control: without the gap")
        for month in ["2023-06", "2023-07", "2023-08"] {
            let closed = try await close("THANG-7", month)
            #expect(closed.status == 201, "\(month): \(closed.json.text())")
        }
        try await bench.move(to: "2023-06-20")
    }

    @Test("tells the province what was hashed with it; a correction says what it changed; the next month adds up with the first report")
    func whole() async throws {
        let bench = try await ReviewBench(province, campaign: "THANG-6")
        func report(_ title: String, on day: String) async throws {
            let said = try await api.send(
                .post, "/api/v1/tenants/dept_bao/coverage", as: province.token(of: .mediaEditor),
                [
                    "campaign": "THANG-6", "kind": "news", "title": .string(title), "on": .string(day),
                    "link": "https://bao.vn/tin",
                ])
            #expect(said.status == 201, "\(said.json.text())")
        }
        func published(_ answer: APIAnswer, _ list: String = "coverage") -> [String] { answer.list(list).map { $0.member("total") } }
        func paper(_ kind: String, _ month: String, _ more: String = "") async throws -> String {
            let made = try await api.send(.get, "/api/v1/province/month/\(kind)?campaign=THANG-6&month=\(month)\(more)", as: office)
            return try ReadPaper.text(made.bytes)
        }
        func verified(_ month: String, _ version: Int) async throws -> String {
            try await api.send(
                .get, "/api/v1/province/month/verification?campaign=THANG-6&month=\(month)&version=\(version)", as: office
            ).text("agrees")
        }
        #expect(try await open("THANG-6", "2023-06").status == 201)
        try await report("Tin 1", on: "2023-06-12")
        let first = try await close("THANG-6", "2023-06")
        #expect(first.status == 201 && published(first) == ["1"], "\(first.json.text())")
        // Reported on the day of the close, behind it.
        try await report("Tin 2", on: "2023-06-10")
        let again = try await show("THANG-6", "2023-06")
        #expect(published(again) == ["1"] && again.json.members("snapshot") == first.json.members("snapshot"))
        #expect(published(try await show("THANG-6", "2023-06", "&asOf=2023-06-20")) == ["2"], "the control: it was reported")

        let item = try await bench.assign(to: "district_102", due: "2023-06-12")
        try await bench.finish(item, in: "district_102", on: "2023-06-14")
        try await bench.accept(item)
        let minute = body("THANG-6", "2023-06", ("minuteNumber", "3/BB-VP"), ("minuteOn", "2023-06-20"), ("reason", "Sót"))
        let corrected = try await api.send(.post, "/api/v1/province/month-corrections", as: office, minute)
        #expect(corrected.status == 201 && published(corrected) == ["2"], "\(corrected.json.text())")
        let told = "Đính chính theo biên bản số 3/BB-VP ngày 20/06/2023 (Sót), so với phiên bản 1: Lũy kế +1; Hoàn thành quá hạn +1"
        #expect(try await paper("report", "2023-06").contains(told))
        #expect(try await !paper("report", "2023-06", "&version=1").contains("Đính chính theo"))
        let raised = try await api.send(
            .post, "/api/v1/tenants/district_101/difficulties", as: head("district_101"),
            ["campaign": "THANG-6", "title": "Chậm vốn", "obstacle": "Chưa được phân bổ vốn"])
        #expect(raised.status == 201 && raised.text("level") == "province", "\(raised.json.text())")

        // While it is open the next month shows the same as its close.
        try await bench.move(to: "2023-07-20")
        #expect(try await open("THANG-6", "2023-07").status == 201)
        let live = try await show("THANG-6", "2023-07")
        #expect(row("102", in: live).members("adjustment").member("items") == "1", "known otherwise than it was closed first")
        #expect(row("102", in: live).members("return").member("missing") == "2")
        let before = try await show("THANG-6", "2023-07", "&asOf=2023-06-19")
        #expect(row("102", in: before).members("closed") == .null, "the control: nothing was closed by then")
        let next = try await close("THANG-6", "2023-07")
        // What has not come may come until the close, and does not after it; all else is the same.
        func counted(_ answer: APIAnswer) -> [[JSONValue]] {
            answer.list("rows").map { row in ["tenant", "return", "figures", "closed", "known"].map(row.members) }
        }
        #expect(next.status == 201 && counted(next) == counted(live), "\(next.json.text())")
        #expect(row("102", in: live).member("answerName") == "chưa gửi, quá hạn (2 kỳ liên tiếp)")
        #expect(row("102", in: next).member("answerName") == "không báo cáo (2 kỳ liên tiếp)")
        func items(_ answer: APIAnswer, _ figures: String) -> Int { Int(answer.json.members(figures).member("items")) ?? -1 }
        #expect(items(first, "total") + items(next, "adjustment") == items(next, "total"), "nothing was given since")
        #expect(published(next).isEmpty && published(next, "coverageSoFar") == ["2"], "what was reported late is not lost")
        for kind in ["report", "part"] {
            let text = try await paper(kind, "2023-07")
            #expect(text.contains("Khó khăn, vướng mắc chưa giải quyết xong: 1, trong đó quá hạn giải quyết 1"), "\(kind): \(text)")
            #expect(text.contains("Chậm vốn") && text.contains("Tuyên truyền trên báo chí trong kỳ: không (lũy kế: 2 tin)"), "\(kind)")
        }
        let sheet = try await api.send(.get, "/api/v1/province/month/sheet?campaign=THANG-6&month=2023-07", as: office)
        #expect(try Table(xlsx: sheet.bytes, name: "thang.xlsx", sheet: "Khó khăn, vướng mắc").texts.joined().contains("Chậm vốn"))

        for (month, version) in [("2023-06", 1), ("2023-06", 2), ("2023-07", 1)] {
            #expect(try await verified(month, version) == "true", "\(month) \(version)")
        }
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            UPDATE core.month_annex SET body = replace(body, 'Chậm vốn', 'Đủ vốn') WHERE body LIKE '%Chậm vốn%';
            SET session_replication_role = origin;
            """)
        #expect(try await verified("2023-07", 1) == "false")
        // One that was closed before there was more than figures keeps its hash, and is told as before.
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            DELETE FROM core.month_annex AS a USING core.report_period AS p JOIN core.campaign AS c ON c.id = p.campaign_id AND c.code = 'THANG-6'
            WHERE a.period_id = p.id AND p.month = '2023-06-01' AND a.version = 1;
            UPDATE core.month_close AS m
            SET head = h.head, sha256 = sha256(convert_to(h.head || E'\n' || (
                SELECT string_agg(encode(r.sha256, 'hex') || ' ' || r.code || E'\n', '' ORDER BY r.position)
                FROM core.month_row AS r WHERE r.period_id = m.period_id AND r.version = m.version), 'UTF8'))
            FROM core.report_period AS p JOIN core.campaign AS c ON c.id = p.campaign_id AND c.code = 'THANG-6',
                LATERAL (SELECT '{"format" : "thidua-month-1"}' AS head) AS h
            WHERE m.period_id = p.id AND p.month = '2023-06-01' AND m.version = 1;
            SET session_replication_role = origin;
            """)
        #expect(try await verified("2023-06", 1) == "true")
        #expect(published(try await show("THANG-6", "2023-06", "&version=1")) == ["2"])
        try await bench.move(to: "2023-06-20")
    }

    @Test(
        "a unit that closes between two months keeps its row, so that the sums go on, and owes no return; nobody is silent before his day")
    func closedUnit() async throws {
        let bench = try await ReviewBench(province, campaign: "THANG-12")
        #expect(try await open("THANG-12", "2023-06").status == 201)
        let first = try await close("THANG-12", "2023-06")
        #expect(first.status == 201, "\(first.json.text())")
        let item = try await bench.assign(to: "district_102", due: "2023-06-30")
        try await bench.move(to: "2023-06-26")
        try await bench.finish(item, in: "district_102", on: "2023-06-22")
        try await bench.accept(item)
        try await province.asSuperuser("UPDATE core.tenant SET closed_on = '2023-06-30' WHERE slug = 'district_102'")
        try await bench.move(to: "2023-07-03")
        #expect(try await open("THANG-12", "2023-07").status == 201)
        let ended = "đã kết thúc hoạt động ngày 30/06/2023"
        let running = try await show("THANG-12", "2023-07")
        #expect(row("102", in: running).member("answerName") == ended, "\(running.json.text())")
        #expect(row("101", in: running).member("answerName") == "chưa gửi")
        #expect(row("101", in: running).members("return").member("missing") == "0", "nothing is due yet")
        let shown = try await page("/months?campaign=THANG-12&month=2023-07", as: office).body
        #expect(shown.contains("<td>\(ended)</td>") && shown.contains("<td>chưa gửi</td>") && !shown.contains("không báo cáo"), "\(shown)")

        func items(_ answer: APIAnswer, _ figures: String) -> Int { Int(answer.json.members(figures).member("items")) ?? -1 }
        try await bench.move(to: "2023-07-20")
        let next = try await close("THANG-12", "2023-07")
        #expect(next.status == 201, "\(next.json.text())")
        #expect(
            items(first, "total") + items(next, "adjustment") == items(next, "total") && items(next, "total") == 3,
            "nothing was given since")
        let left = row("102", in: next)
        #expect(left.members("return").member("state") == "ended" && left.members("return").member("endedOn") == "2023-06-30")
        #expect(left.members("figures").member("early") == "2" && left.members("adjustment").member("items") == "1", "\(left.text())")
        let silent = next.list("rows").count { $0.members("return").member("state") == "missing" }
        #expect(silent == next.list("rows").count - 1 && next.list("versions").first?.member("silentUnits") == "\(silent)")
        let report = try await api.send(.get, "/api/v1/province/month/report?campaign=THANG-12&month=2023-07", as: office)
        let text = try ReadPaper.text(report.bytes)
        #expect(
            text.contains("Không phải báo cáo: ") && text.contains("(\(ended))") && text.contains("Đã gửi báo cáo 0/\(silent) đơn vị"),
            "\(text)")

        try await bench.move(to: "2023-08-20")
        #expect(try await open("THANG-12", "2023-08").status == 201)
        let last = try await close("THANG-12", "2023-08")
        #expect(items(last, "total") == 3 && row("102", in: last).members("figures").member("early") == "2", "\(last.json.text())")
        try await province.asSuperuser("UPDATE core.tenant SET closed_on = NULL WHERE slug = 'district_102'")
        try await bench.move(to: "2023-06-20")
    }

    @Test("what is closed in January is reported with the year in which it is signed")
    func overTheYear() async throws {
        try await province.bring(try Plans.shipped("THANG-13"))
        try await province.asSuperuser("UPDATE core.installation SET business_date = '2024-01-03'")
        #expect(try await open("THANG-13", "2023-12").status == 201)
        let closed = try await close("THANG-13", "2023-12")
        #expect(closed.status == 201, "\(closed.json.text())")
        let report = try await api.send(.get, "/api/v1/province/month/report?campaign=THANG-13&month=2023-12", as: office)
        let text = try ReadPaper.text(report.bytes)
        #expect(text.contains("năm 2024") && text.contains("tháng 12 năm 2023"), "\(text)")
        try await province.asSuperuser("UPDATE core.installation SET business_date = '2023-06-20'")
    }

    @Test("the same figures on the page, by the API, by the command, in the workbook and in the report")
    func sameFigures() async throws {
        let bench = try await ReviewBench(province, campaign: "A-THANG")
        try await province.launch("A-THANG")
        #expect(try await open("A-THANG", "2023-06").status == 201)
        let item = try await bench.assign(to: "district_101", due: "2023-06-14")
        #expect(try await close("A-THANG", "2023-06").status == 201)
        try await bench.finish(item, in: "district_101", on: "2023-06-14")
        try await bench.accept(item)
        let answer = try await show("A-THANG", "2023-06")
        let total = answer.json.members("total")
        #expect(total.member("items") == "3" && total.member("late") == "1" && total.member("early") == "1", "\(total.text())")
        #expect(total.member("inTime") == "0" && total.member("dueSoon") == "1", "due on the last day of the period")

        let json = try await run(
            "month", "show", "--campaign", "A-THANG", "--month", "2023-06", "--province", "--output", "json", as: office)
        #expect(json.code == 0, "\(json.errors)")
        #expect(try StrictJSON.parse(json.output.utf8) == answer.json)

        let sheet = try await api.send(.get, "/api/v1/province/month/sheet?campaign=A-THANG&month=2023-06", as: office)
        let table = try Table(xlsx: sheet.bytes, name: "thang.xlsx", sheet: "Tổng hợp")
        let listed = answer.list("rows")
        #expect(table.rows.count == listed.count + 2, "a heading, each unit, the sum")
        for (row, cells) in zip(listed, table.rows.dropFirst()) {
            #expect(cells.cells.first?.text == row.member("code"))
            let counts = MonthFigures.Figure.allCases.map { row.members("figures").member($0.rawValue) }
            #expect(Array(cells.cells.map(\.text).dropFirst(2).prefix(counts.count)) == counts, "\(row.member("code"))")
        }

        let report = try await api.send(.get, "/api/v1/province/month/report?campaign=A-THANG&month=2023-06", as: office)
        #expect(report.status == 200, "\(report.json.text())")
        let text = try ReadPaper.text(report.bytes)
        #expect(text.contains("Giao lũy kế 3 nhiệm vụ, chỉ tiêu") && text.contains("Hoàn thành lũy kế 2/3"), "\(text)")
        #expect(text.contains("chốt ngày 20/06/2023, phiên bản 1"))
        let folder = FileManager.default.temporaryDirectory.appending(path: "thidua-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "bao-cao.docx").path
        let written = try await run(
            "report", "month", "--campaign", "A-THANG", "--month", "2023-06", "--output-file", file, as: office)
        #expect(written.code == 0, "\(written.errors)")
        #expect(try Array(Data(contentsOf: URL(filePath: file))) == report.bytes)

        let shown = try await page("/months?month=2023-06", as: office)
        #expect(shown.status == .ok && shown.body.contains("chốt ngày 20/06/2023, phiên bản 1"))
        #expect(shown.body.contains("2/3"), "done of all, as in the report")
        // While the ledger goes on, a day of the past is shown as it was.
        try await bench.move(to: "2023-06-22")
        let live = try await show("A-THANG", "2023-06", "&asOf=2023-06-22")
        #expect(live.json.members("total").member("onTime") == "1", "\(live.json.members("total").text())")
        let before = try await show("A-THANG", "2023-06", "&asOf=2023-06-19")
        #expect(before.json.members("total").member("items") == "0", "recorded on 20/6: nothing was known the day before")
        try await bench.move(to: "2023-06-20")
    }

    private typealias Answer = (status: HTTPResponse.Status, headers: HTTPFields, body: String)

    /// Sends a form as the page that shows it offers it.
    private func submit(_ path: String, _ fields: String, as token: Token, on shown: String) async throws -> Answer {
        try await province.submit(path, fields, of: try await page(shown, as: token).body, cookie: "thidua=\(token.text)")
    }

    @Test("a unit is led to the month that is over and waits for its return, not to the one that has begun")
    func ledTo() async throws {
        let bench = try await ReviewBench(province, campaign: "THANG-8")
        for month in ["2023-06", "2023-07"] { #expect(try await open("THANG-8", month).status == 201, "\(month)") }
        let path = "/units/district_101/months?campaign=THANG-8"
        func shown(_ more: String = "") async throws -> String { try await page(path + more, as: coordinator("district_101")).body }
        #expect(try await shown().contains("<h2>Báo cáo tháng 6 năm 2023</h2>"))
        #expect(try await shown("&month=2023-07").contains("<h2>Báo cáo tháng 7 năm 2023</h2>"), "the control: by its name")
        _ = try await write("THANG-8", "2023-06", in: "district_101", version: 0, ("results", "Da xong"))
        let file = try await shown("&format=json")
        #expect(file.contains("Da xong"), "the file is of the same month: \(file)")
        #expect(try await close("THANG-8", "2023-06").status == 201)
        #expect(try await shown().contains("<h2>Báo cáo tháng 7 năm 2023</h2>"), "nothing is awaited of June any more")
        #expect(try await !shown("&format=json").contains("Da xong"))
        _ = bench
    }

    @Test("each campaign has its months on the pages of the Office and of units; those that were launched stand above to be chosen")
    func ofCampaigns() async throws {
        let bench = try await ReviewBench(province, campaign: "THANG-9")
        try await province.bring(try Plans.shipped("THANG-10"))
        for code in ["THANG-9", "THANG-10"] { try await province.launch(code) }
        _ = try await bench.assign(to: "district_102", due: "2023-06-12")
        let (one, other) = ("/months?campaign=THANG-9", "/months?campaign=THANG-10")
        let opened = try await submit("/months/open", "campaign=THANG-9&month=2023-06&dueOn=&closesOn=", as: office, on: one)
        #expect(opened.status == .seeOther && opened.headers[.location] == "\(one)&month=2023-06", "\(opened.body)")
        let shown = try await page(one, as: office).body
        #expect(shown.contains("Số liệu từ 15/05/2023 đến 14/06/2023"))
        for link in [other, "/units/district_101/months?campaign=THANG-9&amp;month=2023-06", "/urging?campaign=THANG-9"] {
            #expect(shown.contains("<a href=\"\(link)\">"), "\(link): \(shown)")
        }
        // Nothing was opened there: what is proposed is the period of today, which the reminder tells too.
        let unopened = try await page(other, as: office).body
        #expect(unopened.contains("Kỳ báo cáo này chưa mở.") && unopened.contains("name=\"month\" value=\"2023-07\""), "\(unopened)")

        let unit = "/units/district_101\(one)"
        let writer = coordinator("district_101")
        let fields = "month=2023-06&unit=&version=0&nothing=no&results=Da+xong"
        let written = try await submit("/units/district_101/months/return", "campaign=THANG-9&\(fields)", as: writer, on: unit)
        #expect(written.status == .seeOther && written.headers[.location] == "\(unit)&month=2023-06", "\(written.body)")
        #expect(try await page(unit, as: writer).body.contains("Da xong"))
        let elsewhere = try await page("/units/district_101\(other)", as: writer).body
        #expect(elsewhere.contains("Kỳ báo cáo này chưa mở.") && elsewhere.contains("<a href=\"\(unit)\">"), "\(elsewhere)")
        #expect(try await page("/months?campaign=NOWHERE", as: office).status == .notFound)

        // What is overdue of the one is not of the other.
        let late = try await page("/urging?campaign=THANG-9", as: office).body
        #expect(late.contains("Quá hạn 1, lâu nhất 8 ngày") && late.contains("<a href=\"/urging?campaign=THANG-10\">"), "\(late)")
        #expect(try await page("/urging?campaign=THANG-10", as: office).body.contains("Không đơn vị nào có"))
        let urged = try await submit(
            "/urging/record", "campaign=THANG-9&tenant=district_102&number=12/VP&date=2023-06-19&again=no", as: office,
            on: "/urging?campaign=THANG-9")
        #expect(urged.status == .seeOther && urged.headers[.location] == "/urging?campaign=THANG-9", "\(urged.body)")
    }

    @Test("where none is opened the page says who opens it and how; a month that no campaign of that time can have is nowhere")
    func unopened() async throws {
        try await province.bring(try Plans.shipped("THANG-14"))
        let shown = "/months?campaign=THANG-14"
        let none = try await page(shown, as: office)
        #expect(none.status == .ok && none.body.contains("Kỳ báo cáo này chưa mở. <a href=\"#open\">Mở kỳ báo cáo</a>"), "\(none.body)")
        #expect(
            none.body.contains("<h2 id=\"open\">Mở kỳ báo cáo</h2>\n<form method=\"post\" action=\"/months/open\""),
            "the way leads to the form")
        let reader = try await page(shown, as: province.token(of: .chairman)).body
        #expect(reader.contains("Kỳ báo cáo này chưa mở. Văn phòng UBND tỉnh mở") && !reader.contains("#open"), "\(reader)")
        let unit = "/units/district_101\(shown)"
        #expect(try await page(unit, as: head("district_101")).body.contains("Kỳ báo cáo này chưa mở. Văn phòng UBND tỉnh mở"))

        #expect(try await open("THANG-14", "2023-06").status == 201)
        for (path, reader) in [(shown, office), (unit, head("district_101"))] {
            #expect(try await page(path, as: reader).body.contains("đến 14/06/2023"), "the control: the one that is opened")
            #expect(try await page("\(path)&month=2023-06", as: reader).status == .ok)
            // To be opened still: reminders lead there.
            let next = try await page("\(path)&month=2024-01", as: reader)
            #expect(next.status == .ok && next.body.contains("Kỳ báo cáo này chưa mở."), "\(next.body)")
            for month in ["2022-12", "2024-02", "2999-01"] {
                let absent = try await page("\(path)&month=\(month)", as: reader)
                #expect(absent.status == .notFound && absent.body.contains("Không tìm thấy"), "\(month): \(absent.body)")
            }
            #expect(try await page("\(path)&month=06-2023", as: reader).body.contains("ghi tháng, như 2023-06"))
        }
        // What a form names stays above the form that it was sent with.
        let sent = try await submit("/months/open", "campaign=THANG-14&month=2999-01&dueOn=&closesOn=", as: office, on: shown)
        #expect(sent.status == .conflict && sent.body.contains("không thuộc thời gian phong trào"), "\(sent.body)")
    }

    @Test("is opened on the page with days of its own, or by the rule where none are said")
    func ownDays() async throws {
        try await province.bring(try Plans.shipped("THANG-11"))
        let shown = "/months?campaign=THANG-11"
        func submit(_ days: String) async throws -> Answer {
            try await self.submit("/months/open", "campaign=THANG-11&month=2023-06&\(days)", as: office, on: shown)
        }
        let early = try await submit("dueOn=2023-06-10&closesOn=")
        #expect(early.status == .unprocessableContent && early.body.contains("(bỏ trống: theo quy định): phải sau ngày cuối của kỳ"))
        #expect(early.body.contains("name=\"dueOn\" value=\"2023-06-10\""), "what was typed stays: \(early.body)")
        #expect(try await submit("dueOn=hom+nao&closesOn=").body.contains("không phải ngày có thật"))
        let past = try await submit("dueOn=2023-06-19&closesOn=")
        #expect(past.status == .unprocessableContent && past.body.contains("không được trước ngày mở kỳ"), "\(past.body)")
        #expect(past.body.contains("mở kỳ khi hạn của cấp xã đã qua thì tính từ ngày mở"), "said before it is opened")
        #expect(try await submit("dueOn=2023-06-26&closesOn=2023-06-26").status == .seeOther)
        let opened = try await page(shown, as: office).body
        #expect(opened.contains("Hạn gửi báo cáo 26/06/2023, ngày chốt 26/06/2023; xã, phường, thị trấn gửi chậm nhất 23/06/2023"))
        let next = try await self.submit("/months/open", "campaign=THANG-11&month=2023-07&dueOn=&closesOn=", as: office, on: shown)
        #expect(next.status == .seeOther)
        #expect(try await page("\(shown)&month=2023-07", as: office).body.contains("Hạn gửi báo cáo 18/07/2023"), "by the rule")
    }

    @Test("another unit's return is answered as one that is nowhere, and the province sees what was approved alone")
    func foreign() async throws {
        let bench = try await ReviewBench(province, campaign: "THANG-3")
        #expect(try await open("THANG-3", "2023-06").status == 201)
        #expect(try await write("THANG-3", "2023-06", in: "district_101", version: 0, ("results", "Riêng của huyện 101")).status == 200)
        let path = "/api/v1/tenants/district_101/return?campaign=THANG-3&month=2023-06"
        let absent = try await api.send(.get, path.replacing("district_101", with: "district_999"), as: head("district_102"))
        let foreign = try await api.send(.get, path, as: head("district_102"))
        #expect(foreign.status == 404 && foreign.json.member("code") == absent.json.member("code"))
        #expect(foreign.json.member("detail") == absent.json.member("detail"))
        #expect(try await api.send(.get, path, as: office).status == 404, "a draft stays in the unit")
        // The unit sees which of its communes have not begun; a commune sees its own alone; the province is told of nothing that was not approved.
        let list = "/api/v1/tenants/district_101/returns?campaign=THANG-3&month=2023-06"
        let own = try await api.send(.get, list, as: head("district_101")).list("returns")
        let states = Dictionary(uniqueKeysWithValues: own.map { ($0.member("unit"), $0.member("stateName")) })
        let (whole, commune) = (province.tenant("district_101").description, province.unit("10101", in: "district_101").description)
        #expect(states[whole] == "đang soạn" && states[commune] == "chưa gửi" && states.count > 2, "\(states)")
        let below = province.token(of: .subUnitOfficer, in: "district_101", unit: "10101")
        #expect(try await api.send(.get, list, as: below).list("returns").map { $0.member("unit") } == [commune])
        #expect(try await api.send(.get, list, as: office).list("returns").isEmpty)
        let drafts = try await api.send(.get, "/api/v1/province/returns?campaign=THANG-3&month=2023-06", as: office)
        #expect(drafts.status == 200 && drafts.list("returns").isEmpty)
        _ = try await write(
            "THANG-3", "2023-06", in: "district_101", version: 1, ("results", "\r\nRiêng của  huyện 101\r\n\r\n- Ý hai\r\n"),
            ("explanation", "Gửi muộn"))
        let approved = try await approve("THANG-3", "2023-06", in: "district_101", version: 2)
        #expect(approved.status == 201, "\(approved.json.text())")
        let read = try await api.send(.get, "/api/v1/province/returns?campaign=THANG-3&month=2023-06", as: office)
        #expect(read.list("returns").map { $0.member("results") } == ["Riêng của huyện 101\n\n- Ý hai"], "in the lines that were typed")
        let shown = try await page("/units/district_101/months?campaign=THANG-3&month=2023-06", as: head("district_101")).body
        #expect(shown.contains("<p class=\"passage\">Riêng của huyện 101\n\n- Ý hai</p>"), "\(shown)")
        let paper = try await api.send(
            .get, "/api/v1/tenants/district_101/return/report?campaign=THANG-3&month=2023-06", as: head("district_101"))
        #expect(paper.status == 200)
        let words = try ReadPaper.text(paper.bytes)
        #expect(words.contains("Riêng của huyện 101\n- Ý hai\n"), "a paragraph each: \(words)")
        #expect(
            try await page("/units/district_101/months?month=2023-06", as: head("district_102")).status == .notFound)
        _ = bench
    }

    @Test("of a commune that was founded after the period owes no return, on its page, by the API, and in the table of units")
    func foundedLater() async throws {
        let bench = try await ReviewBench(province, campaign: "THANG-15")
        try await province.launch("THANG-15")
        #expect(try await open("THANG-15", "2023-06").status == 201)
        let founded = try await api.send(
            .post, "/api/v1/tenants/district_102/units", as: province.token(of: .tenantAdmin, in: "district_102"),
            ["code": "P10", "name": "10", "fullName": "Phường Mười", "kind": "phuong", "legalPersonality": true])
        #expect(founded.status == 201, "\(founded.json.text())")
        let id = founded.text("id")
        let shown = "?campaign=THANG-15&month=2023-06&unit=\(id)"
        let read = try await api.send(.get, "/api/v1/tenants/district_102/return\(shown)", as: head("district_102"))
        #expect(read.status == 409 && read.code == "return-not-owed", "\(read.json.text())")
        let written = try await write(
            "THANG-15", "2023-06", in: "district_102", version: 0, ("unit", .string(id)), ("results", "Đã xong"))
        #expect(written.code == "return-not-owed", "\(written.json.text())")
        let body = try await page("/units/district_102/months\(shown)", as: coordinator("district_102")).body
        #expect(body.contains("Phường Mười, ") && body.contains("Đơn vị thành lập sau kỳ báo cáo này"), "\(body)")
        #expect(!body.contains("/months/return") && !body.contains("sau thời hạn"))
        let table = try await api.send(
            .get, "/api/v1/tenants/district_102/unit-table?campaign=THANG-15", as: head("district_102"))
        let answers = Dictionary(table.items.map { ($0.member("code"), $0.members("return")) }) { one, _ in one }
        #expect(answers["P10"] == .null && answers["10201"]?.member("state") == "missing", "\(table.json.text())")
        _ = bench
    }

    @Test("of two who approve or close at once one does, and the other is told")
    func atOnce() async throws {
        let bench = try await ReviewBench(province, campaign: "THANG-4")
        #expect(try await open("THANG-4", "2023-06").status == 201)
        _ = try await write(
            "THANG-4", "2023-06", in: "district_102", version: 0, ("results", "Đã xong"), ("explanation", "Gửi muộn"))
        async let one = approve("THANG-4", "2023-06", in: "district_102", version: 1)
        async let other = approve("THANG-4", "2023-06", in: "district_102", version: 1)
        let approvals = try await [one.status, other.status].sorted()
        #expect(approvals[0] == 201 && [409, 412].contains(approvals[1]), "\(approvals)")
        async let first = close("THANG-4", "2023-06")
        async let second = close("THANG-4", "2023-06")
        let closes = try await [first.status, second.status].sorted()
        #expect(closes[0] == 201 && [409, 412].contains(closes[1]), "\(closes)")
        #expect(try await show("THANG-4", "2023-06").list("versions").count == 1)
        _ = bench
    }

    @Test("figures are the database's: typed ones are written over, and stand once the guard is gone")
    func typedFigures() async throws {
        let bench = try await ReviewBench(province, campaign: "THANG-5")
        #expect(try await open("THANG-5", "2023-06").status == 201)
        let insert = """
            INSERT INTO core.unit_return (tenant_id, period_id, unit_id, nothing, results, explanation, drafted_by, recorded_on, approved_by, approved_on,
                to_on, sub_unit_due_on, due_on, is_closed, waiting, warnings, figures)
            SELECT t.id, p.id, t.id, false, 'x', 'x', o.id, '2023-06-20', o.id, '2023-06-20', '2023-06-14', '2023-06-15', '2023-06-16', false, 0, '{}',
                '{"items": 99}'
            FROM core.tenant AS t
                JOIN core.post AS o ON o.tenant_id = t.id AND o.role = 'unit_head'
                CROSS JOIN core.report_period AS p
                JOIN core.campaign AS c ON c.id = p.campaign_id AND c.code = 'THANG-5'
            WHERE t.slug = 'district_101'
            LIMIT 1;
            """
        func script(_ items: String, without guarded: Bool) -> String {
            """
            BEGIN;
            \(guarded ? "ALTER TABLE core.unit_return DISABLE TRIGGER guard;" : "")
            \(guarded ? "DO $$ BEGIN ALTER TABLE district_101.unit_return DISABLE TRIGGER guard; END $$;" : "")
            \(insert)
            DO $$ BEGIN
                IF (SELECT r.figures ->> 'items' FROM core.unit_return AS r JOIN core.report_period AS p ON p.id = r.period_id
                    JOIN core.campaign AS c ON c.id = p.campaign_id AND c.code = 'THANG-5') IS DISTINCT FROM '\(items)' THEN
                    RAISE EXCEPTION 'other figures';
                END IF;
            END $$;
            ROLLBACK;
            """
        }
        try await province.asSuperuser(script("1", without: false))
        try await province.asSuperuser(script("99", without: true))
        _ = bench
    }
}
