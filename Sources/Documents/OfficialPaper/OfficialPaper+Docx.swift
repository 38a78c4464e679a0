public import Domain

extension OfficialPaper {
    /// The paper as a Word document in the form of NĐ 30/2020/NĐ-CP. The same paper gives the same bytes.
    ///
    /// - Throws: ``Problem/unavailable`` when there is no memory.
    public func docx() throws(Problem) -> [UInt8] {
        let first = WordDocument.Section(blocks: isPart ? text : head + opening + text + closing)
        let document = WordDocument(
            title: title, author: issuer.name, page: PaperPage.layout, font: PaperPage.font, styles: PaperStyle.all,
            points: PaperElement.body.points, numberStyle: PaperElement.pageNumber.style,
            sections: (isPart && body.isEmpty ? [] : [first]) + appendixSections,
            foot: isPart ? [] : addressFoot)
        return try document.bytes()
    }

    /// What stands between the head and the text: the name, to whom, by whose power, on what grounds.
    private var opening: [WordDocument.Block] {
        var blocks: [WordParagraph] = []
        switch form {
        case .named(let kind, let abstract):
            blocks.append(WordParagraph(PaperElement.kind.style, PaperElement.kind.written(kind)))
            if !abstract.isEmpty {
                let style = PaperElement.abstract.style
                let width = PaperPage.layout.textWidth
                // Not quite to the margins, as a heading stands.
                let lines = TextLines.balanced(abstract, points: style.points, in: width - 1_200)
                blocks.append(WordParagraph(style, lines.joined(separator: "\n")))
                var rule = WordParagraph.rule(style, length: TextLines.ruleLength(under: lines, points: style.points), in: width)
                rule.after = 160
                blocks.append(rule)
            }
        case .letter: break
        case .courtesy(let kind): blocks.append(WordParagraph(PaperElement.kind.style, PaperElement.kind.written(kind)))
        }
        blocks += addresseeLines
        if let authority { blocks.append(WordParagraph(PaperStyle.authority, authority.uppercased())) }
        let checked = grounds.filter(\.isVerified).map(\.text)
        for (index, ground) in checked.enumerated() {
            let isLast = index == checked.count - 1
            blocks.append(WordParagraph(PaperElement.ground.style, ground.ending(with: isLast ? "." : ";")))
        }
        return blocks.map(WordDocument.Block.paragraph)
    }

    /// One addressee beside the word; several below it.
    private var addresseeLines: [WordParagraph] {
        let style = PaperElement.addressee.style
        let word: String
        if case .courtesy = form { word = "Thân gửi:" } else { word = "Kính gửi:" }
        func line(_ text: String, indent: Int, before: Int? = nil) -> WordParagraph {
            var line = WordParagraph(style, text)
            line.indents = (indent, 0)
            line.before = before
            return line
        }
        let indent = 1_440
        if addressees.isEmpty { return [] }
        if addressees.count == 1 {
            var one = line("\(word) \(addressees[0].ending(with: "."))", indent: 0, before: 240)
            one.alignment = .center
            return [one]
        }
        let items = addressees.enumerated().map { index, name in
            line("- \(name.ending(with: index == addressees.count - 1 ? "." : ";"))", indent: indent + 900, before: 0)
        }
        return [line(word, indent: indent, before: 240)] + items
    }

    private var addressFoot: [WordParagraph] {
        guard let address = issuer.address else { return [] }
        let style = PaperElement.address.style
        let width = PaperPage.layout.textWidth
        return [.rule(style, length: width, in: width), WordParagraph(style, address)]
    }
}

extension String {
    /// With that mark at its end in place of any other.
    func ending(with mark: String) -> String {
        var text = self
        while let last = text.last, last.isWhitespace || ".;,/".contains(last) { text.removeLast() }
        return text + mark
    }
}
