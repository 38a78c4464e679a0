import API
import Domain
import FoundationEssentials
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import TestSupport
import Testing
import Web

/// On every route that takes JSON or a query: what it does not know is refused by name, and what is said twice is refused.
@Suite("What a request may not say", .province, .serialized, .timeLimit(.minutes(30)))
struct RefusedByNameTests {
    private let province = Province.current

    /// Routes whose body is an object with known members.
    static let taking = APIRoutes.all.filter { $0.properties != nil }.map(\.name)
    static let asking = APIRoutes.all.filter { !$0.query.isEmpty }.map(\.name)

    @Test("members of a row that the body does not have are each refused by name", arguments: taking)
    func massAssignment(_ name: String) async throws {
        let route = try #require(APIRoutes.all.first { $0.name == name })
        let known = Set((route.properties ?? []).map(\.name))
        let extra = RequestForge.massAssignment.filter { !known.contains($0) }
        let members = extra.map { "\"\($0)\":\"0192a000-0000-7000-8000-00000000abcd\"" }.joined(separator: ",")
        let sample = String(decoding: route.sampleBody, as: UTF8.self)
        let answer = try await ask(route, body: "{" + members + (sample == "{}" ? "" : ",") + sample.dropFirst())
        #expect(answer.status == .unprocessableContent, "\(answer.body)")
        for member in extra { #expect(answer.body.contains("\"$.\(member)\""), "\(member) was not named: \(answer.body)") }
        // The control: without them nothing of the kind is said.
        let plain = try await ask(route, body: sample)
        for member in extra { #expect(!plain.body.contains("\"$.\(member)\"")) }
    }

    @Test("a member that is said twice is refused, also when it is spelled in two ways", arguments: taking)
    func duplicateKeys(_ name: String) async throws {
        let route = try #require(APIRoutes.all.first { $0.name == name })
        guard let member = route.properties?.first?.name, let first = member.unicodeScalars.first else { return }
        let escaped = "\\u00" + String(first.value, radix: 16) + member.dropFirst()
        for other in [member, escaped] {
            let answer = try await ask(route, body: "{\"\(member)\":null,\"\(other)\":null}")
            #expect(answer.status == .unprocessableContent)
            #expect(answer.body.contains(member), "\(answer.body)")
            let once = try await ask(route, body: "{\"\(member)\":null}")
            #expect(once.body != answer.body, "the control: once is something else than twice")
        }
    }

    @Test("a query parameter that is said twice is refused by name", arguments: asking)
    func pollution(_ name: String) async throws {
        let route = try #require(APIRoutes.all.first { $0.name == name })
        for parameter in route.query {
            for pair in ["\(parameter.name)=1&\(parameter.name)=1", "\(parameter.name)=&\(parameter.name)=district_102"] {
                let answer = try await ask(route, query: "?" + pair)
                #expect(answer.status == .unprocessableContent, "\(pair): \(answer.body)")
                #expect(answer.body.contains("\"?\(parameter.name)\""), "\(answer.body)")
            }
        }
    }

    @Test("headers that a proxy would set change nothing", arguments: APIRoutes.all.map(\.name))
    func forwarding(_ name: String) async throws {
        let route = try #require(APIRoutes.all.first { $0.name == name })
        // Repeatable by itself: a change that happens once would differ the second time.
        guard route.method == .get else { return }
        var forged: HTTPFields = [:]
        for (name, value) in RequestForge.forwarding { forged[try #require(HTTPField.Name(name))] = value }
        let plain = try await ask(route)
        #expect(try await ask(route, headers: forged) == plain)
        let unsigned = try await ask(route, signed: false)
        #expect(try await ask(route, headers: forged, signed: false) == unsigned)
        #expect(plain != unsigned || route.access == .open, "the control: who asks does make a difference")
    }

    @Test("a forged host does not make a foreign page our own, and two credentials are none")
    func originAndCredentials() async throws {
        let route = try #require(APIRoutes.all.first { $0.name == "people.add" })
        let cookie = "thidua=\(province.token(of: .tenantAdmin, in: "district_101").text)"
        let host = try #require(HTTPField.Name("X-Forwarded-Host"))
        let foreign = try await ask(
            route, body: "{}", headers: [.cookie: cookie, .origin: "https://evil.example", host: "evil.example"], signed: false)
        #expect(foreign.status == .forbidden)
        var twice: HTTPFields = [:]
        for tenant in ["district_101", "district_102"] {
            twice.append(HTTPField(name: .authorization, value: "Bearer \(province.token(of: .tenantAdmin, in: tenant).text)"))
        }
        let show = try #require(APIRoutes.all.first { $0.name == "session.show" })
        #expect(try await ask(show, headers: twice, signed: false).status == .unauthorized)
    }

    // MARK: - Asking

    private struct Answer: Equatable {
        let status: HTTPResponse.Status
        let body: String
    }

    private func ask(
        _ route: Route, query: String = "", body: String = "", headers: HTTPFields = [:], signed: Bool = true
    ) async throws -> Answer {
        let path = route.parameterNames.reduce(route.path) { path, name in
            let value = name == "tenant" ? "district_101" : name == "campaign" ? "KH-77" : "0192a000-0000-7000-8000-00000000abcd"
            return path.replacing("{\(name)}", with: value)
        }
        var headers = headers
        if route.versioned { headers[.ifMatch] = "\"1\"" }
        let answer = try await province.call(
            route.method, path + query, token: signed ? province.token(of: .tenantAdmin, in: "district_101") : nil, headers: headers,
            body: body)
        let parts = answer.body.split(separator: #""instance":"#, maxSplits: 1)
        return Answer(status: answer.status, body: String(parts.first ?? ""))
    }
}

extension Route {
    /// The members of the JSON object that it takes; nil where it takes none or whatever members there are.
    var properties: [Schema.Property]? {
        switch takes {
        case .json(.object(let properties)), .json(.named(_, let properties)): properties.isEmpty ? nil : properties
        default: nil
        }
    }
}
