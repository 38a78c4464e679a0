import Domain

extension OfficialPaper {
    /// Each appendix on pages of its own.
    var appendixSections: [WordDocument.Section] {
        appendices.enumerated().map { index, appendix in
            let width = (appendix.isWide ? PaperPage.layout.turned : PaperPage.layout).textWidth
            let heads = [
                WordParagraph(PaperElement.appendixWord.style, appendixWord(index)),
                Self.line(.appendixTitle, PaperElement.appendixTitle.written(appendix.title), in: width),
                Self.line(.appendixReference, "(\(appendix.reference ?? attachedTo))", in: width),
            ]
            return WordDocument.Section(
                blocks: heads.map(WordDocument.Block.paragraph) + Self.drawn(appendix.body, in: width), isWide: appendix.isWide)
        }
    }

    private static func line(_ element: PaperElement, _ text: String, in width: Int) -> WordParagraph {
        let lines = TextLines.balanced(text, points: element.points, in: width - 400)
        return WordParagraph(element.style, lines.joined(separator: "\n"))
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
        let day = date.signedOn.map(\.inWords) ?? PaperDate.open(date.year)
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
