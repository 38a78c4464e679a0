import Domain
import HTTPTypes
import Operations
import TestSupport
import Testing

@Suite("Signing in over HTTP", .province(opening: 1), .timeLimit(.minutes(30)))
struct SessionRouteTests {
    let province = Province.current
    private var api: APICaller { APICaller(province) }

    private func signIn(_ role: Role = .clerk, in tenant: String = "district_101") async throws -> APIAnswer {
        try await api.send(
            .post, "/api/v1/session", as: nil,
            ["username": .string(province.seat(role, in: tenant).username), "password": .string(province.password)])
    }

    @Test("gives a token and a cookie, says who one is, and ends")
    func wholeWay() async throws {
        let session = try await signIn()
        #expect(session.status == 201)
        #expect(session.json.members("post").member("tenant") == "district_101")
        #expect(session.list("posts").count == 1)
        let cookie = try #require(session.headers[.setCookie])
        #expect(cookie.hasPrefix("__Host-thidua=tdx_") && cookie.contains("HttpOnly") && cookie.contains("Secure"))
        let token = try #require(Token(session.text("token")))

        let me = try await api.send(.get, "/api/v1/session", as: token)
        #expect(me.status == 200)
        #expect(me.json.members("post").member("role") == "clerk")
        #expect(me.json.members("tenant").member("slug") == "district_101")
        #expect(me.text("today") == province.businessDate.description)

        let byCookie = try await api.send(
            .get, "/api/v1/session", as: nil, headers: [.cookie: String(cookie.prefix { $0 != ";" })])
        #expect(byCookie.json == me.json)

        let out = try await api.send(.delete, "/api/v1/session", as: token)
        #expect(out.status == 204)
        #expect(out.headers[.setCookie]?.contains("Max-Age=0") == true)
        let after = try await api.send(.get, "/api/v1/session", as: token)
        #expect(after.status == 401)
        #expect(after.code == "not-signed-in")
    }

    @Test("a wrong password and an unknown name get the same answer")
    func wrong() async throws {
        let known = try await api.send(
            .post, "/api/v1/session", as: nil,
            ["username": .string(province.seat(.clerk, in: "district_101").username), "password": "sai mat khau"])
        let unknown = try await api.send(.post, "/api/v1/session", as: nil, ["username": "khong.co.ai", "password": "sai mat khau"])
        for answer in [known, unknown] {
            #expect(answer.status == 401)
            #expect(answer.code == "wrong-credentials")
            #expect(answer.faults == ["$.username", "$.password"])
            #expect(answer.headers[.setCookie] == nil)
        }
        #expect(known.text("detail") == unknown.text("detail"))
    }

    @Test(
        "what is missing, doubled, unknown or of the wrong type is named",
        arguments: [
            (#"{}"#, ["$.username", "$.password"]), (#"{"username": 1, "password": "x", "mau": 1}"#, ["$.username", "$.mau"]),
            (#"{"username": "a", "username": "b", "password": "x"}"#, ["$.username"]),
            (#"{"username": "a", "password": "x", "post": "x"}"#, ["$.post"]),
        ])
    func faults(body: String, paths: [String]) async throws {
        let answer = try await api.send(.post, "/api/v1/session", as: nil, text: body)
        #expect(answer.status == 422)
        #expect(answer.faults == paths)
    }

    @Test("a foreign page cannot sign its visitor in")
    func foreignOrigin() async throws {
        let body: JSONValue = [
            "username": .string(province.seat(.clerk, in: "district_101").username), "password": .string(province.password),
        ]
        for headers: HTTPFields in [[HTTPField.Name("Sec-Fetch-Site")!: "cross-site"], [.origin: "https://xau.example"]] {
            let answer = try await api.send(.post, "/api/v1/session", as: nil, body, headers: headers)
            #expect(answer.status == 403)
            #expect(answer.headers[.setCookie] == nil)
        }
    }

    @Test("a post that is not the account's is refused, at sign-in and at a change of post")
    func foreignPost() async throws {
        let post = JSONValue.string(province.post(of: .chairman).description)
        let answer = try await api.send(
            .post, "/api/v1/session", as: nil,
            ["username": .string(province.seat(.clerk, in: "district_101").username), "password": .string(province.password), "post": post])
        #expect(answer.status == 422)
        #expect(answer.faults == ["$.post"])
        let token = try #require(Token(try await signIn().text("token")))
        let change = try await api.send(.post, "/api/v1/session/post", as: token, ["post": post])
        #expect(change.status == 422)
        #expect(try await api.send(.get, "/api/v1/session", as: token).status == 200)
    }

    @Test("another post of the account is another session in place of the first")
    func switching() async throws {
        let district = try await province.freshDistrict()
        let admin = province.token(of: .tenantAdmin, in: district)
        let path = "/api/v1/tenants/\(district)"
        let person = try await api.send(.post, path + "/people", as: admin, ["fullName": "Nguyễn Văn An", "kind": "cong_chuc"]).text("id")
        for role in ["clerk", "unit_head"] {
            let given = try await api.send(
                .post, path + "/posts", as: admin,
                ["person": .string(person), "role": .string(role), "title": "Chuyên viên", "leaderRank": "direct_worker"])
            #expect(given.status == 201)
        }
        let opened = try await api.send(.post, path + "/people/\(person)/account", as: admin, ["username": .string("\(district).an")])
        #expect(opened.status == 201)
        let account: JSONValue = ["username": .string("\(district).an"), "password": "bon con ga vang"]
        let set = try await api.send(
            .post, "/api/v1/password", as: nil, ["link": .string(opened.text("link")), "password": "bon con ga vang"])
        #expect(set.text("username") == "\(district).an")
        let session = try await api.send(.post, "/api/v1/session", as: nil, account)
        #expect(session.list("posts").map { $0.member("role") } == ["unit_head", "clerk"])
        let token = try #require(Token(session.text("token")))
        let other = try await api.send(
            .post, "/api/v1/session/post", as: token, ["post": .string(session.list("posts")[1].member("id"))])
        #expect(other.status == 201)
        #expect(try await api.send(.get, "/api/v1/session", as: token).status == 401)
        let fresh = try #require(Token(other.text("token")))
        #expect(try await api.send(.get, "/api/v1/session", as: fresh).json.members("post").member("role") == "clerk")
    }

    @Test("tokens are made from a session, listed without the token, and ended")
    func tokens() async throws {
        let session = try #require(Token(try await signIn().text("token")))
        let opened = try await api.send(
            .post, "/api/v1/tokens", as: session, ["label": "báo cáo", "days": 7, "scopes": ["own.use", "item.read"]])
        #expect(opened.status == 201)
        #expect(opened.list("scopes") == ["own.use", "item.read"])
        let token = try #require(Token(opened.text("token")))
        let list = try await api.send(.get, "/api/v1/tokens", as: token)
        let row = try #require(list.items.first { $0.member("id") == opened.text("id") })
        #expect((row.member("kind"), row.member("label"), row.member("token")) == ("token", "báo cáo", ""))
        #expect(row.member("prefix") == String(token.text.prefix(8)) && row.members("scopes") == ["own.use", "item.read"])
        let again = try await api.send(.post, "/api/v1/tokens", as: token, ["label": "nữa"])
        #expect(again.status == 403)
        #expect(again.code == "session-needed")
        let fault = try await api.send(.post, "/api/v1/tokens", as: session, ["label": " ", "days": 0])
        #expect(fault.faults == ["$.label", "$.days"])
        let others = try #require(Token(try await signIn(.unitHead).text("token")))
        #expect(try await api.send(.delete, "/api/v1/tokens/\(opened.text("id"))", as: others).status == 404)
        #expect(try await api.send(.delete, "/api/v1/tokens/\(opened.text("id"))", as: session).status == 204)
        #expect(try await api.send(.get, "/api/v1/tokens", as: token).status == 401)
    }
}
