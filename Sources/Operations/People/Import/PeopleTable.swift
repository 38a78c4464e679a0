import Documents
import Domain

/// A list of people as a spreadsheet has it: where the heading stands, and the rows below it.
struct PeopleTable {
    struct Row {
        /// As the spreadsheet counts it.
        let number: Int
        private let row: Table.Row
        private let columns: [PeopleColumn: Int]

        fileprivate init(_ row: Table.Row, _ columns: [PeopleColumn: Int]) {
            number = row.number
            self.row = row
            self.columns = columns
        }

        /// The cell; empty where the table has no such column.
        subscript(column: PeopleColumn) -> Table.Cell { columns[column].map { row[$0] } ?? .empty }

        /// Composed (NFC) and trimmed.
        func text(_ column: PeopleColumn) -> String { VietnameseText(self[column].text).string }

        /// `ô B7`; of a column that the table does not have, the row alone.
        func path(_ column: PeopleColumn) -> String {
            columns[column].map { "ô " + Table.address(row: number, column: $0) } ?? "dòng \(number)"
        }
    }

    let rows: [Row]

    /// - Throws: `invalid-table` without a heading, rows below it, or with more rows than are read at once; `invalid-input` with every column
    ///   that is missing, unknown or there twice.
    init(_ table: Table) throws(Problem) {
        guard let start = table.rows.prefix(20).firstIndex(where: Self.isHeading) else {
            let wanted = PeopleColumn.allCases.filter(\.isRequired).map { $0.headings[0] }.joined(separator: ", ")
            throw Problem(
                .invalid, "invalid-table", "\(table.name): không thấy dòng tiêu đề. Dùng tệp mẫu; cần các cột: \(wanted).")
        }
        let columns = try Self.columns(table.rows[start])
        let used = table.rows.dropFirst(start + 1).filter { row in columns.values.contains { !row[$0].isBlank } }
        guard !used.isEmpty else {
            throw Problem(.invalid, "invalid-table", "\(table.name): dưới dòng tiêu đề không có dòng nào. Nhập danh sách rồi gửi lại.")
        }
        guard used.count <= Self.mostRows else {
            throw Problem(
                .tooLarge, "table-too-large",
                "\(table.name): có \(used.count) người; mỗi lần nhập nhiều nhất \(Self.mostRows). Chia thành nhiều tệp.")
        }
        rows = used.map { Row($0, columns) }
    }

    /// A large unit has some thousand people; more in one transaction would hold up the others.
    private static let mostRows = 5_000

    private static func isHeading(_ row: Table.Row) -> Bool {
        let found = Set(row.cells.compactMap { PeopleColumn.byHeading[PeopleColumn.key($0.text)] })
        return found.isSuperset(of: [.fullName, .unit])
    }

    private static func columns(_ heading: Table.Row) throws(Problem) -> [PeopleColumn: Int] {
        var columns: [PeopleColumn: Int] = [:]
        var faults: [FieldFault] = []
        for (index, cell) in heading.cells.enumerated() where !cell.isBlank {
            let (name, place) = (VietnameseText(cell.text).string, "ô " + Table.address(row: heading.number, column: index))
            guard let column = PeopleColumn.byHeading[PeopleColumn.key(name)] else {
                if !PeopleColumn.remarks.contains(PeopleColumn.key(name)) {
                    faults.append(FieldFault(place, "cột “\(name)” không có trong mẫu; đổi tên hoặc bỏ cột"))
                }
                continue
            }
            if columns[column] != nil { faults.append(FieldFault(place, "cột “\(name)” có hai lần; giữ một cột")) }
            columns[column] = index
        }
        for column in PeopleColumn.allCases where column.isRequired && columns[column] == nil {
            faults.append(FieldFault("dòng \(heading.number)", "thiếu cột “\(column.headings[0])”; thêm cột này"))
        }
        guard faults.isEmpty else { throw .invalid(faults) }
        return columns
    }
}
