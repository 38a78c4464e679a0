/// The deadlines of a periodic item as forms and tables have them (A16): days, or a rhythm, `hằng tháng từ 25/5/2023 đến 25/12/2023`.
public struct OccurrenceWords: Hashable, Sendable {
    /// Ascending, each once.
    public let days: [CivilDate]

    /// Reads days and rhythms between semicolons, commas or line breaks; words that are empty set no day. Case and missing marks make no
    /// difference.
    ///
    /// - Throws: ``OccurrenceWordsFault`` for the first that is neither. Nothing is guessed.
    public init(_ words: String) throws(OccurrenceWordsFault) {
        var found: Set<CivilDate> = []
        for part in words.split(whereSeparator: { $0.isNewline || $0 == ";" || $0 == "," }) {
            let text = VietnameseText(String(part))
            if text.isEmpty { continue }
            if let day = CivilDate(vietnamese: text.string) ?? CivilDate(text.string) {
                found.insert(day)
                continue
            }
            guard let rhythm = Recurrence(folded: text.folded) else {
                throw OccurrenceWordsFault(words: text.string, reason: .notUnderstood)
            }
            guard !rhythm.days.isEmpty else { throw OccurrenceWordsFault(words: text.string, reason: .noDay) }
            found.formUnion(rhythm.days)
        }
        days = found.sorted()
    }

    /// Days in the words by which they are read again.
    public static func text(_ days: [CivilDate]) -> String { days.map(\.vietnamese).joined(separator: "; ") }
}

/// Why words give no deadlines.
public struct OccurrenceWordsFault: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Reason: Hashable, Sendable {
        case notUnderstood
        /// A rhythm that ends before it begins.
        case noDay
    }

    public let words: String
    public let reason: Reason

    public init(words: String, reason: Reason) {
        self.words = words
        self.reason = reason
    }

    /// For the officer: what is wrong and what to write.
    public var description: String {
        switch reason {
        case .notUnderstood:
            "“\(words)” không phải kỳ hạn; ghi các ngày cách nhau bằng dấu chấm phẩy, hoặc “hằng tháng từ 25/5/2023 đến 25/12/2023”"
        case .noDay: "“\(words)” không có kỳ hạn nào; kiểm tra lại ngày đầu và ngày cuối"
        }
    }
}

extension Recurrence {
    /// `hang thang tu 25/5/2023 den 25/12/2023`, `moi quy tu ngay … den het ngay …`.
    fileprivate init?(folded words: String) {
        var rest = words.split(separator: " ").drop { ["hang", "moi", "dinh", "ky"].contains($0) }
        guard let unit = rest.popFirst() else { return nil }
        let period: Period
        switch unit {
        case "thang": period = .month
        case "quy": period = .quarter
        default: return nil
        }
        let said = rest.filter { $0 != "ngay" && $0 != "het" }.map(String.init)
        guard said.count == 4, said[0] == "tu", said[2] == "den", let first = CivilDate(vietnamese: said[1]),
            let last = CivilDate(vietnamese: said[3])
        else { return nil }
        self.init(every: period, from: first, through: last)
    }
}
