import Documents
import Domain

/// How every command prints its answer.
enum CommandOutput {
    /// - Parameters:
    ///   - columns: heads of the table, for people and for CSV.
    ///   - json: the same answer for programs; its form is stable.
    static func print(columns: [String], rows: [[String]], json: JSONValue, as format: OutputFormat) {
        switch format {
        case .table: Swift.print(TextTable.make(columns: columns, rows: rows), terminator: "")
        case .json: Swift.print(json.text(.indented))
        case .csv: Swift.print(CSVText.make(columns: columns, rows: rows), terminator: "")
        }
    }
}
