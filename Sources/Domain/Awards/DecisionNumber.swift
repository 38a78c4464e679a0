/// Số, ký hiệu of a decision or công văn about awards in one normal form: `5`, `5/qđ-ubnd` and `05/QĐ-UBND` are one number of its series.
public struct DecisionNumber: Sendable {
    /// By which the database knows it: `5/QĐ-UBND`. As `core.decision_key`.
    public let key: String
    /// As it is recorded and printed: below 10 with a zero before it (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.3); what stands in brackets behind
    /// it, as it was typed.
    public let text: String

    /// - Parameters:
    ///   - typed: as the clerk gave it, with or without its symbol.
    ///   - symbol: of the series, where it is typed without; nil: it has none.
    public init(_ typed: String, symbol: String? = Self.ofTheProvince) {
        let typed = VietnameseText(typed).string
        let (written, remark) = (typed.prefix { $0 != "(" }, typed.drop { $0 != "(" })
        var rest = Self.normal(written)[...]
        while rest.first == "0", rest.dropFirst().first.map(Self.isDigit) == true { rest.removeFirst() }
        let whole = rest.isEmpty || rest.contains("/") ? String(rest) : "\(rest)\(symbol.map { "/\($0.uppercased())" } ?? "")"
        key = whole + Self.normal(remark)
        let number = whole.prefix { $0 != "/" }
        let padded = number.count == 1 && number.allSatisfy(Self.isDigit) ? "0\(whole)" : whole
        text = padded + (!padded.isEmpty && written.last?.isWhitespace == true ? " " : "") + remark
    }

    /// Decisions of a people's committee and its chairman.
    public static let ofTheProvince = "QĐ-UBND"

    private static func normal(_ text: Substring) -> String { text.filter { !$0.isWhitespace }.uppercased() }

    private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
}

extension DecisionNumber: Hashable {
    public static func == (one: Self, other: Self) -> Bool { one.key == other.key }

    public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}
