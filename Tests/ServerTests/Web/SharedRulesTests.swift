import API
import Console
import Domain
import FoundationEssentials
import HTTPTypes
import Hummingbird
import Server
import TestSupport
import Testing
import Web

/// What holds on every route alike: refusals, headers, repetition, origin.
@Suite("Rules that all routes share", .province, .timeLimit(.minutes(30)))
struct SharedRulesTests {
    private let province = Province.current
    private var admin: Token { province.token(of: .tenantAdmin, in: "district_101") }

    static let officers = APIRoutes.all.filter { $0.access == .officer }.map(\.name)

    @Test("without a token every officer's route answers 401 as a problem document", arguments: officers)
    func unsigned(_ name: String) async throws {
        let route = try #require(APIRoutes.all.first { $0.name == name })
        let path = route.parameterNames.reduce(route.path) { $0.replacing("{\($1)}", with: "x") }
        let answer = try await province.call(route.method, path)
        #expect(answer.status == .unauthorized)
        #expect(answer.headers[.contentType]?.hasPrefix("application/problem+json") == true)
        #expect(answer.body.contains("\"code\":\"not-signed-in\""))
    }

    @Test("route names and paths are unique, and the router knows exactly the routes of the table")
    func parity() throws {
        let all = APIRoutes.all
        #expect(Set(all.map(\.name)).count == all.count)
        #expect(Set(all.map { "\($0.method) \($0.path)" }).count == all.count)
        let routed = Set(buildRouter(province.backend).routes.map { "\($0.method) \($0.path)" }.filter { $0.contains("/api/v1") })
        #expect(routed == Set(all.map { "\($0.method) \($0.path)" }))
    }

    @Test("the OpenAPI document names every route, and nothing else")
    func document() async throws {
        let answer = try await province.call(.get, "/api/openapi.json")
        #expect(answer.status == .ok)
        let document = try StrictJSON.parse(Array(answer.body.utf8))
        guard case .object(let root) = document, case .object(let paths)? = root["paths"] else {
            Issue.record("no paths")
            return
        }
        var named: Set<String> = []
        for (path, methods) in paths.members {
            guard case .object(let operations) = methods else { continue }
            for (method, _) in operations.members { named.insert("\(method.uppercased()) \(path)") }
        }
        #expect(named == Set(APIRoutes.all.map { "\($0.method) \($0.path)" }))
    }

    @Test("an unknown path, an unknown query parameter and a repeated one are refused by name")
    func unknown() async throws {
        #expect(try await province.call(.get, "/api/v1/nothing", token: admin).status == .notFound)
        let odd = try await province.call(.get, "/api/v1/tenants/district_101/units?colour=red", token: admin)
        #expect(odd.status == .unprocessableContent)
        #expect(odd.body.contains("?colour"))
        #expect(
            try await province.call(.get, "/api/v1/tenants/district_101/units?limit=1&limit=2", token: admin).status
                == .unprocessableContent)
        #expect(try await province.call(.get, "/api/v1/tenants/district_101/units?cursor=zz", token: admin).body.contains("?cursor"))
    }

    @Test("a body with a duplicate key, an unknown member or a wrong type is answered with every fault at once")
    func faults() async throws {
        let twice = try await province.call(
            .post, "/api/v1/tenants/district_101/people", token: admin, body: #"{"fullName":"a","fullName":"b"}"#)
        #expect(twice.status == .unprocessableContent)
        let many = try await province.call(.post, "/api/v1/tenants/district_101/people", token: admin, body: #"{"fullName":1,"colour":2}"#)
        #expect(many.body.contains("$.fullName") && many.body.contains("$.colour"))
        #expect(
            try await province.call(.post, "/api/v1/tenants/district_101/people", token: admin, body: "nope").status
                == .unprocessableContent)
    }

    @Test("every answer carries the security headers")
    func headers() async throws {
        for path in ["/livez", "/sign-in", "/api/v1/tenants", "/nothing"] {
            let answer = try await province.call(.get, path)
            #expect(answer.headers[.xContentTypeOptions] == "nosniff", "\(path)")
            #expect(answer.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
            #expect(answer.headers[.cacheControl] != nil)
        }
    }

    // MARK: - Repetition

    private let person = #"{"fullName":"Người lặp lại","kind":"cong_chuc","activeFrom":"2023-01-01"}"#

    @Test("the same request with the same key is done once and shown twice; another request with the key is refused")
    func repetition() async throws {
        let key: HTTPFields = [.idempotencyKey: "lap-\(UUID().uuidString)"]
        let path = "/api/v1/tenants/district_101/people"
        let first = try await province.call(.post, path, token: admin, headers: key, body: person)
        let second = try await province.call(.post, path, token: admin, headers: key, body: person)
        #expect(first.status == .created, "\(first.body)")
        #expect(second.status == .created)
        #expect(first.body == second.body)
        let other = try await province.call(.post, path, token: admin, headers: key, body: person.replacing("lặp", with: "khác"))
        #expect(other.status == .unprocessableContent)
        #expect(other.body.contains("idempotency-key-reused"))
        let free = try await province.call(.post, path, token: admin, body: person)
        #expect(free.body != first.body)
    }

    @Test("a refused request keeps nothing: the key may be used again")
    func refusedKeepsNothing() async throws {
        let key: HTTPFields = [.idempotencyKey: "hong-\(UUID().uuidString)"]
        let path = "/api/v1/tenants/district_101/people"
        #expect(try await province.call(.post, path, token: admin, headers: key, body: "{}").status == .unprocessableContent)
        #expect(try await province.call(.post, path, token: admin, headers: key, body: person).status == .created)
    }

    @Test("the same request many times at once is done once")
    func atOnce() async throws {
        let key: HTTPFields = [.idempotencyKey: "cung-luc-\(UUID().uuidString)"]
        let (province, admin, person) = (province, admin, person)
        let bodies = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<6 {
                group.addTask {
                    try await province.call(.post, "/api/v1/tenants/district_101/people", token: admin, headers: key, body: person).body
                }
            }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(bodies.count == 1, "\(bodies)")
    }

    // MARK: - Origin

    @Test("a change that comes with a cookie from a foreign page is refused; from our own it passes")
    func origin() async throws {
        let cookie = "thidua=\(admin.text)"
        let path = "/api/v1/tenants/district_101/people"
        let foreign = try await province.call(.post, path, headers: [.cookie: cookie, .fetchSite: "cross-site"], body: person)
        #expect(foreign.status == .forbidden)
        let foreignOrigin = try await province.call(.post, path, headers: [.cookie: cookie, .origin: "https://evil.example"], body: person)
        #expect(foreignOrigin.status == .forbidden)
        let own = try await province.call(.post, path, headers: [.cookie: cookie, .fetchSite: "same-origin"], body: person)
        #expect(own.status == .created)
    }
}
