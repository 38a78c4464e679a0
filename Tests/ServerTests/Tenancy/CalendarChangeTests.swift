import Domain
import Foundation
import HTTPTypes
import Operations
import Postgres
import Storage
import TestSupport
import Testing
import Web

/// The Office changes a day of the working calendar: what moves is told, what was due is not moved, and the audit has it.
@Suite("Changing the working calendar", .province, .serialized, .timeLimit(.minutes(30)))
struct CalendarChangeTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private var office: Token { province.token(of: .officeMonitor) }
    private static let path = "/api/v1/province/calendar-days"

    /// A task of a campaign, due on a Friday; its result is ahead on Thursday.
    private func task(_ code: String, due: String) async throws {
        try await province.bring(try Plans.shipped(code))
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.keepSectors([(code: "NV", name: "Nội vụ, cải cách hành chính")])
        }
        try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            let paper = Directive.Paper(
                type: "Quyết định", number: "\(code)/QĐ-UBND", issuedOn: CivilDate("2023-03-20")!, issuer: "UBND tỉnh", abstract: "x")
            let directive = try await EnterDirective(paper: paper).perform(in: tx, ids: .system)
            _ = try await AssignItem(
                lead: "SNV", kind: .task, title: "Việc", campaign: code, content: "III.3", directive: directive, sourceClause: "1",
                sector: "NV", completion: .ketQua, dueOn: CivilDate(due)
            ).perform(in: tx, ids: .system)
        }
    }

    private func change(_ body: JSONValue, dryRun: Bool = false, as token: Token) async throws -> APIAnswer {
        try await api.send(.post, Self.path + (dryRun ? "?dryRun=true" : ""), as: token, body)
    }

    @Test("a day off before a due date moves the last day that is ahead of it, is told beforehand, and is taken back")
    func moved() async throws {
        let code = "LICH-\(UInt32.random(in: 0...UInt32.max))"
        try await task(code, due: "2023-08-18")
        let body: JSONValue = ["day": "2023-08-17", "becomes": "off", "name": "Nghỉ bão", "source": "Công điện 7/CĐ-UBND"]
        func rows(_ answer: APIAnswer) -> [[String]] {
            answer.list("moved").filter { $0.member("campaign") == code && $0.member("kind") == "ahead" }
                .map { row in ["from", "items", "before", "after"].map { row.member($0) } }
        }
        let tried = try await change(body, dryRun: true, as: office)
        #expect(tried.status == 200, "\(tried.json)")
        // Due on Friday; one working day before it is Thursday, and with Thursday off Wednesday.
        #expect(rows(tried) == [["2023-08-18", "1", "2023-08-17", "2023-08-16"]], "\(tried.json)")
        func listed() async throws -> Bool {
            try await api.send(.get, "/api/v1/calendar?year=2023", as: province.token(of: .clerk, in: "district_101")).list("days")
                .contains { $0.member("day") == "2023-08-17" }
        }
        #expect(try await !listed())
        let done = try await change(body, as: office)
        #expect(done.status == 200 && rows(done) == rows(tried) && done.text("past") == "false")
        #expect(try await listed())
        #expect(try await change(body, as: office).text("warning") == "Lịch làm việc không đổi.")
        #expect(
            try await province.count(
                "SELECT count(*) FROM core.work_item AS i WHERE i.due_on = '2023-08-18' AND i.original_due_on = '2023-08-18'") >= 1)
        #expect(
            try await province.count(
                "SELECT count(*) FROM core.audit_entry AS a WHERE a.relation = 'calendar_day' AND a.subject_id = '2023-08-17'") == 1)
        let back = try await change(["day": "2023-08-17", "becomes": "usual"], as: office)
        #expect(rows(back) == [["2023-08-18", "1", "2023-08-16", "2023-08-17"]])
        #expect(try await !listed())
    }

    @Test("a day of the past says that what is frozen stays; a weekend cannot be off nor a weekday worked; nobody else changes a day")
    func refused() async throws {
        let past = try await change(
            ["day": "2023-04-03", "becomes": "off", "name": "x", "source": "x"], dryRun: true, as: office)
        #expect(past.text("past") == "true" && past.text("warning").contains("kết quả xét đã chốt giữ nguyên"))
        for (body, faults) in [
            (["day": "2023-08-19", "becomes": "off", "name": "x", "source": "x"], ["$.becomes"]),
            (["day": "2023-08-18", "becomes": "work", "name": "x", "source": "x"], ["$.becomes"]),
            (["day": "2023-08-18", "becomes": "off"], ["$.name", "$.source"]), (["day": "2023-02-30", "becomes": "off"], ["$.day"]),
        ] as [(JSONValue, [String])] {
            let answer = try await change(body, as: office)
            #expect((answer.status, answer.faults) == (422, faults), "\(answer.json)")
        }
        let body: JSONValue = ["day": "2023-08-18", "becomes": "off", "name": "x", "source": "x"]
        for token in [
            province.token(of: .unitHead, in: "district_101"), province.token(of: .homeAffairsOfficer), province.token(of: .auditor),
            province.token(of: .chairman),
        ] {
            #expect(try await change(body, as: token).status == 403)
            #expect(try await change(body, dryRun: true, as: token).status == 403)
        }
    }

    @Test("a term in a year of which nothing is known is taken with a warning, on every way in, until its days off stand there")
    func gaps() async throws {
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.keepSectors([(code: "NV", name: "Nội vụ, cải cách hành chính")])
        }
        func warned(_ answer: APIAnswer) -> Bool {
            answer.list("warnings").contains {
                $0.member("year") == "2066" && $0.member("code") == "calendar-missing" && $0.member("words").contains("năm 2066 chưa có")
            }
        }
        func given(due: String) async throws -> APIAnswer {
            try await api.send(
                .post, "/api/v1/province/items", as: office,
                ["lead": "district_101", "kind": "task", "title": "Việc xa", "sector": "NV", "completion": "ketQua", "dueOn": .string(due)])
        }
        let near = try await given(due: "2023-08-30")
        #expect(near.status == 201 && !warned(near), "\(near.json)")
        let far = try await given(due: "2066-08-30")
        #expect(far.status == 201 && warned(far), "\(far.json)")
        func imported(_ query: String) async throws -> APIAnswer {
            let table = "Mã,Lĩnh vực,Nhiệm vụ,Cơ quan chủ trì,Thời hạn\nLICH-\(UUID()),NV,Việc,SNV,30/8/2066\n"
            let answer = try await api.send(.post, "/api/v1/province/ledger-imports" + query, as: office, text: table, type: "text/csv")
            #expect(answer.status == 200 && answer.text("assigned") == "1", "\(answer.json)")
            return answer
        }
        for query in ["?dryRun=true", ""] { #expect(try await warned(imported(query))) }
        let head = province.token(of: .unitHead, in: "district_101")
        let own = "/api/v1/tenants/district_101/items/\(near.text("id"))"
        let asked = try await api.send(.post, own + "/extensions", as: head, ["dueOn": "2066-08-30", "reason": "Chờ Trung ương"])
        #expect(asked.status == 201 && warned(asked), "\(asked.json)")
        let many: JSONValue = ["items": [.string(near.text("id"))], "granted": true, "documentNumber": "1/UBND"]
        let tried = try await api.send(.post, "/api/v1/province/extension-decisions?dryRun=true", as: office, many)
        #expect(tried.status == 200 && tried.text("refused") == "0" && warned(tried), "\(tried.json)")
        let page = try await province.call(.get, "/units/district_101/items/\(near.text("id"))", token: head)
        #expect(page.body.contains("Cảnh báo: lịch làm việc năm 2066 chưa có"))
        let shown = try await Executable.run(
            ["item", "show", far.text("id"), "--province"], environment: ["DATABASE_URL": province.url, "THIDUA_TOKEN": office.text])
        #expect(shown.code == 0 && shown.output.contains("Cảnh báo: lịch làm việc năm 2066 chưa có"), "\(shown.errors)")
        // All but one of the days that the law has; the first of January of that year is a Friday.
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO core.calendar_day (day, working, name, source)
            SELECT d, false, 'x', 'x'
            FROM generate_series('2066-02-01'::date, '2066-02-12', '1 day') AS d
            WHERE extract(isodow FROM d) < 6;
            SET session_replication_role = origin;
            """)
        #expect(try await warned(api.send(.get, own, as: head)))
        _ = try await change(["day": "2066-01-01", "becomes": "off", "name": "Tết Dương lịch", "source": "x"], as: office)
        #expect(try await !warned(api.send(.get, own, as: head)))
        #expect(try await !warned(imported("?dryRun=true")))
        _ = try await change(["day": "2066-01-01", "becomes": "usual"], as: office)
        #expect(try await warned(api.send(.get, own, as: head)))
    }

    @Test("the page shows a year to everybody and the form to the Office")
    func page() async throws {
        func cookie(_ role: Role, in tenant: String? = nil) async throws -> String {
            let answer = try await province.call(
                .post, "/sign-in", headers: [.contentType: "application/x-www-form-urlencoded", .fetchSite: "same-origin"],
                body: "username=\(province.seat(role, in: tenant).username)&password=\(province.password)")
            return answer.headers[.setCookie]?.split(separator: ";").first.map(String.init) ?? ""
        }
        let clerk = try await cookie(.clerk, in: "district_101")
        let plain = try await province.call(.get, "/calendar?year=2023", headers: [.cookie: clerk])
        #expect(plain.status == .ok && plain.body.contains("Lịch làm việc năm 2023") && !plain.body.contains("Sửa một ngày"))
        let mine = try await cookie(.officeMonitor)
        let page = try await province.call(.get, "/calendar?year=2023", headers: [.cookie: mine]).body
        #expect(page.contains("Sửa một ngày"))
        let fields = "day=2023-09-07&becomes=off&name=Nghi&source=TB"
        let tried = try await province.submit("/calendar", fields + "&act=try", of: page, cookie: mine)
        #expect(tried.status == .ok && tried.body.contains("Xem trước, chưa ghi gì") && tried.body.contains("value=\"2023-09-07\""))
        let other = try await province.submit(
            "/calendar", fields.replacing("09-07", with: "09-08") + "&act=keep", of: tried.body, cookie: mine)
        #expect(other.status == .conflict && other.body.contains("Nội dung đã đổi sau khi xem trước"), "\(other.body)")
        #expect(other.body.contains("Xem trước, chưa ghi gì") && other.body.contains("value=\"2023-09-08\""), "\(other.body)")
        let unchanged = try await province.call(.get, "/calendar?year=2023", headers: [.cookie: mine]).body
        #expect(!unchanged.contains("07/09/2023") && !unchanged.contains("08/09/2023"), "nothing is kept")
        let kept = try await province.submit("/calendar", fields + "&act=keep", of: tried.body, cookie: mine)
        #expect(kept.status == .ok && kept.body.contains("07/09/2023"))
        let wrong = try await province.submit("/calendar", "day=&becomes=off&act=keep", of: page, cookie: mine)
        #expect(wrong.status == .unprocessableContent)
        let refused = try await province.submit("/calendar", fields + "&act=keep", of: plain.body, cookie: clerk)
        #expect(refused.status == .forbidden)
        _ = try await change(["day": "2023-09-07", "becomes": "usual"], as: office)
    }

    @Test("by command the Office tries and sets a day")
    func command() async throws {
        func run(_ arguments: String..., as token: Token) async throws -> Executable.Outcome {
            try await Executable.run(
                ["calendar", "set"] + arguments, environment: ["DATABASE_URL": province.url, "THIDUA_TOKEN": token.text])
        }
        let named = ["2023-10-05", "off"]
        let tried = try await run(named[0], named[1], "--name", "Nghỉ bão", "--source", "Công điện 9", "--dry-run", as: office)
        #expect(tried.code == 0 && tried.output.contains("chưa có gì được ghi"), "\(tried.errors)")
        #expect(try await run(named[0], named[1], as: office).code == 1)
        #expect(try await run(named[0], named[1], "--name", "x", "--source", "x", as: province.token(of: .auditor)).code == 4)
    }
}
