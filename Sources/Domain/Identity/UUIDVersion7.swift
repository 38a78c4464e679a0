public import FoundationEssentials

/// UUIDs of RFC 9562 version 7: 48 bits of time, then random bits, so that ids made later sort later and rows of a table stay together.
///
/// Clock and randomness come from the caller.
public enum UUIDVersion7 {
    /// - Parameters:
    ///   - milliseconds: since 1970-01-01T00:00:00Z; the lowest 48 bits count (enough until the year 10889).
    ///   - random: of which 74 bits are used.
    public static func make(atMilliseconds milliseconds: UInt64, random: (UInt16, UInt64)) -> UUID {
        func byte(_ value: UInt64, _ index: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: value >> (8 * index)) }
        let (a, b) = (UInt64(random.0), random.1)
        return UUID(
            uuid: (
                byte(milliseconds, 5), byte(milliseconds, 4), byte(milliseconds, 3), byte(milliseconds, 2), byte(milliseconds, 1),
                byte(milliseconds, 0),
                0x70 | byte(a, 1) & 0x0F, byte(a, 0),
                0x80 | byte(b, 7) & 0x3F, byte(b, 6), byte(b, 5), byte(b, 4), byte(b, 3), byte(b, 2), byte(b, 1), byte(b, 0)
            ))
    }
}

extension EntityID {
    /// A new id of version 7. The generator must not be predictable where ids reach the public.
    public static func make(atMilliseconds milliseconds: UInt64, using generator: inout some RandomNumberGenerator) -> EntityID {
        EntityID(UUIDVersion7.make(atMilliseconds: milliseconds, random: (generator.next(), generator.next())))
    }
    /// When it was made, in milliseconds since 1970, of an id of version 7.
    public var milliseconds: UInt64 {
        let bytes = uuid.uuid
        return [bytes.0, bytes.1, bytes.2, bytes.3, bytes.4, bytes.5].reduce(0) { $0 << 8 | UInt64($1) }
    }
}
