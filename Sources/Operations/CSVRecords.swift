import Domain
import SwiftCSV

/// The records of a CSV file (RFC 4180, UTF-8, with or without byte order mark), each with the place where it begins.
///
/// Empty lines count and give no record.
struct CSVRecords {
    struct Record {
        /// From 1, as an editor shows it: a quoted line break makes the next record begin a line later.
        let line: Int
        /// From 1, as a spreadsheet shows it.
        let row: Int
        let cells: [String]
    }

    /// Whose habits a file follows.
    enum Dialect {
        /// Separated by comma; a record whose first cell starts with `#` is a comment.
        case ours
        /// As spreadsheets save it: those of a Vietnamese locale separate by semicolon. No comments.
        case spreadsheet
    }

    let records: [Record]

    /// - Parameter file: its name, for what is said of it.
    /// - Throws: a ``Problem`` of code `invalid-table` when it is not UTF-8, not CSV or empty.
    init(_ content: [UInt8], file: String, dialect: Dialect = .ours) throws(Problem) {
        guard let text = String(validating: content, as: UTF8.self) else {
            if content.starts(with: Array("PK\u{3}\u{4}".utf8)) {
                throw Self.unreadable("\(file): là tệp Excel, không phải CSV. Mở bằng Excel rồi lưu dưới dạng “CSV UTF-8”.")
            }
            throw Self.unreadable("\(file): không phải văn bản UTF-8. Lưu lại bảng dưới dạng “CSV UTF-8”.")
        }
        let plain = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        guard !plain.utf8.contains(0) else {
            throw Self.unreadable("\(file): không phải tệp CSV. Mở bảng bằng Excel rồi lưu dưới dạng “CSV UTF-8”.")
        }
        if let line = Self.lineOfOpenQuote(in: plain) {
            throw Self.unreadable(
                "\(file): dấu nháy kép không đóng, từ dòng \(line). Xóa hoặc đóng dấu nháy đó, hoặc lưu lại bảng dưới dạng “CSV UTF-8”.")
        }
        let rows: [[String]]
        do {
            let delimiter = dialect == .ours ? .comma : Self.delimiter(of: plain)
            let table = try EnumeratedCSV(string: plain, delimiter: delimiter, loadColumns: false)
            rows = [table.header] + table.rows
        } catch {
            throw Self.unreadable(
                "\(file): không đọc được dưới dạng CSV; kiểm tra các dấu nháy kép, hoặc lưu lại bảng dưới dạng “CSV UTF-8”.")
        }
        var line = 1
        records = zip(1..., rows).compactMap { row, cells in
            defer { line += 1 + cells.reduce(0) { $0 + $1.count(where: \.isNewline) } }
            let isEmpty = cells.allSatisfy { $0.allSatisfy(\.isWhitespace) }
            let isComment = dialect == .ours && cells.first?.hasPrefix("#") ?? false
            return isEmpty || isComment ? nil : Record(line: line, row: row, cells: cells)
        }
        let faults = records.flatMap { record in
            zip(1..., record.cells).compactMap { number, cell in
                StrayCharacter(in: cell).map { FieldFault("dòng \(record.row), cột thứ \(number)", $0.reason) }
            }
        }
        guard faults.isEmpty else { throw .invalid(faults) }
        guard !records.isEmpty else { throw Self.unreadable("\(file): tệp không có dòng nào. Chọn đúng tệp, hoặc ghi bảng vào tệp này.") }
    }

    /// What stands most often in the first lines separates.
    private static func delimiter(of text: String) -> CSVDelimiter {
        let sample = text.prefix(4_000)
        let candidates: [CSVDelimiter] = [.comma, .semicolon, .tab]
        return candidates.max { one, other in
            sample.count { $0 == one.rawValue } < sample.count { $0 == other.rawValue }
        } ?? .comma
    }

    /// The line of the first cell that ends without its closing quote, as an editor counts from 1; nil when all quotes are closed.
    private static func lineOfOpenQuote(in text: String) -> Int? {
        let quote = UInt8(ascii: "\"")
        guard !text.utf8.count(where: { $0 == quote }).isMultiple(of: 2) else { return nil }
        // A slip makes what follows look quoted, so the first line with an odd number is where to look.
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return lines.firstIndex { !$0.utf8.count(where: { $0 == quote }).isMultiple(of: 2) }.map { $0 + 1 }
    }

    private static func unreadable(_ detail: String) -> Problem {
        Problem(.invalid, "invalid-table", detail)
    }
}
