import CLibPQ

/// The binds of one statement in the form libpq takes; kept by the connection and filled anew for each statement.
struct ParameterBuffer: ~Copyable {
    private var buffer = EncodingBuffer()
    /// Start of each value in the buffer, −1 for NULL.
    private var offsets: [Int] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    /// The protocol counts parameters in sixteen bits and lengths in thirty-one.
    static let maximumCount = 65_535

    mutating func fill(_ binds: [Bind]) throws(PostgresError) {
        guard binds.count <= Self.maximumCount else {
            throw PostgresError(.protocolViolation, "\(binds.count) binds; PostgreSQL takes at most \(Self.maximumCount)")
        }
        buffer.removeAll()
        offsets.removeAll(keepingCapacity: true)
        lengths.removeAll(keepingCapacity: true)
        while formats.count < binds.count { formats.append(1) }
        for (index, bind) in binds.enumerated() {
            guard let value = bind.value else {
                offsets.append(-1)
                lengths.append(0)
                continue
            }
            let start = buffer.count
            value.encode(into: &buffer)
            guard let length = Int32(exactly: buffer.count - start) else {
                throw PostgresError(.protocolViolation, "bind $\(index + 1) is larger than the protocol can carry")
            }
            offsets.append(start)
            lengths.append(length)
        }
        // A value of no bytes needs an address too: NULL would make it NULL.
        buffer.append(0)
    }

    borrowing func withPointers(
        _ body: (Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> Bool
    ) -> Bool {
        guard !offsets.isEmpty else { return body(0, nil, nil, nil) }
        return unsafe buffer.bytes.withUnsafeBytes { bytes in
            let base = unsafe bytes.baseAddress!.assumingMemoryBound(to: CChar.self)
            return unsafe withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: offsets.count) { values in
                for (index, offset) in offsets.enumerated() {
                    unsafe values.initializeElement(at: index, to: offset < 0 ? nil : base + offset)
                }
                return unsafe body(Int32(offsets.count), UnsafePointer(values.baseAddress!), lengths, formats)
            }
        }
    }
}
