/// A cursor over the columns of one row, from left to right.
///
/// ```swift
/// let items = try result.decode { row in
///     WorkItem(id: try row.next(), title: try row.next(), dueOn: try row.next())
/// }
/// ```
public struct RowReader {
    private let result: ResultSet
    private let row: Int
    private var column = 0

    init(_ result: ResultSet, row: Int) {
        self.result = result
        self.row = row
    }

    /// The next column. NULL, another type or a value that does not fit is an error naming the column.
    ///
    /// Inlinable, so that the type that is read is known where it is read: a list of fifty items reads three thousand columns.
    @inlinable
    public mutating func next<T: PostgresDecodable>(
        _ type: T.Type = T.self, file: StaticString = #fileID, line: UInt = #line
    ) throws(PostgresError) -> T {
        let index = advance()
        guard let cell = try cell(at: index, as: T.self, file, line) else {
            throw fault(DecodingFault("NULL where a value is required"), index, T.self, "NULL", file, line)
        }
        return try decode(cell, index, file, line)
    }

    /// The next column, nil for NULL.
    @inlinable
    public mutating func next<T: PostgresDecodable>(
        _ type: T?.Type = T?.self, file: StaticString = #fileID, line: UInt = #line
    ) throws(PostgresError) -> T? {
        let index = advance()
        guard let cell = try cell(at: index, as: T.self, file, line) else { return nil }
        return try decode(cell, index, file, line)
    }

    /// Passes over columns without reading them.
    public mutating func skip(_ columns: Int = 1) {
        column += columns
    }

    @usableFromInline
    mutating func advance() -> Int {
        defer { column += 1 }
        return column
    }

    @usableFromInline
    func cell(at index: Int, as type: Any.Type, _ file: StaticString, _ line: UInt) throws(PostgresError) -> Cell? {
        if let cell = result.handle.cell(row: row, column: index, owner: result) { return cell }
        // Behind the last column there is nothing, as in a NULL.
        guard index < result.handle.fields else {
            throw fault(DecodingFault("the row has only \(result.handle.fields) columns"), index, type, "no column", file, line)
        }
        return nil
    }

    @inlinable
    func decode<T: PostgresDecodable>(_ cell: Cell, _ index: Int, _ file: StaticString, _ line: UInt) throws(PostgresError) -> T {
        do throws(DecodingFault) {
            guard T.accepts(cell.oid) else {
                throw DecodingFault("\(T.self) is not read from \(cell.oid)")
            }
            return try T(decoding: cell)
        } catch {
            throw fault(error, index, T.self, "\(cell.count) bytes", file, line)
        }
    }

    @usableFromInline
    func fault(
        _ fault: DecodingFault, _ index: Int, _ type: Any.Type, _ kind: String, _ file: StaticString, _ line: UInt
    ) -> PostgresError {
        let exists = index < result.handle.fields
        let report = DecodingReport(
            column: exists ? result.handle.name(index) : "#\(index + 1)", index: index, row: row,
            columnType: exists ? result.handle.type(index) : .unknown, swiftType: "\(type)", valueKind: kind, reason: fault.reason,
            callSite: "\(file):\(line)")
        let message = "column \(report.column) (\(report.columnType)) as \(report.swiftType): \(fault.reason)"
        return PostgresError(.decoding, message, underlying: fault).with { $0.decoding = report }
    }
}
