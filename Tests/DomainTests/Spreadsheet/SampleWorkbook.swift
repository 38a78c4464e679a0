/// Small workbooks written by hand, so that a test says byte for byte what is in them.
struct SampleWorkbook {
    /// XML between `<sheetData>` and `</sheetData>`, by the sheet's name, in order.
    var sheets: [(name: String, rows: String)]
    var sharedStrings = ""
    /// XML of `numFmts` and `cellXfs`.
    var styles = #"<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>"#
    var workbookProperties = ""
    /// XML behind the rows of each sheet.
    var afterRows = ""
    /// Before the root element of the sheets.
    var prologue = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#
    var hidden: Set<String> = []
    var more: [(name: String, content: [UInt8])] = []

    init(rows: String, sharedStrings: String = "") {
        sheets = [("Danh sách", rows)]
        self.sharedStrings = sharedStrings
    }

    init(sheets: [(name: String, rows: String)]) {
        self.sheets = sheets
    }

    private static let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#

    var members: [(name: String, content: [UInt8])] {
        let listed = sheets.enumerated().map { index, sheet in
            #"<sheet name="\#(sheet.name)" sheetId="\#(index + 1)" r:id="rId\#(index + 1)"\#(hidden.contains(sheet.name) ? #" state="hidden""# : "")/>"#
        }
        let relationships = sheets.indices.map { index in
            #"<Relationship Id="rId\#(index + 1)" Type="http://x/worksheet" Target="worksheets/sheet\#(index + 1).xml"/>"#
        }
        let others =
            #"<Relationship Id="s" Type="http://x/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="t" Type="http://x/styles" Target="styles.xml"/>"#
        var parts: [(String, String)] = [
            (
                "_rels/.rels",
                #"<Relationships><Relationship Id="rId1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
            ("xl/workbook.xml", "\(Self.head)<workbook>\(workbookProperties)<sheets>\(listed.joined())</sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<Relationships>\(relationships.joined())\(others)</Relationships>"),
            ("xl/sharedStrings.xml", "\(Self.head)<sst>\(sharedStrings)</sst>"),
            ("xl/styles.xml", "\(Self.head)<styleSheet>\(styles)</styleSheet>"),
        ]
        for (index, sheet) in sheets.enumerated() {
            parts.append(
                (
                    "xl/worksheets/sheet\(index + 1).xml",
                    "\(prologue)<worksheet><sheetData>\(sheet.rows)</sheetData>\(afterRows)</worksheet>"
                ))
        }
        return parts.map { (name: $0.0, content: Array($0.1.utf8)) } + more
    }

    func bytes(password: String? = nil) throws -> [UInt8] { try SampleArchive.make(members, password: password) }
}
