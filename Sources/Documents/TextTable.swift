/// Rows as a table for a terminal: columns aligned by what is seen, numbers to the right.
public enum TextTable {
    public static func make(columns: [String], rows: [[String]]) -> String {
        let all = [columns] + rows
        let widths = columns.indices.map { column in all.map { width($0[column]) }.max() ?? 0 }
        let numeric = columns.indices.map { column in !rows.isEmpty && rows.allSatisfy { isNumber($0[column]) } }
        func line(_ row: [String]) -> String {
            let cells = row.indices.map { column in
                let space = String(repeating: " ", count: widths[column] - width(row[column]))
                return numeric[column] ? space + row[column] : row[column] + space
            }
            // No trailing spaces: they wrap in narrow terminals.
            return String(cells.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
        }
        let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
        return ([line(columns), rule] + rows.map(line)).joined(separator: "\n") + "\n"
    }

    /// Columns of a terminal: Vietnamese letters are one each, however they are composed.
    private static func width(_ text: String) -> Int { text.count }

    private static func isNumber(_ text: String) -> Bool {
        text.isEmpty || text.allSatisfy { $0.isNumber || ".,%/-() ".contains($0) }
    }
}
