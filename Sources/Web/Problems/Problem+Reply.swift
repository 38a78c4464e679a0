public import Domain
public import HTTPTypes

extension Problem.Kind {
    /// The one table from refusal to HTTP status.
    public var status: HTTPResponse.Status {
        switch self {
        case .invalid: .unprocessableContent
        case .notSignedIn: .unauthorized
        case .notAllowed: .forbidden
        case .notFound: .notFound
        case .conflict: .conflict
        case .refused: .conflict
        case .stale: .preconditionFailed
        case .versionNeeded: .preconditionRequired
        case .tooLarge: .contentTooLarge
        case .unsupported: .unsupportedMediaType
        case .wrongMethod: .methodNotAllowed
        case .malformed: .badRequest
        case .tooMany: .tooManyRequests
        case .unavailable: .serviceUnavailable
        case .unexpected: .internalServerError
        }
    }

    /// As the heading of a page or of a problem document.
    public var title: String {
        switch self {
        case .invalid: "Dữ liệu chưa đúng"
        case .notSignedIn: "Chưa đăng nhập"
        case .notAllowed: "Không được phép"
        case .notFound: "Không tìm thấy"
        case .conflict: "Đã có nội dung khác"
        case .refused: "Trái quy định"
        case .stale: "Nội dung đã thay đổi"
        case .versionNeeded: "Thiếu phiên bản"
        case .tooLarge: "Quá dung lượng"
        case .unsupported: "Không nhận loại này"
        case .wrongMethod: "Không nhận cách gọi này"
        case .malformed: "Không đọc được"
        case .tooMany: "Thử quá nhiều lần"
        case .unavailable: "Hệ thống đang bận"
        case .unexpected: "Lỗi hệ thống"
        }
    }
}

extension Problem {
    /// The detail with the fields at fault and what to do about each, for who shows nothing but the detail. The first ten are named;
    /// all stand in `errors`. Of a sign-in and of too much at once the detail says it all.
    var detailWithFields: String {
        let named = fields.prefix(10).map { fault in
            // Reasons end in a list, where the sentence ends.
            let reason = String(fault.reason.reversed().drop { ".;".contains($0) || $0.isWhitespace }.reversed())
            return switch fault.path {
            case "$": reason
            case let path where path.hasPrefix("$."): "\(path.dropFirst(2)): \(reason)"
            case let path: "\(path): \(reason)"
            }
        }
        guard !named.isEmpty, kind != .notSignedIn, kind != .tooLarge else { return detail }
        let others = fields.count > named.count ? "; và \(fields.count - named.count) mục khác" : ""
        return "\(detail) Cần sửa: \(named.joined(separator: "; "))\(others)."
    }

    /// As `application/problem+json` (RFC 9457).
    public func reply(requestID: String) -> Reply {
        let faults = fields.map { fault -> JSONValue in ["path": .string(fault.path), "reason": .string(fault.reason)] }
        let document: JSONValue = [
            "type": .string("/problems/\(code)"),
            "title": .string(kind.title),
            "status": .integer(kind.status.code),
            "code": .string(code),
            "detail": .string(detailWithFields),
            "errors": .array(faults),
            "instance": .string(requestID),
        ]
        var reply = Reply(status: kind.status, mediaType: "application/problem+json; charset=utf-8", bytes: document.bytes())
        if let seconds = retryAfter ?? (kind == .unavailable ? 2 : nil) { reply.headers[.retryAfter] = String(seconds) }
        if kind == .notSignedIn { reply.headers[.wwwAuthenticate] = "Bearer" }
        return reply
    }
}
