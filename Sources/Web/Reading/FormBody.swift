import Domain

/// A form as browsers send it: `application/x-www-form-urlencoded`, or `multipart/form-data` where it carries files.
public struct FormBody: Sendable {
    private let fields: [String: String]
    private let files: [String: File]

    /// A file of a form.
    public struct File: Sendable {
        /// As the browser calls it; never a path of ours.
        public let name: String
        public let content: [UInt8]
    }

    /// - Parameter contentType: the header's; it names what parts the parts of a form with files.
    public init(_ bytes: [UInt8], contentType: String?) {
        if let contentType, let boundary = MultipartReader.boundary(of: contentType) {
            (fields, files) = Self.parts(MultipartReader.parts(of: bytes, boundary: boundary))
        } else {
            (fields, files) = (Self.pairs(bytes), [:])
        }
    }

    public init(_ bytes: [UInt8]) {
        self.init(bytes, contentType: nil)
    }

    public static let mediaType = "application/x-www-form-urlencoded"
    /// Of a form that carries files.
    public static let mediaTypeWithFiles = MultipartReader.mediaType

    /// A field, empty when it was not sent.
    public subscript(name: String) -> String { fields[name] ?? "" }

    /// A file; nil when none was chosen.
    public func file(_ name: String) -> File? {
        guard let file = files[name], !(file.name.isEmpty && file.content.isEmpty) else { return nil }
        return file
    }

    private static func pairs(_ bytes: [UInt8]) -> [String: String] {
        var fields: [String: String] = [:]
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(parts[0]), let value = parts.count == 2 ? Self.decoded(parts[1]) : "" else { continue }
            fields[name] = value
        }
        return fields
    }

    private static func parts(_ parts: [MultipartReader.Part]) -> (fields: [String: String], files: [String: File]) {
        var fields: [String: String] = [:]
        var files: [String: File] = [:]
        for part in parts {
            if let fileName = part.fileName {
                files[part.name] = File(name: fileName, content: part.content)
            } else if let text = String(validating: part.content, as: UTF8.self) {
                fields[part.name] = text
            }
        }
        return (fields, files)
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
        var plain: [UInt8] = []
        var rest = bytes
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): plain.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else { return nil }
                plain.append(value)
                rest = rest.dropFirst(2)
            default: plain.append(byte)
            }
        }
        return String(validating: plain, as: UTF8.self)
    }
}
