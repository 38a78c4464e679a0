/// Rows as CSV by RFC 4180: CRLF line ends, quotes where needed, a byte order mark so that spreadsheets read Vietnamese.
public enum CSVText {
    public static let byteOrderMark = "\u{FEFF}"

    public static func make(columns: [String], rows: [[String]]) -> String {
        byteOrderMark + ([columns] + rows).map(line).joined()
    }

    /// One row with its end.
    public static func line(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

    /// What a spreadsheet begins a formula with, or passes over before one; also as wide letters, which some take for the same (OWASP, CSV
    /// injection). Scalars, not characters: CR LF is one character, and so is `=` under an accent.
    private static let beginnings: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]

    /// A cell that a spreadsheet would take for a formula gets an apostrophe before it: text of others must not compute. A number, with a
    /// decimal comma or point, is none.
    private static func cell(_ text: String) -> String {
        var text = text
        if let first = text.unicodeScalars.first, beginnings.contains(first), Double(text.replacing(",", with: ".")) == nil {
            text = "'" + text
        }
        guard text.unicodeScalars.contains(where: { $0 == "," || $0 == "\"" || $0 == "\r" || $0 == "\n" }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
