/// One non-null value of a row, in PostgreSQL's binary format.
///
/// It keeps the result that it points into alive, so holding on to a cell is safe, if wasteful.
@safe public struct Cell {
    private let bytes: UnsafeRawBufferPointer
    private let owner: ResultSet?
    /// The type that the server gave the column.
    public let oid: OID

    init(_ bytes: UnsafeRawBufferPointer, oid: OID, owner: ResultSet?) {
        unsafe self.bytes = unsafe bytes
        self.oid = oid
        self.owner = owner
    }

    /// Length in bytes.
    public var count: Int { unsafe bytes.count }

    public var byteArray: [UInt8] { unsafe Array(bytes) }

    /// Lends the bytes without copying them.
    public func withBytes<R>(_ body: (RawSpan) throws(DecodingFault) -> R) throws(DecodingFault) -> R {
        try body(unsafe RawSpan(_unsafeBytes: bytes))
    }

    /// The whole cell as one integer in network byte order.
    public func integer<T: FixedWidthInteger>(as type: T.Type = T.self) throws(DecodingFault) -> T {
        guard unsafe bytes.count == MemoryLayout<T>.size else { throw unexpectedLength(MemoryLayout<T>.size) }
        return unsafe T(bigEndian: bytes.loadUnaligned(as: T.self))
    }

    /// The whole cell as UTF-8; bytes that are not UTF-8 are a fault.
    public func text() throws(DecodingFault) -> String {
        do {
            return String(copying: try UTF8Span(validating: unsafe Span(_unsafeBytes: bytes)))
        } catch {
            throw DecodingFault("the bytes are not UTF-8")
        }
    }

    /// A part of the cell as a cell of its own, for types that contain others.
    func slice(_ range: Range<Int>, oid: OID) -> Cell {
        unsafe Cell(UnsafeRawBufferPointer(rebasing: bytes[range]), oid: oid, owner: owner)
    }

    func integer<T: FixedWidthInteger>(at offset: Int, as type: T.Type) throws(DecodingFault) -> T {
        guard offset >= 0, unsafe offset + MemoryLayout<T>.size <= bytes.count else { throw DecodingFault("the value is cut short") }
        return unsafe T(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: T.self))
    }

    /// The first bytes as a trivial type that any bit pattern is a value of.
    func loadUnaligned<T: BitwiseCopyable>(as type: T.Type) throws(DecodingFault) -> T {
        guard unsafe bytes.count >= MemoryLayout<T>.size else { throw unexpectedLength(MemoryLayout<T>.size) }
        return unsafe bytes.loadUnaligned(as: T.self)
    }

    private func unexpectedLength(_ expected: Int) -> DecodingFault {
        DecodingFault("\(unsafe bytes.count) bytes where \(expected) were expected")
    }
}
