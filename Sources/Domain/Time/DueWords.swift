/// A deadline in the words of the paper that set it, with the day they mean.
///
/// Rule A22: "trước ngày X" ends the day before X; "đến", "chậm nhất", "hết ngày X" end on X; a month, quarter, half-year or year
/// ends on its last day. A due day lasts until 23:59:59 in Asia/Ho_Chi_Minh, and nothing shifts when it is no working day (A23). How many days
/// something takes, ``DueSpan`` reads.
public struct DueWords: Hashable, Sendable {
    /// The words as written, composed and without stray spaces.
    public let original: String
    /// The last day in time; nil when the words set none ("Thường xuyên", or no words at all).
    public let dueOn: CivilDate?

    /// Reads the words; a date without a year is one of the given year, the campaign's.
    ///
    /// Upper and lower case, composed and decomposed letters, missing marks and trailing punctuation make no difference.
    /// - Throws: ``DueWordsFault`` when the words are not understood or name a day that does not exist. Nothing is guessed.
    public init(_ words: String, year: Int) throws(DueWordsFault) {
        let text = VietnameseText(words)
        original = text.string
        if text.isEmpty || Self.wordsForNoDueDate.contains(text.folded.trimmingPunctuation) {
            dueOn = nil
            return
        }
        var reader = DueWordsReader(text.folded, year: year)
        do throws(DueWordsFault.Reason) {
            dueOn = try reader.read()
        } catch {
            throw DueWordsFault(words: text.string, year: year, reason: error)
        }
    }

    private static let wordsForNoDueDate: Set<String> = ["thuong xuyen", "thuong xuyen, lien tuc", "thuong xuyen lien tuc"]
}

/// Why the words of a deadline give no day.
public struct DueWordsFault: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Reason: Error, Hashable, Sendable {
        /// None of the known forms.
        case notUnderstood
        /// The calendar has no such day, month or quarter.
        case noSuchDate
        /// A recurring deadline, which needs its occurrences one by one (A16).
        case recurring
        /// A year of two digits.
        case shortYear
    }

    public let words: String
    /// The year of the context, for examples.
    public let year: Int
    public let reason: Reason

    /// For the officer: what is wrong and what to write.
    public var description: String {
        switch reason {
        case .notUnderstood:
            "Không hiểu thời hạn “\(words)”. Hãy viết như “trước ngày 30/6/\(year)”, “chậm nhất ngày 30/6/\(year)”, “trong tháng 6/\(year)”, "
                + "“quý II/\(year)”, “6 tháng đầu năm \(year)”, “năm \(year)” hoặc “Thường xuyên”."
        case .noSuchDate:
            "Thời hạn “\(words)” không có trên lịch. Hãy kiểm tra lại ngày, tháng, quý, năm."
        case .recurring:
            "Thời hạn “\(words)” là định kỳ. Hãy nhập ngày cụ thể của từng kỳ."
        case .shortYear:
            "Năm trong thời hạn “\(words)” phải viết đủ bốn chữ số."
        }
    }
}

extension String {
    fileprivate var trimmingPunctuation: String {
        var rest = self[...]
        while let last = rest.last, ".,;".contains(last) { rest.removeLast() }
        return String(rest)
    }
}
