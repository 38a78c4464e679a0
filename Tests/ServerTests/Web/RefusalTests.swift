import API
import Console
import Domain
import FoundationEssentials
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Server
import TestSupport
import Testing
import Web

/// What a new user gets wrong, on whatever route: each refusal names the place, and nothing is written.
@Suite("Refusals that all routes share", .province, .timeLimit(.minutes(30)))
struct RefusalTests {
    private let province = Province.current
    private var admin: Token { province.token(of: .tenantAdmin, in: "district_101") }
    private var head: Token { province.token(of: .unitHead, in: "district_101") }

    @Test(
        "NUL and hidden characters in a query or a path are faults that name it",
        arguments: [
            ("/api/v1/tenants/district_101/items?campaign=%00", "?campaign"), ("/api/v1/tenants/district_101/items?sector=a%07", "?sector"),
            ("/api/v1/tenants/district_101/items?content=%E2%80%AE", "?content"),
            ("/api/v1/tenants/district_101/launches?campaign=%00", "?campaign"),
            ("/api/v1/tenants/district_101/overview?campaign=%00", "?campaign"), ("/api/v1/campaigns/a%00b", "{campaign}"),
            ("/api/v1/tenants/district_101/campaigns/%00/launch-monitor", "{campaign}"),
        ])
    func strayInAddress(_ path: String, _ place: String) async throws {
        let answer = try await APICaller(province).send(.get, path, as: head)
        #expect(answer.status == 422 && answer.faults == [place], "\(answer.json)")
    }

    @Test("the same in a body is a fault of the member, and nothing is kept", arguments: [#"\u0000"#, #"\u0007"#, #"\u202e"#])
    func strayInBody(_ stray: String) async throws {
        let api = APICaller(province)
        let person = try await api.send(
            .post, "/api/v1/tenants/district_101/people", as: admin,
            text: #"{"fullName":"Người \#(stray)ẩn","kind":"cong_chuc"}"#)
        #expect(person.status == 422 && person.faults == ["$.fullName"], "\(person.json)")
        let paper = try await api.send(
            .post, "/api/v1/tenants/district_101/directives", as: head,
            text: #"{"type":"Công văn","number":"1\#(stray)","issuedOn":"2023-06-01","issuer":"UBND","abstract":"x"}"#)
        #expect(paper.faults == ["$.number"])
    }

    @Test("a day out of any reason is refused at the edge", arguments: ["0001-01-01", "9999-12-31"])
    func unreasonableDay(_ day: String) async throws {
        let api = APICaller(province)
        let person = try await api.send(
            .post, "/api/v1/tenants/district_101/people", as: admin,
            ["fullName": "Người xa xưa", "kind": "cong_chuc", "activeFrom": .string(day)])
        #expect(person.status == 422 && person.faults == ["$.activeFrom"], "\(person.json)")
        let list = try await api.send(.get, "/api/v1/tenants/district_101/people?asOf=\(day)", as: admin)
        #expect(list.status == 422 && list.faults == ["?asOf"])
    }

    @Test("the detail alone names the field and the next step; of many faults the first ten, and how many more")
    func detail() async throws {
        let api = APICaller(province)
        let path = "/api/v1/tenants/district_101/people"
        let day = try await api.send(.post, path, as: admin, ["fullName": "Lê An", "kind": "cong_chuc", "activeFrom": "31/6/2023"])
        #expect(day.status == 422 && day.text("detail").contains("activeFrom: “31/6/2023” không phải ngày có thật; ghi ngày"))
        #expect(!day.text("detail").contains("$"))
        let missing = try await api.send(.post, "/api/v1/tenants/district_101/units", as: admin, text: "{}")
        #expect(missing.faults.count == 4 && missing.text("detail").contains("name: thiếu mục bắt buộc này"), "\(missing.json)")
        #expect(!missing.text("detail").contains("mục khác") && !missing.text("detail").contains(".."), "\(missing.text("detail"))")
        // Negative control: what has no field at fault is said as it is.
        let absent = try await api.send(.get, path + "/0192a000-0000-7000-8000-00000000abcd", as: admin)
        #expect(absent.text("detail") == Problem.notFound.detail)
    }

    @Test("a known path with another method answers 405 and which it knows; an unknown path 404")
    func wrongMethod() async throws {
        let deleted = try await province.call(.delete, "/api/v1/campaigns", token: admin)
        #expect(deleted.status == .methodNotAllowed && deleted.headers[.allow] == "GET, HEAD")
        #expect(deleted.body.contains("GET, HEAD") && deleted.body.contains("method-not-allowed"))
        let people = try await province.call(.put, "/api/v1/tenants/district_101/people", token: admin)
        #expect(people.headers[.allow] == "GET, HEAD, POST")
        let page = try await province.call(.get, "/sign-out")
        #expect(page.status == .methodNotAllowed && page.headers[.contentType]?.hasPrefix("text/html") == true)
        #expect(try await province.call(.delete, "/api/v1/nothing", token: admin).status == .notFound)
    }

    @Test("HEAD is answered like GET, without the body")
    func headers() async throws {
        for path in ["/api/v1/campaigns", "/sign-in", "/livez"] {
            let (get, head) = (try await province.call(.get, path, token: admin), try await province.call(.head, path, token: admin))
            #expect(head.status == get.status && head.body.isEmpty)
            #expect(head.headers[.contentType] == get.headers[.contentType])
        }
        #expect(try await province.call(.head, "/api/v1/nothing", token: admin).status == .notFound)
    }

    @Test("the province as a whole is refused to a post of one unit as not allowed; a foreign unit is not there")
    func wholeProvince() async throws {
        let api = APICaller(province)
        for path in ["items", "directives", "overview"] {
            let answer = try await api.send(.get, "/api/v1/province/\(path)", as: head)
            #expect(answer.status == 403 && answer.code == "not-allowed" && answer.text("detail").contains("toàn tỉnh"))
        }
        #expect(try await api.send(.get, "/api/v1/tenants/district_102/items", as: head).status == 404)
        #expect(try await api.send(.get, "/api/v1/province/items", as: province.token(of: .officeMonitor)).status == 200)
    }

    @Test("a body that is not JSON by its own heading, or is empty, is told so")
    func mediaType() async throws {
        let path = "/api/v1/tenants/district_101/people"
        for type in ["text/plain", "application/x-www-form-urlencoded", "application/json; charset=iso-8859-1"] {
            let answer = try await province.call(.post, path, token: admin, headers: [.contentType: type], body: "{}")
            #expect(answer.status == .unsupportedMediaType && answer.body.contains("Content-Type"), "\(type)")
        }
        let plain = try await province.call(
            .post, path, token: admin, headers: [.contentType: "application/json; charset=UTF-8"], body: "{}")
        #expect(plain.status == .unprocessableContent && plain.body.contains("$.fullName"))
        #expect(try await province.call(.post, path, token: admin).body.contains("thân yêu cầu trống"))
    }
}
