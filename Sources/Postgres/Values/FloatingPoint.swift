extension Float: PostgresCodable {
    public static let postgresOID = OID.float4
    public static let acceptedOIDs = [OID.float4]

    public func encode(into buffer: inout EncodingBuffer) {
        buffer.append(integer: bitPattern)
    }

    public init(decoding cell: Cell) throws(DecodingFault) {
        self.init(bitPattern: try cell.integer())
    }
}

/// Reads `real` too.
extension Double: PostgresCodable {
    public static let postgresOID = OID.float8
    public static let acceptedOIDs = [OID.float8, .float4]

    public func encode(into buffer: inout EncodingBuffer) {
        buffer.append(integer: bitPattern)
    }

    public init(decoding cell: Cell) throws(DecodingFault) {
        self = cell.oid == .float4 ? Double(try Float(decoding: cell)) : Double(bitPattern: try cell.integer())
    }
}
