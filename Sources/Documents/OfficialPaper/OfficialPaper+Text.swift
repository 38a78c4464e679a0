extension OfficialPaper {
    /// The text, with `./.` at its end (ô số 6) and bound to the signature on one page.
    var text: [WordDocument.Block] {
        // A letter of thanks ends as its writer ends it.
        let isCourtesy = if case .courtesy = form { true } else { false }
        let said = body.filter { !$0.isBlank }
        var blocks = Self.drawn(isCourtesy ? said : said.ended)
        if case .paragraph(var last) = blocks.last {
            last.keepsNext = true
            blocks[blocks.count - 1] = .paragraph(last)
        }
        return blocks
    }

    /// - Parameter width: of the text.
    static func drawn(_ body: [PaperBlock], in width: Int = PaperPage.layout.textWidth) -> [WordDocument.Block] {
        body.flatMap { $0.drawn(in: width) }
    }
}

extension [PaperBlock] {
    /// With `./.` after the last sentence; a table at the end has none.
    fileprivate var ended: [PaperBlock] {
        guard let last else { return self }
        let end = "./."
        let ended: PaperBlock
        switch last {
        case .paragraph(let text): ended = .paragraph(text.ending(with: end))
        case .article(let number, let heading, let text): ended = .article(number, heading: heading, text: text.ending(with: end))
        case .clause(let number, let heading, let text): ended = .clause(number, heading: heading, text: text.ending(with: end))
        case .point(let number, let text): ended = .point(number, text.ending(with: end))
        case .chapter, .division, .section, .heading, .centred, .table: return self
        }
        return dropLast() + [ended]
    }
}

extension PaperBlock {
    fileprivate func drawn(in width: Int) -> [WordDocument.Block] {
        if case .table(let table) = self { return table.drawn(in: width) }
        return paragraphs.map(WordDocument.Block.paragraph)
    }

    /// Of every block but a table.
    var paragraphs: [WordParagraph] {
        switch self {
        case .paragraph(let text): Self.lines(text)
        case .chapter(let number, let title): Self.headed(.chapter, number, title)
        case .division(let number, let title): Self.headed(.division, number, title)
        case .section(let title): [WordParagraph(PaperStyle.section, title)]
        case .heading(let title): [WordParagraph(PaperStyle.heading, title)]
        case .article(let number, let heading, let text): Self.article(number, heading, text)
        case .clause(let number, let heading, let text): Self.clause(number, heading, text)
        case .point(let number, let text): [WordParagraph(PaperElement.point.style, "\(Self.letter(number))) \(text)")]
        case .centred(let text): [WordParagraph(PaperStyle.authority, text)]
        case .table: []
        }
    }

    /// A paragraph in which nothing is said.
    fileprivate var isBlank: Bool {
        if case .paragraph(let text) = self { text.allSatisfy(\.isWhitespace) } else { false }
    }

    /// What was typed in lines has a paragraph for each.
    private static func lines(_ text: String) -> [WordParagraph] {
        guard text.contains(where: \.isNewline) else { return [paragraph(text)] }
        return text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }.map { paragraph(String($0)) }
    }

    /// One that announces what follows stays with it.
    private static func paragraph(_ text: String) -> WordParagraph {
        var paragraph = WordParagraph(PaperElement.body.style, text)
        paragraph.keepsNext = text.hasSuffix(":")
        return paragraph
    }

    private static func headed(_ element: PaperElement, _ number: String, _ title: String) -> [WordParagraph] {
        [WordParagraph(element.style, number), WordParagraph(element.style, title.uppercased())]
    }

    private static func article(_ number: Int, _ heading: String?, _ text: String) -> [WordParagraph] {
        let style = PaperElement.article.style
        guard let heading else { return [WordParagraph(style, [.init("Điều \(number). "), .init(text, isBold: false)])] }
        var head = WordParagraph(style, "Điều \(number). \(heading)")
        head.keepsNext = true
        return text.isEmpty ? [head] : [head, WordParagraph(PaperElement.body.style, text)]
    }

    private static func clause(_ number: Int, _ heading: String?, _ text: String) -> [WordParagraph] {
        let style = PaperElement.clause.style
        guard let heading else { return [WordParagraph(style, "\(number). \(text)")] }
        var head = WordParagraph(style, [.init("\(number). \(heading)", isBold: true)])
        head.keepsNext = true
        return text.isEmpty ? [head] : [head, WordParagraph(PaperElement.body.style, text)]
    }
}

extension PaperTable {
    fileprivate func drawn(in width: Int) -> [WordDocument.Block] {
        let heads = columns.map { WordTable.Cell([WordParagraph(PaperStyle.columnTitle, $0.title)], isCentred: true) }
        let table = WordTable(widths: widths(in: width), rows: [WordTable.Row(heads, isHeading: true)] + rows.map(drawn(_:)), isRuled: true)
        // A little room above, which a table cannot ask for itself.
        var space = WordParagraph.thin(PaperElement.body.style)
        space.before = PaperElement.betweenParagraphs
        return [.paragraph(space), .table(table)]
    }

    private func drawn(_ row: Row) -> WordTable.Row {
        switch row {
        case .heading(let text):
            WordTable.Row([WordTable.Cell([WordParagraph(PaperStyle.cell, [.init(text, isBold: true)])], span: columns.count)])
        case .cells(let cells):
            WordTable.Row(
                columns.enumerated().map { index, column in
                    var paragraph = WordParagraph(PaperStyle.cell, cells.indices.contains(index) ? cells[index] : "")
                    paragraph.alignment = column.place.alignment
                    return WordTable.Cell([paragraph], isCentred: column.place != .left)
                })
        }
    }

    /// Of the width of the text, by the columns' shares.
    private func widths(in whole: Int) -> [Int] {
        let shares = columns.reduce(0) { $0 + $1.share }
        var widths = columns.map { whole * $0.share / shares }
        if !widths.isEmpty { widths[widths.count - 1] += whole - widths.reduce(0, +) }
        return widths
    }
}

extension PaperTable.Column.Place {
    fileprivate var alignment: WordStyle.Alignment? {
        switch self {
        case .left: nil
        case .centre: .center
        case .right: .right
        }
    }
}
