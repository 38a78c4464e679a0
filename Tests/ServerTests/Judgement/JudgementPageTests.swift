import Domain
import HTTPTypes
import TestSupport
import Testing

/// The pages of a review: from all units to one, to its item, to the paper.
@Suite("Verdicts as pages", .province, .serialized, .timeLimit(.minutes(30)))
struct JudgementPageTests {
    private let province = Province.current

    private func page(_ path: String, as token: Token) async throws -> (status: HTTPResponse.Status, headers: HTTPFields, body: String) {
        try await province.call(.get, path, headers: [.cookie: "thidua=\(token.text)"])
    }

    @Test("lead from the table of all units down to the paper of the item, by links")
    func down() async throws {
        let judged = try await JudgedProvince(province, campaign: "XET-TRANG")
        try await province.launch(judged.campaign)
        let office = province.token(of: .officeMonitor)
        let all = try await page("/judgement?review=interim&asOf=2023-06-20", as: office)
        #expect(all.status == .ok && all.body.contains("không đạt"))
        let unit = try #require(all.body.firstMatch(of: /href="(\/units\/district_101\/judgement[^"]*)"/)).output.1
        let one = try await page(String(unit).replacing("&amp;", with: "&"), as: office)
        #expect(one.status == .ok && one.body.contains("Vì sao không đạt") && one.body.contains("503/QĐ-XET-TRANG"))
        let item = try #require(one.body.firstMatch(of: /href="(\/units\/district_101\/items\/[^"]*)"/)).output.1
        let paper = try await page(String(item), as: office)
        #expect(paper.status == .ok && paper.body.contains("12/BC-district_101") && paper.body.contains("xác nhận hoàn thành"))
        // From one review to the other, and to another day of the same.
        for (path, reader) in [("/judgement", office), ("/units/district_101/judgement", office), ("/mottos", office)] {
            let shown = try await page(path + "?review=interim&asOf=2023-06-20", as: reader).body
            #expect(shown.contains("review=final\">tổng kết</a>") && shown.contains("<b>sơ kết</b>"), "\(path): \(shown.prefix(3_000))")
            #expect(shown.contains("name=\"asOf\" type=\"date\" value=\"2023-06-20\""), "\(path)")
        }
        // Without being told, the review that was held last, until the next one's day has come.
        for (day, review) in [("2023-06-20", "sơ kết"), ("2023-06-30", "sơ kết"), ("2023-12-30", "sơ kết"), ("2023-12-31", "tổng kết")] {
            for path in ["/judgement", "/units/district_101/judgement"] {
                #expect(try await page("\(path)?asOf=\(day)", as: office).body.contains("<b>\(review)</b>"), "\(path) on \(day)")
            }
        }
        // What the page shows is a file by one click: the verdicts, and why.
        for (path, place) in [("/judgement", "province"), ("/units/district_101/judgement", "tenants/district_101")] {
            let shown = try await page(path + "?review=interim&asOf=2023-06-20", as: office).body
            for list in ["judgement", "judgement/explanation"] {
                for format in ["xlsx", "csv", "json"] {
                    let query = "campaign=XET-TRANG&review=interim&asOf=2023-06-20&format=\(format)"
                    let address = "/api/v1/\(place)/\(list)?\(query)"
                    #expect(shown.contains(address.replacing("&", with: "&amp;")), "\(address)")
                    #expect(try await page(address, as: office).status == .ok, "\(address)")
                }
            }
        }
        let reasons = try await page(
            "/api/v1/tenants/district_101/judgement/explanation?campaign=XET-TRANG&review=interim&asOf=2023-06-20&format=csv", as: office)
        #expect(reasons.body.contains("Lý do") && reasons.body.contains("503/QĐ-XET-TRANG"), "a line for each reason and paper")
        let table = try await page("/api/v1/province/judgement?campaign=XET-TRANG&review=interim&asOf=2023-06-20&format=csv", as: office)
        let checks = one.body.matches(of: #/<li><b>([^<]*)</b>: /#).map { String($0.output.1) }
        #expect(!checks.isEmpty && checks.allSatisfy { table.body.contains($0) }, "\(checks): what the pages show is in the file")
        // The unit sees the same of itself, and no other of it.
        let head = province.token(of: .unitHead, in: "district_101")
        #expect(try await page("/units/district_101/judgement", as: head).body.contains("Vì sao không đạt"))
        #expect(try await page(String(item), as: head).status == .ok)
        let stranger = province.token(of: .unitHead, in: "district_102")
        for path in ["/units/district_101/judgement", String(item)] { #expect(try await page(path, as: stranger).status == .notFound) }
        #expect(try await page("/judgement", as: head).status == .forbidden)
    }

    @Test("show what another parameter would change to who may try it")
    func tried() async throws {
        let judged = try await JudgedProvince(province, campaign: "XET-THU")
        try await province.launch(judged.campaign)
        let query = "?review=interim&asOf=2023-06-20&parameter=minimumItems&value="
        let office = province.token(of: .officeMonitor)
        let tried = try await page("/judgement\(query)1", as: office)
        #expect(tried.status == .ok && tried.body.contains("để không phải kiểm tra: 3 → 1"), "\(tried.body)")
        #expect(tried.body.contains("<option value=\"average\">bình quân") && !tried.body.contains(">s2Rule<"), "by their words")
        let same = try await page("/judgement\(query)3", as: office)
        #expect(same.status == .ok && same.body.contains("Không đơn vị nào thay đổi.") && !same.body.contains("Bảng so sánh"))
        let wrong = try await page("/judgement\(query)nhieu", as: office)
        #expect(wrong.status == .unprocessableContent && wrong.body.contains("phải là số nguyên"))
        let council = province.token(of: .councilMember)
        #expect(try await page("/judgement\(query)1", as: council).status == .forbidden)
        let plain = try await page("/judgement", as: council)
        #expect(plain.status == .ok && !plain.body.contains("Nếu thay đổi tham số"))
    }
}
