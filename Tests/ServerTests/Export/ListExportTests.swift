import Documents
import Domain
import Foundation
import HTTPTypes
import Operations
import TestSupport
import Testing

/// Lists as files: the same rows in every form, exactly those that the filter shows, and an entry in the audit for each.
@Suite("Lists as files", .province(opening: 5), .timeLimit(.minutes(30)))
struct ListExportTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }

    private func people(_ names: [String], in district: String) async throws {
        for name in names {
            let added = try await api.send(
                .post, "/api/v1/tenants/\(district)/people", as: province.token(of: .tenantAdmin, in: district),
                ["fullName": .string(name), "kind": "vien_chuc", "activeFrom": "2023-01-01"])
            #expect(added.status == 201, "\(added.json.text())")
        }
    }

    private func file(_ path: String, _ format: String, as token: Token) async throws -> APIAnswer {
        try await api.send(.get, path + (path.contains("?") ? "&" : "?") + "format=\(format)", as: token)
    }

    /// The heading and the rows of a spreadsheet as texts.
    private func rows(_ answer: APIAnswer, name: String) throws -> [[String]] {
        try Table(file: answer.bytes, name: name).rows.map { row in row.cells.map(\.text) }
    }

    @Test("hold the same rows as the list, in every form, whatever a page's limit is")
    func sameRows() async throws {
        let district = try await province.freshDistrict()
        let syllables = ["An", "Bình", "Chi", "Dung", "Giang", "Hà", "Khoa", "Lan"]
        let names = Array(syllables.flatMap { middle in syllables.map { "Lê \(middle) \($0)" } }.prefix(60))
        try await people(names, in: district)
        let token = province.token(of: .tenantAdmin, in: district)
        let path = "/api/v1/tenants/\(district)/people?kind=vien_chuc"
        let page = try await api.send(.get, path, as: token)
        #expect(page.items.count == 50)

        let json = try await file(path, "json", as: token)
        guard case .array(let elements) = json.json else {
            Issue.record("not an array: \(json.json.text())")
            return
        }
        #expect(elements.count == 60)
        #expect(Array(elements.prefix(50)) == page.items, "a row of the file is a row of the list")

        let csv = try await file(path, "csv", as: token)
        let xlsx = try await file(path, "xlsx", as: token)
        #expect(csv.headers[.contentType] == "text/csv; charset=utf-8")
        #expect(csv.headers[.contentDisposition] == "attachment; filename*=UTF-8''people-2023-06-20.csv")
        let (texts, cells) = (try rows(csv, name: "people.csv"), try rows(xlsx, name: "people.xlsx"))
        #expect(texts.count == 61 && Set(texts.dropFirst().map { $0[0] }) == Set(names))
        #expect(texts.map { Array($0.prefix(3)) } == cells.map { Array($0.prefix(3)) }, "the same cells as CSV and as a workbook")
        #expect(texts.dropFirst().map { $0.last ?? "" } == elements.map { $0.member("id") }, "in the same order")
    }

    @Test("have days as days and counts as numbers in a workbook, that they can be sorted and added up; codes stay texts")
    func daysAndCounts() async throws {
        let bench = try await ReviewBench(province, campaign: "TEP-SO-LIEU")
        let office = province.token(of: .officeMonitor)
        /// The cells below a heading.
        func column(_ heading: String, of list: String) async throws -> [Table.Cell] {
            let workbook = try await file("/api/v1/province/\(list)?campaign=\(bench.campaign)", "xlsx", as: office)
            let rows = try Table(file: workbook.bytes, name: "\(list).xlsx").rows
            let place = try #require(rows.first?.cells.firstIndex(of: .text(heading)))
            return rows.dropFirst().map { $0[place] }
        }
        let due = try await column("Thời hạn", of: "items")
        let days = ["2023-06-10", "2023-06-15"].map { Table.Cell.date(Plans.day($0)) }
        #expect(Set(due) == Set(days), "\(due)")
        for (figure, count) in [("Tổng", 1.0), ("Hoàn thành", 1.0), ("Quá hạn (chưa xong)", 0.0)] {
            let counts = try await column(figure, of: "overview")
            #expect(counts.contains(Table.Cell.number(count)), "\(figure): \(counts)")
            #expect(counts.allSatisfy { $0.isNumber }, "\(figure): \(counts)")
        }
        let codes = try await column("Mã", of: "overview")
        #expect(codes.contains(Table.Cell.text("101")), "\(codes)")
        #expect(!codes.contains { $0.isNumber }, "\(codes)")
    }

    @Test("show what their filter shows and nothing else; a page's limit and cursor are refused")
    func filter() async throws {
        let district = try await province.freshDistrict()
        let token = province.token(of: .tenantAdmin, in: district)
        try await people(["Viên Chức Một"], in: district)
        let added = try await api.send(
            .post, "/api/v1/tenants/\(district)/people", as: token,
            ["fullName": "Cán Bộ Hai", "kind": "can_bo", "activeFrom": "2023-01-01"])
        #expect(added.status == 201)
        let path = "/api/v1/tenants/\(district)/people"
        let filtered = try await file(path + "?kind=can_bo", "json", as: token)
        #expect(filtered.json.text().contains("Cán Bộ Hai") && !filtered.json.text().contains("Viên Chức Một"))
        #expect(try await file(path, "json", as: token).json.text().contains("Viên Chức Một"))
        for paging in ["limit=10", "cursor=x"] {
            let refused = try await file(path + "?" + paging, "csv", as: token)
            #expect(refused.status == 422, "\(paging): \(refused.json.text())")
        }
        #expect(try await file(path, "pdf", as: token).status == 422)
    }

    @Test("are no way around the policies: who does not see the list gets no file of it")
    func policies() async throws {
        let district = try await province.freshDistrict()
        try await people(["Người Của Huyện"], in: district)
        let path = "/api/v1/tenants/\(district)/people"
        for format in ListFileFormat.allCases {
            let foreign = try await file(path, format.rawValue, as: province.token(of: .unitHead, in: "district_102"))
            #expect(foreign.status == 404 && !foreign.headers.contains(.contentDisposition), "\(format)")
        }
        #expect(try await file("/api/v1/province/items", "csv", as: province.token(of: .unitHead, in: "district_102")).status == 403)
    }

    @Test("leave an entry with their rows, form and filter, which who reads the unit's audit sees; a list that is only shown leaves none")
    func audit() async throws {
        let district = try await province.freshDistrict()
        try await people(["Người Một", "Người Hai"], in: district)
        let token = province.token(of: .unitHead, in: district)
        let path = "/api/v1/tenants/\(district)/people?kind=vien_chuc"
        let timeline = "/api/v1/tenants/\(district)/audit?object=list_export&id=people"
        #expect(try await api.send(.get, path, as: token).status == 200)
        #expect(try await api.send(.get, timeline, as: token).items.isEmpty)
        #expect(try await file(path, "xlsx", as: token).status == 200)
        let entries = try await api.send(.get, timeline, as: token)
        let entry = try #require(entries.items.first)
        #expect(entries.items.count == 1)
        #expect(entry.member("action") == "read" && entry.member("noun") == "danh sách xuất ra tệp")
        #expect(entry.members("after").member("rows") == "2" && entry.members("after").member("format") == "xlsx")
        #expect(entry.members("after").member("filter") == "kind=vien_chuc")
        // Of another unit, nobody there sees it.
        let foreign = try await api.send(
            .get, "/api/v1/tenants/district_102/audit?object=list_export&id=people", as: province.token(of: .unitHead, in: "district_102"))
        #expect(foreign.status == 200 && foreign.items.isEmpty)
    }

    @Test("need a token that may write, since the audit records them; it is said so")
    func readingToken() async throws {
        let signedIn = try await api.send(
            .post, "/api/v1/session", as: nil,
            ["username": .string(province.seat(.tenantAdmin, in: "district_101").username), "password": .string(province.password)])
        let session = try #require(Token(signedIn.text("token")))
        let opened = try await api.send(.post, "/api/v1/tokens", as: session, ["label": "x"])
        let reading = try #require(Token(opened.text("token")))
        let path = "/api/v1/tenants/district_101/units"
        #expect(try await api.send(.get, path, as: reading).status == 200)
        let refused = try await file(path, "csv", as: reading)
        #expect((refused.status, refused.code) == (403, "scope-missing"), "\(refused.json.text())")
        #expect(refused.text("detail").contains("chỉ được xem"))
        #expect(try await file(path, "csv", as: session).status == 200)
    }

    @Test("stand at the foot of every page with its filter, and the address answers the file")
    func pages() async throws {
        let token = province.token(of: .homeAffairsOfficer)
        let page = try await province.call(
            .get, "/award-dossiers?state=submitted", headers: [.cookie: "thidua=\(token.text)"])
        #expect(page.status == .ok && page.body.contains("/award-dossiers?state=submitted&amp;format=xlsx"))
        let file = try await province.call(
            .get, "/award-dossiers?state=submitted&format=csv", headers: [.cookie: "thidua=\(token.text)"])
        #expect(file.status == .ok && file.headers[.contentType] == "text/csv; charset=utf-8")
        #expect(file.body.contains("Đơn vị đề nghị"))
    }

    @Test("are written by the command as over HTTP, byte for byte")
    func command() async throws {
        let district = try await province.freshDistrict()
        try await people(["=HYPERLINK(\"http://x\")", "Nguyễn Văn Bình"], in: district)
        let token = province.token(of: .tenantAdmin, in: district)
        let path = "/api/v1/tenants/\(district)/people?kind=vien_chuc"
        for format in ListFileFormat.allCases {
            let target = FileManager.default.temporaryDirectory.appending(path: "thidua-\(UUID()).\(format.rawValue)")
            defer { try? FileManager.default.removeItem(at: target) }
            let runner = CommandRunner(database: province.url, entrance: province.entrance)
            let written = try await runner.run(
                ["report", "people", "--kind", "vien_chuc", "--tenant", district, "--output-file", target.path], as: token)
            #expect(written.text.contains("2 dòng"), "\(written.text)")
            let answer = try await file(path, format.rawValue, as: token)
            #expect(try Data(contentsOf: target) == Data(answer.bytes), "\(format)")
            if format == .csv { #expect(String(decoding: answer.bytes, as: UTF8.self).contains("\"'=HYPERLINK(")) }
        }
    }
}

extension Table.Cell {
    fileprivate var isNumber: Bool {
        if case .number = self { true } else { false }
    }
}
