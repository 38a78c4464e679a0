import Documents
import Domain
import Testing

@Suite("Writing a workbook")
struct WriteWorkbookTests {
    private static let day = CivilDate(year: 2023, month: 6, day: 20) ?? .earliest

    private static func workbook(_ rows: [[Table.Cell]]) throws -> [UInt8] {
        var writer = try WorkbookWriter(title: "Danh sách", createdOn: day)
        writer.begin("Cán bộ", columns: [.init("Họ và tên", width: 30), .init("Từ ngày"), .init("Số")])
        for row in rows { writer.append(row) }
        return try writer.finish()
    }

    @Test("gives back what was written, each cell with its type")
    func roundTrip() throws {
        let rows: [[Table.Cell]] = [
            [.text("Nguyễn Thị Ước"), .date(Self.day), .number(1234.5)], [.empty, .empty, .number(40)],
            [.text("hai\ndòng & <thẻ>")],
        ]
        let table = try Table(xlsx: Self.workbook(rows), name: "x.xlsx")
        #expect(table.rows[0].cells == [.text("Họ và tên"), .text("Từ ngày"), .text("Số")])
        #expect(table.rows.dropFirst().map(\.cells) == rows)
    }

    @Test(
        "never lets a text compute", arguments: ["=1+1", "+84", "-1", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "\t=1", "{=1}", "http://x"])
    func injection(text: String) throws {
        let content = try Self.workbook([[.text(text)]])
        #expect(try Table(xlsx: content, name: "x.xlsx").rows[1][0] == .text(text))
    }

    @Test("gives the same bytes for the same rows")
    func reproducible() throws {
        let rows: [[Table.Cell]] = [[.text("Trần Văn Đức"), .date(Self.day), .number(0.1)]]
        #expect(try Self.workbook(rows) == Self.workbook(rows))
        #expect(try Self.workbook(rows) != Self.workbook([]))
    }

    @Test("says that a text is cut where a cell cannot hold it")
    func longText() throws {
        let content = try Self.workbook([[.text(String(repeating: "ư", count: 40_000))]])
        let text = try Table(xlsx: content, name: "x.xlsx").rows[1][0].text
        #expect(text.utf16.count == 32_767 && text.hasSuffix("xem đầy đủ trong hệ thống]"))
    }

    @Test("mends names of sheets, and many rows come through")
    func manyRows() throws {
        var writer = try WorkbookWriter(title: "Nhiều", createdOn: Self.day)
        writer.begin("Biểu 1/2: [tổng hợp] của toàn tỉnh năm 2023", columns: [.init("Số")])
        for number in 1...5_000 { writer.append([.number(Double(number))]) }
        writer.begin("Hai", columns: [.init("Chữ")])
        writer.append([.text("a")])
        let content = try writer.finish()
        #expect(try Table(xlsx: content, name: "x.xlsx").rows.count == 5_001)
        #expect(try Table(xlsx: content, name: "x.xlsx", sheet: "Hai").rows.count == 2)
    }
}
