import Domain
import HTTPTypes
import Operations
import TestSupport
import Testing
import Web

/// The pages of one's own account, and the forms of all pages.
@Suite("Account pages", .province, .timeLimit(.minutes(30)))
struct AccountPageTests {
    private let province = Province.current

    private func cookie(_ role: Role, in tenant: String) async throws -> String {
        let answer = try await province.call(
            .post, "/sign-in", headers: [.contentType: "application/x-www-form-urlencoded", .fetchSite: "same-origin"],
            body: "username=\(province.seat(role, in: tenant).username)&password=\(province.password)")
        return answer.headers[.setCookie]?.split(separator: ";").first.map(String.init) ?? ""
    }

    @Test("one's sessions are listed, others ended, the present one stays")
    func sessions() async throws {
        let (mine, other) = (try await cookie(.clerk, in: "district_102"), try await cookie(.clerk, in: "district_102"))
        let page = try await province.call(.get, "/sessions", headers: [.cookie: mine])
        #expect(page.body.contains("Phiên làm việc của tôi") && page.body.contains("(đang dùng)"))
        #expect(!page.body.contains("tdx_"))
        #expect(try await province.submit("/sessions/end-others", of: page.body, cookie: mine).status == .seeOther)
        #expect(try await province.call(.get, "/sessions", headers: [.cookie: other]).headers[.location] == "/sign-in")
        #expect(try await province.call(.get, "/sessions", headers: [.cookie: mine]).status == .ok)
    }

    @Test("a form without its token, with another session's, or from no page at all is refused; with its own it passes")
    func forms() async throws {
        let (mine, other) = (try await cookie(.unitHead, in: "district_101"), try await cookie(.unitHead, in: "district_102"))
        let (page, foreign) = (
            try await province.call(.get, "/sessions", headers: [.cookie: mine]).body,
            try await province.call(.get, "/sessions", headers: [.cookie: other]).body
        )
        for stolen in ["", foreign] {
            let refused = try await province.submit("/sessions/end-others", of: stolen, cookie: mine)
            #expect(refused.status == .forbidden)
            #expect(refused.body.contains("Trang đã cũ"))
        }
        let unnamed = try await province.call(
            .post, "/sign-out", headers: [.cookie: mine, .contentType: "application/x-www-form-urlencoded"], body: "form=x")
        #expect(unnamed.status == .forbidden)
        #expect(try await province.submit("/sessions/end-others", of: page, cookie: mine).status == .seeOther)
    }

    @Test("a link shows whose it is, sets the password once and leads to the sign-in; afterwards it is like any other")
    func link() async throws {
        let person = province.person(of: .clerk, in: "district_101")
        let link = try await province.write(as: .tenantAdmin, in: "district_101") { (tx: borrowing TenantTransaction) in
            try await ResetAccount(of: person).perform(in: tx)
        }
        let path = link.address(at: nil)
        let page = try await province.call(.get, path)
        #expect(page.body.contains(province.seat(.clerk, in: "district_101").username))
        #expect(page.headers[.cacheControl] == "no-store")
        func send(_ new: String, _ again: String) async throws -> (status: HTTPResponse.Status, headers: HTTPFields, body: String) {
            try await province.submit(path, "new=\(new)&again=\(again)", of: page.body, cookie: "")
        }
        #expect(try await send("bon+con+ga+vang", "nam+con+ga+vang").body.contains("không giống nhau"))
        #expect(try await send("matkhau123456789", "matkhau123456789").status == .unprocessableContent)
        #expect(try await send("bon+con+ga+vang", "bon+con+ga+vang").headers[.location] == "/sign-in")
        let used = try await province.call(.get, path)
        let never = try await province.call(.get, "/set-password/tdl_" + String(repeating: "A", count: 43))
        #expect(used.status == .notFound && never.status == .notFound)
        #expect(used.body.contains("đã được dùng, đã hết hạn"))
    }

    @Test("one's own password is changed on its page")
    func change() async throws {
        let mine = try await cookie(.clerk, in: "dept_snv")
        let page = try await province.call(.get, "/password", headers: [.cookie: mine]).body
        let wrong = try await province.submit("/password", "old=sai&new=bon+con+ga+vang&again=bon+con+ga+vang", of: page, cookie: mine)
        #expect(wrong.status == .unprocessableContent && wrong.body.contains("không đúng mật khẩu đang dùng"))
        let empty = try await province.submit("/password", "old=&new=bon+con+ga+vang&again=bon+con+ga+vang", of: page, cookie: mine)
        #expect(empty.status == .unprocessableContent && empty.body.contains("Mật khẩu đang dùng: chưa nhập"))
        let short = try await province.submit("/password", "old=sai&new=ngan&again=ngan", of: page, cookie: mine)
        #expect(short.body.contains("Mật khẩu mới: phải có ít nhất 12 ký tự"))
        let done = try await province.submit(
            "/password", "old=\(province.password)&new=bon+con+ga+vang&again=bon+con+ga+vang", of: page, cookie: mine)
        #expect(done.status == .ok && done.body.contains("Đã đổi mật khẩu"))
    }

    @Test("no page has a script or a style of its own, as its policy says")
    func strict() async throws {
        let mine = try await cookie(.clerk, in: "dept_bao")
        for path in ["/sign-in", "/sessions", "/password", "/nothing", "/style.css"] {
            let answer = try await province.call(.get, path, headers: [.cookie: mine])
            #expect(!answer.body.contains("<script") && !answer.body.contains("style=\"") && !answer.body.contains("onclick"))
            let policy = answer.headers[.contentSecurityPolicy] ?? ""
            #expect(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"), "\(path)")
            #expect(answer.headers[HTTPField.Name("Referrer-Policy")!] == "no-referrer")
        }
    }
}
