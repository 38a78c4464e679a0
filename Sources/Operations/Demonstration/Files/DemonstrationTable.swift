import Domain
import Foundation

/// A table of a demonstration's folder: CSV with a header, lines that start with `#` are comments.
struct DemonstrationTable {
    let file: String
    let rows: [Row]

    /// - Throws: a ``Problem`` of code `demonstration-data` or `invalid-table` that names the file.
    init(_ file: URL) throws {
        let name = file.lastPathComponent
        // Comments are prose, with quotes that are no CSV: they stand before the heading and are taken off first.
        let lines = try Self.content(of: file).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let comments = lines.prefix { $0.first == UInt8(ascii: "#") }.count
        let records = try CSVRecords(Array(lines.dropFirst(comments).joined(separator: [UInt8(ascii: "\n")])), file: name).records
        let columns = Dictionary(records[0].cells.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        rows = records.dropFirst().map { record in
            Row(file: name, line: comments + record.line, columns: columns, cells: record.cells)
        }
        self.file = name
    }

    /// The bytes of a file.
    ///
    /// - Throws: a ``Problem`` of code `demonstration-data` that names it.
    static func content(of file: URL) throws -> [UInt8] {
        guard let content = try? Data(contentsOf: file) else { throw Problem.demonstrationData("\(file.path): không đọc được tệp.") }
        return Array(content)
    }

    /// One line of the table; every cell is read by the name of its column.
    struct Row {
        private let file: String
        private let line: Int
        private let columns: [String: Int]
        private let cells: [String]

        fileprivate init(file: String, line: Int, columns: [String: Int], cells: [String]) {
            self.file = file
            self.line = line
            self.columns = columns
            self.cells = cells
        }

        /// The cell as text, empty when it is.
        func text(_ column: String) throws -> String {
            guard let index = columns[column], cells.indices.contains(index) else { throw fault(column, "thiếu cột") }
            return VietnameseText(cells[index]).string
        }

        /// The cell, or nil when it is empty.
        func optional(_ column: String) throws -> String? {
            let text = try text(column)
            return text.isEmpty ? nil : text
        }

        func whole(_ column: String) throws -> Int {
            let text = try text(column)
            guard let number = Int(text), number >= 0 else { throw fault(column, "“\(text)” không phải số nguyên không âm") }
            return number
        }

        func date(_ column: String) throws -> CivilDate {
            let text = try text(column)
            guard let date = CivilDate(text) else { throw fault(column, "“\(text)” không phải ngày dạng năm-tháng-ngày") }
            return date
        }

        /// Nil when the cell is empty.
        func optionalDate(_ column: String) throws -> CivilDate? {
            try text(column).isEmpty ? nil : date(column)
        }

        /// Nil when the cell is empty.
        func optionalFixed(_ column: String) throws -> FixedPoint? {
            let text = try text(column)
            if text.isEmpty { return nil }
            guard let number = FixedPoint(text) else { throw fault(column, "“\(text)” không phải số") }
            return number
        }

        func yes(_ column: String) throws -> Bool {
            switch try text(column) {
            case "yes": true
            case "no": false
            default: throw fault(column, "chỉ nhận yes hoặc no")
            }
        }

        func oneOf<E: RawRepresentable & CaseIterable>(_: E.Type, _ column: String) throws -> E where E.RawValue == String {
            let text = try text(column)
            guard let value = E(rawValue: text) else {
                throw fault(column, "“\(text)” không nằm trong: " + E.allCases.map(\.rawValue).joined(separator: ", "))
            }
            return value
        }

        /// A fault of this line.
        func fault(_ column: String, _ reason: String) -> Problem {
            .demonstrationData("\(file), dòng \(line), cột \(column): \(reason).")
        }
    }
}

extension Problem {
    /// The folder of a demonstration cannot be used as it is.
    static func demonstrationData(_ detail: String) -> Problem {
        Problem(.invalid, "demonstration-data", detail)
    }
}
