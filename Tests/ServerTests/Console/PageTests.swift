import Console
import Domain
import HTTPTypes
import TestSupport
import Testing
import Web

/// The pages, as a browser asks for them.
@Suite("Pages", .province, .timeLimit(.minutes(30)))
struct PageTests {
    private let province = Province.current

    private func signIn(_ username: String, _ password: String) async throws -> (HTTPResponse.Status, cookie: String, body: String) {
        let answer = try await province.call(
            .post, "/sign-in", headers: [.contentType: "application/x-www-form-urlencoded", .fetchSite: "same-origin"],
            body: "username=\(username)&password=\(password)")
        let cookie = answer.headers[.setCookie]?.split(separator: ";").first.map(String.init) ?? ""
        return (answer.status, cookie, answer.body)
    }

    @Test("who is not signed in is led to the sign-in")
    func unsigned() async throws {
        let answer = try await province.call(.get, "/")
        #expect(answer.status == .seeOther)
        #expect(answer.headers[.location] == "/sign-in")
    }

    @Test("a wrong password and an unknown name are told the same, in Vietnamese, with the name kept and escaped")
    func wrong() async throws {
        let wrong = try await signIn(province.seat(.officeMonitor).username, "sai-mat-khau-roi")
        let unknown = try await signIn("khong.co.ai", "sai-mat-khau-roi")
        #expect(wrong.0 == .unauthorized && unknown.0 == .unauthorized)
        #expect(wrong.body.contains("Tên đăng nhập hoặc mật khẩu không đúng"))
        let script = try await signIn("%3Cscript%3E", "x")
        #expect(!script.body.contains("<script>") && script.body.contains("&lt;script&gt;"))
    }

    @Test("a sign-in without a name or a password says which is missing, keeps the name, and is no attempt")
    func incomplete() async throws {
        let nothing = try await signIn("", "")
        #expect(nothing.0 == .unprocessableContent && nothing.body.contains("chưa nhập tên đăng nhập; chưa nhập mật khẩu"))
        let name = province.seat(.officeMonitor).username
        for _ in 0..<10 {
            let half = try await signIn(name, "")
            #expect(half.0 == .unprocessableContent && half.body.contains("chưa nhập mật khẩu") && half.body.contains("value=\"\(name)\""))
        }
    }

    @Test(
        "each level sees its own page after sign-in",
        arguments: [
            (Role.officeMonitor, nil, nil), (.unitCoordinator, "district_101", nil), (.subUnitOfficer, "district_101", "10101"),
            (.unitHead, "dept_snv", nil), (.mediaEditor, nil, nil), (.individual, "district_101", "10101"),
        ] as [(Role, String?, String?)])
    func home(_ role: Role, _ tenant: String?, _ unit: String?) async throws {
        let session = try await signIn(province.seat(role, in: tenant, unit: unit).username, province.password)
        #expect(session.0 == .seeOther)
        let page = try await province.call(.get, "/", headers: [.cookie: session.cookie])
        #expect(page.status == .ok || page.status == .notFound, "\(page.body)")
        #expect(page.body.contains("Đăng xuất"))
        let out = try await province.submit("/sign-out", of: page.body, cookie: session.cookie)
        #expect(out.status == .seeOther)
        #expect(try await province.call(.get, "/", headers: [.cookie: session.cookie]).status == .seeOther)
    }

    @Test("another unit's page is not found, as an absent one's")
    func foreign() async throws {
        let session = try await signIn(province.seat(.unitCoordinator, in: "district_101").username, province.password)
        let foreign = try await province.call(.get, "/units/district_102", headers: [.cookie: session.cookie])
        let absent = try await province.call(.get, "/units/district_999", headers: [.cookie: session.cookie])
        #expect(foreign.status == .notFound && absent.status == .notFound)
    }
}
