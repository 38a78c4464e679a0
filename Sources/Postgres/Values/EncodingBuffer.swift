/// Where values are written in PostgreSQL's binary format, big-endian, one after the other.
public struct EncodingBuffer: Sendable {
    public private(set) var bytes: [UInt8] = []

    public init() {}

    public var count: Int { bytes.count }

    public mutating func append(_ byte: UInt8) {
        bytes.append(byte)
    }

    public mutating func append(contentsOf more: some Sequence<UInt8>) {
        bytes.append(contentsOf: more)
    }

    public mutating func append(utf8 text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// An integer in network byte order.
    public mutating func append<T: FixedWidthInteger>(integer value: T) {
        let bigEndian = value.bigEndian
        unsafe Swift.withUnsafeBytes(of: bigEndian) { unsafe bytes.append(contentsOf: $0) }
    }

    /// A value behind its length in bytes as four bytes, as in arrays and composites; nil is the length −1.
    public mutating func append(prefixed value: (any PostgresEncodable)?) {
        guard let value else { return append(integer: Int32(-1)) }
        let start = bytes.count
        append(integer: Int32(0))
        value.encode(into: &self)
        let length = UInt32(bytes.count - start - 4)
        for index in 0..<4 {
            bytes[start + index] = UInt8(truncatingIfNeeded: length >> (24 - 8 * UInt32(index)))
        }
    }

    mutating func removeAll() {
        // A single large value must not stay for the life of the connection.
        bytes.removeAll(keepingCapacity: bytes.capacity <= 1 << 20)
    }
}
