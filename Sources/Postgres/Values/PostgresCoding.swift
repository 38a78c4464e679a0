/// A value that can be bound to a statement, in PostgreSQL's binary format.
///
/// A type of another module conforms by forwarding to what it wraps; a `RawRepresentable` one (an enum of strings, an id around a
/// UUID) needs no code at all:
///
/// ```swift
/// extension Campaign.State: PostgresEncodable, PostgresDecodable {}
/// ```
public protocol PostgresEncodable: Sendable {
    /// The type that the server is told, so that NULL stays typed too.
    static var postgresOID: OID { get }
    func encode(into buffer: inout EncodingBuffer)
}

/// A value that can be read from a column, from PostgreSQL's binary format.
public protocol PostgresDecodable: Sendable {
    /// The column types from which this type is read; any other is a ``DecodingFault`` before a byte is looked at.
    static var acceptedOIDs: [OID] { get }
    /// Whether the type is one of ``acceptedOIDs``. Asked at every cell: what fills long lists answers without making the array.
    static func accepts(_ oid: OID) -> Bool
    init(decoding cell: Cell) throws(DecodingFault)
}

extension PostgresDecodable {
    @inlinable
    public static func accepts(_ oid: OID) -> Bool { acceptedOIDs.contains(oid) }
}

public typealias PostgresCodable = PostgresEncodable & PostgresDecodable

extension PostgresEncodable where Self: RawRepresentable, RawValue: PostgresEncodable {
    public static var postgresOID: OID { RawValue.postgresOID }

    public func encode(into buffer: inout EncodingBuffer) {
        rawValue.encode(into: &buffer)
    }
}

extension PostgresDecodable where Self: RawRepresentable, RawValue: PostgresDecodable {
    public static var acceptedOIDs: [OID] { RawValue.acceptedOIDs }
    @inlinable
    public static func accepts(_ oid: OID) -> Bool { RawValue.accepts(oid) }

    @inlinable
    public init(decoding cell: Cell) throws(DecodingFault) {
        let raw = try RawValue(decoding: cell)
        guard let value = Self(rawValue: raw) else { throw DecodingFault("the value is not one of \(Self.self)") }
        self = value
    }
}
