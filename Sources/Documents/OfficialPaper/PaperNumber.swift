public import Domain

/// Số, ký hiệu (ô số 3). The number comes from the clerk's series after signing; until then its place stays open (domain.md 2.4).
public struct PaperNumber: Sendable, Hashable {
    /// As the clerk gave it; nil: not yet.
    public let number: String?
    /// Abbreviation of the kind and of the body, without spaces: `QĐ-UBND`; what stands in brackets behind it, as it was given.
    public let symbol: String

    public init(_ number: String?, symbol: String) {
        self.number = number.flatMap { VietnameseText($0).isEmpty ? nil : VietnameseText($0).string }
        let (written, remark) = (symbol.prefix { $0 != "(" }, symbol.drop { $0 != "(" })
        self.symbol = written.filter { !$0.isWhitespace } + (!remark.isEmpty && written.last?.isWhitespace == true ? " " : "") + remark
    }

    /// `Số: 05/QĐ-UBND`: below 10 with a zero before it.
    public var line: String { "Số: \(reference)" }

    /// `số 05/QĐ-UBND`, inside a sentence; open as long as there is no number.
    public var quoted: String { "số \(reference)" }

    /// `05/QĐ-UBND`.
    public var reference: String { "\(number.map { Self.padded($0) } ?? Self.open)/\(symbol)" }

    /// Spaces that neither break nor shrink, for the clerk to write in.
    private static let open = String(repeating: "\u{A0}", count: 8)

    /// Of a number with or without its symbol: below 10 with a zero before it.
    static func padded(_ number: String) -> String {
        let digits = number.prefix { $0 != "/" }
        return digits.count == 1 && digits.allSatisfy { $0.isASCII && $0.isNumber } ? "0\(number)" : number
    }
}

/// Địa danh và thời gian ban hành (ô số 4).
public struct PaperDate: Sendable, Hashable {
    public let place: String
    /// Nil: still to be signed.
    public let signedOn: CivilDate?
    /// Of the draft, while it is not signed.
    public let year: Int

    public init(_ place: String, signedOn: CivilDate) {
        self.place = place
        self.signedOn = signedOn
        year = signedOn.year
    }

    /// Open, for a paper of that year.
    public init(_ place: String, year: Int) {
        self.place = place
        signedOn = nil
        self.year = year
    }

    /// `Cà Mau, ngày 05 tháng 02 năm 2023`.
    public var line: String { "\(place), \(signedOn.map(\.inWords) ?? Self.open(year))" }

    /// Day and month to be written in by hand.
    static func open(_ year: Int) -> String {
        let gap = String(repeating: "\u{A0}", count: 6)
        return "ngày\(gap)tháng\(gap)năm \(year)"
    }
}

extension CivilDate {
    /// `ngày 05 tháng 02 năm 2023`: a zero before days below 10 and before the months 1 and 2 alone (ô số 4).
    var inWords: String { "ngày \(paddedDay) tháng \(paddedMonth) năm \(year)" }

    /// `ngày 05/02/2023`, as texts quote other papers.
    var inText: String { "ngày \(inPapers)" }

    /// `05/02/2023`, `10/7/2023`: as ``inText``, without its word.
    public var inPapers: String { "\(paddedDay)/\(paddedMonth)/\(year)" }

    private var paddedDay: String { day < 10 ? "0\(day)" : "\(day)" }
    private var paddedMonth: String { month < 3 ? "0\(month)" : "\(month)" }
}
