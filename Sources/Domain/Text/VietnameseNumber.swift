/// Numbers as Vietnamese documents print them: points between thousands, a comma before decimals.
public enum VietnameseNumber {
    /// `1.234.567`.
    public static func text(_ number: some BinaryInteger) -> String {
        text(decimal: String(number))
    }

    /// `1.234.567,5` for `1234567.5`. Anything but an optional minus, digits, and a point with digits is passed through.
    public static func text(decimal: String) -> String {
        let unsigned = decimal.hasPrefix("-") ? decimal.dropFirst() : decimal[...]
        let parts = unsigned.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }) else { return decimal }
        let sign = decimal.hasPrefix("-") ? "-" : ""
        return sign + grouped(parts[0]) + (parts.count == 2 ? ",\(parts[1])" : "")
    }

    private static func grouped(_ digits: Substring) -> String {
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { result.append(".") }
            result.append(digit)
        }
        return result
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
