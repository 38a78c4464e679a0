/// A `numeric` in exact decimal text, such as `-12345.6700` or `NaN`; trailing zeros count, as in PostgreSQL.
public struct PostgresNumeric: Sendable, Hashable, CustomStringConvertible {
    /// Sign, digits, and digits after a point; or `NaN`, `Infinity`, `-Infinity`.
    public let text: String

    public static let notANumber = PostgresNumeric(canonical: "NaN")
    public static let infinity = PostgresNumeric(canonical: "Infinity")
    public static let minusInfinity = PostgresNumeric(canonical: "-Infinity")

    /// Reads an optional sign, digits and an optional point with digits behind it; nil for anything else (no exponent, no spaces).
    ///
    /// At most 16,383 digits may follow the point and 131,072 stand before it, the limits of the type.
    public init?(_ text: String) {
        if let special = ["NaN", "Infinity", "-Infinity"].first(where: { $0 == text }) {
            self.init(canonical: special)
            return
        }
        guard let decimal = Decimal(text) else { return nil }
        self.init(canonical: decimal.text)
    }

    public init(_ value: some BinaryInteger) {
        self.init(canonical: String(value))
    }

    public var description: String { text }

    init(canonical text: String) {
        self.text = text
    }
}

extension PostgresNumeric {
    /// Decimal digits apart: `negative`, those before the point (no leading zeros) and those after it.
    struct Decimal {
        var negative: Bool
        var whole: [UInt8]
        var fraction: [UInt8]

        init(negative: Bool, whole: [UInt8], fraction: [UInt8]) {
            self.whole = Array(whole.drop { $0 == 0 })
            self.fraction = fraction
            self.negative = negative && (whole + fraction).contains { $0 != 0 }
        }

        init?(_ text: String) {
            var rest = Substring(text).utf8
            let negative = rest.first == UInt8(ascii: "-")
            if negative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
            let parts = rest.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
            guard let whole = Self.digits(parts[0]), !whole.isEmpty, whole.count <= 131_072 else { return nil }
            var fraction: [UInt8] = []
            if parts.count == 2 {
                guard let digits = Self.digits(parts[1]), !digits.isEmpty, digits.count <= 16_383 else { return nil }
                fraction = digits
            }
            self.init(negative: negative, whole: whole, fraction: fraction)
        }

        var text: String {
            var text = negative ? "-" : ""
            text += whole.isEmpty ? "0" : Self.text(whole[...])
            if !fraction.isEmpty { text += "." + Self.text(fraction[...]) }
            return text
        }

        private static func digits(_ bytes: Substring.UTF8View) -> [UInt8]? {
            let zero = UInt8(ascii: "0")
            guard bytes.allSatisfy({ $0 >= zero && $0 <= zero + 9 }) else { return nil }
            return bytes.map { $0 - zero }
        }

        private static func text(_ digits: ArraySlice<UInt8>) -> String {
            String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
        }
    }
}
