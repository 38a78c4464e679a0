import Documents
import Domain

/// A ledger as a spreadsheet has it: where the heading stands, and the rows below it that say something.
struct LedgerSheet {
    struct Row {
        /// As the spreadsheet counts it.
        let number: Int
        fileprivate let row: Table.Row
        fileprivate let columns: [LedgerColumn: Int]

        /// The cell, composed (NFC) and trimmed line by line; empty where the table has no such column.
        subscript(column: LedgerColumn) -> String {
            columns[column].map { LedgerSheet.text(row[$0]) } ?? ""
        }

        /// Whether the table has the column.
        func has(_ column: LedgerColumn) -> Bool { columns[column] != nil }

        fileprivate func cell(_ column: LedgerColumn) -> Table.Cell { columns[column].map { row[$0] } ?? .empty }

        /// A line between groups of tasks, and nothing else: `I` and `Lĩnh vực nội vụ`, or both in the first cell.
        var isGroupHeading: Bool {
            let filled = Set(columns.keys.filter { !self[$0].isEmpty })
            let number = self[.sourceRow]
            if filled == [.sourceRow] { return number.contains(where: \.isLetter) && number.contains(" ") }
            return filled == [.sourceRow, .title] && number.allSatisfy { "IVXLCABDEFGH.)".contains($0) }
        }
    }

    let rows: [Row]
    private let columns: [LedgerColumn: Int]
    /// Of the columns as they stand in the file.
    private let headings: [LedgerColumn: String]
    /// Before an address, where a workbook has sheets; else empty.
    private let sheet: String
    /// Of the heading, as the spreadsheet counts it.
    let headingRow: Int
    /// What is wrong with single cells before anything is known of their items.
    let faults: [FieldFault]

    /// - Throws: `invalid-table` without a heading or rows below it, `table-too-large`; `invalid-input` with every column that is missing,
    ///   unknown or there twice, and with every merged block.
    init(_ table: Table) throws(Problem) {
        guard let start = table.rows.prefix(20).firstIndex(where: LedgerColumn.isHeading) else {
            let wanted = LedgerColumn.allCases.filter(\.isRequired).map(\.heading).joined(separator: ", ")
            throw Problem(
                .invalid, "invalid-table", "\(table.name): không thấy dòng tiêu đề của sổ. Dùng tệp mẫu; cần các cột: \(wanted).")
        }
        let heading = table.rows[start]
        sheet = table.sheet.map { "trang “\($0)”, " } ?? ""
        headingRow = heading.number
        let found = try LedgerColumn.places(heading, sheet: sheet)
        columns = found
        headings = found.mapValues { VietnameseText(heading[$0].text).string }
        let used = table.rows.dropFirst(start + 1).map { Row(number: $0.number, row: $0, columns: found) }
            .filter { row in LedgerColumn.allCases.contains { !row[$0].isEmpty } }
        guard !used.isEmpty else {
            throw Problem(.invalid, "invalid-table", "\(table.name): dưới dòng tiêu đề không có dòng nào. Ghi nhiệm vụ rồi gửi lại.")
        }
        guard used.count <= Self.mostRows else {
            let (count, most) = (VietnameseNumber.text(used.count), VietnameseNumber.text(Self.mostRows))
            throw Problem(
                .tooLarge, "table-too-large",
                "\(table.name): có \(count) dòng; mỗi lần nhập nhiều nhất \(most). Chia thành nhiều tệp rồi nhập lần lượt.")
        }
        rows = used.filter { !$0.isGroupHeading }
        guard !rows.isEmpty else {
            throw Problem(
                .invalid, "invalid-table", "\(table.name): dưới dòng tiêu đề chỉ có tên nhóm. Ghi ít nhất một dòng nhiệm vụ rồi gửi lại.")
        }
        let numbers = Set(rows.map(\.number))
        let merged = table.merges.filter { merge in merge.rows.contains { numbers.contains($0) } }
        guard merged.isEmpty else {
            throw .invalid(
                merged.prefix(200).map { [sheet] merge in
                    FieldFault("\(sheet)ô \(merge.address)", "ô gộp; bỏ gộp ô (Unmerge Cells) rồi ghi giá trị vào từng dòng")
                })
        }
        faults =
            LedgerColumn.strays(beside: heading, in: table.rows.dropFirst(start + 1), sheet: sheet)
            + rows.flatMap { [sheet, headings] row in Self.faults(of: row, sheet, headings) }
    }

    /// A large province gives some thousand items a year; more in one transaction would hold up the others.
    static let mostRows = 5_000

    /// Where a fault of a cell is: `trang “Sổ”, ô D7 (Thời hạn)`; of a column that the table does not have, the row.
    func path(_ row: Row, _ column: LedgerColumn) -> String { Self.path(row, column, sheet, headings) }

    private static func path(_ row: Row, _ column: LedgerColumn, _ sheet: String, _ headings: [LedgerColumn: String]) -> String {
        guard let place = row.columns[column] else { return "\(sheet)dòng \(row.number) (\(column.heading))" }
        return "\(sheet)ô \(Table.address(row: row.number, column: place)) (\(headings[column] ?? column.heading))"
    }

    /// The cells of the file by where their faults are.
    func places() -> [String: Place] {
        var places: [String: Place] = [:]
        for row in rows {
            for column in LedgerColumn.allCases {
                places[path(row, column)] = Place(
                    row: row.number, column: row.columns[column] ?? -1, heading: headings[column] ?? column.heading)
            }
        }
        return places
    }

    /// A cell of the file; column -1 where the table has none.
    struct Place {
        let row: Int
        let column: Int
        let heading: String
    }

    // MARK: - Cells

    /// A text that our CSV kept from computing is read as it was.
    fileprivate static func text(_ cell: Table.Cell) -> String {
        let lines = cell.text.split(whereSeparator: \.isNewline).map { VietnameseText(String($0)).string }
        let text = lines.filter { !$0.isEmpty }.joined(separator: "\n")
        guard text.hasPrefix("'"), let second = text.dropFirst().first, "=+-@".contains(second) else { return text }
        return String(text.dropFirst())
    }

    private static func faults(of row: Row, _ sheet: String, _ headings: [LedgerColumn: String]) -> [FieldFault] {
        var faults: [FieldFault] = []
        for column in LedgerColumn.allCases where column.isDay {
            guard case .number(let value) = row.cell(column) else { continue }
            let guess = row.cell(column).dayOfSerial.map { " (có thể là \($0.vietnamese))" } ?? ""
            faults.append(
                FieldFault(
                    path(row, column, sheet, headings),
                    "là số \(Table.Cell.number(value).text)\(guess), không phải ngày; định dạng lại ô thành ngày hoặc gõ dạng ngày/tháng/năm"
                ))
        }
        return faults
    }
}
