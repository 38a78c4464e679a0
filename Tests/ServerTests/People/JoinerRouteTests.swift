import Documents
import Domain
import HTTPTypes
import Operations
import TestSupport
import Testing
import Web

@Suite("Joining, moving and leaving over HTTP", .province(opening: 4), .timeLimit(.minutes(30)))
struct JoinerRouteTests {
    let province = Province.current
    private var api: APICaller { APICaller(province) }

    private func join(_ name: String, in district: String, _ more: [String: JSONValue] = [:]) async throws -> APIAnswer {
        var body: [(String, JSONValue)] = [
            ("fullName", .string(name)), ("kind", "cong_chuc"), ("unit", "PNV"), ("role", "sub_unit_officer"), ("title", "Chuyên viên"),
            ("leaderRank", "direct_worker"), ("from", "2023-01-01"),
        ]
        body += more.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return try await api.send(
            .post, "/api/v1/tenants/\(district)/joiners", as: province.token(of: .tenantAdmin, in: district), .object(JSONObject(body)))
    }

    @Test("a joiner has record, post, account and link; then moves, then leaves; every step is on record")
    func wholeWay() async throws {
        let district = try await province.freshDistrict()
        let token = province.token(of: .tenantAdmin, in: district)
        let joined = try await join("Trần Thị Bé", in: district, ["username": "tran.be"])
        #expect(joined.status == 201)
        let handout = joined.json.members("handout")
        #expect(handout.member("username") == "\(district).tran.be")
        #expect(handout.member("link").contains("/set-password/tdl_"))
        #expect(handout.member("unitName").contains("Phòng Nội vụ"))
        let posts = "/api/v1/tenants/\(district)/posts"
        let moving: JSONValue = [
            "role": "clerk", "title": "Văn thư", "leaderRank": "direct_worker", "from": "2023-06-01", "reason": "điều động",
        ]
        let path = posts + "/\(joined.text("post"))/moving"
        #expect(try await api.send(.post, path, as: token, moving).status == 428)
        let moved = try await api.send(
            .post, path, as: token, moving, version: "\"1\"", headers: [HTTPField.Name("Idempotency-Key")!: "m1"])
        #expect((moved.status, moved.text("kind"), moved.text("lastDay")) == (201, "moved", "2023-05-31"))
        let again = try await api.send(
            .post, path, as: token, moving, version: "\"1\"", headers: [HTTPField.Name("Idempotency-Key")!: "m1"])
        #expect((again.status, again.text("id")) == (201, moved.text("id")))
        let person = "/api/v1/tenants/\(district)/people/\(joined.text("person"))"
        #expect(try await api.send(.get, person + "/held-items", as: token).items.isEmpty)
        let left = try await api.send(.post, person + "/leaving", as: token, ["reason": "nghỉ hưu"], version: "\"1\"")
        #expect((left.status, left.text("accountShut"), left.text("items")) == (201, "true", "0"))
        let moves = try await api.send(.get, person + "/moves", as: token)
        #expect(moves.list("moves").map { $0.member("kind") } == ["left", "moved"])
        #expect(try await api.send(.get, person + "/moves", as: province.token(of: .clerk, in: district)).list("moves").isEmpty)
        let late = try await api.send(.post, person + "/leaving", as: token, ["reason": "x"], version: "\"2\"")
        #expect(late.code == "ended-already")
    }

    @Test("a release answers its code once, and the other unit joins him with it")
    func release() async throws {
        let (from, to) = (try await province.freshDistrict(), try await province.freshDistrict())
        let token = province.token(of: .tenantAdmin, in: from)
        let person = try await join("Đặng Thị Chuyển", in: from).text("person")
        let path = "/api/v1/tenants/\(from)/people/\(person)"
        let released = try await api.send(
            .post, path + "/release", as: token,
            ["to": .string(to), "documentNumber": "12/QĐ-SNV", "reason": "điều động", "lastDay": "2023-06-15"], version: "\"1\"")
        #expect(released.status == 201)
        #expect(try await api.send(.get, path + "/moves", as: token).list("releases").map { $0.member("to") } == [to])
        let code = released.text("code")
        #expect(code.hasPrefix("tdr_"))
        let absent = try await join("Đặng Thị Chuyển", in: "district_101", ["release": .string(code)])
        #expect((absent.status, absent.code) == (404, "not-found"))
        let early = try await join("Đặng Thị Chuyển", in: to, ["release": .string(code)])
        #expect(early.code == "still-in-other-unit")
    }

    @Test("a list is tried, then imported, as CSV and as a workbook; its faults come by cell")
    func importing() async throws {
        let district = try await province.freshDistrict()
        let token = province.token(of: .tenantAdmin, in: district)
        let heading = ["Họ và tên", "Loại", "Đơn vị", "Chức vụ", "Vai trò", "Tên đăng nhập"]
        func send(_ rows: [[String]], workbook: Bool = false, dryRun: Bool = false) async throws -> APIAnswer {
            var content = Array(CSVText.make(columns: heading, rows: rows).utf8)
            if workbook {
                var writer = try WorkbookWriter(title: "x", createdOn: province.businessDate)
                writer.begin("Danh sách", columns: heading.map { WorkbookWriter.Column($0) })
                for row in rows { writer.append(row.map { .text($0) }) }
                content = try writer.finish()
            }
            return try await api.send(
                .post, "/api/v1/tenants/\(district)/people-import\(dryRun ? "?dryRun=true" : "")", as: token, bytes: content,
                type: workbook ? PeopleListFile.workbookType : "text/csv")
        }
        let rows = [["Trần Thị Bé", "công chức", "PNV", "Chuyên viên", "clerk", "tran.be"]]
        let dry = try await send(rows, dryRun: true)
        #expect((dry.status, dry.text("people"), dry.list("handouts").count) == (200, "1", 0))
        let done = try await send(rows, workbook: true)
        #expect((done.text("people"), done.text("accounts"), done.list("handouts").count) == ("1", "1", 1))
        let again = try await send(rows)
        #expect((again.text("unchanged"), again.list("handouts").count) == ("1", 0))
        let wrong = try await send([["", "x", "PNV", "a", "clerk", ""]], dryRun: true)
        #expect((wrong.status, wrong.faults) == (422, ["ô A2", "ô B2"]))
        let links = try await api.send(.post, "/api/v1/tenants/\(district)/account-links", as: token, ["unit": "PNV"])
        #expect(links.list("handouts").map { $0.member("username") } == ["\(district).tran.be"])
        let template = try await api.send(.get, "/api/v1/tenants/\(district)/people-template?format=xlsx", as: token)
        #expect(template.status == 200 && template.headers[.contentType] == PeopleListFile.workbookType)
    }
}
