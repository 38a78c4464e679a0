/// A table of a Word document with fixed columns, so that every program lays it out alike.
struct WordTable: Hashable {
    struct Cell: Hashable {
        var paragraphs: [WordParagraph]
        /// Over how many columns it goes.
        var span = 1
        var isCentred = false

        init(_ paragraphs: [WordParagraph], span: Int = 1, isCentred: Bool = false) {
            self.paragraphs = paragraphs
            self.span = span
            self.isCentred = isCentred
        }
    }

    struct Row: Hashable {
        var cells: [Cell]
        /// Comes again on every page.
        var isHeading = false

        init(_ cells: [Cell], isHeading: Bool = false) {
            self.cells = cells
            self.isHeading = isHeading
        }
    }

    /// Twips.
    let widths: [Int]
    var rows: [Row]
    /// With lines between its cells; without, it only sets texts side by side.
    let isRuled: Bool

    /// Within a ruled cell, left and right (twips).
    private static let padding = 70

    var xml: String {
        let sides = ["top", "left", "bottom", "right", "insideH", "insideV"]
        let lines = sides.map { side in
            isRuled ? "<w:\(side) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>" : "<w:\(side) w:val=\"nil\"/>"
        }
        let padding = isRuled ? Self.padding : 0
        return """
            <w:tbl><w:tblPr><w:tblW w:w="\(widths.reduce(0, +))" w:type="dxa"/><w:jc w:val="center"/>\
            <w:tblBorders>\(lines.joined())</w:tblBorders><w:tblLayout w:type="fixed"/>\
            <w:tblCellMar><w:left w:w="\(padding)" w:type="dxa"/><w:right w:w="\(padding)" w:type="dxa"/></w:tblCellMar></w:tblPr>\
            <w:tblGrid>\(widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined())</w:tblGrid>\(rows.map(xml(of:)).joined())</w:tbl>
            """
    }

    private func xml(of row: Row) -> String {
        var column = 0
        var cells = ""
        for cell in row.cells {
            let width = widths[min(column, widths.count)..<min(column + cell.span, widths.count)].reduce(0, +)
            column += cell.span
            cells += "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>"
            if cell.span > 1 { cells += "<w:gridSpan w:val=\"\(cell.span)\"/>" }
            if cell.isCentred { cells += "<w:vAlign w:val=\"center\"/>" }
            cells += "</w:tcPr>\(cell.paragraphs.map { $0.xml() }.joined())</w:tc>"
        }
        return "<w:tr><w:trPr><w:cantSplit/>\(row.isHeading ? "<w:tblHeader/>" : "")</w:trPr>\(cells)</w:tr>"
    }
}
