extension OfficialPaper {
    /// Where a person signs by hand (twips).
    private static let roomToSign = 1_300
    private static let leftColumn = 4_000

    /// Ô số 7 and 9b: who signs stands to the right, level with the recipients; of two who sign each has half, the recipients below them.
    var closing: [WordDocument.Block] {
        let width = PaperPage.layout.textWidth
        // A little room below the text, which a table cannot ask for itself.
        var space = WordParagraph.thin(PaperElement.body.style)
        space.before = 240
        space.keepsNext = true
        var blocks: [WordDocument.Block] = [.paragraph(space)]
        guard signatures.count > 1 else {
            let left = WordTable.Cell(recipientLines.isEmpty ? [.thin(PaperElement.recipients.style)] : recipientLines)
            let right = WordTable.Cell(signatures.first.map(Self.drawn) ?? [.thin(PaperElement.signingPost.style)])
            blocks.append(
                .table(
                    WordTable(widths: [Self.leftColumn, width - Self.leftColumn], rows: [WordTable.Row([left, right])], isRuled: false)))
            return blocks
        }
        let column = width / signatures.count
        let row = WordTable.Row(signatures.map { WordTable.Cell(Self.drawn($0)) })
        blocks.append(.table(WordTable(widths: signatures.map { _ in column }, rows: [row], isRuled: false)))
        var lines = recipientLines
        if !lines.isEmpty { lines[0].before = 240 }
        return blocks + lines.map(WordDocument.Block.paragraph)
    }

    private static func drawn(_ signature: PaperSignature) -> [WordParagraph] {
        let element = PaperElement.signingPost
        var lines = signature.lines.map { WordParagraph(element.style, element.written($0)) }
        if let remark = signature.remark { lines.append(WordParagraph(PaperStyle.remark, "(\(remark))")) }
        if let post = signature.agencyPost {
            var line = WordParagraph(element.style, element.written(post))
            line.before = roomToSign
            lines.append(line)
        }
        var name = WordParagraph(PaperElement.signerName.style, signature.name)
        name.before = signature.agencyPost == nil ? roomToSign : 0
        return lines + [name]
    }

    private var recipientLines: [WordParagraph] {
        guard !recipients.isEmpty || archive != nil else { return [] }
        let style = PaperElement.recipients.style
        var lines = [WordParagraph(PaperElement.recipientsWord.style, "Nơi nhận:")]
        for (index, name) in recipients.enumerated() {
            let isLast = archive == nil && index == recipients.count - 1
            lines.append(WordParagraph(style, "- \(name.ending(with: isLast ? "." : ";"))"))
        }
        if let archive { lines.append(WordParagraph(style, "- \(archive.line)")) }
        return lines
    }
}

extension PaperArchive {
    /// `Lưu: VT, SNV.NVA(05).`
    var line: String {
        let kept = drafter.map { "\(units).\(PaperElement.drafter.written($0))" } ?? units
        guard let copies else { return "Lưu: \(kept)." }
        return "Lưu: \(kept)(\(copies < 10 ? "0" : "")\(copies))."
    }
}
