import Domain
import Foundation
import HTTPTypes
import TestSupport
import Testing

/// How long reporting periods are and when returns are due, as the Office says it: over HTTP, by command, on the page, and what the months do
/// with it.
@Suite("Rules of reporting periods", .province, .serialized, .timeLimit(.minutes(30)))
struct PeriodRuleTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private let path = "/api/v1/province/period-rules"

    private func run(_ arguments: [String], as token: Token) async throws -> Executable.Outcome {
        try await Executable.run(arguments, environment: ["DATABASE_URL": province.url, "THIDUA_TOKEN": token.text])
    }

    @Test("the Office changes the days from a day on, by a paper; every officer may know them, and the months that follow have them")
    func changed() async throws {
        let (office, head) = (province.token(of: .officeMonitor), province.token(of: .unitHead, in: "district_101"))
        let rule: JSONValue = [
            "firstDay": 15, "subUnitDays": 2, "unitDays": 4, "closeDays": 6, "citation": "Công văn 15/VP-TH, mục 1",
            "daysCitation": "Công văn 15/VP-TH, mục 2", "from": "2023-07-01",
        ]
        for token in [head, province.token(of: .homeAffairsOfficer), province.token(of: .chairman)] {
            #expect(try await api.send(.post, path, as: token, rule).status == 403)
        }
        let set = try await api.send(.post, path, as: office, rule)
        #expect(set.status == 201 && set.items.last?.member("through") == "2023-06-30", "\(set.json.text())")
        #expect(try await api.send(.post, path, as: office, rule).code == "period-rule-there")
        let faulty: JSONValue = ["firstDay": 1, "subUnitDays": 2, "unitDays": 1, "closeDays": 0, "citation": "x", "from": "2023-06-19"]
        let refused = try await api.send(.post, path, as: office, faulty)
        #expect(refused.faults == ["$.unitDays", "$.closeDays", "$.from"], "\(refused.json.text())")

        // The month that began before has the days of before, from its late opening on; the next one these.
        try await province.bring(try Plans.shipped("KY-API"))
        func open(_ month: String) async throws -> APIAnswer {
            let opened = try await api.send(
                .post, "/api/v1/province/months", as: office, ["campaign": "KY-API", "month": .string(month)])
            #expect(opened.status == 201, "\(opened.json.text())")
            return try await api.send(.get, "/api/v1/province/months?campaign=KY-API", as: office)
        }
        let june = try await open("2023-06").items.first ?? .null
        #expect(june.member("dueOn") == "2023-06-22" && june.member("closesOn") == "2023-06-26", "\(june.text())")
        let july = try await open("2023-07").items.first ?? .null
        #expect(july.member("from") == "2023-06-15" && july.member("to") == "2023-07-14")
        #expect(july.member("dueOn") == "2023-07-20" && july.member("closesOn") == "2023-07-24", "\(july.text())")
        #expect(july.member("citation") == "Công văn 15/VP-TH, mục 1")

        let words = [
            "period-rule", "set", "--first-day", "1", "--sub-unit-days", "1", "--unit-days", "3", "--close-days", "5", "--citation",
        ]
        let later = try await run(words + ["CV 16", "--from", "2023-09-01", "--output", "json"], as: office)
        #expect(later.code == 0 && later.output.contains("2023-08-31") && later.output.contains("ngày cuối tháng"), "\(later)")
        #expect(try await run(words + ["CV 17", "--from", "2023-10-01"], as: head).code == 4)
        let listed = try await run(["period-rule", "list", "--output", "csv"], as: head)
        #expect(listed.code == 0 && listed.output.contains("Công văn 15/VP-TH, mục 2") && listed.output.contains("09/2019"), "\(listed)")
        let file = try await api.send(.get, "/api/v1/period-rules?format=csv", as: head)
        #expect(file.status == 200 && String(decoding: file.bytes, as: UTF8.self).contains("từ ngày 15 tháng trước đến ngày 14"))
        #expect(try await api.send(.get, "/api/v1/period-rules", as: head).items.count >= 3)
    }

    @Test("the page of the rules shows those of periods, and has the form of who keeps them")
    func page() async throws {
        func page(as token: Token) async throws -> String {
            try await province.call(.get, "/reminder-rules", headers: [.cookie: "thidua=\(token.text)"]).body
        }
        func submit(_ fields: String, as token: Token) async throws -> (status: HTTPResponse.Status, body: String) {
            let answer = try await province.submit(
                "/reminder-rules/period", fields, of: try await page(as: token), cookie: "thidua=\(token.text)")
            return (answer.status, answer.body)
        }
        let (office, auditor) = (province.token(of: .officeMonitor), province.token(of: .auditor))
        let shown = try await page(as: office)
        #expect(shown.contains("từ ngày 15 tháng trước đến ngày 14") && shown.contains("Nghị định 09/2019/NĐ-CP, Điều 12"))
        #expect(shown.contains("Thay đổi quy định về kỳ"))
        #expect(try await !page(as: auditor).contains("Thay đổi quy định về kỳ"))
        let days = "firstDay=21&subUnitDays=1&unitDays=2&closeDays="
        let faulty = try await submit(days + "1&citation=CV+18&daysCitation=&from=2023-12-01", as: office)
        #expect(faulty.status == .unprocessableContent && faulty.body.contains("value=\"21\""), "\(faulty.body)")
        #expect(faulty.body.contains("<li>Chốt số liệu sau ngày cuối kỳ (ngày làm việc): "), "\(faulty.body)")
        let good = days + "4&citation=CV+18&daysCitation=&from=2023-12-01"
        #expect(try await submit(good, as: auditor).status == .forbidden)
        #expect(try await submit(good, as: office).status == .seeOther)
        let after = try await page(as: office)
        #expect(after.contains("từ ngày 21 tháng trước đến ngày 20") && after.contains("sẽ áp dụng"))
    }
}
