import Domain
import HTTPTypes
import Operations
import TestSupport
import Testing
import Web

@Suite("Accounts and sessions over HTTP", .province(opening: 1), .timeLimit(.minutes(30)))
struct AccountRouteTests {
    let province = Province.current
    private var api: APICaller { APICaller(province) }

    private func signIn(_ username: String, _ password: String) async throws -> APIAnswer {
        try await api.send(.post, "/api/v1/session", as: nil, ["username": .string(username), "password": .string(password)])
    }

    @Test("an account is opened, reset, disabled and enabled by links and words, never by a password of another's choice")
    func life() async throws {
        let district = try await province.freshDistrict()
        let admin = province.token(of: .tenantAdmin, in: district)
        let path = "/api/v1/tenants/\(district)"
        let person = try await api.send(
            .post, path + "/people", as: admin, ["fullName": "Nguyễn Văn An", "kind": "cong_chuc", "activeFrom": "2023-01-01"]
        ).text("id")
        _ = try await api.send(
            .post, path + "/posts", as: admin,
            ["person": .string(person), "role": "clerk", "title": "Văn thư", "leaderRank": "direct_worker"])
        let account = path + "/people/\(person)/account"
        let chosen = try await api.send(
            .post, account, as: admin, ["username": .string("\(district).an"), "password": "bon con ga vang"])
        #expect(chosen.faults == ["$.password"])
        let opened = try await api.send(.post, account, as: admin, ["username": .string("\(district).an")])
        #expect((opened.status, opened.text("hasPassword")) == (201, "false"))
        #expect(opened.text("link").hasPrefix("/set-password/tdl_"))
        let weak = try await api.send(
            .post, "/api/v1/password", as: nil, ["link": .string(opened.text("link")), "password": "NguyenVanAn2023"])
        #expect((weak.status, weak.faults) == (422, ["$.password"]))
        let set = try await api.send(
            .post, "/api/v1/password", as: nil, ["link": .string(opened.text("link")), "password": "bon con ga vang"])
        #expect(set.status == 200)
        let again = try await api.send(
            .post, "/api/v1/password", as: nil, ["link": .string(opened.text("link")), "password": "nam con ga vang"])
        #expect((again.status, again.code) == (404, "link-used"))

        let session = try #require(Token(try await signIn("\(district).an", "bon con ga vang").text("token")))
        let disabled = try await api.send(.post, account + "/disable", as: admin, ["reason": "mất máy tính"])
        #expect((disabled.text("disabled"), disabled.text("disabledReason")) == ("true", "mất máy tính"))
        #expect(try await api.send(.get, "/api/v1/session", as: session).status == 401)
        #expect(try await api.send(.post, account + "/reset", as: admin).code == "account-disabled")
        #expect(try await api.send(.post, account + "/enable", as: admin).text("disabled") == "false")
        #expect(try await api.send(.get, "/api/v1/session", as: session).status == 401)
        let reset = try await api.send(.post, account + "/reset", as: admin)
        #expect(reset.status == 201)
        _ = try await api.send(.post, "/api/v1/password", as: nil, ["link": .string(reset.text("link")), "password": "sau con ga vang"])
        #expect(try await signIn("\(district).an", "bon con ga vang").code == "wrong-credentials")
        #expect(try await signIn("\(district).an", "sau con ga vang").status == 201)
    }

    @Test("one's own password and sessions")
    func own() async throws {
        let username = province.seat(.councilSecretary, in: "district_102").username
        let tokens = [try await signIn(username, province.password), try await signIn(username, province.password)]
            .compactMap { Token($0.text("token")) }
        try #require(tokens.count == 2)
        let list = try await api.send(.get, "/api/v1/tokens", as: tokens[0])
        #expect(list.items.count { $0.member("current") == "true" } == 1)
        let wrong = try await api.send(
            .post, "/api/v1/session/password", as: tokens[0], ["oldPassword": "sai", "newPassword": "bon con ga vang"])
        #expect((wrong.status, wrong.faults) == (422, ["$.oldPassword"]))
        let ended = try await api.send(.delete, "/api/v1/tokens", as: tokens[0])
        #expect((Int(ended.text("ended")) ?? 0) >= 1)
        #expect(try await api.send(.get, "/api/v1/session", as: tokens[1]).status == 401)
        let changed = try await api.send(
            .post, "/api/v1/session/password", as: tokens[0], ["oldPassword": .string(province.password), "newPassword": "bon con ga vang"])
        #expect(changed.status == 204)
        #expect(try await signIn(username, "bon con ga vang").status == 201)
    }

    @Test("who tries too often gets 429 with Retry-After, for a name that is there or not")
    func tooMany() async throws {
        for username in [province.seat(.clerk, in: "dept_ttt").username, "khong.co.ai.ca"] {
            for _ in 0..<6 { #expect(try await signIn(username, "sai mat khau roi").status == 401) }
            let answer = try await signIn(username, "sai mat khau roi")
            #expect((answer.status, answer.code) == (429, "too-many-attempts"))
            #expect(Int(answer.headers[.retryAfter] ?? "") != nil)
        }
    }

    @Test("over TLS only the bound cookie is a session")
    func boundCookie() async throws {
        let token = province.token(of: .clerk, in: "district_101")
        let bound = try await api.send(.get, "/api/v1/session", as: nil, headers: [.cookie: "__Host-thidua=\(token.text)"])
        #expect(bound.status == 200)
        #expect(bound.headers[.strictTransportSecurity] != nil)
        #expect(try await api.send(.get, "/api/v1/session", as: nil, headers: [.cookie: "thidua=\(token.text)"]).status == 401)
    }
}
