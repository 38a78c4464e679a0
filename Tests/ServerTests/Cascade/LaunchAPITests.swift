import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Operations
import Server
import TestSupport
import Testing
import Web

/// A campaign from its file to the monitor, over HTTP as each officer sends it.
@Suite("Campaigns and launches over HTTP", .province, .serialized, .timeLimit(.minutes(30)))
struct LaunchAPITests {
    let province = Province.current

    @Test("from the file to the monitor, each officer in his turn")
    func wholeWay() async throws {
        let office = province.token(of: .officeMonitor)
        let imported = try await send(.post, "/api/v1/province/campaigns", as: office, yaml: try plan("HTTP"))
        #expect(imported.status == .ok)
        #expect(imported["code"] == "HTTP")
        #expect(imported["launch"] == .null)
        #expect(imported.etag == "\"1\"")

        let chairman = province.token(of: .chairman)
        let launched = try await send(
            .post, "/api/v1/province/campaigns/HTTP/launch", as: chairman, ["documentNumber": "77/KH-UBND", "launchedOn": "2023-03-31"])
        #expect(launched.status == .created)
        #expect(launched["launch", "launchedOn"] == "2023-03-31")
        try await work()

        let head = province.token(of: .unitHead, in: "district_101")
        let cascade = try await send(.post, "/api/v1/tenants/district_101/campaigns/HTTP/cascade", as: head)
        #expect(cascade.status == .accepted)
        #expect(cascade["subUnits", "withoutRecord"] == 6)
        try await work()

        // The commune finds its launch in the list, takes note of it and launches.
        let commune = province.token(of: .subUnitOfficer, in: "district_101", unit: "10101")
        let list = try await send(.get, "/api/v1/tenants/district_101/launches?campaign=HTTP&kind=xa", as: commune)
        #expect(list["items", 0, "code"] == "10101")
        #expect(list["items", 1] == nil)
        guard case .string(let id)? = list["items", 0, "launch"] else { Issue.record("no launch in \(list.body)"); return }
        let path = "/api/v1/tenants/district_101/launches/\(id)"
        let shown = try await send(.get, path, as: commune)
        #expect(shown["state"] == "received")
        #expect(shown.etag == "\"0\"")
        let noted = try await send(.post, path + "/acknowledgement", as: commune, ["happenedOn": "2023-04-01"], ifMatch: shown.etag)
        #expect(noted.status == .created)
        #expect(noted["state"] == "acknowledged")
        let planned = try await send(
            .post, path + "/plan", as: commune, ["happenedOn": "2023-04-04", "documentNumber": "5/KH-UBND", "text": "Kế hoạch\nphát động"],
            ifMatch: noted.etag)
        #expect(planned["state"] == "planned")
        let held = try await send(
            .post, path + "/conference", as: commune,
            [
                "happenedOn": "2023-04-10", "form": "combined", "combinedWith": "Hội nghị giao ban", "attendance": 45,
                "note": "trễ một ngày",
            ],
            ifMatch: planned.etag)
        #expect(held["state"] == "launched")
        #expect(held["late"] == true)
        #expect(held["steps", 2, "combinedWith"] == "Hội nghị giao ban")
        #expect(held.etag == "\"3\"")

        let monitor = try await send(.get, "/api/v1/province/campaigns/HTTP/launch-monitor", as: office)
        #expect(monitor["firstTier", "units"] == 5)
        #expect(monitor["subUnits", "late"] == 1)
        #expect(monitor["late", 0, "unit", "fullName"] == "Xã 101 số 1, Huyện Một")
        #expect(monitor["pastDeadline"] == true)
        let own = try await send(.get, "/api/v1/tenants/district_101/campaigns/HTTP/launch-monitor?asOf=2023-04-09", as: head)
        #expect(own["subUnits", "launched"] == 0)
        #expect(own["pastDeadline"] == false)
    }

    @Test("campaigns are listed and shown to every officer, with the whole plan and its versions")
    func campaigns() async throws {
        let office = province.token(of: .officeChief)
        _ = try await send(.post, "/api/v1/province/campaigns", as: office, yaml: try plan("SHOWN"))
        let changed = try plan("SHOWN").replacing("closing: >-", with: "closing: >- # đổi câu kết\n  Bản hai.")
        #expect(try await send(.post, "/api/v1/province/campaigns", as: office, yaml: changed).etag == "\"2\"")
        // The same again: nothing new.
        #expect(try await send(.post, "/api/v1/province/campaigns", as: office, yaml: changed + "\n# chú thích").etag == "\"2\"")
        let officer = province.token(of: .individual, in: "district_102", unit: "10201")
        let list = try await send(.get, "/api/v1/campaigns", as: officer)
        guard case .array(let items)? = list["items"] else { Issue.record("no items"); return }
        #expect(items.contains { "code".taken(from: $0) == "SHOWN" })
        let first = try await send(.get, "/api/v1/campaigns/SHOWN?version=1", as: officer)
        #expect(first["version"] == 1)
        #expect(first["plan", "paper", "number"] == "77")
        #expect(try await send(.get, "/api/v1/campaigns/SHOWN", as: officer)["version"] == 2)
        #expect(try await send(.get, "/api/v1/campaigns/SHOWN?version=9", as: officer).status == .notFound)
        #expect(try await send(.get, "/api/v1/campaigns/SHOWN?version=x", as: officer)["errors", 0, "path"] == "?version")
    }

    @Test("a faulty file is answered with every fault, each with its line and field")
    func faultyFile() async throws {
        let text = try plan("FAULTY").replacing("date: 2023-04-09", with: "date: 2023-04-10").replacing("closing:", with: "closng:")
        let answer = try await send(.post, "/api/v1/province/campaigns", as: province.token(of: .officeMonitor), yaml: text)
        #expect(answer.status == .unprocessableContent)
        #expect(answer["code"] == "campaign-file")
        guard case .string(let path)? = answer["errors", 1, "path"] else { Issue.record("no second fault"); return }
        #expect(path.hasPrefix("dòng ") && path.hasSuffix("launch.deadline.date"))
        #expect(try await send(.get, "/api/v1/campaigns/FAULTY", as: province.token(of: .clerk, in: "district_101")).status == .notFound)
        let json = try await send(.post, "/api/v1/province/campaigns", as: province.token(of: .officeMonitor), ["code": "X"])
        #expect(json.status == .unsupportedMediaType)
    }

    @Test("who may not launch or import is told so")
    func notAllowed() async throws {
        _ = try await send(.post, "/api/v1/province/campaigns", as: province.token(of: .officeMonitor), yaml: try plan("NOT-YOURS"))
        let body: JSONValue = ["documentNumber": "1", "launchedOn": "2023-03-31"]
        let path = "/api/v1/province/campaigns/NOT-YOURS/launch"
        #expect(try await send(.post, path, as: province.token(of: .viceChairman), body).status == .forbidden)
        #expect(try await send(.post, path, as: province.token(of: .unitHead, in: "district_101"), body).status == .forbidden)
        #expect(
            try await send(.post, "/api/v1/province/campaigns", as: province.token(of: .chairman), yaml: try plan("BY-CHAIRMAN")).status
                == .forbidden)
        let early = try await send(.post, path, as: province.token(of: .chairman), ["documentNumber": "", "launchedOn": "2023-03-30"])
        #expect(early.status == .unprocessableContent)
        #expect(early["errors", 0, "path"] == "$.documentNumber")
        #expect(early["errors", 1, "path"] == "$.launchedOn")
    }

    @Test("a report names the version it starts from, is refused when that is old, and is done once for one key")
    func versionsAndKeys() async throws {
        _ = try await send(.post, "/api/v1/province/campaigns", as: province.token(of: .officeMonitor), yaml: try plan("KEYS"))
        _ = try await send(
            .post, "/api/v1/province/campaigns/KEYS/launch", as: province.token(of: .chairman),
            ["documentNumber": "1", "launchedOn": "2023-03-31"])
        try await work()
        let head = province.token(of: .unitHead, in: "district_102")
        let list = try await send(.get, "/api/v1/tenants/district_102/launches?campaign=KEYS", as: head)
        guard case .string(let id)? = list["items", 0, "launch"] else { Issue.record("no launch"); return }
        let path = "/api/v1/tenants/district_102/launches/\(id)/conference"
        let body: JSONValue = ["happenedOn": "2023-04-05", "form": "own_conference", "attendance": 40]
        #expect(try await send(.post, path, as: head, body).status == .preconditionRequired)
        let first = try await send(.post, path, as: head, body, ifMatch: "\"0\"", key: "k1")
        #expect(first.status == .created)
        let again = try await send(.post, path, as: head, body, ifMatch: "\"0\"", key: "k1")
        #expect(again.status == .created)
        #expect(again.body == first.body)
        #expect(again.etag == "\"1\"")
        #expect(try await send(.post, path, as: head, body, ifMatch: "\"0\"", key: "k2").status == .preconditionFailed)
        #expect(
            try await send(.post, path, as: head, ["happenedOn": "2023-04-06"], ifMatch: "\"0\"", key: "k1").status == .unprocessableContent
        )
        let before = try await send(
            .post, path, as: head, ["happenedOn": "2023-03-30", "form": "own_conference", "attendance": 40], ifMatch: "\"1\"")
        #expect(before.status == .conflict)
        #expect(before["code"] == "launch-before-province")
        #expect(before["errors", 0, "path"] == "$.happenedOn")
    }

    @Test("a page ends where the next begins, and every wrong question names its parameter")
    func lists() async throws {
        _ = try await send(.post, "/api/v1/province/campaigns", as: province.token(of: .officeMonitor), yaml: try plan("PAGES"))
        _ = try await send(
            .post, "/api/v1/province/campaigns/PAGES/launch", as: province.token(of: .chairman),
            ["documentNumber": "1", "launchedOn": "2023-03-31"])
        try await work()
        let head = province.token(of: .unitHead, in: "district_101")
        _ = try await send(.post, "/api/v1/tenants/district_101/campaigns/PAGES/cascade", as: head)
        try await work()
        var (codes, next): ([JSONValue], JSONValue?) = ([], nil)
        repeat {
            var path = "/api/v1/tenants/district_101/launches?campaign=PAGES&limit=2"
            if case .string(let cursor)? = next { path += "&cursor=\(cursor)" }
            let page = try await send(.get, path, as: province.token(of: .officeMonitor))
            for index in 0..<2 { if let code = page["items", index, "code"] { codes.append(code) } }
            next = page["next"]
        } while next != .null && codes.count < 20
        #expect(codes == ["101", "10101", "10102", "10103", "10104", "PNV", "TT01"])
        for (query, path) in [
            ("", "?campaign"), ("campaign=PAGES&state=x", "?state"), ("campaign=PAGES&cursor=zz", "?cursor"),
            ("campaign=PAGES&asOf=1/1/2023", "?asOf"),
            ("campaign=PAGES&limit=0", "?limit"), ("campaign=PAGES&mau=1", "?mau"),
        ] {
            let answer = try await send(.get, "/api/v1/tenants/district_101/launches?\(query)", as: head)
            #expect(answer.status == .unprocessableContent, "\(query)")
            #expect(answer["errors", 0, "path"] == .string(path), "\(query)")
        }
    }

    // MARK: - Asking

    private func plan(_ code: String) throws -> String {
        let file = URL(filePath: RepositoryPaths.deploy).appending(path: "campaigns/KH-77-2023.yaml")
        return try String(contentsOf: file, encoding: .utf8).replacing("code: KH-77-2023", with: "code: \(code)")
    }

    private func work() async throws {
        _ = try await Worker(province.worker, logger: Logger(label: "tests")).runOnce()
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, as token: Token, _ body: JSONValue? = nil, yaml: String? = nil,
        ifMatch: String? = nil,
        key: String? = nil
    ) async throws -> Answer {
        var headers: HTTPFields = [.authorization: "Bearer \(token.text)"]
        headers[.contentType] = yaml == nil ? "application/json" : "application/yaml"
        headers[.ifMatch] = ifMatch
        if let key { headers[HTTPField.Name("Idempotency-Key")!] = key }
        let (fields, bytes) = (headers, yaml.map { Array($0.utf8) } ?? body?.bytes() ?? [])
        return try await province.service.test(.router) { client in
            try await client.execute(uri: path, method: method, headers: fields, body: ByteBuffer(bytes: bytes)) { response in
                Answer(
                    status: response.status, body: (try? StrictJSON.parse(Array(response.body.readableBytesView))) ?? .null,
                    etag: response.headers[.eTag])
            }
        }
    }
}

/// What came back, with the members of its body by name and index.
private struct Answer {
    let status: HTTPResponse.Status
    let body: JSONValue
    let etag: String?

    subscript(_ path: any JSONStep...) -> JSONValue? {
        path.reduce(body) { value, step in value.flatMap { step.taken(from: $0) } }
    }
}

/// A member's name or an element's index.
private protocol JSONStep {
    func taken(from value: JSONValue) -> JSONValue?
}

extension String: JSONStep {
    fileprivate func taken(from value: JSONValue) -> JSONValue? {
        guard case .object(let object) = value else { return nil }
        return object[self]
    }
}

extension Int: JSONStep {
    fileprivate func taken(from value: JSONValue) -> JSONValue? {
        guard case .array(let elements) = value, elements.indices.contains(self) else { return nil }
        return elements[self]
    }
}
