/// A value that goes to the server beside the statement.
///
/// It is encoded on the connection's own thread when it is sent, into a buffer that the connection keeps; making a bind
/// therefore costs no bytes of its own.
public struct Bind: Sendable {
    let value: (any PostgresEncodable)?
    /// The type that PostgreSQL is told, also for NULL.
    public let oid: OID
    /// Where the number of the placeholder starts in the text, in bytes.
    let mark: Int

    /// The binary form that is sent, nil for NULL.
    public var bytes: [UInt8]? {
        guard let value else { return nil }
        var buffer = EncodingBuffer()
        value.encode(into: &buffer)
        return buffer.bytes
    }
}
