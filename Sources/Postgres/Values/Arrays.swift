import struct FoundationEssentials.Date
import struct FoundationEssentials.UUID

/// A type whose Swift arrays can be bound and read as PostgreSQL arrays of one dimension.
///
/// Whatever is ``PostgresEncodable`` and ``PostgresDecodable`` conforms without code.
public protocol PostgresArrayElement: Sendable {
    static var postgresArrayOID: OID { get }
    static var acceptedArrayOIDs: [OID] { get }
    static func encodeArray(_ values: [Self], into buffer: inout EncodingBuffer)
    static func decodeArray(_ cell: Cell) throws(DecodingFault) -> [Self]
}

extension Array: PostgresEncodable where Element: PostgresArrayElement {
    public static var postgresOID: OID { Element.postgresArrayOID }

    public func encode(into buffer: inout EncodingBuffer) {
        Element.encodeArray(self, into: &buffer)
    }
}

extension Array: PostgresDecodable where Element: PostgresArrayElement {
    public static var acceptedOIDs: [OID] { Element.acceptedArrayOIDs }

    public init(decoding cell: Cell) throws(DecodingFault) {
        self = try Element.decodeArray(cell)
    }
}

extension PostgresArrayElement where Self: PostgresCodable {
    public static var postgresArrayOID: OID { postgresOID.array }
    public static var acceptedArrayOIDs: [OID] { acceptedOIDs.map(\.array) }

    public static func encodeArray(_ values: [Self], into buffer: inout EncodingBuffer) {
        ArrayFormat.encode(values, hasNull: false, element: postgresOID, into: &buffer) { $0 }
    }

    public static func decodeArray(_ cell: Cell) throws(DecodingFault) -> [Self] {
        try ArrayFormat.decode(cell) { element throws(DecodingFault) in
            guard let element else { throw DecodingFault("a NULL element in an array of \(Self.self)") }
            return try Self(decoding: element)
        }
    }
}

/// `[T?]`: arrays in which NULL stands for nil.
extension Optional: PostgresArrayElement where Wrapped: PostgresCodable {
    public static var postgresArrayOID: OID { Wrapped.postgresOID.array }
    public static var acceptedArrayOIDs: [OID] { Wrapped.acceptedOIDs.map(\.array) }

    public static func encodeArray(_ values: [Wrapped?], into buffer: inout EncodingBuffer) {
        ArrayFormat.encode(values, hasNull: values.contains { $0 == nil }, element: Wrapped.postgresOID, into: &buffer) { $0 }
    }

    public static func decodeArray(_ cell: Cell) throws(DecodingFault) -> [Wrapped?] {
        try ArrayFormat.decode(cell) { element throws(DecodingFault) in
            guard let element else { return nil }
            return try Wrapped(decoding: element)
        }
    }
}

extension Bool: PostgresArrayElement {}
extension Int16: PostgresArrayElement {}
extension Int32: PostgresArrayElement {}
extension Int64: PostgresArrayElement {}
extension Int: PostgresArrayElement {}
extension UInt32: PostgresArrayElement {}
extension UInt64: PostgresArrayElement {}
extension Float: PostgresArrayElement {}
extension Double: PostgresArrayElement {}
extension String: PostgresArrayElement {}
extension UUID: PostgresArrayElement {}
extension Instant: PostgresArrayElement {}
extension Date: PostgresArrayElement {}
extension PostgresDate: PostgresArrayElement {}
extension PostgresNumeric: PostgresArrayElement {}
extension JSONText: PostgresArrayElement {}
extension OID: PostgresArrayElement {}

/// The binary layout of `array_send`: dimensions, a flag for NULLs, element type, then per dimension length and lower bound, then the
/// elements, each behind its length.
private enum ArrayFormat {
    static func encode<T>(
        _ values: [T], hasNull: Bool, element: OID, into buffer: inout EncodingBuffer, _ wrapped: (T) -> (any PostgresEncodable)?
    ) {
        buffer.append(integer: Int32(values.isEmpty ? 0 : 1))
        buffer.append(integer: Int32(hasNull ? 1 : 0))
        buffer.append(integer: element.rawValue)
        guard !values.isEmpty else { return }
        buffer.append(integer: Int32(values.count))
        buffer.append(integer: Int32(1))
        for value in values {
            buffer.append(prefixed: wrapped(value))
        }
    }

    static func decode<T>(_ cell: Cell, _ read: (Cell?) throws(DecodingFault) -> T) throws(DecodingFault) -> [T] {
        let dimensions = try cell.integer(at: 0, as: Int32.self)
        guard dimensions > 0 else { return [] }
        guard dimensions == 1 else { throw DecodingFault("an array of \(dimensions) dimensions") }
        let element = OID(rawValue: try cell.integer(at: 8, as: UInt32.self))
        let count = Int(try cell.integer(at: 12, as: Int32.self))
        // Every element has at least its length, so a count beyond that is damaged and must not reserve memory.
        guard count >= 0, count <= cell.count / 4 else { throw DecodingFault("an array with a damaged length") }
        var values: [T] = []
        values.reserveCapacity(count)
        var offset = 20
        for _ in 0..<count {
            let length = Int(try cell.integer(at: offset, as: Int32.self))
            offset += 4
            guard length >= 0 else {
                values.append(try read(nil))
                continue
            }
            guard offset + length <= cell.count else { throw DecodingFault("an array that is cut short") }
            values.append(try read(cell.slice(offset..<offset + length, oid: element)))
            offset += length
        }
        return values
    }
}
