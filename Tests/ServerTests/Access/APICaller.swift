import Domain
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Operations
import Server
import TestSupport
import Web

/// Sends requests to the whole service, as a program with a token would.
struct APICaller {
    let province: Province
    /// Least cost: what a password's hash costs is not what these tests look at.
    private let passwords = PasswordHasher(.least)

    /// The folders in which the service looks for programs beside it; nil: as the process does.
    private let programs: String?

    init(_ province: Province, programs: String? = nil) {
        self.province = province
        self.programs = programs
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, as token: Token?, _ body: JSONValue? = nil, text: String? = nil,
        version: String? = nil,
        headers more: HTTPFields = [:], bytes: [UInt8]? = nil, type: String = "application/json"
    ) async throws -> APIAnswer {
        var headers = more
        if let token { headers[.authorization] = "Bearer \(token.text)" }
        headers[.contentType] = type
        headers[.ifMatch] = version
        let (fields, bytes) = (headers, bytes ?? text.map { Array($0.utf8) } ?? body?.bytes() ?? [])
        let service = province.made.once("service of programs \(programs ?? "")") {
            Application(
                router: buildRouter(
                    Backend(entrance: province.entrance, passwords: passwords, secure: true, demonstration: true, programs: programs)))
        }
        return try await service.test(.router) { client in
            try await client.execute(uri: path, method: method, headers: fields, body: ByteBuffer(bytes: bytes)) { response in
                APIAnswer(
                    status: response.status.code, headers: response.headers,
                    json: (try? StrictJSON.parse(Array(response.body.readableBytesView))) ?? .null,
                    bytes: Array(response.body.readableBytesView))
            }
        }
    }
}

/// What came back.
struct APIAnswer {
    let status: Int
    let headers: HTTPFields
    let json: JSONValue
    /// As it came.
    let bytes: [UInt8]

    var version: String? { headers[.eTag] }
    var code: String { text("code") }
    /// Paths of the fields at fault.
    var faults: [String] { list("errors").map { $0.member("path") } }
    var items: [JSONValue] { list("items") }

    func text(_ name: String) -> String { json.member(name) }

    func list(_ name: String) -> [JSONValue] {
        guard case .object(let object) = json, case .array(let elements)? = object[name] else { return [] }
        return elements
    }
}

extension JSONValue {
    /// The text of a member; empty where there is none.
    func member(_ name: String) -> String {
        guard case .object(let object) = self else { return "" }
        switch object[name] {
        case .string(let text): return text
        case .number(let number): return number.text
        case .bool(let bool): return "\(bool)"
        default: return ""
        }
    }

    func members(_ name: String) -> JSONValue {
        guard case .object(let object) = self else { return .null }
        return object[name] ?? .null
    }
}
