public import struct FoundationEssentials.UUID

extension UUID: PostgresCodable {
    public static let postgresOID = OID.uuid
    public static let acceptedOIDs = [OID.uuid]

    public func encode(into buffer: inout EncodingBuffer) {
        unsafe Swift.withUnsafeBytes(of: uuid) { unsafe buffer.append(contentsOf: $0) }
    }

    public init(decoding cell: Cell) throws(DecodingFault) {
        let high = try cell.integer(at: 0, as: UInt64.self).bigEndian
        let low = try cell.integer(at: 8, as: UInt64.self).bigEndian
        guard cell.count == 16 else { throw DecodingFault("\(cell.count) bytes where 16 were expected") }
        self.init(uuid: unsafe unsafeBitCast((high, low), to: uuid_t.self))
    }
}
