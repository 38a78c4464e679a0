/// A number of a target, exact: up to 15 digits before and 10 after the decimal point.
///
/// Stored as a whole number of ten-thousand-millionths. That takes 25 digits, and judging multiplies a quantity by percents and powers of
/// ten only, never by another quantity, so 128 bits hold every intermediate result (at most 2·10³¹).
public struct Quantity: Hashable, Sendable {
    /// The quantity times 10¹⁰.
    let scaled: Int128

    static let fractionDigits = 10
    private static let one: Int128 = 10_000_000_000

    /// Reads `-?[0-9]{1,15}(\.[0-9]{1,10})?` and nothing else.
    public init?(_ text: String) {
        let isNegative = text.utf8.first == UInt8(ascii: "-")
        let parts = text.utf8.dropFirst(isNegative ? 1 : 0).split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = Self.number(parts[0], digits: 1...15) else { return nil }
        var scaled = whole * Self.one
        if parts.count == 2 {
            guard let fraction = Self.number(parts[1], digits: 1...Self.fractionDigits) else { return nil }
            scaled += (parts[1].count..<Self.fractionDigits).reduce(fraction) { shifted, _ in shifted * 10 }
        }
        self.scaled = isNegative ? -scaled : scaled
    }

    /// A whole number, at most 15 digits of which count.
    public init?(_ whole: Int) {
        self.init(String(whole))
    }

    private static func number(_ digits: Substring.UTF8View.SubSequence, digits count: ClosedRange<Int>) -> Int128? {
        guard count.contains(digits.count) else { return nil }
        var number: Int128 = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            number = number * 10 + Int128(digit - UInt8(ascii: "0"))
        }
        return number
    }
}

extension Quantity: Comparable {
    public static func < (lhs: Quantity, rhs: Quantity) -> Bool { lhs.scaled < rhs.scaled }
}

extension Quantity: LosslessStringConvertible {
    /// The shortest text of the quantity: no leading zeros, no trailing zeros after the point.
    public var description: String {
        DecimalText.make(scaled, fractionDigits: Self.fractionDigits)
    }

    /// As documents print it: `1.234.567,5`.
    public var vietnamese: String { VietnameseNumber.text(decimal: description) }
}

extension Quantity: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let quantity = Quantity(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "“\(text)” is not a decimal number of the ledger")
        }
        self = quantity
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// The text of a whole number of decimal fractions.
enum DecimalText {
    static func make(_ scaled: Int128, fractionDigits: Int) -> String {
        var digits = String(scaled.magnitude)
        digits = String(repeating: "0", count: max(0, fractionDigits + 1 - digits.count)) + digits
        let whole = digits.dropLast(fractionDigits)
        var fraction = digits.suffix(fractionDigits)
        while fraction.last == "0" { fraction.removeLast() }
        return (scaled < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : ".\(fraction)")
    }
}
