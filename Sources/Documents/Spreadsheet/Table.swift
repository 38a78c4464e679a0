public import Domain

/// Rows of a spreadsheet, whether they came as CSV or as XLSX: one checker reads both.
public struct Table: Sendable, Hashable {
    /// As messages call the file.
    public var name: String
    /// Of a workbook the sheet that was read; nil for CSV.
    public var sheet: String?
    /// Those with something in them, from top to bottom.
    public var rows: [Row]
    /// Cells of a workbook that were merged: what was typed stands in the first alone.
    public var merges: [Merge]

    public init(name: String, sheet: String? = nil, rows: [Row], merges: [Merge] = []) {
        self.name = name
        self.sheet = sheet
        self.rows = rows
        self.merges = merges
    }

    /// A block of cells shown as one.
    public struct Merge: Sendable, Hashable {
        /// As a spreadsheet counts them, from 1.
        public let rows: ClosedRange<Int>
        /// From 0 for column A.
        public let columns: ClosedRange<Int>

        public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
            self.rows = rows
            self.columns = columns
        }

        /// `A3:B5`
        public var address: String {
            Table.address(row: rows.lowerBound, column: columns.lowerBound) + ":"
                + Table.address(row: rows.upperBound, column: columns.upperBound)
        }
    }

    public struct Row: Sendable, Hashable {
        /// As a spreadsheet counts it, from 1.
        public let number: Int
        /// From column A; those to the right of the last filled one may be missing.
        public let cells: [Cell]

        public init(number: Int, cells: [Cell]) {
            self.number = number
            self.cells = cells
        }

        /// From 0 for column A; empty where the row is short.
        public subscript(column: Int) -> Cell { cells.indices.contains(column) ? cells[column] : .empty }
    }

    /// What a cell holds. CSV holds texts only.
    public enum Cell: Sendable, Hashable {
        case empty
        case text(String)
        case number(Double)
        case date(CivilDate)
        case flag(Bool)
    }

    /// What a spreadsheet calls a cell, for messages: row 7 of column 1 is `B7`.
    public static func address(row: Int, column: Int) -> String { letters(column) + String(row) }

    /// `A` for column 0, `AA` for column 26.
    public static func letters(_ column: Int) -> String {
        var name = ""
        var rest = column + 1
        while rest > 0 {
            name = String(UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + name
            rest = (rest - 1) / 26
        }
        return name
    }
}

extension Table.Cell {
    /// As an officer would type it: `05/06/2023`, `1234,5`, `có`.
    public var text: String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .number(let value): Self.vietnamese(value)
        case .date(let day): day.vietnamese
        case .flag(let isTrue): isTrue ? "có" : "không"
        }
    }

    /// The day that a number would be, were it formatted as one: what is left of a date whose format was lost. Nil for any other cell, and for
    /// numbers that are no day of 1954 to 2173.
    public var dayOfSerial: CivilDate? {
        guard case .number(let value) = self, value == value.rounded(), (20_000..<100_000).contains(value) else { return nil }
        return DateFormats.day(value, from1904: false)
    }

    /// Whether nothing is seen in it.
    public var isBlank: Bool {
        switch self {
        case .empty: true
        case .text(let text): text.allSatisfy(\.isWhitespace)
        case .number, .date, .flag: false
        }
    }

    /// A comma before the decimals, no points between thousands, never an exponent.
    private static func vietnamese(_ value: Double) -> String {
        if let whole = Int(exactly: value) { return String(whole) }
        let digits = DecimalDigits(value)
        return digits.text.replacing(".", with: ",")
    }
}
