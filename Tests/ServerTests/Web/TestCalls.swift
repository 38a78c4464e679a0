import Domain
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

    func call(
        _ method: HTTPRequest.Method, _ path: String, token: Token? = nil, headers extra: HTTPFields = [:], body: String = "",
        at backend: Backend? = nil
    ) async throws -> (status: HTTPResponse.Status, headers: HTTPFields, body: String) {
        var fields = extra
        if let token { fields[.authorization] = "Bearer \(token.text)" }
        if !body.isEmpty, fields[.contentType] == nil { fields[.contentType] = "application/json" }
        let headers = fields
        return try await Application(router: buildRouter(backend ?? self.backend)).test(.router) { client in
            try await client.execute(uri: path, method: method, headers: headers, body: ByteBuffer(string: body)) { response in
                (response.status, response.headers, String(buffer: response.body))
            }
        }
    }
}

extension Province {
    /// Sends a form as a browser does, with the hidden field of the page it stands on.
    func submit(
        _ path: String, _ fields: String = "", of page: String, cookie: String
    ) async throws -> (status: HTTPResponse.Status, headers: HTTPFields, body: String) {
        let form = page.firstMatch(of: /name="form" value="([0-9a-f]+)"/).map { String($0.output.1) } ?? ""
        return try await call(
            .post, path, headers: [.cookie: cookie, .fetchSite: "same-origin", .contentType: "application/x-www-form-urlencoded"],
            body: "form=\(form)&\(fields)")
    }
}

extension HTTPField.Name {
    static let idempotencyKey = HTTPField.Name("Idempotency-Key")!
    static let fetchSite = HTTPField.Name("Sec-Fetch-Site")!
}
