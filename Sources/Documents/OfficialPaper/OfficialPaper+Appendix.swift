import Domain

extension OfficialPaper {
    /// Each appendix on pages of its own.
    var appendixSections: [WordDocument.Section] {
        appendices.enumerated().map { index, appendix in
            let heads = [
                WordParagraph(PaperElement.appendixWord.style, appendixWord(index)),
                WordParagraph(PaperElement.appendixTitle.style, PaperElement.appendixTitle.written(appendix.title)),
                WordParagraph(PaperElement.appendixReference.style, "(\(appendix.reference ?? attachedTo))"),
            ]
            return WordDocument.Section(blocks: heads.map(WordDocument.Block.paragraph) + Self.drawn(appendix.body))
        }
    }

    /// Numbered in roman numerals where there are several.
    func appendixWord(_ index: Int) -> String {
        appendices.count > 1 ? "Phụ lục \(Self.roman(index + 1))" : "Phụ lục"
    }

    /// `Kèm theo Quyết định số 15/QĐ-UBND ngày 20 tháng 7 năm 2023 của Chủ tịch …`; open as long as the paper is.
    var attachedTo: String {
        let kind =
            switch form {
            case .named(let kind, _), .courtesy(let kind): kind.startingLarge
            case .letter: "Công văn"
            }
        let quoted = number.map { " \($0.quoted)" } ?? ""
        let day = date.signedOn.map(\.inWords) ?? "ngày       tháng       năm \(date.year)"
        return "Kèm theo \(kind)\(quoted) \(day) của \(authority ?? issuer.name)"
    }

    static func roman(_ number: Int) -> String {
        let signs = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
        var rest = number
        var text = ""
        for (value, sign) in signs {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }
}
