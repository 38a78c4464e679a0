import HTTPTypes

extension Reply {
    /// A file to be kept, not shown: browsers neither open it in the page nor guess another type (RFC 6266, RFC 5987).
    public static func attachment(_ content: [UInt8], mediaType: String, name: String) -> Reply {
        var reply = Reply(mediaType: mediaType, bytes: content)
        reply.headers[.contentDisposition] = "attachment; filename*=UTF-8''\(percentEncoded(name))"
        reply.headers[.xContentTypeOptions] = "nosniff"
        return reply
    }

    /// The same, with a name in ASCII besides, for what knows no other letters (RFC 6266, appendix D).
    ///
    /// - Parameter plain: letters, digits, `-`, `.` alone.
    public static func attachment(_ content: [UInt8], mediaType: String, name: String, plain: String) -> Reply {
        var reply = attachment(content, mediaType: mediaType, name: name)
        reply.headers[.contentDisposition] = "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(percentEncoded(name))"
        return reply
    }

    /// The same, read while it is sent.
    public static func attachment(_ stream: Stream, mediaType: String, name: String) -> Reply {
        var reply = attachment([], mediaType: mediaType, name: name)
        reply.stream = stream
        return reply
    }

    private static func percentEncoded(_ name: String) -> String {
        name.utf8.map { byte in
            let character = Character(Unicode.Scalar(byte))
            guard byte >= 0x80 || !(character.isLetter || character.isNumber || "-._~".contains(character)) else {
                return String(character)
            }
            return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
