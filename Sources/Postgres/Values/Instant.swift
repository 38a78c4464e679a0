public import struct FoundationEssentials.Date

/// A point in time as `timestamptz` keeps it: microseconds, and the two infinities.
public struct Instant: Sendable, Hashable, Comparable {
    /// Microseconds since 2000-01-01T00:00:00Z, PostgreSQL's own epoch; the extreme values are the infinities.
    public let microsecondsSince2000: Int64

    /// From 1970-01-01T00:00:00Z to 2000-01-01T00:00:00Z.
    private static let epochOffset: Int64 = 946_684_800_000_000

    public static let infinity = Instant(microsecondsSince2000: .max)
    public static let minusInfinity = Instant(microsecondsSince2000: .min)

    public init(microsecondsSince2000: Int64) {
        self.microsecondsSince2000 = microsecondsSince2000
    }

    /// Stops at the infinities.
    public init(microsecondsSince1970: Int64) {
        let (shifted, overflow) = microsecondsSince1970.subtractingReportingOverflow(Self.epochOffset)
        self.init(microsecondsSince2000: overflow ? .min : shifted)
    }

    /// The nearest microsecond; stops at the infinities.
    public init(_ date: Date) {
        let seconds = date.timeIntervalSinceReferenceDate
        // Whole seconds and the rest apart: multiplied together they would lose the last digits. 978307200 s is 2001-01-01.
        let whole = seconds.rounded(.down)
        let rest = Int64(((seconds - whole) * 1_000_000).rounded())
        guard let base = Int64(exactly: whole) else {
            self = seconds < 0 ? .minusInfinity : .infinity
            return
        }
        let (scaled, tooFar) = (base + 978_307_200).multipliedReportingOverflow(by: 1_000_000)
        self = tooFar ? (base < 0 ? .minusInfinity : .infinity) : Instant(microsecondsSince1970: scaled + rest)
    }

    public var isFinite: Bool { self != .infinity && self != .minusInfinity }

    /// Nil outside the range of the type, so for the infinities too.
    public var microsecondsSince1970: Int64? {
        guard isFinite else { return nil }
        let (shifted, overflow) = microsecondsSince2000.addingReportingOverflow(Self.epochOffset)
        return overflow ? nil : shifted
    }

    /// The same point in time, as near as `Date` can hold it; the infinities become the distant past and future.
    public var date: Date {
        guard isFinite else { return self == .infinity ? .distantFuture : .distantPast }
        let (seconds, rest) = microsecondsSince2000.quotientAndRemainder(dividingBy: 1_000_000)
        // 31622400 s lie between 2000-01-01 and 2001-01-01.
        return Date(timeIntervalSinceReferenceDate: Double(seconds - 31_622_400) + Double(rest) / 1_000_000)
    }

    public static func < (lhs: Instant, rhs: Instant) -> Bool {
        lhs.microsecondsSince2000 < rhs.microsecondsSince2000
    }
}

extension Instant: PostgresCodable {
    public static let postgresOID = OID.timestamptz
    public static let acceptedOIDs = [OID.timestamptz]

    public func encode(into buffer: inout EncodingBuffer) {
        buffer.append(integer: microsecondsSince2000)
    }

    public init(decoding cell: Cell) throws(DecodingFault) {
        self.init(microsecondsSince2000: try cell.integer())
    }
}

/// `timestamptz`, rounded to the microsecond. Where the last digit matters use ``Instant``.
extension Date: PostgresCodable {
    public static let postgresOID = OID.timestamptz
    public static let acceptedOIDs = [OID.timestamptz]

    public func encode(into buffer: inout EncodingBuffer) {
        Instant(self).encode(into: &buffer)
    }

    public init(decoding cell: Cell) throws(DecodingFault) {
        self = try Instant(decoding: cell).date
    }
}
