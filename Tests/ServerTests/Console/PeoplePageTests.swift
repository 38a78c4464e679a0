import Domain
import HTTPTypes
import Operations
import Storage
import TestSupport
import Testing
import Web

/// The pages on which a unit keeps its people.
@Suite("People pages", .province(opening: 4), .timeLimit(.minutes(30)))
struct PeoplePageTests {
    private let province = Province.current

    private func cookie(_ role: Role, in tenant: String) async throws -> String {
        let answer = try await province.call(
            .post, "/sign-in", headers: [.contentType: "application/x-www-form-urlencoded", .fetchSite: "same-origin"],
            body: "username=\(province.seat(role, in: tenant).username)&password=\(province.password)")
        return answer.headers[.setCookie]?.split(separator: ";").first.map(String.init) ?? ""
    }

    private func upload(
        _ content: String, dryRun: Bool, of page: String, cookie: String
    ) async throws -> (status: HTTPResponse.Status, headers: HTTPFields, body: String) {
        let form = page.firstMatch(of: /name="form" value="([0-9a-f]+)"/).map { String($0.output.1) } ?? ""
        var fields = [("form", form, nil), ("file", content, "danh-sach.csv")] as [(String, String, String?)]
        if dryRun { fields.append(("dryRun", "on", nil)) }
        let body =
            fields.map { name, value, file in
                "--xYz\r\nContent-Disposition: form-data; name=\"\(name)\"\(file.map { "; filename=\"\($0)\"" } ?? "")\r\n\r\n\(value)\r\n"
            }.joined() + "--xYz--\r\n"
        return try await province.call(
            .post, "/people/import",
            headers: [.cookie: cookie, .fetchSite: "same-origin", .contentType: "multipart/form-data; boundary=xYz"], body: body)
    }

    private static let list =
        "Họ và tên,Loại,Đơn vị,Chức vụ,Vai trò,Tên đăng nhập\nTrần Thị <b>,công chức,PNV,Chuyên viên,clerk,tran.be\nLê Văn Ca,viên chức,PNV,Chuyên viên,clerk,le.ca\n"

    @Test("a list is tried, imported, and slips are shown once: a sheet for each unit, a slip for each person")
    func importing() async throws {
        let district = try await province.freshDistrict()
        let mine = try await cookie(.tenantAdmin, in: district)
        let page = try await province.call(.get, "/people", headers: [.cookie: mine]).body
        #expect(page.contains("Nhân sự của đơn vị") && page.contains("multipart/form-data"))
        let faulty = try await upload("Họ và tên,Đơn vị\n,\nA,PNV\n", dryRun: true, of: page, cookie: mine)
        #expect(faulty.status == .unprocessableContent && faulty.body.contains("thiếu cột “Vai trò”"))
        let dry = try await upload(Self.list, dryRun: true, of: page, cookie: mine)
        #expect(dry.status == .ok && dry.body.contains("Chạy thử, chưa ghi gì") && dry.body.contains("2 người mới"))
        let done = try await upload(Self.list, dryRun: false, of: page, cookie: mine)
        #expect(done.status == .ok)
        #expect(done.body.contains("Phiếu tài khoản") && done.body.contains("\(district).tran.be"))
        #expect(done.body.contains("Trần Thị &lt;b&gt;") && !done.body.contains("<b>,"))
        #expect(done.body.matches(of: /\/set-password\/tdl_/).count == 2)
        #expect(done.headers[.cacheControl] == "no-store")
        let again = try await upload(Self.list, dryRun: false, of: page, cookie: mine)
        #expect(again.body.contains("2 dòng đã có, không đổi") && !again.body.contains("tdl_"))
        let slips = try await province.submit("/people/links", "unit=", of: page, cookie: mine)
        #expect(slips.body.matches(of: /class="slip"/).count == 2)
    }

    @Test("a form with a file passes with its token only, like any other")
    func token() async throws {
        let mine = try await cookie(.tenantAdmin, in: "district_102")
        #expect(try await upload(Self.list, dryRun: true, of: "", cookie: mine).status == .forbidden)
    }

    @Test("one is taken on, moved and leaves; what is wrong is said on the page")
    func person() async throws {
        let district = try await province.freshDistrict()
        let mine = try await cookie(.tenantAdmin, in: district)
        let page = try await province.call(.get, "/people", headers: [.cookie: mine]).body
        let unit = province.unit("PNV", in: district)
        let seat = "unit=\(unit)&role=clerk&title=V%C4%83n+th%C6%B0&leaderRank=direct_worker"
        let wrong = try await province.submit("/people/join", "fullName=&kind=cong_chuc&\(seat)", of: page, cookie: mine)
        #expect(wrong.status == .unprocessableContent && wrong.body.contains("không được để trống"))
        let joined = try await province.submit(
            "/people/join", "fullName=An+Nhi&kind=cong_chuc&day=2023-01-01&\(seat)", of: page, cookie: mine)
        #expect(joined.status == .seeOther)
        let place = try #require(joined.headers[.location])
        let own = try await province.call(.get, place, headers: [.cookie: mine]).body
        #expect(own.contains("An Nhi") && own.contains("Thôi công tác") && own.contains("Văn thư"))
        let post = try #require(own.firstMatch(of: /posts\/([0-9a-f-]{36})\/move/)).output.1
        let moved = try await province.submit(
            "\(place)/posts/\(post)/move", "version=1&day=2023-06-01&reason=x&\(seat)", of: own, cookie: mine)
        #expect(moved.status == .conflict || moved.status == .seeOther, "\(moved.body)")
        let left = try await province.submit("\(place)/leave", "version=1&day=&reason=x", of: own, cookie: mine)
        #expect(left.status == .seeOther)
        let after = try await province.call(.get, place, headers: [.cookie: mine]).body
        #expect(after.contains("thôi công tác, ngày cuối") && !after.contains("Ghi thôi công tác"))
    }

    @Test("who has no post is named, and is given one on his page; nobody gives himself one")
    func unseated() async throws {
        let district = try await province.freshDistrict()
        let mine = try await cookie(.tenantAdmin, in: district)
        let first = try await province.call(.get, "/people", headers: [.cookie: mine]).body
        #expect(!first.contains("Chưa có chức vụ đang hiệu lực"))
        let id = try await province.write(as: .tenantAdmin, in: district) { (tx: borrowing TenantTransaction) in
            try await AddPerson(fullName: "Trần Bé Ba", kind: .congChuc).perform(in: tx, ids: .system)
        }
        let page = try await province.call(.get, "/people", headers: [.cookie: mine]).body
        #expect(page.contains("Chưa có chức vụ đang hiệu lực") && page.contains("<a href=\"/people/\(id)\">Trần Bé Ba</a>"))
        let place = "/people/\(id)"
        let own = try await province.call(.get, place, headers: [.cookie: mine]).body
        let seat = "unit=\(province.unit("PNV", in: district))&role=clerk&title=V%C4%83n+th%C6%B0&leaderRank=direct_worker"
        let wrong = try await province.submit(
            "\(place)/posts", "\(seat)&validFrom=2023-06-20&validTo=2023-06-19", of: own, cookie: mine)
        #expect(wrong.status == .unprocessableContent && wrong.body.contains("Đến ngày, nếu có thời hạn: trước ngày bắt đầu"))
        let given = try await province.submit("\(place)/posts", "\(seat)&validFrom=&validTo=", of: own, cookie: mine)
        #expect(given.status == .seeOther, "\(given.body)")
        #expect(!(try await province.call(.get, "/people", headers: [.cookie: mine]).body.contains("Chưa có chức vụ đang hiệu lực")))
        let myself = "/people/\(province.person(of: .tenantAdmin, in: district))"
        let ownPage = try await province.call(.get, myself, headers: [.cookie: mine]).body
        let refused = try await province.submit("\(myself)/posts", seat, of: ownPage, cookie: mine)
        #expect(refused.status == .forbidden && refused.body.contains("Không tự giao chức vụ cho mình"))
    }

    @Test("one person's account is opened, given a slip of its own, shut and opened on his page; the links of others stand")
    func account() async throws {
        let district = try await province.freshDistrict()
        let mine = try await cookie(.tenantAdmin, in: district)
        func shown(_ path: String) async throws -> String { try await province.call(.get, path, headers: [.cookie: mine]).body }
        func links(_ body: String) -> [String] { body.matches(of: /\/set-password\/tdl_[^<"\s]+/).map { String($0.output) } }
        let others = links(try await upload(Self.list, dryRun: false, of: try await shown("/people"), cookie: mine).body)
        #expect(others.count == 2)
        let id = try await province.write(as: .tenantAdmin, in: district) { (tx: borrowing TenantTransaction) in
            try await AddPerson(fullName: "Trần Bé Ba", kind: .congChuc).perform(in: tx, ids: .system)
        }
        let place = "/people/\(id)"
        let bare = try await shown(place)
        #expect(bare.contains("Chưa có tài khoản") && !bare.contains("In phiếu mới"))
        let opened = try await province.submit("\(place)/account", "username=be.ba", of: bare, cookie: mine)
        #expect(opened.status == .ok && opened.body.contains("\(district).be.ba"), "\(opened.body)")
        let first = try #require(links(opened.body).first)
        let own = try await shown(place)
        #expect(own.contains("\(district).be.ba, chưa đặt mật khẩu") && !own.contains("Chưa có tài khoản"))
        let slip = try await province.submit("\(place)/account/reset", "again=on", of: own, cookie: mine)
        #expect(slip.status == .ok && links(slip.body).count == 1)
        #expect(try await province.call(.get, first).status == .notFound)
        for link in others + links(slip.body) { #expect(try await province.call(.get, link).status == .ok, "\(link)") }
        let silent = try await province.submit("\(place)/account/disable", "reason=", of: own, cookie: mine)
        #expect(silent.status == .unprocessableContent)
        let shut = try await province.submit("\(place)/account/disable", "reason=mat+may", of: own, cookie: mine)
        #expect(shut.status == .seeOther)
        let closed = try await shown(place)
        #expect(closed.contains("đang khóa: mat may") && !closed.contains("In phiếu mới"))
        #expect(try await province.submit("\(place)/account/enable", "again=on", of: closed, cookie: mine).status == .seeOther)
        #expect(try await shown(place).contains("In phiếu mới"))
        #expect(!(try await shown("/people/\(province.person(of: .tenantAdmin, in: district))").contains("/account/")))
    }

    @Test("who does not keep the directory sees no link to the page and is refused there")
    func others() async throws {
        let mine = try await cookie(.clerk, in: "district_101")
        #expect(try await province.call(.get, "/people", headers: [.cookie: mine]).status == .forbidden)
        #expect(!(try await province.call(.get, "/sessions", headers: [.cookie: mine]).body.contains("/people")))
        let keeper = try await cookie(.unitHead, in: "district_101")
        #expect(try await province.call(.get, "/sessions", headers: [.cookie: keeper]).body.contains("href=\"/people\""))
        let foreign = province.person(of: .clerk, in: "district_102")
        #expect(try await province.call(.get, "/people/\(foreign)", headers: [.cookie: keeper]).status == .notFound)
    }
}
