import Domain
import HTTPTypes
import Operations
import TestSupport
import Testing
import Web

/// A delegation over HTTP and on its pages, from giving to revoking.
@Suite("Delegations over HTTP", .province(opening: 4), .timeLimit(.minutes(30)))
struct DelegationRouteTests {
    let province = Province.current
    private var api: APICaller { APICaller(province) }

    private func body(_ district: String, scope: [JSONValue] = ["item.rule"]) -> JSONValue {
        [
            "delegatePost": .string(province.post(of: .unitCoordinator, in: district).description), "form": "tl", "scope": .array(scope),
            "validTo": "2023-07-31", "reason": "Thủ trưởng đi công tác",
        ]
    }

    @Test("given once by key, acted under, shown on whoami, and ended at once by its revocation")
    func wholeWay() async throws {
        let district = try await province.freshDistrict()
        let head = province.token(of: .unitHead, in: district)
        let path = "/api/v1/tenants/\(district)/delegations"
        let key: HTTPFields = [HTTPField.Name("Idempotency-Key")!: "giao-1"]
        let given = try await api.send(.post, path, as: head, body(district), headers: key)
        #expect(given.status == 201 && given.version == "\"1\"", "\(given.json)")
        #expect(try await api.send(.post, path, as: head, body(district), headers: key).text("id") == given.text("id"))
        #expect(try await api.send(.post, path, as: head, body(district)).code == "delegation-there")
        #expect(try await api.send(.get, path + "?inForceOn=2023-06-20", as: province.token(of: .clerk, in: district)).items.count == 1)

        let session = try await api.send(
            .post, "/api/v1/session", as: nil,
            ["username": .string(province.seat(.unitCoordinator, in: district).username), "password": .string(province.password)])
        let own = try #require(Token(session.text("token")))
        let choice = try await api.send(.get, "/api/v1/session", as: own)
        #expect(choice.list("delegations").map { $0.member("id") } == [given.text("id")])
        let acting = try await api.send(.post, "/api/v1/session/delegation", as: own, ["delegation": .string(given.text("id"))])
        #expect(acting.status == 201, "\(acting.json)")
        let token = try #require(Token(acting.text("token")))
        let me = try await api.send(.get, "/api/v1/session", as: token)
        #expect(me.json.members("delegation").member("signature").hasPrefix("TL. "))
        #expect(me.list("actions") == ["item.rule"])
        #expect(try await api.send(.get, "/api/v1/session", as: own).status == 401)

        let end = path + "/\(given.text("id"))/revocation"
        #expect(try await api.send(.post, end, as: head, ["reason": "x"]).status == 428)
        #expect(try await api.send(.post, end, as: head, ["reason": "x"], version: "\"7\"").status == 412)
        let ended = try await api.send(.post, end, as: head, ["reason": "đã về"], version: "\"1\"")
        #expect(ended.status == 200 && ended.text("revokedReason") == "đã về")
        #expect(try await api.send(.get, "/api/v1/session", as: token).status == 401)
    }

    @Test("a stranger's delegation is not among one's choices, like one that is not there")
    func foreign() async throws {
        let (mine, other) = (try await province.freshDistrict(), try await province.freshDistrict())
        let given = try await api.send(
            .post, "/api/v1/tenants/\(other)/delegations", as: province.token(of: .unitHead, in: other), body(other))
        #expect(given.status == 201)
        let token = province.token(of: .unitCoordinator, in: mine)
        var answers: [APIAnswer] = []
        for id in [given.text("id"), "0192a000-0000-7000-8000-00000000abcd"] {
            answers.append(try await api.send(.post, "/api/v1/session/delegation", as: token, ["delegation": .string(id)]))
        }
        #expect(answers.map(\.status) == [422, 422])
        #expect(answers[0].list("errors") == answers[1].list("errors"))
    }

    @Test("the pages offer the choice, give, and revoke")
    func pages() async throws {
        let district = try await province.freshDistrict()
        func cookie(_ role: Role) async throws -> String {
            let answer = try await province.call(
                .post, "/sign-in", headers: [.contentType: "application/x-www-form-urlencoded", .fetchSite: "same-origin"],
                body: "username=\(province.seat(role, in: district).username)&password=\(province.password)")
            return answer.headers[.setCookie]?.split(separator: ";").first.map(String.init) ?? ""
        }
        let head = try await cookie(.unitHead)
        let page = try await province.call(.get, "/delegations", headers: [.cookie: head])
        #expect(page.body.contains("Giao việc"))
        let fields =
            "post=\(province.post(of: .unitHead, in: district))&delegatePost=\(province.post(of: .clerk, in: district))&kind=tl&scope.item.rule=1&validTo=2023-07-31&reason=x"
        #expect(try await province.submit("/delegations", fields, of: page.body, cookie: head).status == .seeOther)

        let clerk = try await cookie(.clerk)
        let choice = try await province.call(.get, "/acting", headers: [.cookie: clerk])
        #expect(choice.body.contains("TL. UNIT_HEAD"))
        let id = try #require(choice.body.firstMatch(of: /name="delegation" value="([0-9a-f-]+)"/)?.output.1)
        let acting = try await province.submit("/acting/delegation", "delegation=\(id)", of: choice.body, cookie: clerk)
        #expect(acting.status == .seeOther)
        let changed = try #require(acting.headers[.setCookie]?.split(separator: ";").first.map(String.init))
        let home = try await province.call(.get, "/acting", headers: [.cookie: changed])
        #expect(home.body.contains("đang làm việc") && home.body.contains("TL. UNIT_HEAD"))

        let list = try await province.call(.get, "/delegations", headers: [.cookie: head])
        let revoked = try await province.submit("/delegations/\(id)/revoke", "version=1&reason=x", of: list.body, cookie: head)
        #expect(revoked.status == .seeOther)
        #expect(try await province.call(.get, "/acting", headers: [.cookie: changed]).headers[.location] == "/sign-in")
    }
}
