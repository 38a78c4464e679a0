import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Server
import TestSupport
import Web

/// The service as the tests call it: the same router, without a socket.
extension Province {
    var backend: Backend { Backend(entrance: entrance, secure: false, demonstration: true) }

    /// Which knows every route.
    var service: Application<RouterResponder<WebContext>> {
        made.once("service") { Application(router: buildRouter(backend)) }
    }

    func call(
        _ method: HTTPRequest.Method, _ path: String, token: Token? = nil, headers extra: HTTPFields = [:], body: String = "",
        at backend: Backend? = nil
    ) async throws -> (status: HTTPResponse.Status, headers: HTTPFields, body: String) {
        var fields = extra
        if let token { fields[.authorization] = "Bearer \(token.text)" }
        if !body.isEmpty, fields[.contentType] == nil { fields[.contentType] = "application/json" }
        let headers = fields
        let service = backend.map { Application(router: buildRouter($0)) } ?? service
        return try await service.test(.router) { client in
            try await client.execute(uri: path, method: method, headers: headers, body: ByteBuffer(string: body)) { response in
                (response.status, response.headers, String(buffer: response.body))
            }
        }
    }
}

extension Province {
    /// Sends a form as a browser does, with the hidden fields of the page it stands on: the session's, and what was looked at.
    func submit(
        _ path: String, _ fields: String = "", of page: String, cookie: String
    ) async throws -> (status: HTTPResponse.Status, headers: HTTPFields, body: String) {
        let form = page.firstMatch(of: /name="form" value="([0-9a-f]+)"/).map { String($0.output.1) } ?? ""
        let looked = page.firstMatch(of: /name="looked" value="([0-9a-f]+)"/).map { "&looked=\($0.output.1)" } ?? ""
        return try await call(
            .post, path, headers: [.cookie: cookie, .fetchSite: "same-origin", .contentType: "application/x-www-form-urlencoded"],
            body: "form=\(form)&\(fields)\(looked)")
    }
}

extension Province {
    /// Sends a form as a browser does in which an officer typed into some of its fields: the others go as the page shows them. What is ticked is
    /// typed as `yes`.
    func send(
        _ path: String, _ typed: [String: String], of page: String, cookie: String
    ) async throws -> (status: HTTPResponse.Status, headers: HTTPFields, body: String) {
        let form = page.components(separatedBy: "<form ").dropFirst().compactMap { $0.components(separatedBy: "</form>").first }
            .first { $0.contains("action=\"\(path)\"") }
        let fields = Self.shown(in: form ?? "").merging(typed) { $1 }.map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
        }
        return try await call(
            .post, path, headers: [.cookie: cookie, .fetchSite: "same-origin", .contentType: "application/x-www-form-urlencoded"],
            body: fields.joined(separator: "&"))
    }

    /// What stands in the fields of a form.
    private static func shown(in form: String) -> [String: String] {
        var fields: [String: String] = [:]
        for input in form.matches(of: /<input ([^>]*)>/) where !input.output.1.contains("checkbox") {
            guard let name = input.output.1.firstMatch(of: /name="([^"]*)"/) else { continue }
            fields[String(name.output.1)] = input.output.1.firstMatch(of: /value="([^"]*)"/).map { String($0.output.1) } ?? ""
        }
        for area in form.matches(of: /<textarea name="([^"]*)"[^>]*>([^<]*)</) { fields[String(area.output.1)] = String(area.output.2) }
        for select in form.components(separatedBy: "<select ").dropFirst() {
            guard let name = select.firstMatch(of: /name="([^"]*)"/) else { continue }
            let options = (select.components(separatedBy: "</select>").first ?? "").matches(of: /<option value="([^"]*)"( selected)?>/)
            fields[String(name.output.1)] = (options.first { $0.output.2 != nil } ?? options.first).map { String($0.output.1) }
        }
        return fields
    }
}

extension HTTPField.Name {
    static let idempotencyKey = HTTPField.Name("Idempotency-Key")!
    static let fetchSite = HTTPField.Name("Sec-Fetch-Site")!
}
