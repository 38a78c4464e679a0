import API
import Domain
import Foundation
import HTTPTypes
import Logging
import Operations
import TestSupport
import Testing
import Web

/// The second factor and the scopes of tokens over HTTP, on pages and on the command line.
@Suite("The second factor over HTTP", .province, .serialized, .timeLimit(.minutes(30)))
struct FactorRouteTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }

    private func signIn(_ username: String) async throws -> APIAnswer {
        try await api.send(.post, "/api/v1/session", as: nil, ["username": .string(username), "password": .string(province.password)])
    }

    /// Sends a code of now; on a machine so slow that it is over when it arrives, the next.
    private func sendingCodes<R>(of secret: String, _ send: (String) async throws -> R, while isWrong: (R) -> Bool) async throws -> R {
        let totp = TOTP(secret: Base32Reader.bytes(secret))
        for _ in 0..<5 {
            let answer = try await send(totp.code(TOTP.step(at: .now)))
            if !isWrong(answer) { return answer }
        }
        return try await send(totp.code(TOTP.step(at: .now)))
    }

    @Test("whoever must enrol gets in to that alone, enrols, and signs in with a code from then on")
    func wholeWay() async throws {
        let (role, tenant) = (Role.unitCoordinator, "district_102")
        let username = province.seat(role, in: tenant).username
        try await province.requires(role)
        let first = try await signIn(username)
        #expect(first.status == 201)
        let half = try #require(Token(first.text("token")))
        for path in ["/api/v1/session", "/api/v1/tenants/\(tenant)/units", "/api/v1/tokens"] {
            let shut = try await api.send(.get, path, as: half)
            #expect((shut.status, shut.code) == (403, "factor-needed"))
            #expect(shut.text("detail").contains("Xác thực hai lớp"))
        }
        let state = try await api.send(.get, "/api/v1/session/factor", as: half)
        #expect((state.text("asked"), state.text("mustEnrol"), state.json.members("confirmedAt")) == ("true", "true", .null))
        #expect(try await api.send(.post, "/api/v1/session/factor", as: half, ["password": "sai"]).faults == ["$.password"])
        let begun = try await api.send(.post, "/api/v1/session/factor", as: half, ["password": .string(province.password)])
        #expect(begun.status == 201 && begun.text("uri").hasPrefix("otpauth://totp/ThiDua:"))
        let secret = begun.text("secret")
        #expect(begun.text("uri").contains("secret=\(secret)&"))
        let confirmed = try await sendingCodes(of: secret) { code in
            try await api.send(.post, "/api/v1/session/factor/confirmation", as: half, ["code": .string(code)])
        } while: {
            $0.code == "wrong-code"
        }
        #expect(confirmed.status == 201 && confirmed.list("recoveryCodes").count == 10)
        #expect(confirmed.headers[.setCookie]?.contains("HttpOnly") == true)
        #expect(try await api.send(.get, "/api/v1/session", as: half).status == 401)
        let token = try #require(Token(confirmed.text("token")))
        #expect(try await api.send(.get, "/api/v1/session", as: token).status == 200)

        let second = try await signIn(username)
        #expect(second.status == 202 && second.text("step").hasPrefix("tds_") && second.headers[.setCookie] == nil)
        let step = second.text("step")
        // It opens nothing.
        let forged = try #require(Token("tdx_" + step.dropFirst(4)))
        #expect(try await api.send(.get, "/api/v1/session", as: forged).status == 401)
        let wrong = try await api.send(.post, "/api/v1/session/code", as: nil, ["step": .string(step), "code": "AAAA-AAAA-AAAA"])
        #expect((wrong.status, wrong.code) == (422, "wrong-code"))
        guard case .string(let recovery) = confirmed.list("recoveryCodes")[0] else { return }
        let body: JSONValue = ["step": .string(step), "code": .string(recovery)]
        let opened = try await api.send(.post, "/api/v1/session/code", as: nil, body)
        #expect(opened.status == 201 && opened.json.members("post").member("role") == role.rawValue)
        let again = try await api.send(.post, "/api/v1/session/code", as: nil, body)
        #expect((again.status, again.code) == (401, "step-over"))

        let person = province.person(of: role, in: tenant)
        let path = "/api/v1/tenants/\(tenant)/people/\(person)/account"
        let admin = province.token(of: .tenantAdmin, in: tenant)
        #expect(try await api.send(.get, path, as: admin).text("secondFactor") == "true")
        let bare = try await api.send(.post, path + "/factor-reset", as: admin, ["reason": " "])
        #expect(bare.faults == ["$.reason"])
        let reset = try await api.send(.post, path + "/factor-reset", as: admin, ["reason": "mất điện thoại"])
        #expect(reset.text("secondFactor") == "false")
        #expect(try await api.send(.get, "/api/v1/session", as: token).status == 401)
        #expect(try await api.send(.post, path + "/factor-reset", as: admin, ["reason": "x"]).code == "no-factor")
        #expect(try await signIn(username).status == 201)
        try await province.requires(role, false)
    }

    @Test("a token that does not name the deed of a route is told which is missing")
    func scopes() async throws {
        let session = try #require(Token(try await signIn(province.seat(.tenantAdmin, in: "district_101").username).text("token")))
        let opened = try await api.send(.post, "/api/v1/tokens", as: session, ["label": "x"])
        let token = try #require(Token(opened.text("token")))
        #expect(opened.list("scopes").contains("directory.read") && !opened.list("scopes").contains("directory.manage"))
        let path = "/api/v1/tenants/district_101"
        #expect(try await api.send(.get, path + "/units", as: token).status == 200)
        let person: JSONValue = ["fullName": "Nguyễn Văn An", "kind": "cong_chuc", "activeFrom": "2023-01-01"]
        let refused = try await api.send(.post, path + "/people", as: token, person)
        #expect((refused.status, refused.code) == (403, "scope-missing"))
        #expect(refused.text("detail").contains("directory.manage"))
        #expect(try await api.send(.post, path + "/people", as: session, person).status == 201)
        // One's own sessions are ended by who may say so.
        #expect(try await api.send(.delete, "/api/v1/tokens", as: token).code == "scope-missing")
        let fault = try await api.send(.post, "/api/v1/tokens", as: session, ["label": "x", "scopes": ["campaign.launch", "x"]])
        #expect(fault.status == 422 && Set(fault.faults) == ["$.scopes"])
    }

    // MARK: - Pages

    @Test("on its pages: led to the enrolment, the key shown once, the codes shown once, the code asked for at the next sign-in")
    func pages() async throws {
        let (role, tenant) = (Role.clerk, "dept_ttt")
        let username = province.seat(role, in: tenant).username
        try await province.requires(role)
        let signedIn = try await page("/sign-in", "username=\(username)&password=\(province.password)", cookie: "")
        let half = cookie(signedIn.headers)
        #expect(signedIn.status == .seeOther && !half.isEmpty)
        let home = try await province.call(.get, "/", headers: [.cookie: half])
        #expect(home.headers[.location] == "/second-factor")
        let own = try await province.call(.get, "/second-factor", headers: [.cookie: half])
        #expect(own.status == .ok && own.body.contains("phải xác thực hai lớp") && own.body.contains("Đăng xuất"))
        let begun = try await province.submit("/second-factor/begin", "password=\(province.password)", of: own.body, cookie: half)
        let secret = try #require(begun.body.firstMatch(of: /<code>([A-Z2-7]{32})<\/code>/)).output.1
        let wrong = try await province.submit("/second-factor/confirm", "code=1", of: begun.body, cookie: half)
        #expect(wrong.status == .unprocessableContent && !wrong.body.contains(secret) && wrong.body.contains("name=\"code\""))
        #expect(begun.body.contains("<svg") && !wrong.body.contains("<svg"))
        let done = try await sendingCodes(of: String(secret)) { code in
            try await province.submit("/second-factor/confirm", "code=\(code)", of: begun.body, cookie: half)
        } while: {
            $0.status == .unprocessableContent
        }
        let codes = done.body.matches(of: /<code>([A-Z2-7-]{14})<\/code>/).map { String($0.output.1) }
        #expect(done.status == .ok && codes.count == 10)
        let whole = cookie(done.headers)
        #expect(try await province.call(.get, "/sessions", headers: [.cookie: whole]).status == .ok)
        #expect(try await province.call(.get, "/sessions", headers: [.cookie: half]).headers[.location] == "/sign-in")
        let mine = try await province.call(.get, "/second-factor", headers: [.cookie: whole])
        #expect(mine.body.contains("Còn 10 mã dự phòng"))

        let asked = try await page("/sign-in", "username=\(username)&password=\(province.password)", cookie: "")
        #expect(asked.status == .ok && asked.headers[.setCookie] == nil && asked.body.contains("Nhập mã xác thực"))
        let step = try #require(asked.body.firstMatch(of: /name="step" value="(tds_[^"]+)"/)).output.1
        let refused = try await page("/sign-in/code", "step=\(step)&post=&code=AAAA-AAAA-AAAA", cookie: "")
        #expect(refused.status == .unprocessableContent && refused.body.contains("Mã không đúng"))
        let open = try await page("/sign-in/code", "step=\(step)&post=&code=\(codes[0])", cookie: "")
        #expect(open.status == .seeOther && open.headers[.location] == "/")
        #expect(try await province.call(.get, "/sessions", headers: [.cookie: cookie(open.headers)]).status == .ok)
        let over = try await page("/sign-in/code", "step=\(step)&post=&code=\(codes[1])", cookie: "")
        #expect(over.status == .unauthorized && over.body.contains("đã quá 5 phút"))
        try await province.requires(role, false)
    }

    private func page(_ path: String, _ form: String, cookie: String) async throws -> (
        status: HTTPResponse.Status, headers: HTTPFields, body: String
    ) {
        try await province.call(
            .post, path, headers: [.cookie: cookie, .fetchSite: "same-origin", .contentType: FormBody.mediaType], body: form)
    }

    private func cookie(_ headers: HTTPFields) -> String {
        headers[.setCookie]?.split(separator: ";").first.map(String.init) ?? ""
    }

    // MARK: - Commands

    @Test("on the command line: the policy, the enrolment, the code, and the reset")
    func commands() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "thidua-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "token").path
        let username = province.seat(.councilMember).username
        func run(_ arguments: [String], input: String = "") async throws -> Executable.Outcome {
            try await Executable.run(arguments, environment: ["DATABASE_URL": province.url], input: input)
        }
        let required = try await run(["account", "require-factor", "council_member", "--reason", "thử"])
        #expect(required.code == 0 && required.output.contains("bắt buộc"), "\(required.errors)")
        let password = province.password + "\n"
        let first = try await run(["sign-in", "--username", username, "--token-file", file], input: password)
        #expect(first.code == 0 && first.errors.contains("thidua factor begin"), "\(first.errors)")
        let shut = try await run(["whoami", "--token-file", file])
        #expect(shut.code == 4 && shut.errors.contains("xác thực hai lớp"))
        let begun = try await run(["factor", "begin", "--token-file", file, "--output", "json"], input: password)
        let secret = try #require(begun.output.firstMatch(of: /"secret":\s*"([A-Z2-7]+)"/)).output.1
        let confirmed = try await sendingCodes(of: String(secret)) { code in
            try await run(["factor", "confirm", "--code", code, "--token-file", file, "--output", "json"])
        } while: {
            $0.code != 0
        }
        let recovery = try #require(confirmed.output.firstMatch(of: /[A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4}/)).output
        #expect(try await run(["whoami", "--token-file", file]).code == 0)
        let second = try await run(["sign-in", "--username", username, "--token-file", file], input: password + recovery + "\n")
        #expect(second.code == 0, "\(second.errors)")
        let state = try await run(["factor", "show", "--token-file", file, "--output", "json"])
        #expect(state.output.contains("\"recoveryCodesLeft\"") && state.output.contains("recovery"))
        let used = try await run(["sign-in", "--username", username, "--code", String(recovery), "--token-file", file], input: password)
        #expect(used.code == 1 && used.errors.contains("đã dùng"))
        #expect(try await run(["account", "reset-factor", username, "--reason", "mất điện thoại"]).code == 0)
        #expect(try await run(["whoami", "--token-file", file]).code == 4)
        #expect(try await run(["account", "reset-factor", username, "--reason", "x"]).code == 3)
        #expect(try await run(["account", "waive-factor", "council_member", "--reason", "thử xong"]).code == 0)
        #expect(try await run(["account", "token-days", "400"]).code == 1)
        #expect(try await run(["account", "token-days", "366"]).code == 0)
    }

    // MARK: - The document

    @Test("the document offers an Idempotency-Key on the routes that keep one, and on no other")
    func idempotencyKeys() async throws {
        let withoutKeys: Set = [
            "factor.begin", "factor.confirm", "factor.codes", "accounts.factor-reset", "tokens.open", "session.switch", "password.change",
            "accounts.open", "accounts.reset", "accounts.disable", "accounts.enable", "ledger.check", "province-ledger.check",
            "council.cast", "provincial-council.cast", "awards.import", "province-awards.import",
        ]
        let changing = APIRoutes.all.filter { $0.access == .officer && [.post, .patch].contains($0.method) }
        #expect(Set(changing.filter { !$0.takesIdempotencyKey }.map(\.name)) == withoutKeys)
        // Seen from outside: the same key twice makes two links, and one person.
        let admin = province.token(of: .tenantAdmin, in: "dept_snv")
        let key: HTTPFields = [.idempotencyKey: "hai-lan"]
        let path = "/api/v1/tenants/dept_snv/people"
        let person: JSONValue = ["fullName": "Nguyễn Văn An", "kind": "cong_chuc", "activeFrom": "2023-01-01"]
        let people = [
            try await api.send(.post, path, as: admin, person, headers: key),
            try await api.send(.post, path, as: admin, person, headers: key),
        ]
        #expect(people[0].text("id") == people[1].text("id"))
        let reset = path + "/\(province.person(of: .clerk, in: "dept_snv"))/account/reset"
        let links = [try await api.send(.post, reset, as: admin, headers: key), try await api.send(.post, reset, as: admin, headers: key)]
        #expect(links.allSatisfy { $0.status == 201 } && links[0].text("link") != links[1].text("link"))
    }
}

/// RFC 4648, as an authenticator reads its key.
private enum Base32Reader {
    static func bytes(_ text: String) -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var (bits, count, bytes): (UInt32, UInt32, [UInt8]) = (0, 0, [])
        for character in text {
            bits = bits << 5 | UInt32(alphabet.firstIndex(of: character) ?? 0)
            count += 5
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> count))
            }
        }
        return bytes
    }
}

extension Province {
    /// As the operator says it.
    fileprivate func requires(_ role: Role, _ required: Bool = true) async throws {
        let desk = try OperatorDesk(database: url, home: RepositoryPaths.root, logger: .init(label: "tests"))
        _ = try await desk.requireFactor(of: role, required, reason: "thử")
    }
}
