/// `text`, and what PostgreSQL sends in the same form: `varchar`, `char(n)`, `name`, `"char"` and literals of unknown type.
extension String: PostgresCodable {
    public static let postgresOID = OID.text
    public static let acceptedOIDs = [OID.text, .varchar, .bpchar, .name, .char, .unknown]
    public static func accepts(_ oid: OID) -> Bool { oid == .text || acceptedOIDs.contains(oid) }

    public func encode(into buffer: inout EncodingBuffer) {
        buffer.append(utf8: self)
    }

    public init(decoding cell: Cell) throws(DecodingFault) {
        self = try cell.text()
    }
}

/// `jsonb` (also read from `json`) as text; parsing it is left to the caller.
public struct JSONText: Sendable, Hashable, PostgresCodable {
    public var text: String

    /// The text is not checked here: the server refuses what is not JSON.
    public init(_ text: String) {
        self.text = text
    }

    public static let postgresOID = OID.jsonb
    public static let acceptedOIDs = [OID.jsonb, .json]

    /// The format number that stands before every binary `jsonb`.
    private static let version: UInt8 = 1

    public func encode(into buffer: inout EncodingBuffer) {
        buffer.append(Self.version)
        buffer.append(utf8: text)
    }

    public init(decoding cell: Cell) throws(DecodingFault) {
        guard cell.oid == .jsonb else {
            text = try cell.text()
            return
        }
        guard try cell.integer(at: 0, as: UInt8.self) == Self.version else { throw DecodingFault("an unknown version of jsonb") }
        text = try cell.slice(1..<cell.count, oid: .json).text()
    }
}
