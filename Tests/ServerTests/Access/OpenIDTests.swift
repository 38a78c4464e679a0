import Domain
import Foundation
import HTTPTypes
import Logging
import Operations
import Synchronization
import TestSupport
import Testing

@testable import Web

/// Signing in by the province's OpenID provider, against one that runs here and can be made to lie.
@Suite("Signing in by an OpenID provider", .province, .serialized, .timeLimit(.minutes(30)))
struct OpenIDTests {
    private let province = Province.current

    /// The real time, moved.
    private final class Watch: Sendable {
        private let ahead = Mutex(0.0)
        var now: Date { Date().addingTimeInterval(ahead.withLock { $0 }) }
        func pass(_ seconds: Double) { ahead.withLock { $0 += seconds } }
    }

    /// A browser: it keeps cookies, and goes where it is sent.
    private struct Browser {
        let province: Province
        let backend: Backend
        var cookies: [String: String] = [:]

        mutating func go(_ method: HTTPRequest.Method, _ path: String) async throws -> (
            status: HTTPResponse.Status, location: String, body: String
        ) {
            let cookie = cookies.map { "\($0)=\($1)" }.joined(separator: "; ")
            // The hidden field of the page that the form stands on.
            let form = method == .post ? cookies["thidua"].flatMap { Token($0) }.map { "form=\(FormToken.text(for: $0))" } ?? "" : ""
            let answer = try await province.call(
                method, path,
                headers: [.cookie: cookie, .fetchSite: "same-origin", .contentType: FormBody.mediaType], body: form, at: backend)
            for field in answer.headers[values: .setCookie] {
                let pair = field.split(separator: ";")[0].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                cookies[String(pair[0])] = pair[1].isEmpty ? nil : String(pair[1])
            }
            return (answer.status, answer.headers[.location] ?? "", answer.body)
        }

        /// Leaves for the provider.
        mutating func leave(_ method: HTTPRequest.Method = .get, _ path: String = "/sign-in/openid") async throws -> URLComponents {
            let answer = try await go(method, path)
            #expect(answer.status == .seeOther)
            return try #require(URLComponents(string: answer.location))
        }

        /// Comes back with what the provider gave.
        mutating func come(_ code: String, from departure: URLComponents) async throws -> (
            status: HTTPResponse.Status, location: String, body: String
        ) {
            let state = departure.queryItems?.first { $0.name == "state" }?.value ?? ""
            return try await go(.get, "/sign-in/openid/answer?code=\(code)&state=\(state)")
        }
    }

    private func browser(_ provider: SmallProvider, watch: Watch = Watch()) throws -> Browser {
        let settings = try OpenIDSettings(
            issuer: provider.issuer, clientID: "thidua", clientSecret: SmallProvider.secret, publicURL: "http://localhost:8080",
            name: "Cổng xác thực")
        let client = OpenIDProvider(settings, logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }, now: { watch.now })
        return Browser(
            province: province, backend: Backend(entrance: province.entrance, secure: false, openID: client, demonstration: true))
    }

    /// Somebody signed in with his password has linked the subject to his account.
    private func link(_ subject: String, to role: Role, in tenant: String, _ provider: SmallProvider) async throws -> HTTPResponse.Status {
        var browser = try browser(provider)
        let session = try await SignIn(username: province.seat(role, in: tenant).username, password: province.password)
            .perform(at: province.signIn, passwords: PasswordHasher(.least), ids: .system)
        browser.cookies["thidua"] = session.token.text
        let departure = try await browser.leave(.post, "/account/openid")
        let answer = try await browser.come(provider.code(for: departure) { $0.sub = subject }, from: departure)
        await browser.backend.openID?.shutdown()
        return answer.status
    }

    /// One whole sign-in in a new browser; what the answer to the provider's was.
    private func signIn(
        _ provider: SmallProvider, signing: SmallProvider.Signing = .right, _ change: (inout SmallProvider.Claims) -> Void
    ) async throws -> (status: HTTPResponse.Status, location: String, body: String) {
        var browser = try browser(provider)
        let departure = try await browser.leave()
        let answer = try await browser.come(provider.code(for: departure, signing: signing, change), from: departure)
        #expect((answer.status == .seeOther) == (browser.cookies["thidua"] != nil))
        await browser.backend.openID?.shutdown()
        return answer
    }

    @Test("a person links his account once, and afterwards comes in as himself")
    func wholeWay() async throws {
        try await SmallProvider.run { (provider: SmallProvider) async throws -> Void in
            #expect(try await signIn(provider) { $0.sub = "trưởng-1" }.body.contains("chưa liên kết với tài khoản nào"))
            #expect(try await link("trưởng-1", to: .unitHead, in: "district_101", provider) == .seeOther)
            var browser = try browser(provider)
            #expect(try await browser.go(.get, "/sign-in").body.contains("Đăng nhập qua Cổng xác thực"))
            let departure = try await browser.leave()
            let sent = Dictionary(uniqueKeysWithValues: (departure.queryItems ?? []).map { ($0.name, $0.value ?? "") })
            #expect(sent["response_type"] == "code" && sent["code_challenge_method"] == "S256" && sent["scope"] == "openid")
            #expect(sent["redirect_uri"] == "http://localhost:8080/sign-in/openid/answer")
            let answer = try await browser.come(provider.code(for: departure) { $0.sub = "trưởng-1" }, from: departure)
            #expect(answer.status == .seeOther && answer.location == "/")
            #expect(browser.cookies["thidua-openid"] == nil)
            let home = try await browser.go(.get, "/api/v1/session")
            #expect(home.status == .ok && home.body.contains("Huyện Một"))
            await browser.backend.openID?.shutdown()
        }
    }

    @Test("a subject is one account's: another cannot link it")
    func taken() async throws {
        try await SmallProvider.run { (provider: SmallProvider) async throws -> Void in
            #expect(try await link("một", to: .clerk, in: "district_101", provider) == .seeOther)
            #expect(try await link("một", to: .clerk, in: "district_101", provider) == .seeOther)
            #expect(try await link("một", to: .clerk, in: "district_102", provider) == .conflict)
        }
    }

    @Test("a disabled account does not come in this way either")
    func disabled() async throws {
        try await SmallProvider.run { (provider: SmallProvider) async throws -> Void in
            #expect(try await link("nghỉ", to: .clerk, in: "dept_snv", provider) == .seeOther)
            #expect(try await signIn(provider) { $0.sub = "nghỉ" }.status == .seeOther)
            let username = province.seat(.clerk, in: "dept_snv").username
            try await province.asSuperuser(
                "UPDATE core.account SET disabled_at = now(), disabled_reason = 'nghỉ' WHERE username = '\(username)'")
            #expect(try await signIn(provider) { $0.sub = "nghỉ" }.status == .unauthorized)
        }
    }

    @Test("an identity token must be signed by a published key, for us, now, and answer our question")
    func forged() async throws {
        try await SmallProvider.run { (provider: SmallProvider) async throws -> Void in
            #expect(try await link("đúng", to: .clerk, in: "district_102", provider) == .seeOther)
            let now = Date().timeIntervalSince1970
            let lies: [(String, (inout SmallProvider.Claims) -> Void)] = [
                ("of another issuer", { $0.iss = "http://127.0.0.1:1" }), ("for another service", { $0.aud = ["khac"] }),
                ("for us among others", { $0.aud = ["thidua", "khac"] }), ("given to another", { $0.azp = "khac" }),
                ("expired", { $0.exp = now - 61 }), ("from the future", { $0.iat = now + 120 }),
                ("with another nonce", { $0.nonce = "khac" }), ("without nonce", { $0.nonce = nil }),
            ]
            for (name, lie) in lies {
                let answer = try await signIn(provider) { claims in
                    claims.sub = "đúng"
                    lie(&claims)
                }
                #expect(answer.status == .unauthorized, "a token \(name)")
                #expect(answer.body.contains("không công nhận"))
            }
            for signing in [SmallProvider.Signing.withUnpublishedKey, .none, .withPublicKeyAsSecret] {
                #expect(try await signIn(provider, signing: signing) { $0.sub = "đúng" }.status == .unauthorized, "\(signing)")
            }
            // The control: the same without a lie, and with what the rules allow.
            #expect(try await signIn(provider) { $0.sub = "đúng" }.status == .seeOther)
            #expect(
                try await signIn(provider) {
                    $0.sub = "đúng"
                    $0.aud = ["thidua", "khac"]
                    $0.azp = "thidua"
                }.status == .seeOther)
        }
    }

    @Test("an answer works once, in the browser that asked, and not after ten minutes")
    func answers() async throws {
        try await SmallProvider.run { (provider: SmallProvider) async throws -> Void in
            #expect(try await link("chủ", to: .unitCoordinator, in: "district_102", provider) == .seeOther)
            var mine = try browser(provider)
            let departure = try await mine.leave()
            let code = provider.code(for: departure) { $0.sub = "chủ" }
            // Somebody else's browser is led to our answer (login CSRF).
            var other = try browser(provider)
            _ = try await other.leave()
            #expect(try await other.come(code, from: departure).status == .unauthorized)
            var bare = try browser(provider)
            #expect(try await bare.come(code, from: departure).status == .unauthorized)
            let kept = mine.cookies
            #expect(try await mine.come(code, from: departure).status == .seeOther)
            mine.cookies = kept
            #expect(try await mine.come(provider.code(for: departure) { $0.sub = "chủ" }, from: departure).status == .unauthorized)

            var late = try browser(provider)
            let before = try await late.leave()
            try await province.asSuperuser("UPDATE core.openid_attempt SET expires_at = clock_timestamp()")
            #expect(try await late.come(provider.code(for: before) { $0.sub = "chủ" }, from: before).status == .unauthorized)
            #expect(try await late.go(.get, "/sign-in/openid/answer?error=access_denied&state=x").status == .unauthorized)
            for browser in [mine, other, bare, late] { await browser.backend.openID?.shutdown() }
        }
    }

    @Test("a new key of the provider is found, and forged tokens do not make us ask for keys all day")
    func rotation() async throws {
        try await SmallProvider.run { (provider: SmallProvider) async throws -> Void in
            #expect(try await link("khóa", to: .councilSecretary, in: "district_102", provider) == .seeOther)
            let watch = Watch()
            var browser = try browser(provider, watch: watch)
            func enter() async throws -> HTTPResponse.Status {
                let departure = try await browser.leave()
                return try await browser.come(provider.code(for: departure) { $0.sub = "khóa" }, from: departure).status
            }
            let before = provider.keyReadings
            #expect(try await enter() == .seeOther)
            #expect(try await enter() == .seeOther)
            #expect(provider.keyReadings == before + 1)
            provider.rotate()
            // Read a moment ago: not again so soon.
            #expect(try await enter() == .unauthorized)
            watch.pass(61)
            #expect(try await enter() == .seeOther)
            #expect(provider.keyReadings == before + 2)
            await browser.backend.openID?.shutdown()
        }
    }

    @Test("a provider that is away, or says it is another, is told as such; passwords still work")
    func away() async throws {
        try await SmallProvider.run { (provider: SmallProvider) async throws -> Void in
            provider.pretend(toBe: "http://127.0.0.1:2")
            var browser = try browser(provider)
            let answer = try await browser.go(.get, "/sign-in/openid")
            #expect(answer.status == .serviceUnavailable && answer.body.contains("dùng tên đăng nhập và mật khẩu"))
            await browser.backend.openID?.shutdown()
        }
        #expect(try await province.call(.get, "/sign-in/openid").status == .notFound)
    }

    @Test(
        "nothing travels without TLS but on this machine", arguments: ["http://id.example.vn", "ftp://id.example.vn", "id.example.vn", ""])
    func settings(_ issuer: String) {
        #expect(throws: Problem.self) {
            try OpenIDSettings(issuer: issuer, clientID: "thidua", clientSecret: "x", publicURL: "https://thidua.example.vn", name: "x")
        }
    }
}
