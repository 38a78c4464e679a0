/// Số, ký hiệu of a decision or công văn about awards in one normal form: `5`, `5/qđ-ubnd` and `05/QĐ-UBND` are one number of its series.
public struct DecisionNumber: Sendable, Hashable {
    /// By which the database knows it: `5/QĐ-UBND`. As `core.decision_key`.
    public let key: String

    /// - Parameters:
    ///   - typed: as the clerk gave it, with or without its symbol.
    ///   - symbol: of the series, where it is typed without; nil: it has none.
    public init(_ typed: String, symbol: String? = Self.ofTheProvince) {
        var rest = VietnameseText(typed).string.filter { !$0.isWhitespace }.uppercased()[...]
        while rest.first == "0", rest.dropFirst().first.map(Self.isDigit) == true { rest.removeFirst() }
        key = rest.isEmpty || rest.contains("/") ? String(rest) : "\(rest)\(symbol.map { "/\($0.uppercased())" } ?? "")"
    }

    /// Decisions of a people's committee and its chairman.
    public static let ofTheProvince = "QĐ-UBND"

    /// As it is recorded and printed: below 10 with a zero before it (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.3).
    public var text: String {
        let number = key.prefix { $0 != "/" }
        return number.count == 1 && number.allSatisfy(Self.isDigit) ? "0\(key)" : key
    }

    private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
}
