import Documents
import Domain
import Foundation
import HTTPTypes
import Operations
import Postgres
import Storage
import TestSupport
import Testing
import Web

/// Whole ledgers as files, over HTTP, on the page and by command.
@Suite("Ledgers as spreadsheets over HTTP", .province, .timeLimit(.minutes(30)))
struct LedgerSheetAPITests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private var office: Token { province.token(of: .officeMonitor) }

    private static let heading = "Mã,Lĩnh vực,Nhiệm vụ,Cơ quan chủ trì,Thời hạn\n"

    private func sectors() async throws {
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.keepSectors([(code: "NV", name: "Nội vụ, cải cách hành chính")])
        }
    }

    private func post(_ path: String, _ text: String, as token: Token, key: String? = nil) async throws -> APIAnswer {
        var headers: HTTPFields = [:]
        headers[.idempotencyKey] = key
        return try await api.send(.post, path, as: token, text: text, headers: headers, type: "text/csv")
    }

    @Test("a ledger is tried, given, and given again by the same key and by another, without doubling; faults come by cell")
    func imports() async throws {
        try await sectors()
        let (first, second) = ("SO-\(UUID())", "SO-\(UUID())")
        let table = Self.heading + "\(first),NV,Việc một,SNV,30/6/2023\n\(second),NV,Việc hai,101,Thường xuyên\n"
        let path = "/api/v1/province/ledger-imports"
        let dry = try await post(path + "?dryRun=true", table, as: office)
        #expect(dry.status == 200 && dry.text("assigned") == "2" && dry.text("dryRun") == "true", "\(dry.json)")
        let key = "so-\(UUID())"
        #expect(try await post(path, table, as: office, key: key).text("assigned") == "2")
        for again in [try await post(path, table, as: office, key: key), try await post(path, table, as: office)] {
            #expect(again.text("assigned") == "0" && again.text("unchanged") == "2" && again.text("dryRun") == "false")
        }
        #expect(try await province.count("SELECT count(*) FROM core.work_item AS i WHERE i.code IN (\(first), \(second))") == 2)
        let wrong = try await post(path, Self.heading + "X-1,,Việc,Sở Lạ,hôm nào\n", as: office)
        #expect((wrong.status, wrong.faults) == (422, ["ô B2 (Lĩnh vực)", "ô D2 (Cơ quan chủ trì)", "ô E2 (Thời hạn)"]), "\(wrong.json)")
        #expect(try await post(path, table, as: province.token(of: .homeAffairsOfficer)).status == 403)
        let large = try await api.send(
            .post, path, as: office, bytes: [UInt8](repeating: 0x20, count: ImportLedger.largestFile + 1), type: "text/csv")
        #expect(large.status == 413)
        #expect(try await api.send(.post, path, as: office, text: "x", type: "application/pdf").status == 415)
        let bomb = try await api.send(.post, path, as: office, bytes: Array("PK\u{3}\u{4}".utf8), type: LedgerSheetFile.workbookType)
        #expect((bomb.status, bomb.code) == (422, "invalid-table"))
    }

    @Test("a ledger goes out as an attachment that no browser opens, and its checked copy has a column Lỗi")
    func files() async throws {
        try await sectors()
        let code = "SO-\(UUID())"
        _ = try await post("/api/v1/province/ledger-imports", Self.heading + "\(code),NV,Việc,101,30/6/2023\n", as: office)
        let own = try await province.call(
            .get, "/api/v1/tenants/district_101/ledger-sheet", token: province.token(of: .clerk, in: "district_101"))
        #expect(own.status == .ok && own.body.contains(code))
        #expect(own.headers[.xContentTypeOptions] == "nosniff" && own.headers[.contentDisposition]?.hasPrefix("attachment") == true)
        let other = try await province.call(
            .get, "/api/v1/tenants/district_102/ledger-sheet", token: province.token(of: .clerk, in: "district_102"))
        #expect(other.status == .ok && !other.body.contains(code))
        let strange = try await province.call(
            .get, "/api/v1/tenants/district_101/ledger-sheet", token: province.token(of: .clerk, in: "district_102"))
        #expect(strange.status == .notFound || strange.status == .forbidden)
        let workbook = try await api.send(.get, "/api/v1/province/ledger-sheet?format=xlsx&tenant=district_101", as: office)
        #expect(workbook.status == 200 && workbook.headers[.contentType] == LedgerSheetFile.workbookType)
        #expect(try await api.send(.get, "/api/v1/province/ledger-sheet?campaign=KHONG-CO", as: office).faults == ["?campaign"])
        let checked = try await province.call(
            .post, "/api/v1/province/ledger-checks", token: office, headers: [.contentType: "text/csv"],
            body: Self.heading + "\(code)-2,NV,Việc,Sở Lạ,30/6/2023\n")
        #expect(checked.status == .ok && checked.body.contains(",Lỗi") && checked.body.contains("không có đơn vị “Sở Lạ”"))
        let template = try await api.send(.get, "/api/v1/province/ledger-template?format=xlsx", as: office)
        #expect(template.status == 200 && template.headers[.contentType] == LedgerSheetFile.workbookType)
        #expect(try await api.send(.get, "/api/v1/province/ledger-template", as: province.token(of: .auditor)).status == 403)
    }

    private func cookie(_ role: Role, in tenant: String? = nil) async throws -> String {
        let answer = try await province.call(
            .post, "/sign-in", headers: [.contentType: "application/x-www-form-urlencoded", .fetchSite: "same-origin"],
            body: "username=\(province.seat(role, in: tenant).username)&password=\(province.password)")
        return answer.headers[.setCookie]?.split(separator: ";").first.map(String.init) ?? ""
    }

    private func upload(
        _ content: String, act: String, of page: String, cookie: String
    ) async throws -> (status: HTTPResponse.Status, headers: HTTPFields, body: String) {
        let form = page.firstMatch(of: /name="form" value="([0-9a-f]+)"/).map { String($0.output.1) } ?? ""
        let fields = [("form", form, nil), ("act", act, nil), ("file", content, "so.csv")] as [(String, String, String?)]
        let body =
            fields.map { name, value, file in
                "--xYz\r\nContent-Disposition: form-data; name=\"\(name)\"\(file.map { "; filename=\"\($0)\"" } ?? "")\r\n\r\n\(value)\r\n"
            }.joined() + "--xYz--\r\n"
        return try await province.call(
            .post, "/ledger/import",
            headers: [.cookie: cookie, .fetchSite: "same-origin", .contentType: "multipart/form-data; boundary=xYz"], body: body)
    }

    @Test("on the page the Office tries a file, has it back with its faults, and gives it; who gives nothing sees no form")
    func page() async throws {
        try await sectors()
        let mine = try await cookie(.officeMonitor)
        let page = try await province.call(.get, "/ledger", headers: [.cookie: mine]).body
        #expect(page.contains("Toàn tỉnh") && page.contains("multipart/form-data"))
        let code = "SO-\(UUID())"
        let faulty = Self.heading + "\(code),NV,Việc <b>,Sở Lạ,30/6/2023\n"
        let tried = try await upload(faulty, act: "try", of: page, cookie: mine)
        #expect(tried.status == .unprocessableContent && tried.body.contains("ô D2 (Cơ quan chủ trì)"))
        let marked = try await upload(faulty, act: "mark", of: page, cookie: mine)
        #expect(marked.status == .ok && marked.body.contains("Lỗi") && marked.headers[.contentDisposition]?.contains("attachment") == true)
        let good = faulty.replacing("Sở Lạ", with: "SNV")
        let dry = try await upload(good, act: "try", of: page, cookie: mine)
        #expect(dry.status == .ok && dry.body.contains("Chạy thử, chưa ghi gì") && dry.body.contains("Việc &lt;b&gt;"))
        let given = try await upload(good, act: "give", of: page, cookie: mine)
        #expect(given.body.contains("1 dòng đã giao") && !given.body.contains("Chạy thử, chưa ghi gì"))
        #expect(try await upload(good, act: "give", of: page, cookie: mine).body.contains("1 dòng đã có, không đổi"))
        let sheet = try await province.call(.get, "/ledger/sheet?format=csv", headers: [.cookie: mine])
        #expect(sheet.body.contains(code))
        let clerk = try await cookie(.clerk, in: "district_101")
        let plain = try await province.call(.get, "/ledger", headers: [.cookie: clerk]).body
        #expect(plain.contains("Tải sổ theo dõi") && !plain.contains("multipart/form-data"))
        #expect(try await upload(good, act: "give", of: plain, cookie: clerk).status == .forbidden)
    }

    @Test("by command a ledger is written, tried with its faults on file, given, and given again")
    func commands() async throws {
        try await sectors()
        let folder = FileManager.default.temporaryDirectory.appending(path: "so-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (file, faults, sheet) = (
            folder.appending(path: "so.csv"), folder.appending(path: "sua.xlsx"), folder.appending(path: "xuat.csv")
        )
        func run(_ arguments: String...) async throws -> Executable.Outcome {
            try await Executable.run(
                ["ledger"] + arguments + ["--province"], environment: ["DATABASE_URL": province.url, "THIDUA_TOKEN": office.text])
        }
        let code = "SO-\(UUID())"
        try Data((Self.heading + "\(code),NV,Việc,Sở Lạ,30/6/2023\n").utf8).write(to: file)
        let tried = try await run("import", file.path, "--dry-run", "--faults", faults.path)
        #expect(tried.code == 1 && tried.output.contains("ô D2 (Cơ quan chủ trì)"), "\(tried.errors)")
        let marked = try Table(file: Array(try Data(contentsOf: faults)), name: "sua.xlsx")
        #expect(marked.rows.last?.cells.last?.text.contains("Sở Lạ") == true)
        try Data((Self.heading + "\(code),NV,Việc,SNV,30/6/2023\n").utf8).write(to: file)
        let given = try await run("import", file.path, "--output", "json")
        #expect(given.code == 0 && given.output.contains("\"assigned\": 1"), "\(given.output) \(given.errors)")
        #expect(try await run("import", file.path, "--output", "json").output.contains("\"unchanged\": 1"))
        #expect(try await run("sheet", sheet.path).code == 0)
        #expect(String(decoding: try Data(contentsOf: sheet), as: UTF8.self).contains(code))
        let template = try await run("template", folder.appending(path: "mau.xlsx").path)
        #expect(template.code == 0, "\(template.errors)")
        #expect(try await run("template", "/khong/co/mau.xlsx").code == 1)
    }
}
