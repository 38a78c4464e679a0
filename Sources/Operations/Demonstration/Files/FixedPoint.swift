import Domain

/// A number with four decimals, for the exact arithmetic of planned figures.
struct FixedPoint: Hashable {
    /// The number times 10,000.
    let tenThousandths: Int

    static let zero = FixedPoint(tenThousandths: 0)

    init(tenThousandths: Int) {
        self.tenThousandths = tenThousandths
    }

    /// Reads `123` and `123.4567`.
    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let whole = Int(parts[0])
        else { return nil }
        let fraction = parts.count == 2 ? parts[1] : "0"
        guard fraction.count <= 4, let decimals = Int(fraction + String(repeating: "0", count: 4 - fraction.count)) else { return nil }
        tenThousandths = whole * 10_000 + decimals
    }

    static func + (lhs: FixedPoint, rhs: FixedPoint) -> FixedPoint {
        FixedPoint(tenThousandths: lhs.tenThousandths + rhs.tenThousandths)
    }

    static func * (number: FixedPoint, times: Int) -> FixedPoint {
        FixedPoint(tenThousandths: number.tenThousandths * times)
    }

    /// The number that lies `percent` of the way from `self` to `end`, rounded to `decimals` places, up or down.
    func part(percent: Int, to end: FixedPoint, decimals: Int, up: Bool) -> FixedPoint {
        let exact = tenThousandths * 100 + (end.tenThousandths - tenThousandths) * percent
        let grain = (decimals..<6).reduce(1) { grain, _ in grain * 10 }
        let (quotient, remainder) = exact.quotientAndRemainder(dividingBy: grain)
        let floor = remainder < 0 ? quotient - 1 : quotient
        let rounded = up && remainder != 0 ? floor + 1 : floor
        return FixedPoint(tenThousandths: rounded * grain / 100)
    }

    /// As the ledger keeps it.
    var quantity: Quantity? {
        let digits = String(tenThousandths.magnitude)
        let padded = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
        return Quantity("\(tenThousandths < 0 ? "-" : "")\(padded.dropLast(4)).\(padded.suffix(4))")
    }
}
