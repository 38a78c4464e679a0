import Domain
import Foundation
import HTTPTypes
import Operations
import TestSupport
import Testing
import Web

/// The page of papers that another signed.
@Suite("The page of signed papers", .province(opening: 1), .timeLimit(.minutes(30)))
struct PaperPageTests {
    private let province = Province.current

    private func cookie(_ role: Role, in tenant: String, unit: String? = nil) async throws -> String {
        let answer = try await province.call(
            .post, "/sign-in", headers: [.contentType: "application/x-www-form-urlencoded", .fetchSite: "same-origin"],
            body: "username=\(province.seat(role, in: tenant, unit: unit).username)&password=\(province.password)")
        return answer.headers[.setCookie]?.split(separator: ";").first.map(String.init) ?? ""
    }

    private func record(
        _ fields: [String: String], scan: String, of page: String, cookie: String
    ) async throws -> (status: HTTPResponse.Status, headers: HTTPFields, body: String) {
        let form = page.firstMatch(of: /name="form" value="([0-9a-f]+)"/).map { String($0.output.1) } ?? ""
        var parts: [(head: String, value: String)] = fields.map { (head: "name=\"\($0.key)\"", value: $0.value) }
        parts.append((head: "name=\"form\"", value: form))
        parts.append((head: "name=\"file\"; filename=\"quet.pdf\"", value: scan))
        let body = parts.map { "--xYz\r\nContent-Disposition: form-data; \($0.head)\r\n\r\n\($0.value)\r\n" }.joined() + "--xYz--\r\n"
        return try await province.call(
            .post, "/papers",
            headers: [.cookie: cookie, .fetchSite: "same-origin", .contentType: "multipart/form-data; boundary=xYz"], body: body)
    }

    @Test("a paper is recorded with its scan: who signed and who recorded stand side by side, what is wrong is said on the page")
    func recording() async throws {
        let district = try await province.freshDistrict()
        let clerk = try await cookie(.clerk, in: district)
        let page = try await province.call(.get, "/papers", headers: [.cookie: clerk]).body
        #expect(page.contains("Chưa ghi nhận văn bản nào") && page.contains("href=\"/papers\""))
        let head = [
            "signer": province.post(of: .unitHead, in: district).description, "number": "15/QĐ-UBND", "signedOn": "2023-06-19",
            "abstract": "Xác nhận <hoàn thành>",
        ]
        let scan = "%PDF-1.4 bản chụp %%EOF"
        let faulty = try await record(head.merging(["signedOn": "2023-06-21"]) { $1 }, scan: scan, of: page, cookie: clerk)
        #expect(faulty.status == .unprocessableContent && faulty.body.contains("sau ngày hôm nay"))
        let unknown = try await record(head, scan: "không phải bản chụp", of: page, cookie: clerk)
        #expect(unknown.status == .unsupportedMediaType, "\(unknown.body)")
        #expect(
            try await province.call(.get, "/papers", headers: [.cookie: clerk]).body.contains("Chưa ghi nhận"), "head and scan, or neither")
        #expect(try await record(head, scan: scan, of: page, cookie: clerk).status == .seeOther)
        let kept = try await province.call(.get, "/papers", headers: [.cookie: clerk]).body
        #expect(kept.contains("15/QĐ-UBND") && kept.contains("Xác nhận &lt;hoàn thành&gt;") && kept.contains("19/06/2023"))
        let own = "ghi quyết định tại <a href=\"/units/\(district)/own-awards\">Giấy khen của đơn vị</a>"
        #expect(kept.contains(own), "what follows a decision is named: \(kept)")
        let plan = try await record(head.merging(["number": "16/KH-UBND"]) { $1 }, scan: scan, of: page, cookie: clerk)
        let letter = try await record(head.merging(["number": "17/CV-UBND"]) { $1 }, scan: scan, of: page, cookie: clerk)
        #expect(plan.status == .seeOther && letter.status == .seeOther, "\(plan.body) \(letter.body)")
        let three = try await province.call(.get, "/papers", headers: [.cookie: clerk]).body
        #expect(three.contains("tại <a href=\"/units/\(district)/launches\">"), "\(three)")
        #expect(three.components(separatedBy: " tại <a href=").count == 3, "the control: nothing follows a letter of itself")
        let link = try #require(kept.firstMatch(of: /\/papers\/([0-9a-f-]{36})\/file/)).output.0
        let file = try await province.call(.get, String(link), headers: [.cookie: clerk])
        #expect(file.body == scan && file.headers[.contentDisposition]?.contains("quet.pdf") == true)
        #expect(try await record(head, scan: scan, of: page, cookie: clerk).status == .conflict)
        // The head reads them and records none: he signs himself.
        let head2 = try await province.call(.get, "/papers", headers: [.cookie: try await cookie(.unitHead, in: district)]).body
        #expect(head2.contains("15/QĐ-UBND") && !head2.contains("Ghi nhận văn bản</h2>"))
        let other = try await cookie(.clerk, in: "district_101")
        #expect(try await province.call(.get, String(link), headers: [.cookie: other]).status == .notFound)
        #expect(!(try await province.call(.get, "/papers", headers: [.cookie: other]).body.contains("15/QĐ-UBND")))
    }

    @Test("who sees only his own part of the unit sees no paper and no link to the page")
    func below() async throws {
        let commune = try await cookie(.subUnitHead, in: "district_101", unit: "10101")
        #expect(!(try await province.call(.get, "/sessions", headers: [.cookie: commune]).body.contains("href=\"/papers\"")))
        let page = try await province.call(.get, "/papers", headers: [.cookie: commune]).body
        #expect(page.contains("Chưa ghi nhận văn bản nào") && !page.contains("Ghi nhận văn bản</h2>"))
    }
}
