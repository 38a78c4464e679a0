import Domain

extension OfficialPaper {
    /// Of the left column; the right one takes the national name on one line.
    private static let leftColumn = 3_800
    private static var rightColumn: Int { PaperPage.layout.textWidth - leftColumn }

    /// Ô số 1 to 4: whose paper it is beside the national name, its number beside place and date; below the number what a letter is about.
    var head: [WordDocument.Block] {
        let names = WordTable.Row([WordTable.Cell(bodyLines), WordTable.Cell(nationLines)])
        let marks = WordTable.Row([WordTable.Cell(numberLines), WordTable.Cell([dateLine])])
        return [.table(WordTable(widths: [Self.leftColumn, Self.rightColumn], rows: [names, marks], isRuled: false))]
    }

    private var bodyLines: [WordParagraph] {
        var lines: [WordParagraph] = []
        if let parent = issuer.parent {
            lines.append(WordParagraph(PaperElement.parentBody.style, Self.set(parent, .parentBody).joined(separator: "\n")))
        }
        let name = Self.set(issuer.name, .issuingBody)
        let style = PaperElement.issuingBody.style
        lines.append(WordParagraph(style, name.joined(separator: "\n")))
        lines.append(.rule(style, length: TextLines.ruleLength(under: name, points: style.points), in: Self.leftColumn))
        return lines
    }

    private static func set(_ name: String, _ element: PaperElement) -> [String] {
        // Well short of the edge: the two heads stand apart, whatever font draws them.
        TextLines.balanced(element.written(name), points: element.points, in: leftColumn - 400)
    }

    private var nationLines: [WordParagraph] {
        let motto = PaperElement.motto.style
        // A solid rule as long as the motto (ô số 1).
        let length = TimesBoldWidth.of(Self.motto, points: motto.points)
        return [
            WordParagraph(PaperElement.nationalName.style, Self.nationalName), WordParagraph(motto, Self.motto),
            .rule(motto, length: length, in: Self.rightColumn),
        ]
    }

    private var numberLines: [WordParagraph] {
        var lines: [WordParagraph] = []
        if let number {
            var line = WordParagraph(PaperElement.number.style, number.line)
            line.before = Self.belowNames
            lines.append(line)
        }
        if case .letter(let abstract) = form {
            let style = PaperElement.letterAbstract.style
            let text = TextLines.balanced("V/v \(abstract.startingSmall)", points: style.points, in: Self.leftColumn - 300)
            lines.append(WordParagraph(style, text.joined(separator: "\n")))
        }
        if let urgency { lines.append(Self.box(.urgency, urgency.vietnamese, width: PaperPage.twips(urgency.width), color: "FF0000")) }
        if let circulation {
            let width = TimesBoldWidth.of(circulation.uppercased(), points: PaperElement.circulation.points) + 240
            lines.append(Self.box(.circulation, circulation, width: width, color: "000000"))
        }
        // A cell is never without a paragraph.
        return lines.isEmpty ? [.thin(PaperElement.number.style)] : lines
    }

    private var dateLine: WordParagraph {
        var line = WordParagraph(PaperElement.placeAndDate.style, date.line)
        line.before = Self.belowNames
        return line
    }

    private static func box(_ element: PaperElement, _ text: String, width: Int, color: String) -> WordParagraph {
        var box = WordParagraph(element.style, element.written(text))
        let side = max(0, (leftColumn - width) / 2)
        box.indents = (side, side)
        // 8 mm high (ô số 10b).
        box.border = .box(height: PaperPage.twips(8), color: color)
        return box
    }

    private static let belowNames = 160
    static let nationalName = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    static let motto = "Độc lập - Tự do - Hạnh phúc"
}
