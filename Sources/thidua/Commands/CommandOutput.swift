import Documents
import Domain

/// How every command prints its answer.
enum CommandOutput {
    /// - Parameters:
    ///   - columns: heads of the table, for people and for CSV.
    ///   - json: the same answer for programs; its form is stable. Not made where nobody asks for it.
    static func print(columns: [String], rows: [[String]], json: @autoclosure () throws -> JSONValue, as format: OutputFormat) rethrows {
        switch format {
        case .table: write(TextTable.make(columns: columns, rows: rows))
        case .json: write(try json().text(.indented) + "\n")
        case .csv: write(CSVText.make(columns: columns, rows: rows))
        }
    }

    /// A long answer for programs, each part of which was written as soon as it was known.
    ///
    /// - Parameters:
    ///   - head: what stands before the list.
    ///   - name: of the list.
    ///   - elements: each as ``JSONObject/writeIndented(ending:_:piece:)`` asks for it.
    static func printJSON(_ head: JSONObject, ending name: String, _ elements: [String]) {
        head.writeIndented(ending: name, elements, piece: write)
        write("\n")
    }

    /// - Parameter cells: of each row, as files of the list have them.
    static func print(
        columns: [String], cells: [[Table.Cell]], json: @autoclosure () throws -> JSONValue, as format: OutputFormat
    ) rethrows {
        try print(columns: columns, rows: cells.map { row in row.map(\.text) }, json: try json(), as: format)
    }

    /// Rows of a list, as its files have them.
    static func print<Row: Sendable>(_ rows: [Row], of sheet: ListSheet<Row>, as format: OutputFormat) {
        print(columns: sheet.titles, rows: rows.flatMap(sheet.texts), json: .array(rows.map(sheet.json)), as: format)
    }

    /// One line above a table.
    static func say(_ line: String) {
        write(line + "\n")
    }

    /// Behind a table, what makes its terms uncertain; for programs it stands in the answer.
    static func warn(_ gaps: [CalendarGap], as format: OutputFormat) {
        guard format == .table else { return }
        for gap in gaps { say("Cảnh báo: \(gap.vietnamese).") }
    }

    /// Where the answer goes instead of to standard output, for who runs a command in his own process.
    @TaskLocal static var taker: (@Sendable (String) -> Void)?

    private static func write(_ text: String) {
        if let taker { taker(text) } else { Swift.print(text, terminator: "") }
    }
}
