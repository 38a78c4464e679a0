import Domain

/// A seal as it stands in the database; nothing of it is believed before it is computed anew.
struct AuditSeal {
    let seq: Int64
    let previous: [UInt8]
    let first: AuditPlace
    let last: AuditPlace
    let count: Int32
    let root: [UInt8]
    /// Microseconds since 1970-01-01T00:00:00Z.
    let sealedAt: Int64
    let hash: [UInt8]
    let leaves: [Leaf]

    /// Where an entry stood, and its hash, when it was sealed.
    struct Leaf: Hashable {
        let place: AuditPlace
        let hash: [UInt8]

        static let byteCount = 52

        /// Nil where the bytes are not whole leaves.
        static func all(in bytes: [UInt8]) -> [Leaf]? {
            guard bytes.count.isMultiple(of: byteCount) else { return nil }
            return stride(from: 0, to: bytes.count, by: byteCount).map { start in
                func number(_ offset: Int, _ length: Int) -> UInt64 {
                    bytes[start + offset..<start + offset + length].reduce(0) { $0 << 8 | UInt64($1) }
                }
                return Leaf(
                    place: AuditPlace(
                        epoch: Int32(truncatingIfNeeded: number(0, 4)), xid: number(4, 8), id: Int64(bitPattern: number(12, 8))),
                    hash: Array(bytes[start + 20..<start + byteCount]))
            }
        }
    }

    var head: AuditHead {
        AuditHead(seq: seq, hash: AuditCanonical.hexadecimal(hash), sealedAtMicroseconds: sealedAt)
    }
}
