/// A paragraph of a Word document.
struct WordParagraph: Hashable {
    struct Run: Hashable {
        var text: String
        /// Nil: as the style says.
        var isBold: Bool?
        var isItalic: Bool?
        /// Nil: as the style says.
        var points: Int?

        init(_ text: String, isBold: Bool? = nil, isItalic: Bool? = nil, points: Int? = nil) {
            self.text = text
            self.isBold = isBold
            self.isItalic = isItalic
            self.points = points
        }

        var xml: String {
            var letters = ""
            if let isBold { letters += isBold ? "<w:b/><w:bCs/>" : "<w:b w:val=\"0\"/><w:bCs w:val=\"0\"/>" }
            if let isItalic { letters += isItalic ? "<w:i/><w:iCs/>" : "<w:i w:val=\"0\"/><w:iCs w:val=\"0\"/>" }
            if let points { letters += "<w:sz w:val=\"\(points * 2)\"/><w:szCs w:val=\"\(points * 2)\"/>" }
            return "<w:r>" + (letters.isEmpty ? "" : "<w:rPr>\(letters)</w:rPr>") + WordText.run(text) + "</w:r>"
        }
    }

    /// What is drawn around a paragraph.
    enum Border: Hashable {
        /// A solid line above it, within the indents.
        case above
        /// A box of one line of that height (twips) and colour.
        case box(height: Int, color: String)
    }

    let style: WordStyle
    var runs: [Run]
    var border: Border?
    /// From the left and the right edge, in place of the style's.
    var indents: (left: Int, right: Int)? {
        get { margins.map { ($0.left, $0.right) } }
        set { margins = newValue.map { Margins(left: $0.left, right: $0.right) } }
    }
    /// In place of the style's, in twips.
    var before: Int?
    /// Below a thin line, in twips.
    var after = 0
    var alignment: WordStyle.Alignment?
    /// Next to nothing high, for rules and for what has to stand between tables.
    var isThin = false
    var keepsNext = false

    private var margins: Margins?

    private struct Margins: Hashable {
        let left: Int
        let right: Int
    }

    init(_ style: WordStyle, _ runs: [Run]) {
        self.style = style
        self.runs = runs
    }

    init(_ style: WordStyle, _ text: String) {
        self.init(style, text.isEmpty ? [] : [Run(text)])
    }

    /// An empty line next to nothing high.
    static func thin(_ style: WordStyle) -> WordParagraph {
        var paragraph = WordParagraph(style, "")
        paragraph.isThin = true
        return paragraph
    }

    /// A solid line of a length in the middle of a column (twips).
    static func rule(_ style: WordStyle, length: Int, in width: Int) -> WordParagraph {
        var paragraph = thin(style)
        let side = max(0, (width - length) / 2)
        paragraph.border = .above
        paragraph.indents = (side, side)
        paragraph.before = 60
        return paragraph
    }

    /// - Parameter section: the section that ends with this paragraph.
    func xml(ending section: String? = nil) -> String {
        var properties = "<w:pStyle w:val=\"\(style.id)\"/>"
        if keepsNext { properties += "<w:keepNext/>" }
        switch border {
        case .above: properties += "<w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"000000\"/></w:pBdr>"
        case .box(_, let color):
            let sides = ["top", "left", "bottom", "right"].map {
                "<w:\($0) w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"\(color)\"/>"
            }
            properties += "<w:pBdr>\(sides.joined())</w:pBdr>"
        case nil: break
        }
        properties += spacing
        if let margins { properties += "<w:ind w:left=\"\(margins.left)\" w:right=\"\(margins.right)\" w:firstLine=\"0\"/>" }
        if let alignment { properties += "<w:jc w:val=\"\(alignment.rawValue)\"/>" }
        // The mark at the end would make a thin line as high as its letters.
        if isThin { properties += "<w:rPr><w:sz w:val=\"2\"/><w:szCs w:val=\"2\"/></w:rPr>" }
        if let section { properties += section }
        return "<w:p><w:pPr>\(properties)</w:pPr>\(runs.map(\.xml).joined())</w:p>"
    }

    private var spacing: String {
        let start = before.map { " w:before=\"\($0)\"" } ?? ""
        if case .box(let height, _) = border { return "<w:spacing\(start) w:line=\"\(height)\" w:lineRule=\"exact\"/>" }
        if isThin { return "<w:spacing w:before=\"\(before ?? 0)\" w:after=\"\(after)\" w:line=\"20\" w:lineRule=\"exact\"/>" }
        return before == nil ? "" : "<w:spacing\(start)/>"
    }
}
