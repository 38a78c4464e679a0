/// A paragraph style of a Word document (ECMA-376, part 1, 17.7). Lengths are in twips: twentieths of a point.
struct WordStyle: Hashable {
    enum Alignment: String { case left, center, right, both }

    /// What paragraphs refer to it by.
    let id: String
    /// As Word's list of styles shows it.
    let name: String
    /// Size of the letters.
    var points: Int
    var isBold = false
    var isItalic = false
    /// Nil: black.
    var color: String?
    var alignment = Alignment.left
    var firstLine = 0
    var indent = 0
    var before = 0
    var after = 0
    /// In 240ths of a line.
    var line = 240
    /// Stays on one page with the paragraph after it.
    var keepsNext = false
    /// 0 to 8 where it is a heading, for the outline and for screen readers.
    var outlineLevel: Int?

    var xml: String {
        var paragraph = ""
        if keepsNext { paragraph += "<w:keepNext/>" }
        paragraph += "<w:spacing w:before=\"\(before)\" w:after=\"\(after)\" w:line=\"\(line)\" w:lineRule=\"auto\"/>"
        if indent != 0 || firstLine != 0 { paragraph += "<w:ind w:left=\"\(indent)\" w:firstLine=\"\(firstLine)\"/>" }
        paragraph += "<w:jc w:val=\"\(alignment.rawValue)\"/>"
        if let outlineLevel { paragraph += "<w:outlineLvl w:val=\"\(outlineLevel)\"/>" }
        return """
            <w:style w:type="paragraph" w:customStyle="1" w:styleId="\(id)"><w:name w:val="\(WordText.escaped(name))"/>\
            <w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>\(paragraph)</w:pPr><w:rPr>\(letters)</w:rPr></w:style>
            """
    }

    private var letters: String {
        (isBold ? "<w:b/><w:bCs/>" : "") + (isItalic ? "<w:i/><w:iCs/>" : "") + (color.map { "<w:color w:val=\"\($0)\"/>" } ?? "")
            + "<w:sz w:val=\"\(points * 2)\"/><w:szCs w:val=\"\(points * 2)\"/>"
    }
}
