/// Bytes are `bytea`, not an array of numbers.
extension UInt8: PostgresArrayElement {
    public static let postgresArrayOID = OID.bytea
    public static let acceptedArrayOIDs = [OID.bytea]

    public static func encodeArray(_ values: [UInt8], into buffer: inout EncodingBuffer) {
        buffer.append(contentsOf: values)
    }

    public static func decodeArray(_ cell: Cell) throws(DecodingFault) -> [UInt8] {
        cell.byteArray
    }
}
