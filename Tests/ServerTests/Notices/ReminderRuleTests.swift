import Domain
import Foundation
import HTTPTypes
import Postgres
import TestSupport
import Testing

/// When people are reminded, as the Office says it: over HTTP, by command, and what the reminders do with it.
@Suite("Rules of reminding", .province(opening: 1), .serialized, .timeLimit(.minutes(30)))
struct ReminderRuleTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private let path = "/api/v1/province/reminder-rules"

    private func run(_ arguments: [String], as token: Token) async throws -> Executable.Outcome {
        try await Executable.run(arguments, environment: ["DATABASE_URL": province.url, "THIDUA_TOKEN": token.text])
    }

    @Test("the Office changes the days from a day on, by a paper; the rule before it ends, and people are reminded by the new one")
    func changed() async throws {
        let stage = try await NoticeStage(province)
        let (office, head) = (province.token(of: .officeMonitor), province.token(of: .unitHead, in: "district_101"))
        let rule: JSONValue = [
            "code": "due_in_7", "days": -10, "untilDays": -4, "words": "sắp đến hạn trong 10 ngày", "source": "Công văn 15/VP-TH",
        ]
        for token in [head, province.token(of: .homeAffairsOfficer), province.token(of: .chairman)] {
            #expect(try await api.send(.post, path, as: token, rule).status == 403)
        }
        try await stage.item("Q9", dueIn: 9)
        try await stage.remind()
        #expect(try await stage.told(by: "due_in_7") == 0, "not before the rule says so")
        let set = try await api.send(.post, path, as: office, rule)
        #expect(set.status == 201 && set.items.map { $0.member("through") } == ["", "2023-06-19"], "\(set.json.text())")
        #expect(try await api.send(.post, path, as: office, rule).code == "rule-there")
        try await stage.remind()
        #expect(try await stage.told(by: "due_in_7") == 1)
        let past: JSONValue = ["code": "due_in_3", "days": -5, "words": "x", "source": "x", "from": "2023-06-19"]
        #expect(try await api.send(.post, path, as: office, past).faults == ["$.from"])
        let unknown: JSONValue = ["code": "x", "days": -5, "words": "x", "source": "x"]
        #expect(try await api.send(.post, path, as: office, unknown).status == 404)

        // One that is said for a later day is the last of the one in force.
        let later = try await run(
            [
                "reminder-rule", "set", "due_in_3", "--days=-5", "--until-days", "0", "--words", "sắp đến hạn", "--source", "CV 16",
                "--from",
                "2023-07-01", "--output", "json",
            ], as: office)
        #expect(later.code == 0 && later.output.contains("2023-06-30"), "\(later)")
        #expect(try await run(["reminder-rule", "set", "due_in_3", "--days=-5", "--words", "x", "--source", "x"], as: head).code == 4)
        let listed = try await run(["reminder-rule", "list", "--output", "csv"], as: head)
        #expect(listed.code == 0 && listed.output.contains("Công văn 15/VP-TH") && listed.output.contains("remedy_late"), "\(listed)")
        // The page of the Office.
        func page(as token: Token) async throws -> (status: HTTPResponse.Status, body: String) {
            let shown = try await province.call(.get, "/reminder-rules", headers: [.cookie: "thidua=\(token.text)"])
            return (shown.status, shown.body)
        }
        let shown = try await page(as: office)
        #expect(shown.body.contains("Công văn 15/VP-TH") && shown.body.contains("đã hết hiệu lực") && shown.body.contains("sẽ áp dụng"))
        let auditor = try await page(as: province.token(of: .auditor))
        #expect(auditor.status == .ok && !auditor.body.contains("Thay đổi quy định"), "\(auditor.status)")
        #expect(try await page(as: head).status == .forbidden)
        #expect(try await page(as: province.token(of: .mediaEditor)).status == .forbidden)
        let change = "code=overdue_1&days=2&side=after&until=&untilSide=after&words=qua+han&from="
        func submit(_ fields: String, as token: Token) async throws -> HTTPResponse.Status {
            try await province.submit("/reminder-rules", fields, of: try await page(as: token).body, cookie: "thidua=\(token.text)").status
        }
        #expect(try await submit(change + "&source=", as: office) == .unprocessableContent, "a change has its reason")
        #expect(try await submit(change + "&source=CV+17", as: province.token(of: .auditor)) == .forbidden)
        #expect(try await submit(change + "&source=CV+17", as: office) == .seeOther)
        #expect(try await page(as: office).body.contains("từ 2 ngày sau hạn"))

        // Of a period the days count from its first one; before it there is nothing to be reminded of.
        #expect(try await page(as: office).body.contains("<td>từ ngày đầu kỳ</td>"))
        let early: JSONValue = ["code": "period_to_open", "days": -3, "words": "x", "source": "x"]
        let refused = try await api.send(.post, path, as: office, early)
        #expect(refused.faults == ["$.days"] && refused.json.text().contains("ghi 0 để nhắc từ ngày đầu kỳ"), "\(refused.json.text())")
        let period = "code=period_to_open&days=3&until=&untilSide=after&words=chua+mo&source=CV+18&from="
        #expect(try await submit(period + "&side=before", as: office) == .unprocessableContent)
        func written(_ days: Int) -> String {
            """
            INSERT INTO core.reminder_rule (code, about, told, valid_from, days, words, source, recorded_by, recorded_on)
            VALUES ('period_to_open', 'period', 'office', '2023-07-01', \(days), 'x', 'x', '\(province.post(of: .officeMonitor))', '2023-06-20')
            """
        }
        let unfit = try await province.raw(.officeMonitor, provinceWide: true, written(-3))
        #expect(unfit?.constraint == "reminder_rule_period_from_its_first_day", "the database does not take it either")
        #expect(try await province.raw(.officeMonitor, provinceWide: true, written(3)) == nil, "the control")
        #expect(try await submit(period + "&side=after", as: office) == .seeOther)
        #expect(try await page(as: office).body.contains("<td>từ 3 ngày sau ngày đầu kỳ</td>"))

        let file = try await api.send(.get, "/api/v1/reminder-rules?format=csv", as: head)
        #expect(file.status == 200 && String(decoding: file.bytes, as: UTF8.self).contains("từ 10 ngày trước hạn"))
    }
}
