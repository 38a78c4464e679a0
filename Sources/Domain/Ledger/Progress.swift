/// How far an item has come, as an exact fraction of 100 percent. May lie below 0 and above 100.
public struct Progress: Hashable, Sendable {
    /// Percents times ``denominator``.
    private let numerator: Int128
    /// Always positive.
    private let denominator: Int128

    public static let none = Progress(percent: 0)
    public static let complete = Progress(percent: 100)

    public init(percent: Int) {
        numerator = Int128(percent)
        denominator = 1
    }

    /// `100 · part / whole`; `whole` must be positive.
    init(part: Int128, whole: Int128) {
        numerator = 100 * part
        denominator = whole
    }

    /// Compared exactly, nothing rounded.
    public func isBelow(percent: Int) -> Bool {
        numerator < Int128(percent) * denominator
    }

    /// Clipped to 0…100 percent and rounded down to four decimals, in ten-thousandths of a percent: 0 to 1,000,000.
    public var clippedTenThousandths: Int {
        Int(min(max(roundedDown, 0), 1_000_000))
    }

    /// As shown to officers, rounded down to four decimals so that it never contradicts a verdict: `49,9999%`.
    public var vietnamese: String {
        VietnameseNumber.text(decimal: DecimalText.make(roundedDown, fractionDigits: 4)) + "%"
    }

    /// Ten-thousandths of a percent, towards minus infinity.
    private var roundedDown: Int128 {
        let (quotient, remainder) = (numerator * 10_000).quotientAndRemainder(dividingBy: denominator)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
