extension Quantity {
    /// Reads a number as a Vietnamese table has it: `7,5`, `1.234,5`, `24.000`, also `7.5`, which can mean nothing else.
    ///
    /// A point before exactly three digits separates thousands (but `0.500` is a half), a comma comes before decimals. Nil for anything
    /// else.
    public init?(vietnamese text: String) {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count) else { return nil }
        let isNegative = parts[0].hasPrefix("-")
        let groups = (isNegative ? parts[0].dropFirst() : parts[0]).split(separator: ".", omittingEmptySubsequences: false)
        let whole: String
        if groups.count == 1 {
            whole = String(groups[0])
        } else if groups[0] != "0", (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) {
            whole = groups.joined()
        } else if groups.count == 2, parts.count == 1 {
            whole = groups.joined(separator: ".")
        } else {
            return nil
        }
        self.init((isNegative ? "-" : "") + whole + (parts.count == 2 ? ".\(parts[1])" : ""))
    }
}

extension TargetMeasure.Direction {
    /// Reads what a table says of the side of a target; nil for other words. Marks and case make no difference.
    public init?(vietnamese text: String) {
        switch VietnameseText(text).folded {
        case ">=", "≥", "tu", "toi thieu", "it nhat", "tro len", "tu ... tro len", "khong thap hon", "khong duoi", "atleast":
            self = .atLeast
        case ">", "tren", "hon", "lon hon", "cao hon", "morethan": self = .moreThan
        case "<=", "≤", "toi da", "khong qua", "tro xuong", "nhieu nhat", "khong cao hon", "khong tren", "atmost": self = .atMost
        case "<", "duoi", "nho hon", "thap hon", "lessthan": self = .lessThan
        default: return nil
        }
    }

    public var vietnamese: String {
        switch self {
        case .atLeast: "từ … trở lên"
        case .moreThan: "trên"
        case .atMost: "không quá"
        case .lessThan: "dưới"
        }
    }
}
