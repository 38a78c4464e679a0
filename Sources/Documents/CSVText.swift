/// Rows as CSV by RFC 4180: CRLF line ends, quotes where needed, a byte order mark so that spreadsheets read Vietnamese.
public enum CSVText {
    public static func make(columns: [String], rows: [[String]]) -> String {
        let lines = ([columns] + rows).map { row in row.map(cell).joined(separator: ",") }
        return "\u{FEFF}" + lines.map { $0 + "\r\n" }.joined()
    }

    /// A cell that a spreadsheet would take for a formula gets an apostrophe before it: text of others must not compute.
    private static func cell(_ text: String) -> String {
        var text = text
        if let first = text.first, "=+-@\t\r".contains(first), Double(text) == nil { text = "'" + text }
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
