import Domain
public import Operations

/// A form as browsers send it: `application/x-www-form-urlencoded`, or `multipart/form-data` where it carries files.
public struct FormBody: Sendable {
    private let fields: [String: String]
    private let files: [String: File]

    /// A file of a form.
    public struct File: Sendable {
        /// As the browser calls it; never a path of ours.
        public let name: String
        /// Nil: larger than it may be.
        fileprivate let arrived: SpooledFile?

        /// On disk, until nobody holds it any more.
        ///
        /// - Throws: `file-too-large`, which so reaches the page with the form's other fields in hand.
        public var spooled: SpooledFile {
            get throws(Problem) {
                guard let arrived else { throw .fileTooLarge }
                return arrived
            }
        }

        /// All of it, in memory: of a file that is read as a whole.
        public var content: [UInt8] {
            get throws(Problem) {
                let file = try spooled
                return try file.read(0..<file.byteCount)
            }
        }
    }

    /// Of `application/x-www-form-urlencoded`.
    public init(_ bytes: [UInt8]) {
        (fields, files) = (Self.pairs(bytes), [:])
    }

    /// Of the parts of a form with files.
    init(_ parts: [MultipartReader.Part]) {
        var fields: [String: String] = [:]
        var files: [String: File] = [:]
        for part in parts {
            switch part.content {
            case .file(let name, let arrived): files[part.name] = File(name: name, arrived: arrived)
            case .field(let bytes): fields[part.name] = String(validating: bytes, as: UTF8.self)
            }
        }
        (self.fields, self.files) = (fields, files)
    }

    /// Bytes of all fields of a form: the longest ones hold some thousand Vietnamese letters, of which each is written with up to nine signs.
    public static let largestFields = 1 << 17

    /// Bytes of a form with a file as they are taken in at all: ten times the largest file.
    static let largest = 200 << 20

    public static let mediaType = "application/x-www-form-urlencoded"
    /// Of a form that carries files.
    public static let mediaTypeWithFiles = MultipartReader.mediaType

    /// A field, empty when it was not sent.
    public subscript(name: String) -> String { fields[name] ?? "" }

    /// A field; nil when it was not sent, as of a box that is not ticked.
    public func sent(_ name: String) -> String? { fields[name] }

    /// Of the fields that were sent, as of the boxes that are ticked.
    public var names: Set<String> { Set(fields.keys) }

    /// A file; nil when none was chosen.
    public func file(_ name: String) -> File? {
        guard let file = files[name], !(file.name.isEmpty && file.arrived?.byteCount == 0) else { return nil }
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
