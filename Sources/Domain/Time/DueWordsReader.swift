/// Reads the folded words of a deadline from left to right.
///
///     deadline = { filler } [ "truoc" ] period
///     period   = [ "ngay" ] date | "thang" month | "quy" quarter | n "thang" ( "dau" | "cuoi" ) "nam" | "nam" [ year ]
struct DueWordsReader {
    private enum Token: Equatable {
        case word(Substring)
        case number(Int, digits: Int)
        case mark(Character)
    }

    /// First and last day of what the words name.
    private typealias Period = (first: CivilDate, last: CivilDate)

    private var tokens: ArraySlice<Token>
    private let year: Int

    init(_ folded: String, year: Int) {
        var found = Self.tokens(of: folded)
        while let last = found.last, [.mark("."), .mark(","), .mark(";")].contains(last) { found.removeLast() }
        tokens = found[...]
        self.year = year
    }

    /// The last day in time.
    mutating func read() throws(DueWordsFault.Reason) -> CivilDate {
        if isRecurring { throw .recurring }
        while skipFiller() {}
        let before = take("truoc")
        let start = tokens
        let period = try readPeriod()
        guard tokens.isEmpty else { throw .notUnderstood }
        guard before else { return period.last }
        // “Trước 6 tháng đầu năm” names no day that two readers would agree on.
        if case .number = start.first, start.dropFirst().first == .word("thang"), period.first.days(to: period.last) > 0 {
            throw .notUnderstood
        }
        return period.first.adding(days: -1)
    }

    // MARK: Around the period

    private static let fillers: [[Substring]] = [
        ["thoi", "han"], ["han", "cuoi"], ["han"], ["hoan", "thanh"], ["thuc", "hien"], ["xong"], ["cham", "nhat"], ["muon", "nhat"],
        ["tre", "nhat"], ["khong", "qua"], ["khong", "muon", "hon"], ["la"], ["vao"], ["trong"], ["den"], ["het"], ["cuoi"],
    ]

    private mutating func skipFiller() -> Bool {
        if tokens.first == .mark(":") {
            tokens.removeFirst()
            return true
        }
        for filler in Self.fillers where tokens.starts(with: filler.map(Token.word)) {
            tokens.removeFirst(filler.count)
            return true
        }
        return false
    }

    private static let recurringWords: [[Substring]] = [
        ["hang", "ngay"], ["hang", "tuan"], ["hang", "thang"], ["hang", "quy"], ["hang", "nam"], ["dinh", "ky"], ["moi", "thang"],
        ["moi", "quy"], ["moi", "tuan"], ["moi", "nam"],
    ]

    private var isRecurring: Bool {
        tokens.indices.contains { index in
            Self.recurringWords.contains { tokens[index...].starts(with: $0.map(Token.word)) }
        }
    }

    // MARK: Periods

    private mutating func readPeriod() throws(DueWordsFault.Reason) -> Period {
        if take("ngay") { return try readDay() }
        if take("thang") { return try months(through: try readNumber(), count: 1, year: try readYear()) }
        if take("quy") { return try readQuarter() }
        if take("ca") || tokens.first == .word("nam") { return try readWholeYear() }
        if let period = try readMonthsOfYear() { return period }
        if let period = try readMonthAndYear() { return period }
        return try readDay()
    }

    /// `30/6/2030`, `30-6`, `30.6.2030`, `2030-06-30`, `30 thang 6 nam 2030`.
    private mutating func readDay() throws(DueWordsFault.Reason) -> Period {
        guard case .number(let first, let digits) = tokens.popFirst() else { throw .notUnderstood }
        if digits == 4 {
            guard take(mark: "-") else { throw .notUnderstood }
            let month = try readNumber()
            guard take(mark: "-") else { throw .notUnderstood }
            return try day(try readNumber(), month: month, year: first)
        }
        let separator = takeSeparator()
        guard separator != nil || take("thang") else { throw .notUnderstood }
        let month = try readNumber()
        if let separator {
            if take(mark: separator) { return try day(first, month: month, year: try readYearNumber()) }
            if takeSeparator() != nil { throw .notUnderstood }
        }
        return try day(first, month: month, year: try readYear())
    }

    /// `II`, `2`, with or without a year.
    private mutating func readQuarter() throws(DueWordsFault.Reason) -> Period {
        let quarter: Int
        switch tokens.popFirst() {
        case .number(let number, _): quarter = number
        case .word(let word):
            guard let number = Self.quarters[word] else { throw .notUnderstood }
            quarter = number
        default: throw .notUnderstood
        }
        guard (1...4).contains(quarter) else { throw .noSuchDate }
        return try months(through: quarter * 3, count: 3, year: try readYear())
    }

    private static let quarters: [Substring: Int] = [
        "i": 1, "ii": 2, "iii": 3, "iv": 4, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4,
    ]

    /// `nam 2030`, `nam`, `ca nam 2030`.
    private mutating func readWholeYear() throws(DueWordsFault.Reason) -> Period {
        guard take("nam") else { throw .notUnderstood }
        let year = tokens.isEmpty || take("nay") ? self.year : try readYearNumber()
        return try months(through: 12, count: 12, year: year)
    }

    /// `6 thang dau nam 2030`, `3 thang cuoi nam`; nil when the words are of another form.
    private mutating func readMonthsOfYear() throws(DueWordsFault.Reason) -> Period? {
        let count: Int
        switch tokens.first {
        case .number(let number, _): count = number
        case .word(let word):
            guard let number = Self.monthCounts[word] else { return nil }
            count = number
        default: return nil
        }
        let rest = tokens.dropFirst()
        let fromStart = rest.starts(with: [.word("thang"), .word("dau")])
        guard fromStart || rest.starts(with: [.word("thang"), .word("cuoi")]) else { return nil }
        tokens = rest.dropFirst(2)
        guard (1...12).contains(count) else { throw .noSuchDate }
        guard take("nam") else { throw .notUnderstood }
        let year = tokens.isEmpty || take("nay") ? self.year : try readYearNumber()
        return try months(through: fromStart ? count : 12, count: count, year: year)
    }

    private static let monthCounts: [Substring: Int] = ["ba": 3, "sau": 6, "chin": 9]

    /// `6/2030`; nil when the words are of another form.
    private mutating func readMonthAndYear() throws(DueWordsFault.Reason) -> Period? {
        let three = Array(tokens.prefix(3))
        guard three.count == 3, case .number(let month, 1...2) = three[0], three[1] == .mark("/") || three[1] == .mark("-"),
            case .number(let year, digits: 4) = three[2]
        else { return nil }
        tokens.removeFirst(3)
        return try months(through: month, count: 1, year: year)
    }

    // MARK: Parts

    /// `/2030`, `-2030`, `nam 2030`, `, nam 2030`, `nam nay`; the year of the context when nothing of the kind follows.
    private mutating func readYear() throws(DueWordsFault.Reason) -> Int {
        if tokens.isEmpty { return year }
        if takeSeparator() != nil { return try readYearNumber() }
        if tokens.first == .mark(",") { tokens.removeFirst() }
        guard take("nam") else { throw .notUnderstood }
        return take("nay") ? year : try readYearNumber()
    }

    private mutating func readYearNumber() throws(DueWordsFault.Reason) -> Int {
        guard case .number(let number, let digits) = tokens.popFirst() else { throw .notUnderstood }
        guard digits >= 4 else { throw .shortYear }
        return number
    }

    private mutating func readNumber() throws(DueWordsFault.Reason) -> Int {
        guard case .number(let number, 1...2) = tokens.popFirst() else { throw .notUnderstood }
        return number
    }

    private mutating func take(_ word: Substring) -> Bool {
        guard tokens.first == .word(word) else { return false }
        tokens.removeFirst()
        return true
    }

    private mutating func take(mark: Character) -> Bool {
        guard tokens.first == .mark(mark) else { return false }
        tokens.removeFirst()
        return true
    }

    private mutating func takeSeparator() -> Character? {
        ["/", "-", "."].first { take(mark: $0) }
    }

    private func day(_ day: Int, month: Int, year: Int) throws(DueWordsFault.Reason) -> Period {
        guard let date = CivilDate(year: year, month: month, day: day) else { throw .noSuchDate }
        return (date, date)
    }

    private func months(through last: Int, count: Int, year: Int) throws(DueWordsFault.Reason) -> Period {
        guard let first = CivilDate(year: year, month: last - count + 1, day: 1), let end = CivilDate(year: year, month: last, day: 1)
        else { throw .noSuchDate }
        return (first, end.endOfMonth)
    }

    private static func tokens(of text: String) -> [Token] {
        var tokens: [Token] = []
        var rest = text[...]
        while let first = rest.first {
            if first.isASCII, first.isNumber {
                let digits = rest.prefix { $0.isASCII && $0.isNumber }
                // More digits than any year has stay a number that no form accepts.
                tokens.append(.number(Int(digits.prefix(9)) ?? 0, digits: digits.count))
                rest.removeFirst(digits.count)
            } else if first.isLetter {
                let letters = rest.prefix(while: \.isLetter)
                tokens.append(.word(letters))
                rest.removeFirst(letters.count)
            } else {
                if !first.isWhitespace { tokens.append(.mark(first)) }
                rest.removeFirst()
            }
        }
        return tokens
    }
}
