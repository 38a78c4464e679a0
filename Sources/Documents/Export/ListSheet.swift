public import Domain

/// A list as it leaves the product: what it is called, what stands in each of its columns, and each row as programs read it. The same cells
/// are the table of a command, the CSV and the workbook, so no figure can differ between them.
public struct ListSheet<Row: Sendable>: Sendable {
    /// Of the list, in the audit and in file names: lower-case letters, digits, `-`.
    public let name: String
    /// As officers call the list: the title of the workbook and of its sheet.
    public let title: String
    public let columns: [WorkbookWriter.Column]
    /// Of one row: mostly one line.
    public let lines: @Sendable (Row) -> [[Table.Cell]]
    public let json: @Sendable (Row) -> JSONValue

    /// - Parameters:
    ///   - cells: one for each column, in their order.
    ///   - json: the row as the API's list shows it.
    public init(
        _ name: String, title: String, columns: [WorkbookWriter.Column], cells: @escaping @Sendable (Row) -> [Table.Cell],
        json: @escaping @Sendable (Row) -> JSONValue
    ) {
        self.name = name
        self.title = title
        self.columns = columns
        lines = { row in [cells(row)] }
        self.json = json
    }

    /// - Parameters:
    ///   - headings: of columns of the usual width.
    ///   - cells: one for each of them, in their order: days and counts as such, that a spreadsheet may sort and add them up.
    public init(
        _ name: String, title: String, headings: [String], cells: @escaping @Sendable (Row) -> [Table.Cell],
        json: @escaping @Sendable (Row) -> JSONValue
    ) {
        self.init(name, title: title, columns: headings.map { WorkbookWriter.Column($0) }, cells: cells, json: json)
    }

    /// Of rows that take several lines each.
    public init(
        _ name: String, title: String, headings: [String], lines: @escaping @Sendable (Row) -> [[Table.Cell]],
        json: @escaping @Sendable (Row) -> JSONValue
    ) {
        self.name = name
        self.title = title
        columns = headings.map { WorkbookWriter.Column($0) }
        self.lines = lines
        self.json = json
    }

    public var titles: [String] { columns.map(\.title) }

    public func texts(_ row: Row) -> [[String]] { lines(row).map { line in line.map(\.text) } }
}

extension Table.Cell {
    /// A day, or nothing.
    public static func day(_ day: CivilDate?) -> Table.Cell { day.map(Table.Cell.date) ?? .empty }

    /// A count, or nothing.
    public static func count(_ count: Int?) -> Table.Cell { count.map { .number(Double($0)) } ?? .empty }
}
