import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import HummingbirdTesting
import NIOCore
import Operations
import Postgres
import Server
import Storage
import TestSupport
import Testing
import Web

/// Files of evidence over HTTP: what comes in is what comes out, and what is refused leaves nothing behind.
@Suite("Evidence over HTTP", .province, .serialized, .timeLimit(.minutes(30)))
struct EvidenceAPITests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private var office: Token { province.token(of: .officeMonitor) }
    private var head: Token { province.token(of: .unitHead, in: "district_101") }

    /// A PDF of so many bytes.
    private static func pdf(_ byteCount: Int) -> [UInt8] {
        let ends = (Array("%PDF-1.7\n".utf8), Array("\n%%EOF\n".utf8))
        return ends.0 + (0..<byteCount - ends.0.count - ends.1.count).map { UInt8(truncatingIfNeeded: $0 &* 31) } + ends.1
    }

    /// A path to add files to: a task of district_101 with a result that nobody has judged.
    private func resultPath(_ number: String) async throws -> (item: String, path: String) {
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.keepSectors([(code: "NV", name: "Nội vụ, cải cách hành chính")])
        }
        let given = try await api.send(
            .post, "/api/v1/province/items", as: office,
            [
                "lead": "district_101", "kind": "task", "title": .string("Việc \(number)"), "sector": "NV", "completion": "ketQua",
                "dueOn": "2023-06-30", "assignedOn": "2023-04-01",
            ])
        #expect(given.status == 201, "\(given.json)")
        let item = "/api/v1/tenants/district_101/items/\(given.text("id"))"
        let reported = try await api.send(
            .post, "\(item)/progress", as: head,
            ["result": true, "evidenceOn": "2023-06-12", "documentNumber": "3/BC-UBND", "narrative": "Xong"])
        let report = reported.list("reports").first?.member("id") ?? ""
        return (item, "\(item)/progress/\(report)/files?name=B%C3%A1o%20c%C3%A1o.pdf")
    }

    private struct Answer {
        let status: Int
        let headers: HTTPFields
        let bytes: [UInt8]
        var json: JSONValue { (try? StrictJSON.parse(bytes)) ?? .null }
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, as token: Token, _ body: [UInt8] = [], type: String = "application/pdf",
        key: String? = nil
    ) async throws -> Answer {
        var headers: HTTPFields = [.authorization: "Bearer \(token.text)", .contentType: type]
        headers[.idempotencyKey] = key
        let fields = headers
        return try await application.test(.router) { client in
            try await client.execute(uri: path, method: method, headers: fields, body: ByteBuffer(bytes: body)) { response in
                Answer(status: response.status.code, headers: response.headers, bytes: Array(response.body.readableBytesView))
            }
        }
    }

    private var backend: Backend { Backend(entrance: province.entrance, secure: false, demonstration: true) }

    private var application: some ApplicationProtocol { Application(router: buildRouter(backend), server: buildServer()) }

    @Test("comes back byte by byte as an attachment that no browser opens, to its unit and to who asked for it")
    func roundTrip() async throws {
        let (item, path) = try await resultPath("một")
        let content = Self.pdf(700_001)
        let added = try await send(.post, path, as: head, content)
        #expect(added.status == 201, "\(added.json)")
        let shown = try await api.send(.get, item, as: head)
        guard case .array(let files)? = shown.list("reports").first?.members("files"), let file = files.first else {
            Issue.record("no file shown")
            return
        }
        #expect(file.member("name") == "Báo cáo.pdf")
        #expect(file.member("bytes") == "700001")
        for (token, base) in [(head, item), (office, item), (office, item.replacing("tenants/district_101", with: "province"))] {
            let read = try await send(.get, base + "/files/\(file.member("id"))", as: token)
            #expect(read.status == 200)
            #expect(read.bytes == content)
            #expect(read.headers[.contentType] == "application/pdf")
            #expect(read.headers[.xContentTypeOptions] == "nosniff")
            #expect(read.headers[.contentDisposition]?.hasPrefix("attachment; filename*=UTF-8''B%C3%A1o") == true)
        }
        let stranger = province.token(of: .unitHead, in: "district_102")
        #expect(try await send(.get, item + "/files/\(file.member("id"))", as: stranger).status == 404)
        // Told by its content, also in the name that the reader's machine goes by.
        let renamed = path.split(separator: "?").map(String.init)[0] + "?name=bao-cao.exe"
        let other = try await send(.post, renamed, as: head, Self.pdf(300))
        let listed = try await api.send(.get, item, as: head)
        guard case .array(let both)? = listed.list("reports").first?.members("files") else { return }
        let second = try #require(both.first { $0.member("name") == "bao-cao.exe.pdf" }, "\(other.json)")
        let handed = try await send(.get, item + "/files/\(second.member("id"))", as: office)
        #expect(handed.headers[.contentDisposition] == "attachment; filename*=UTF-8''bao-cao.exe.pdf", "\(handed.headers)")
        let homeAffairs = province.token(of: .homeAffairsOfficer)
        #expect(try await send(.get, item + "/files/\(file.member("id"))", as: homeAffairs).status == 404)
    }

    @Test("is added once by a request that is repeated with its key; the same key for another file is refused")
    func repeated() async throws {
        let (item, path) = try await resultPath("hai")
        let key = "tep-\(UUID())"
        #expect(try await send(.post, path, as: head, Self.pdf(100), key: key).status == 201)
        #expect(try await send(.post, path, as: head, Self.pdf(100), key: key).status == 201)
        #expect(try await send(.post, path, as: head, Self.pdf(101), key: key).json.member("code") == "idempotency-key-reused")
        let shown = try await api.send(.get, item, as: head)
        guard case .array(let files)? = shown.list("reports").first?.members("files") else { return }
        #expect(files.count == 1)
    }

    @Test("of a wrong type, empty, cut off or too large is refused in its own words, and leaves neither a row nor a file")
    func refused() async throws {
        let (_, path) = try await resultPath("ba")
        let before = try await province.count("SELECT count(*) FROM core.evidence_chunk")
        for (content, code) in [
            ([], "file-empty"), (Array("MZ".utf8), "file-type"), (Array(Self.pdf(5_000).prefix(4_000)), "file-cut-off"),
            ([UInt8](repeating: 0x25, count: Evidence.largest + 1), "file-too-large"),
        ] {
            let answer = try await send(.post, path, as: head, content)
            #expect(answer.json.member("code") == code)
        }
        #expect(try await send(.post, path, as: head, Self.pdf(100), type: "text/html").json.member("code") == "media-type")
        #expect(
            try await send(.post, path.split(separator: "?").map(String.init)[0], as: head, Self.pdf(100)).json.member("code")
                == "invalid-input")
        #expect(try await province.count("SELECT count(*) FROM core.evidence_chunk") == before)
        let left = try FileManager.default.contentsOfDirectory(atPath: FileManager.default.temporaryDirectory.path)
        #expect(left.filter { $0.hasPrefix("thidua-spool-") }.isEmpty)
    }

    @Test("of 200 MB is refused before a byte of it is sent; an upload that breaks off leaves nothing")
    func unread() async throws {
        let (_, path) = try await resultPath("bốn")
        let before = try await province.count("SELECT count(*) FROM core.evidence")
        let token = head.text
        let answer = try await application.test(.live) { client in
            let port = try #require(client.port)
            let large = try SocketClient(port: port)
            try large.send(Self.head(of: path, token, length: 200 * 1_048_576))
            let answer = try large.receive()
            let broken = try SocketClient(port: port)
            try broken.send(Self.head(of: path, token, length: 1_000_000) + "%PDF-1.7\n")
            broken.close()
            // The service goes on.
            let sound = try await client.execute(uri: "/livez", method: .get) { $0.status.code }
            #expect(sound == 200)
            return answer
        }
        #expect(answer.hasPrefix("HTTP/1.1 413"))
        #expect(answer.contains("file-too-large"))
        #expect(try await province.count("SELECT count(*) FROM core.evidence") == before)
    }

    @Test(
        "of 200 MB that does not say so is refused once it passes 20 MB, before the rest has come; nothing stays and the connection goes on"
    )
    func unannounced() async throws {
        let (_, path) = try await resultPath("năm")
        let before = try await province.count("SELECT (SELECT count(*) FROM core.evidence) + (SELECT count(*) FROM core.evidence_chunk)")
        let token = head.text
        let (refusal, next) = try await application.test(.live) { client in
            let port = try #require(client.port)
            // On a thread that may block: the service needs the others.
            return try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<(String, String), any Error>) in
                DispatchQueue.global().async {
                    continuation.resume(with: Result { try Self.stream(megabytes: 200, to: path, token, port: port) })
                }
            }
        }
        #expect(refusal.hasPrefix("HTTP/1.1 413"), "\(refusal)")
        #expect(refusal.contains("file-too-large") && refusal.contains("Tệp lớn hơn 20 MB"))
        #expect(next.contains("HTTP/1.1 200"), "\(next)")
        #expect(
            try await province.count("SELECT (SELECT count(*) FROM core.evidence) + (SELECT count(*) FROM core.evidence_chunk)") == before)
        let left = try FileManager.default.contentsOfDirectory(atPath: FileManager.default.temporaryDirectory.path)
        #expect(left.filter { $0.hasPrefix("thidua-spool-") }.isEmpty)
    }

    @Test(
        "of 60 MB is refused to a client that reads only when it has sent all of it and wants the connection closed: it is told, and the connection ends",
        arguments: ["Content-Length: \(60 << 20)", "Transfer-Encoding: chunked"])
    func closing(framing: String) async throws {
        let (_, path) = try await resultPath("sáu")
        let token = head.text
        func told(by server: HTTPServerBuilder) async throws -> String {
            try await Application(router: buildRouter(backend), server: server).test(.live) { client in
                let port = try #require(client.port)
                return try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<String, any Error>) in
                    DispatchQueue.global().async {
                        continuation.resume(with: Result { try Self.sendAll(megabytes: 60, to: path, token, framing, port: port) })
                    }
                }
            }
        }
        let answer = try await told(by: buildServer())
        #expect(answer.hasPrefix("HTTP/1.1 413") && answer.contains("file-too-large"), "\(answer)")
        // The control: a server that reads nothing more keeps the client waiting until that gives up.
        await #expect(throws: SocketClient.Failure.self) { try await told(by: .http1()) }
    }

    /// - Throws: ``SocketClient/Failure`` where the server takes no more, or holds the connection open, for longer than it may.
    private static func sendAll(megabytes: Int, to path: String, _ token: String, _ framing: String, port: Int) throws -> String {
        let socket = try SocketClient(port: port)
        socket.wait(atMost: 5)
        let part = String(repeating: "x", count: 1_048_576)
        let isChunked = framing.hasSuffix("chunked")
        try socket.send(head(of: path, token, framing: framing + "\r\nConnection: close"))
        for _ in 0..<megabytes { try socket.send(isChunked ? "100000\r\n\(part)\r\n" : part) }
        if isChunked { try socket.send("0\r\n\r\n") }
        let answer = try socket.receive()
        guard socket.isEnded() else { throw SocketClient.Failure() }
        return answer
    }

    /// Sends a body without a Content-Length, a megabyte at a time, and another request behind it.
    ///
    /// - Returns: The answer, which must come while nine tenths are still to be sent: were the whole waited for or kept, none would. And that of
    ///   the request behind.
    private static func stream(megabytes: Int, to path: String, _ token: String, port: Int) throws -> (String, String) {
        let socket = try SocketClient(port: port)
        let part = "100000\r\n" + String(repeating: "x", count: 1_048_576) + "\r\n"
        try socket.send(head(of: path, token, framing: "Transfer-Encoding: chunked"))
        for _ in 0..<22 { try socket.send(part) }
        let refusal = try socket.receive()
        for _ in 22..<megabytes { try socket.send(part) }
        try socket.send("0\r\n\r\nGET /livez HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        return (refusal, try socket.receive())
    }

    private static func head(of path: String, _ token: String, length: Int) -> String {
        head(of: path, token, framing: "Content-Length: \(length)")
    }

    private static func head(of path: String, _ token: String, framing: String) -> String {
        "POST \(path) HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer \(token)\r\nContent-Type: application/pdf\r\n\(framing)\r\n\r\n"
    }
}
