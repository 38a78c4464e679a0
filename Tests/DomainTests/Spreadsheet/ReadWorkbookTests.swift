import Documents
import Domain
import Testing

@Suite("Reading a workbook")
struct ReadWorkbookTests {
    private func table(_ workbook: SampleWorkbook, sheet: String? = nil) throws -> Table {
        try Table(xlsx: workbook.bytes(), name: "danh-sach.xlsx", sheet: sheet)
    }

    private func problem(_ content: [UInt8], sheet: String? = nil, limits: TableLimits = .standard) throws -> Problem {
        try #require(throws: Problem.self) { try Table(xlsx: content, name: "danh-sach.xlsx", sheet: sheet, limits: limits) }
    }

    @Test("takes texts shared, in runs, inline and computed; numbers; yes and no")
    func kinds() throws {
        let strings =
            "<si><t>Họ và tên</t></si><si><r><t>Sở </t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">Nội vụ</t></r><rPh><t>x</t></rPh></si>"
        let rows = """
            <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>
            <row r="4"><c r="A4" t="inlineStr"><is><r><t>a</t></r><r><t>_x000D_b_x005F_x41_</t></r></is></c><c r="B4" t="str"><f>A1&amp;"!"</f><v>x &lt; y</v></c>\
            <c r="C4"><v>1234.5</v></c><c r="D4"><v>1.1000000000000001E-2</v></c><c r="E4"><v>40</v></c><c r="F4" t="b"><v>1</v></c></row>
            """
        let table = try table(SampleWorkbook(rows: rows, sharedStrings: strings))
        #expect(table.rows.map(\.number) == [2, 4])
        #expect(table.rows[0].cells == [.text("Họ và tên"), .empty, .text("Sở Nội vụ")])
        #expect(table.rows[1].cells.map(\.text) == ["a\rb_x41_", "x < y", "1234,5", "0,011", "40", "có"])
        #expect(table.rows[1][17] == .empty)
    }

    @Test("takes a number for a day by its format alone")
    func dates() throws {
        var workbook = SampleWorkbook(
            rows:
                #"<row r="1"><c r="A1" s="1"><v>45082.75</v></c><c r="B1" s="2"><v>45082</v></c><c r="C1" s="3"><v>45082</v></c><c r="D1" s="4"><v>0.5</v></c><c r="E1" t="d"><v>2023-06-05T00:00:00</v></c><c r="F1" s="1"><v>59</v></c></row>"#
        )
        workbook.styles =
            ##"<numFmts><numFmt numFmtId="164" formatCode="[$-42A]dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="#,##0\ &quot;đồng/day&quot;[Red]"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/></cellXfs>"##
        let cells = try table(workbook).rows[0].cells
        let day = try #require(CivilDate(year: 2023, month: 6, day: 5))
        #expect(cells.prefix(5) == [.date(day), .date(day), .number(45082), .number(0.5), .date(day)])
        #expect(cells[5].text == "28/02/1900")
        workbook.workbookProperties = #"<workbookPr date1904="1"/>"#
        #expect(try table(workbook).rows[0].cells[0].text == "06/06/2027")
    }

    @Test("takes the first sheet that is seen, or the one named, whatever its marks and case")
    func sheets() throws {
        var workbook = SampleWorkbook(sheets: [
            ("Ẩn", #"<row r="1"><c r="A1"><v>1</v></c></row>"#), ("Cán bộ", #"<row><c><v>2</v></c></row>"#),
            ("Khác", #"<row r="1"><c r="A1"><v>3</v></c></row>"#),
        ])
        workbook.hidden = ["Ẩn"]
        #expect(try table(workbook).rows[0][0] == .number(2))
        #expect(try table(workbook, sheet: "KHAC").rows[0][0] == .number(3))
        let refusal = try problem(workbook.bytes(), sheet: "Lương")
        #expect(refusal.code == "invalid-table" && refusal.detail.contains("“Cán bộ”"))
    }

    @Test("says which cells were merged, and which sheet was read")
    func merges() throws {
        var workbook = SampleWorkbook(rows: #"<row r="1"><c r="A1"><v>1</v></c></row>"#)
        workbook.afterRows =
            #"<mergeCells count="3"><mergeCell ref="A1:B2"/><mergeCell ref="AA10:AA12"/><mergeCell ref="C3"/></mergeCells>"#
        let table = try table(workbook)
        #expect(table.sheet == "Danh sách")
        #expect(table.merges.map(\.address) == ["A1:B2", "AA10:AA12"])
        #expect(table.merges[1].rows == 10...12 && table.merges[1].columns == 26...26)
        workbook.afterRows = #"<mergeCells><mergeCell ref="B2:A1"/></mergeCells>"#
        #expect(try problem(workbook.bytes()).code == "invalid-table")
    }

    @Test("knows the day that a bare number would be")
    func serialDays() {
        #expect(Table.Cell.number(45_107).dayOfSerial == CivilDate("2023-06-30"))
        for cell in [Table.Cell.number(2_023), .number(45_107.5), .text("45107"), .empty] { #expect(cell.dayOfSerial == nil) }
    }

    @Test("does not run or read macros and links")
    func macros() throws {
        var workbook = SampleWorkbook(rows: #"<row r="1"><c r="A1"><v>7</v></c></row>"#)
        workbook.more = [("xl/vbaProject.bin", Array("Auto_Open".utf8)), ("xl/externalLinks/externalLink1.xml", Array("<a/>".utf8))]
        #expect(try table(workbook).rows.count == 1)
    }

    @Test("names every cell that shows an error or hides a character")
    func faults() throws {
        let rows =
            ##"<row r="7"><c r="B7" t="e"><v>#REF!</v></c><c r="AB7" t="inlineStr"><is><t>a&#x202E;b</t></is></c><c r="AC7" s="1"><v>60</v></c></row>"##
        let refusal = try problem(SampleWorkbook(rows: rows).bytes())
        #expect(refusal.code == "invalid-input")
        #expect(refusal.fields.map(\.path) == ["ô B7", "ô AB7", "ô AC7"])
        #expect(refusal.fields[0].reason.contains("#REF!"))
    }

    @Test(
        "refuses what is no workbook",
        arguments: [
            [], Array("TT,Họ và tên\n".utf8), Array("PK".utf8), Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 7, count: 500),
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600),
        ])
    func noWorkbook(content: [UInt8]) throws {
        #expect(try problem(content).code == "invalid-table")
    }

    @Test("refuses a file that is cut off, at every place")
    func cutOff() throws {
        let whole = try SampleWorkbook(rows: #"<row r="1"><c r="A1"><v>7</v></c></row>"#).bytes()
        for length in stride(from: 0, to: whole.count, by: 7) {
            #expect(throws: Problem.self) { try Table(xlsx: Array(whole.prefix(length)), name: "x.xlsx") }
        }
    }

    @Test("never breaks on a file of which a byte was changed")
    func flippedBytes() throws {
        let whole = try SampleWorkbook(
            rows: #"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#, sharedStrings: "<si><t>a</t></si>"
        ).bytes()
        for place in stride(from: 0, to: whole.count, by: 5) {
            var changed = whole
            changed[place] ^= 0x5A
            // Some changes mean nothing; the rest must be refused, not crash.
            _ = try? Table(xlsx: changed, name: "x.xlsx")
        }
    }

    @Test("refuses members that are encrypted")
    func encrypted() throws {
        let refusal = try problem(SampleWorkbook(rows: #"<row r="1"><c r="A1"><v>7</v></c></row>"#).bytes(password: "1234"))
        #expect(refusal.detail.contains("mật khẩu"))
    }

    @Test("refuses a bomb by what it says it unpacks to")
    func declaredBomb() throws {
        var workbook = SampleWorkbook(rows: "")
        workbook.more = [("xl/media/a.png", [UInt8](repeating: 0, count: 3 << 20))]
        let content = try workbook.bytes()
        #expect(content.count < 100_000)
        var limits = TableLimits.standard
        limits.unpacked = 2 << 20
        #expect(try problem(content, limits: limits).code == "table-too-large")
    }

    @Test("refuses a bomb that understates its size")
    func understatedBomb() throws {
        let row = #"<row><c t="inlineStr"><is><t>\#(String(repeating: "a", count: 3 << 20))</t></is></c></row>"#
        var content = try SampleWorkbook(rows: row).bytes()
        // Sizes in the directory of the archive: 24 bytes after each signature.
        for place in content.indices.dropLast(46) where content[place..<(place + 4)] == [0x50, 0x4B, 1, 2] {
            content.replaceSubrange((place + 24)..<(place + 28), with: [16, 0, 0, 0])
        }
        var limits = TableLimits.standard
        limits.unpacked = 2 << 20
        #expect(try ["table-too-large", "invalid-table"].contains(problem(content, limits: limits).code))
    }

    @Test("refuses entities, however they are hidden")
    func entities() throws {
        let bomb = #"<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;">]>"#
        for prologue in [
            bomb, #"<?xml version="1.0" encoding="UTF-8"?>"# + bomb,
            #"<?xml version="1.0" encoding="UTF-7"?>+ADw-+ACE-DOCTYPE a+AD4-"#,
            #"<?xml version='1.0' encoding = 'IBM037'?>"#,
        ] {
            var workbook = SampleWorkbook(rows: #"<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>"#)
            workbook.prologue = prologue
            #expect(try problem(workbook.bytes()).code == "invalid-table", "\(prologue)")
        }
        #expect(
            try problem(SampleWorkbook(rows: #"<row r="1"><c r="A1" t="inlineStr"><is><t>&y;</t></is></c></row>"#).bytes()).code
                == "invalid-table")
    }

    @Test(
        "refuses too many rows, columns and cells, and places out of order",
        arguments: [
            #"<row r="100001"><c r="A100001"><v>1</v></c></row>"#, #"<row r="1"><c r="XFD1"><v>1</v></c></row>"#,
            #"<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>1</v></c></row>"#,
            #"<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>"#,
            #"<row r="2"><c r="A3"><v>1</v></c></row>"#, #"<row r="1"><c r="A1" t="s"><v>99</v></c></row>"#,
            #"<row r="1"><c r="A1"><v>mười</v></c></row>"#,
        ])
    func outOfBounds(rows: String) throws {
        #expect(try ["table-too-large", "invalid-table"].contains(problem(SampleWorkbook(rows: rows).bytes()).code))
        var limits = TableLimits.standard
        limits.cells = 1
        let two = SampleWorkbook(rows: #"<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row>"#)
        #expect(try problem(two.bytes(), limits: limits).code == "table-too-large")
    }
}
