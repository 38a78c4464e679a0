import Domain
import SwiftCSV

/// The records of a CSV file (RFC 4180, UTF-8, with or without byte order mark), each with the line on which it begins.
///
/// A record whose first cell starts with `#` is a comment. Empty lines count as lines and give no record.
struct CSVRecords {
    struct Record {
        /// From 1, as an editor shows it: a quoted line break makes the next record begin a line later.
        let line: Int
        let cells: [String]
    }

    let records: [Record]

    /// - Throws: a ``Problem`` of code `invalid-table` when it is not UTF-8, not CSV or empty.
    init(_ content: [UInt8], file: String) throws(Problem) {
        guard let text = String(validating: content, as: UTF8.self) else {
            throw Self.unreadable("\(file): không phải văn bản UTF-8. Lưu lại bảng dưới dạng “CSV UTF-8”.")
        }
        let plain = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        guard !plain.utf8.contains(0) else { throw Self.unreadable("\(file): có ký tự NUL, không phải tệp CSV.") }
        guard plain.utf8.count(where: { $0 == UInt8(ascii: "\"") }).isMultiple(of: 2) else {
            throw Self.unreadable("\(file): có dấu nháy kép không đóng.")
        }
        let rows: [[String]]
        do {
            let table = try EnumeratedCSV(string: plain, delimiter: .comma, loadColumns: false)
            rows = [table.header] + table.rows
        } catch {
            throw Self.unreadable("\(file): không đọc được dưới dạng CSV; kiểm tra các dấu nháy kép.")
        }
        var line = 1
        records = rows.compactMap { cells in
            defer { line += 1 + cells.reduce(0) { $0 + $1.count(where: \.isNewline) } }
            let isEmpty = cells.allSatisfy { $0.allSatisfy(\.isWhitespace) }
            return isEmpty || cells[0].hasPrefix("#") ? nil : Record(line: line, cells: cells)
        }
        guard !records.isEmpty else { throw Self.unreadable("\(file): tệp không có dòng nào.") }
    }

    private static func unreadable(_ detail: String) -> Problem {
        Problem(.invalid, "invalid-table", detail)
    }
}
