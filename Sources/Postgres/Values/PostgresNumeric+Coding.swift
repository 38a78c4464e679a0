/// The binary layout of `numeric_send`: number of base-10000 digits, weight of the first, sign, decimal digits to display, digits.
extension PostgresNumeric: PostgresCodable {
    public static let postgresOID = OID.numeric
    public static let acceptedOIDs = [OID.numeric]

    private enum Sign {
        static let positive: UInt16 = 0x0000
        static let negative: UInt16 = 0x4000
        static let notANumber: UInt16 = 0xC000
        static let infinity: UInt16 = 0xD000
        static let minusInfinity: UInt16 = 0xF000
    }

    public func encode(into buffer: inout EncodingBuffer) {
        guard let decimal = Decimal(text) else {
            let sign = self == .infinity ? Sign.infinity : self == .minusInfinity ? Sign.minusInfinity : Sign.notANumber
            for field in [0, 0, sign, 0] as [UInt16] { buffer.append(integer: field) }
            return
        }
        // Groups of four digits, counted from the point to both sides.
        let lead = Array(repeating: UInt8(0), count: (4 - decimal.whole.count % 4) % 4)
        let trail = Array(repeating: UInt8(0), count: (4 - decimal.fraction.count % 4) % 4)
        let digits = lead + decimal.whole + decimal.fraction + trail
        var groups = stride(from: 0, to: digits.count, by: 4).map { start in
            digits[start..<start + 4].reduce(UInt16(0)) { $0 * 10 + UInt16($1) }
        }
        var weight = (lead.count + decimal.whole.count) / 4 - 1
        let zeros = groups.prefix { $0 == 0 }.count
        groups.removeFirst(zeros)
        weight = groups.isEmpty ? 0 : weight - zeros
        while groups.last == 0 { groups.removeLast() }

        buffer.append(integer: UInt16(groups.count))
        buffer.append(integer: Int16(weight))
        buffer.append(integer: decimal.negative ? Sign.negative : Sign.positive)
        buffer.append(integer: UInt16(decimal.fraction.count))
        for group in groups { buffer.append(integer: group) }
    }

    public init(decoding cell: Cell) throws(DecodingFault) {
        let count = Int(try cell.integer(at: 0, as: UInt16.self))
        let weight = Int(try cell.integer(at: 2, as: Int16.self))
        let sign = try cell.integer(at: 4, as: UInt16.self)
        let scale = Int(try cell.integer(at: 6, as: UInt16.self))
        switch sign {
        case Sign.notANumber: self = .notANumber
        case Sign.infinity: self = .infinity
        case Sign.minusInfinity: self = .minusInfinity
        case Sign.positive, Sign.negative:
            let wholeGroups = max(weight + 1, 0)
            let allGroups = wholeGroups + (scale + 3) / 4
            var digits: [UInt8] = []
            digits.reserveCapacity(allGroups * 4)
            for position in 0..<allGroups {
                let index = weight - (wholeGroups - 1 - position)
                let group = (0..<count).contains(index) ? try cell.integer(at: 8 + 2 * index, as: UInt16.self) : 0
                guard group < 10_000 else { throw DecodingFault("a damaged numeric") }
                for power in [1_000, 100, 10, 1] as [UInt16] { digits.append(UInt8(group / power % 10)) }
            }
            let point = wholeGroups * 4
            let decimal = Decimal(
                negative: sign == Sign.negative, whole: Array(digits[..<point]), fraction: Array(digits[point..<point + scale]))
            self.init(canonical: decimal.text)
        default: throw DecodingFault("a numeric of an unknown sign")
        }
    }
}
