import Documents
import Domain
import Foundation
import HTTPTypes
import Operations
import Storage
import TestSupport
import Testing

/// Form 0603 from the register of awards: over HTTP, on the page, by command and as files.
@Suite("The yearly statistics", .province, .serialized, .timeLimit(.minutes(30)))
struct StatisticsRouteTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private static let path = "/api/v1/province/statistics?form=0603&year=2023"

    private func show(_ path: String = Self.path, as role: Role = .homeAffairsOfficer) async throws -> APIAnswer {
        try await api.send(.get, path, as: province.token(of: role))
    }

    private func figure(_ row: String, _ column: String, in answer: APIAnswer) -> Int? {
        Int(answer.items.first { $0.member("code") == row }?.members("figures").member(column) ?? "")
    }

    @Test("count an award in the year of its decision, and take a revoked one back")
    func awards() async throws {
        let before = try await show()
        #expect(before.status == 200, "\(before.json.text())")
        let start = try #require(figure("10", "total", in: before))
        let stage = try await AwardStage(province, campaign: "TK-1")
        let id = try await stage.issued("901/QĐ-UBND")
        let given = try await show()
        #expect(figure("10", "total", in: given) == start + 1)
        #expect(figure("12", "total", in: given) == (figure("12", "total", in: before) ?? 0) + 1, "theo chuyên đề")
        #expect(figure("10", "individuals", in: given) == (figure("10", "individuals", in: before) ?? 0) + 1)
        let earlier = try await show("/api/v1/province/statistics?form=0603&year=2022")
        #expect(figure("10", "total", in: earlier) == 0)
        let asBefore = try await show(Self.path + "&knownOn=2023-01-01")
        #expect(figure("10", "total", in: asBefore) == 0, "what was recorded later is left out")

        try await stage.propose(id)
        let revoked = try await api.send(
            .post, "/api/v1/province/award-dossiers/\(id)/revocation", as: province.token(of: .chairman),
            ["number": "902/QĐ-UBND", "signedOn": "2023-06-20", "signer": "CHỦ TỊCH", "facts": "Theo kết luận"])
        #expect(revoked.status == 201, "\(revoked.json.text())")
        let after = try await show()
        #expect(figure("10", "total", in: after) == start)
        // Of the day of the decision nothing is taken back, of the day of the revocation one.
        let decided = try await show(Self.path + "&from=2023-06-19&to=2023-06-19")
        let taken = try await show(Self.path + "&from=2023-06-20&to=2023-06-20")
        #expect(figure("10", "total", in: decided) == figure("10", "total", in: given), "\(decided.json.text())")
        #expect(figure("10", "total", in: taken) == -1, "\(taken.json.text())")
    }

    @Test("count a launch once that was recorded again")
    func relaunched() async throws {
        let path = "/api/v1/province/statistics?form=0601&year=2023"
        let plan = try Plans.shipped("TK-0601")
        try await province.launched(plan)
        let before = try await show(path).items
        func record(attendance: Int, note: String) async throws {
            let launching = RecordLaunch(
                .unit(campaign: plan.code, code: nil), version: nil, happenedOn: Plans.day("2023-04-05"), form: .ownConference,
                attendance: attendance, note: note)
            try await province.write(as: .unitHead, in: "district_101") { (tx: borrowing TenantTransaction) in
                _ = try await launching.perform(in: tx, ids: .system)
            }
        }
        try await record(attendance: 40, note: "")
        let once = try await show(path).items
        #expect(once != before, "the control")
        try await record(attendance: 45, note: "Đếm lại")
        #expect(try await show(path).items == once)
    }

    @Test("are the same on the page, by command, as CSV and as a workbook")
    func everywhere() async throws {
        let stage = try await AwardStage(province, campaign: "TK-2")
        _ = try await stage.issued("903/QĐ-UBND")
        let answer = try await show()
        let total = try #require(figure("10", "total", in: answer))
        #expect(total > 0)
        let token = province.token(of: .homeAffairsOfficer)
        for format in ["csv", "xlsx"] {
            let file = try await api.send(.get, Self.path + "&format=\(format)", as: token)
            let rows = try Table(file: file.bytes, name: "0603.\(format)").rows
            let row = try #require(rows.first { $0[0].text == "10" })
            #expect(row[1].text == "Bằng khen" && row[2].text == "\(total)", "\(format)")
            // The file says of which day it is, and a workbook above its table which form it is, of what time, by whom and by what rule.
            #expect(file.headers[.contentDisposition]?.contains("statistics-0603-2023-06-20.\(format)") == true)
            guard format == "xlsx" else { continue }
            let said = rows.prefix { $0[0].text != "Mã số" }.map { $0[0].text }
            let period = "từ 01/01/2023 đến 31/12/2023, theo số liệu ghi nhận đến hết 20/06/2023"
            #expect(
                said == [
                    "Biểu số: 0603.N", "Ban hành theo Thông tư 02/2023/TT-BNV ngày 23/3/2023", "SỐ LƯỢNG KHEN THƯỞNG CẤP BỘ, CẤP TỈNH",
                    "Kỳ báo cáo: \(period)", "Đơn vị báo cáo: Sở Nội vụ", "Đơn vị nhận báo cáo: Bộ Nội vụ", "Đơn vị tính: lượt khen thưởng",
                ], "\(said)")
        }
        let page = try await province.call(
            .get, "/statistics?form=0603&year=2023", headers: [.cookie: "thidua=\(token.text)"])
        #expect(page.status == .ok && page.body.contains("<td>Bằng khen</td><td class=\"n\">\(total)</td>"), "\(page.body)")
        #expect(page.body.contains("Biểu số 0603.N, Thông tư 02/2023/TT-BNV"))
        let runner = CommandRunner(database: province.url, entrance: province.entrance)
        let printed = try await runner.run(["report", "statistics", "--form", "0603", "--year", "2023", "--output", "csv"], as: token)
        #expect(printed.text.contains("10,Bằng khen,\(total),"), "\(printed.text)")
    }

    @Test("0601 counts the province's launch and those in answer to it")
    func campaigns() async throws {
        let answer = try await show("/api/v1/province/statistics?form=0601&year=2023")
        #expect(answer.status == 200 && answer.text("citation").contains("0601.N"))
        let levels = answer.items.dropFirst().reduce(0) { $0 + (Int($1.members("figures").member("total")) ?? 0) }
        #expect(figure("00", "total", in: answer) == levels)
    }

    @Test("are for who sees the province, and name what is wrong with a question")
    func refusals() async throws {
        let head = province.token(of: .unitHead, in: "district_101")
        #expect(try await api.send(.get, Self.path, as: head).status == 403)
        let faults = try await show("/api/v1/province/statistics?from=2023-02-01&to=2023-01-01")
        #expect(faults.status == 422 && faults.faults == ["?to"], "\(faults.json.text())")
        #expect(try await show("/api/v1/province/statistics?form=0602").status == 422)
    }
}
