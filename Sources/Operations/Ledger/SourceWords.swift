import Domain
import Storage

/// Further papers that order an item, as forms and tables have them, one a line: `04/CT-UBND ngày 16/3/2023: mục II.3`.
struct SourceWords {
    struct Line: Hashable {
        /// Of the paper.
        let number: String
        /// Nil where the line names no day: then one paper alone may have the number.
        let issuedOn: CivilDate?
        /// Where in the paper.
        let clause: String
    }

    /// What is wrong with a line, for the officer.
    struct Fault: Error {
        let reason: String
    }

    let lines: [Line]

    /// - Throws: ``Fault`` of the first line that names no paper or no place in it.
    init(_ words: String) throws(Fault) {
        var lines: [Line] = []
        for part in words.split(whereSeparator: \.isNewline) {
            let text = VietnameseText(String(part)).string
            if !text.isEmpty { lines.append(try Line(text)) }
        }
        self.lines = lines
    }

    /// The numbers of the papers; none of words that are not understood.
    static func numbers(in words: String) -> [String] { (try? SourceWords(words))?.lines.map(\.number) ?? [] }

    /// Papers in the words by which they are read again.
    static func text(_ papers: [LedgerSheetSource.Further]) -> String {
        papers.map { "\($0.number) ngày \($0.issuedOn.vietnamese): \($0.clause)" }.joined(separator: "\n")
    }
}

extension SourceWords.Line {
    fileprivate init(_ line: String) throws(SourceWords.Fault) {
        let parts = line.split(separator: ":", maxSplits: 1).map { VietnameseText(String($0)).string }
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            throw SourceWords.Fault(reason: "“\(line)” chưa rõ; ghi mỗi văn bản một dòng, như “04/CT-UBND ngày 16/3/2023: mục II.3”")
        }
        var words = parts[0].split(separator: " ").map(String.init)
        var day: CivilDate?
        if words.count > 2, VietnameseText(words[words.count - 2]).folded == "ngay" {
            guard let named = CivilDate(vietnamese: words[words.count - 1]) else {
                throw SourceWords.Fault(reason: "“\(words[words.count - 1])” không phải ngày có thật; ghi dạng ngày/tháng/năm")
            }
            day = named
            words.removeLast(2)
        }
        // Papers are named with what they are: `Chỉ thị số 04/CT-UBND`.
        if let mark = words.firstIndex(where: { VietnameseText($0).folded == "so" }), mark < words.count - 1 {
            words.removeFirst(mark + 1)
        }
        guard parts[1].count <= 500 else { throw SourceWords.Fault(reason: "mục của văn bản dài quá 500 ký tự; rút gọn lại") }
        self.init(number: words.joined(separator: " "), issuedOn: day, clause: parts[1])
    }

    /// The one paper that is meant.
    ///
    /// - Parameter papers: that may be named, of this number and of others.
    func paper(among papers: [Directive]) throws(SourceWords.Fault) -> Directive.ID {
        let found = papers.filter { $0.paper.number == number && (issuedOn ?? $0.paper.issuedOn) == $0.paper.issuedOn }
        if found.count == 1 { return found[0].id }
        guard found.isEmpty else {
            let days = found.map(\.paper.issuedOn.vietnamese).joined(separator: ", ")
            throw SourceWords.Fault(reason: "có \(found.count) văn bản số \(number); ghi thêm ngày văn bản: \(days)")
        }
        let of = issuedOn.map { " ngày \($0.vietnamese)" } ?? ""
        throw SourceWords.Fault(reason: "chưa có văn bản số \(number)\(of); nhập văn bản đó trước, hoặc sửa số, ký hiệu")
    }

    /// Whether this paper and this place in it are meant.
    func says(_ known: LedgerSheetSource.Further) -> Bool {
        number == known.number && clause == known.clause && (issuedOn ?? known.issuedOn) == known.issuedOn
    }
}
