public import Domain
public import HTTPTypes
public import Hummingbird
import NIOCore

/// What a handler answers.
public struct Reply: Sendable {
    public var status: HTTPResponse.Status
    public var headers: HTTPFields = [:]
    public var bytes: [UInt8]
    /// Sent in place of ``bytes``, chunk by chunk.
    public var stream: Stream?

    /// A content that is read while it is sent, so that no more than a chunk of it is in memory.
    public struct Stream: Sendable {
        public let byteCount: Int
        public let chunkCount: Int
        let chunk: @Sendable (Int) async throws -> [UInt8]

        /// - Parameter chunk: reads one chunk; what it throws breaks the answer off, so that nobody takes the part for the whole.
        public init(byteCount: Int, chunkCount: Int, chunk: @escaping @Sendable (Int) async throws -> [UInt8]) {
            self.byteCount = byteCount
            self.chunkCount = chunkCount
            self.chunk = chunk
        }

        var body: ResponseBody {
            ResponseBody(contentLength: byteCount) { writer in
                for position in 0..<chunkCount { try await writer.write(ByteBuffer(bytes: chunk(position))) }
                try await writer.finish(nil)
            }
        }
    }

    public init(status: HTTPResponse.Status = .ok, mediaType: String, bytes: [UInt8]) {
        self.status = status
        self.bytes = bytes
        headers[.contentType] = mediaType
    }

    public static func json(_ value: JSONValue, status: HTTPResponse.Status = .ok) -> Reply {
        Reply(status: status, mediaType: "application/json; charset=utf-8", bytes: value.bytes())
    }

    public static func html(_ page: String, status: HTTPResponse.Status = .ok) -> Reply {
        Reply(status: status, mediaType: "text/html; charset=utf-8", bytes: Array(page.utf8))
    }

    public static let nothing: Reply = {
        var reply = Reply(status: .noContent, mediaType: "", bytes: [])
        reply.headers = [:]
        return reply
    }()

    /// Goes on with GET elsewhere in this service.
    public static func seeOther(_ path: String) -> Reply {
        var reply = Reply.nothing
        reply.status = .seeOther
        reply.headers[.location] = path
        return reply
    }

    /// The version of what is answered, for If-Match.
    public func tagged(_ version: Int) -> Reply {
        var reply = self
        reply.headers[.eTag] = "\"\(version)\""
        return reply
    }

    /// As the server sends it.
    public var response: Response {
        let body = stream?.body ?? (bytes.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        return Response(status: status, headers: headers, body: body)
    }
}

extension JSONValue {
    /// One page of a list: its rows and where the next begins.
    public static func page(_ items: [JSONValue], next: String?) -> JSONValue {
        ["items": .array(items), "next": .string(orNull: next)]
    }
}
