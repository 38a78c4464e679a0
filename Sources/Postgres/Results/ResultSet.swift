/// The rows of one statement. They are decoded where they are used, not on the connection's thread.
public final class ResultSet: Sendable {
    let handle: ResultHandle
    /// Number of rows.
    public let count: Int

    init(_ handle: consuming ResultHandle) {
        count = handle.rows
        self.handle = handle
    }

    public var isEmpty: Bool { count == 0 }

    /// The names of the columns in their order; duplicates stay.
    public var columns: [String] { (0..<handle.fields).map { handle.name($0) } }

    /// The types of the columns.
    public var columnTypes: [OID] { (0..<handle.fields).map { handle.type($0) } }

    /// Rows inserted, updated, deleted, copied or selected; 0 where a command counts none.
    public var affected: Int { handle.affected }

    /// The command tag, such as `INSERT 0 3`.
    public var command: String { handle.commandTag }

    /// Reads every row by position.
    public func decode<R>(_ body: (inout RowReader) throws -> R) throws(PostgresError) -> [R] {
        try decode(0..<count, body)
    }

    /// Reads some of the rows.
    public func decode<R>(_ rows: Range<Int>, _ body: (inout RowReader) throws -> R) throws(PostgresError) -> [R] {
        var values: [R] = []
        values.reserveCapacity(rows.count)
        for row in rows {
            values.append(try read(row, body))
        }
        return values
    }

    /// Reads the first row, or returns nil when there is none. Further rows are not looked at.
    public func first<R>(_ body: (inout RowReader) throws -> R) throws(PostgresError) -> R? {
        count == 0 ? nil : try read(0, body)
    }

    /// Reads the one row; none or several are an error of code ``PostgresError/Code/rowCount``.
    public func only<R>(_ body: (inout RowReader) throws -> R) throws(PostgresError) -> R {
        guard count == 1 else { throw PostgresError(.rowCount, "\(count) rows where one was expected") }
        return try read(0, body)
    }

    /// Reads the one row, or returns nil when there is none; several are an error.
    public func onlyIfAny<R>(_ body: (inout RowReader) throws -> R) throws(PostgresError) -> R? {
        count == 0 ? nil : try only(body)
    }

    private func read<R>(_ row: Int, _ body: (inout RowReader) throws -> R) throws(PostgresError) -> R {
        var reader = RowReader(self, row: row)
        do {
            return try body(&reader)
        } catch let error as PostgresError {
            throw error
        } catch {
            throw PostgresError(.clientFailed, "row \(row) could not be read", underlying: error)
        }
    }
}
