/// A civil day as `date` keeps it, and the two infinities.
public struct PostgresDate: Sendable, Hashable, Comparable {
    /// Days since 2000-01-01, PostgreSQL's own epoch; the extreme values are the infinities.
    public let daysSince2000: Int32

    /// From 1970-01-01 to 2000-01-01.
    private static let epochOffset: Int32 = 10_957

    public static let infinity = PostgresDate(daysSince2000: .max)
    public static let minusInfinity = PostgresDate(daysSince2000: .min)

    public init(daysSince2000: Int32) {
        self.daysSince2000 = daysSince2000
    }

    /// Stops at −infinity.
    public init(daysSince1970: Int32) {
        let (shifted, overflow) = daysSince1970.subtractingReportingOverflow(Self.epochOffset)
        self.init(daysSince2000: overflow ? .min : shifted)
    }

    public var isFinite: Bool { self != .infinity && self != .minusInfinity }

    /// Nil for the infinities and beyond the range of the type.
    public var daysSince1970: Int32? {
        guard isFinite else { return nil }
        let (shifted, overflow) = daysSince2000.addingReportingOverflow(Self.epochOffset)
        return overflow ? nil : shifted
    }

    public static func < (lhs: PostgresDate, rhs: PostgresDate) -> Bool {
        lhs.daysSince2000 < rhs.daysSince2000
    }
}

extension PostgresDate: PostgresCodable {
    public static let postgresOID = OID.date
    public static let acceptedOIDs = [OID.date]

    public func encode(into buffer: inout EncodingBuffer) {
        buffer.append(integer: daysSince2000)
    }

    public init(decoding cell: Cell) throws(DecodingFault) {
        self.init(daysSince2000: try cell.integer())
    }
}
