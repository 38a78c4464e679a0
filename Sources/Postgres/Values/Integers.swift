extension Bool: PostgresCodable {
    public static let postgresOID = OID.bool
    public static let acceptedOIDs = [OID.bool]
    public static func accepts(_ oid: OID) -> Bool { oid == .bool }

    public func encode(into buffer: inout EncodingBuffer) {
        buffer.append(self ? 1 : 0)
    }

    public init(decoding cell: Cell) throws(DecodingFault) {
        self = try cell.integer(as: UInt8.self) != 0
    }
}

extension Int16: PostgresCodable {
    public static let postgresOID = OID.int2
    public static let acceptedOIDs = [OID.int2]

    public func encode(into buffer: inout EncodingBuffer) {
        buffer.append(integer: self)
    }

    public init(decoding cell: Cell) throws(DecodingFault) {
        self = try cell.integer()
    }
}

/// Reads `smallint` too.
extension Int32: PostgresCodable {
    public static let postgresOID = OID.int4
    public static let acceptedOIDs = [OID.int4, .int2]
    public static func accepts(_ oid: OID) -> Bool { oid == .int4 || oid == .int2 }

    public func encode(into buffer: inout EncodingBuffer) {
        buffer.append(integer: self)
    }

    public init(decoding cell: Cell) throws(DecodingFault) {
        self = cell.oid == .int2 ? Int32(try cell.integer(as: Int16.self)) : try cell.integer()
    }
}

/// Reads `smallint` and `integer` too.
extension Int64: PostgresCodable {
    public static let postgresOID = OID.int8
    public static let acceptedOIDs = [OID.int8, .int4, .int2]
    public static func accepts(_ oid: OID) -> Bool { oid == .int8 || oid == .int4 || oid == .int2 }

    public func encode(into buffer: inout EncodingBuffer) {
        buffer.append(integer: self)
    }

    public init(decoding cell: Cell) throws(DecodingFault) {
        switch cell.oid {
        case .int4: self = Int64(try cell.integer(as: Int32.self))
        case .int2: self = Int64(try cell.integer(as: Int16.self))
        default: self = try cell.integer()
        }
    }
}

/// `bigint`, like ``Swift/Int64``.
extension Int: PostgresCodable {
    public static let postgresOID = OID.int8
    public static let acceptedOIDs = Int64.acceptedOIDs

    public func encode(into buffer: inout EncodingBuffer) {
        buffer.append(integer: Int64(self))
    }

    public init(decoding cell: Cell) throws(DecodingFault) {
        self = Int(try Int64(decoding: cell))
    }
}

/// `oid`, and what is kept as one in the catalogue.
extension UInt32: PostgresCodable {
    public static let postgresOID = OID.oid
    public static let acceptedOIDs = [OID.oid, .xid, .regclass, .regrole]

    public func encode(into buffer: inout EncodingBuffer) {
        buffer.append(integer: self)
    }

    public init(decoding cell: Cell) throws(DecodingFault) {
        self = try cell.integer()
    }
}

extension OID: PostgresCodable {}

/// `xid8`, the transaction id that does not wrap around.
extension UInt64: PostgresCodable {
    public static let postgresOID = OID.xid8
    public static let acceptedOIDs = [OID.xid8]

    public func encode(into buffer: inout EncodingBuffer) {
        buffer.append(integer: self)
    }

    public init(decoding cell: Cell) throws(DecodingFault) {
        self = try cell.integer()
    }
}
