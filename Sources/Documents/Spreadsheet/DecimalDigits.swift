import Foundation

/// A number as a spreadsheet shows it: its 15 significant digits, which is all that a spreadsheet keeps for certain.
struct DecimalDigits {
    /// With a point, without an exponent.
    let text: String

    init(_ value: Double) {
        // `d.dddde±xx`
        let scientific = String(format: "%.14e", value)
        let parts = scientific.split(separator: "e")
        let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
        let sign = scientific.hasPrefix("-") ? "-" : ""
        let digits = parts[0].filter(\.isNumber)
        let point = exponent + 1
        let whole = point > 0 ? digits.prefix(point) + String(repeating: "0", count: max(0, point - digits.count)) : "0"
        let fraction = point > 0 ? String(digits.dropFirst(point)) : String(repeating: "0", count: -point) + digits
        let kept = String(fraction.reversed().drop { $0 == "0" }.reversed())
        text = sign + whole + (kept.isEmpty ? "" : "." + kept)
    }
}
