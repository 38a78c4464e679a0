import Documents
import Domain

/// A list as a spreadsheet has it: where the heading stands, and the rows below it.
struct HeadedTable<Column: SheetColumn> {
    struct Row {
        /// As the spreadsheet counts it.
        let number: Int
        private let row: Table.Row
        private let places: [Column: Int]

        fileprivate init(_ row: Table.Row, _ places: [Column: Int]) {
            number = row.number
            self.row = row
            self.places = places
        }

        /// The cell; empty where the table has no such column.
        subscript(column: Column) -> Table.Cell { places[column].map { row[$0] } ?? .empty }

        /// Composed (NFC) and trimmed.
        func text(_ column: Column) -> String { VietnameseText(self[column].text).string }

        /// `ô B7`; of a column that the table does not have, the row alone.
        func path(_ column: Column) -> String {
            places[column].map { "ô " + Table.address(row: number, column: $0) } ?? "dòng \(number)"
        }
    }

    let rows: [Row]

    /// - Throws: `invalid-table` without a heading or rows below it, `table-too-large`; `invalid-input` with every column that is missing,
    ///   unknown or there twice, or with what stands beside the table.
    init(_ table: Table) throws(Problem) {
        guard let start = table.rows.prefix(20).firstIndex(where: Column.isHeading) else {
            let wanted = Column.allCases.filter(\.isRequired).map { $0.headings[0] }.joined(separator: ", ")
            throw Problem(
                .invalid, "invalid-table", "\(table.name): không thấy dòng tiêu đề. Dùng tệp mẫu; cần các cột: \(wanted).")
        }
        let places = try Column.places(table.rows[start])
        let used = table.rows.dropFirst(start + 1).filter { row in places.values.contains { !row[$0].isBlank } }
        guard !used.isEmpty else {
            throw Problem(.invalid, "invalid-table", "\(table.name): dưới dòng tiêu đề không có dòng nào. Nhập danh sách rồi gửi lại.")
        }
        guard used.count <= Self.mostRows else {
            let (count, most) = (VietnameseNumber.text(used.count), VietnameseNumber.text(Self.mostRows))
            throw Problem(
                .tooLarge, "table-too-large",
                "\(table.name): có \(count) dòng; mỗi lần nhập nhiều nhất \(most). Chia thành nhiều tệp rồi nhập lần lượt.")
        }
        let strays = Column.strays(beside: table.rows[start], in: table.rows.dropFirst(start + 1))
        guard strays.isEmpty else { throw .invalid(strays) }
        rows = used.map { Row($0, places) }
    }

    /// More in one transaction would hold up the others.
    private static var mostRows: Int { 5_000 }
}
