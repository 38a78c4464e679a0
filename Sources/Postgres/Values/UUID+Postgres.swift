public import FoundationEssentials

extension UUID: PostgresCodable {
    public static let postgresOID = OID.uuid
    public static let acceptedOIDs = [OID.uuid]
    public static func accepts(_ oid: OID) -> Bool { oid == .uuid }

    public func encode(into buffer: inout EncodingBuffer) {
        unsafe Swift.withUnsafeBytes(of: uuid) { unsafe buffer.append(contentsOf: $0) }
    }

    public init(decoding cell: Cell) throws(DecodingFault) {
        guard cell.count == 16 else { throw DecodingFault("\(cell.count) bytes where 16 were expected") }
        self.init(uuid: try cell.loadUnaligned(as: uuid_t.self))
    }
}
