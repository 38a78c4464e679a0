import Domain
import SwiftCSV

/// A table by which work is assigned (TT, nhiệm vụ, cơ quan chủ trì, …), read from CSV as spreadsheets write it.
///
/// The heading may stand below title lines; its words are found whatever their case, spaces and marks. Rows are counted as the spreadsheet
/// counts them, from 1.
struct AssignmentTable {
    let rows: [Row]
    /// The heading of each column as it stands in the file.
    let headings: [ItemField: String]

    struct Row {
        /// As the spreadsheet counts it.
        let number: Int
        fileprivate let cells: [ItemField: String]

        /// The cell, composed (NFC) and trimmed, line breaks kept; empty where the table has no such column.
        subscript(field: ItemField) -> String { cells[field] ?? "" }

        /// A line between groups of tasks: `I`, `Lĩnh vực nội vụ`, and nothing else.
        var isGroupHeading: Bool {
            let filled = cells.filter { !$0.value.isEmpty }.keys
            guard filled.allSatisfy({ $0 == .sourceRow || $0 == .title }), !self[.title].isEmpty else { return false }
            return !self[.sourceRow].isEmpty && self[.sourceRow].allSatisfy { "IVXLCABDEFGH.)".contains($0) }
        }
    }

    /// - Throws: `invalid-table` where the text is no table, `invalid-input` with every column that is missing or there twice.
    init(_ content: [UInt8]) throws(Problem) {
        let records = try Self.records(content)
        guard let start = records.prefix(20).firstIndex(where: Self.isHeading) else {
            throw Problem(
                .invalid, "invalid-table",
                "Không thấy dòng tiêu đề của bảng. Cần các cột: \(Self.required.map { $0.headings[0] }.joined(separator: ", ")).")
        }
        let columns = try Self.columns(records[start])
        headings = columns.mapValues { records[start][$0] }
        rows = records.indices.dropFirst(start + 1).compactMap { index in
            let cells = columns.mapValues { records[index].indices.contains($0) ? records[index][$0] : "" }
            return cells.values.allSatisfy(\.isEmpty) ? nil : Row(number: index + 1, cells: cells)
        }
    }

    /// Where a fault of a cell is.
    func path(_ row: Row, _ field: ItemField) -> String {
        "dòng \(row.number), cột \(headings[field] ?? field.headings.first ?? field.rawValue)"
    }

    private static let required: [ItemField] = [.sourceRow, .title, .lead, .due]

    // MARK: - Records

    private static func records(_ content: [UInt8]) throws(Problem) -> [[String]] {
        guard let text = String(validating: content, as: UTF8.self) else {
            throw Problem(.invalid, "invalid-table", "Tệp không phải văn bản UTF-8. Lưu lại bảng dưới dạng “CSV UTF-8”.")
        }
        let plain = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        guard plain.utf8.count(where: { $0 == UInt8(ascii: "\"") }).isMultiple(of: 2) else {
            throw Problem(.invalid, "invalid-table", "Bảng có dấu nháy kép không đóng. Lưu lại bảng dưới dạng “CSV UTF-8”.")
        }
        do {
            let table = try EnumeratedCSV(string: plain, delimiter: delimiter(of: plain), loadColumns: false)
            return ([table.header] + table.rows).map { $0.map(cell) }
        } catch {
            throw Problem(.invalid, "invalid-table", "Không đọc được bảng dưới dạng CSV. Lưu lại bảng dưới dạng “CSV UTF-8”.")
        }
    }

    /// Spreadsheets of a Vietnamese locale separate by semicolon. What stands most often in the first lines separates.
    private static func delimiter(of text: String) -> CSVDelimiter {
        let sample = text.prefix(4_000)
        let candidates: [CSVDelimiter] = [.comma, .semicolon, .tab]
        return candidates.max { one, other in
            sample.count { $0 == one.rawValue } < sample.count { $0 == other.rawValue }
        } ?? .comma
    }

    /// Each line of the cell as the system keeps text; empty lines at the ends are dropped.
    private static func cell(_ typed: String) -> String {
        let lines = typed.split(whereSeparator: \.isNewline).map { VietnameseText(String($0)).string }
        return lines.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    // MARK: - Columns

    private static let byHeading: [String: ItemField] = {
        let pairs = ItemField.allCases.flatMap { field in field.headings.map { (key($0), field) } }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }()

    /// Ghi chú, which says nothing of the item.
    private static let remarks = key("Ghi chú")

    private static func key(_ heading: String) -> String {
        VietnameseText(heading.replacing("\n", with: " ")).folded.filter { $0.isLetter || $0.isNumber }
    }

    private static func isHeading(_ record: [String]) -> Bool {
        let found = Set(record.compactMap { byHeading[key($0)] })
        return found.isSuperset(of: [.sourceRow, .title])
    }

    private static func columns(_ heading: [String]) throws(Problem) -> [ItemField: Int] {
        var columns: [ItemField: Int] = [:]
        var faults: [FieldFault] = []
        for (index, name) in heading.enumerated() where !name.isEmpty && key(name) != remarks {
            guard let field = byHeading[key(name)] else {
                faults.append(FieldFault("cột \(name)", "không có trong mẫu bảng; đổi tên hoặc bỏ cột"))
                continue
            }
            if columns[field] != nil { faults.append(FieldFault("cột \(name)", "có hai lần")) }
            columns[field] = index
        }
        for field in required where columns[field] == nil {
            faults.append(FieldFault("cột \(field.headings[0])", "thiếu cột"))
        }
        guard faults.isEmpty else { throw .invalid(faults) }
        return columns
    }
}
