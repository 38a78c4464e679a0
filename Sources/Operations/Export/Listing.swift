public import Documents
public import Domain
public import Storage

/// A list that can be taken away as a file: it says what stands in its columns, and hands over its rows in the order in which it shows them. Every
/// list that adopts this has its exports by ``ExportList``, whoever asks: API, page, command.
public protocol Listing: Sendable {
    associatedtype Row: Sendable

    var sheet: ListSheet<Row> { get }

    /// The next rows, by the filter and under the policies by which the list is shown; afterwards it goes on behind them.
    ///
    /// - Parameter limit: more are not in memory at once, of a list that is read page by page.
    mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<Row>

    /// Of which day its rows speak, for the name of its file: by itself of the day of business.
    func fileDay(on today: CivilDate) -> CivilDate

    /// What tells its file from another of the same list and day: `2023-05`. By itself nothing.
    var fileMark: String? { get }

    /// The head of a form, above the table of its workbook. By itself nothing.
    func head(in tx: borrowing TenantTransaction) async throws -> [String]

    /// What its workbook says of the list on a sheet behind it: whose it is, of what time, by what. By itself nothing.
    func remarks(in tx: borrowing TenantTransaction) async throws -> [(name: String, value: String)]
}

extension Listing {
    public func fileDay(on today: CivilDate) -> CivilDate { today }

    public var fileMark: String? { nil }

    public func head(in tx: borrowing TenantTransaction) async throws -> [String] { [] }

    public func remarks(in tx: borrowing TenantTransaction) async throws -> [(name: String, value: String)] { [] }
}

/// Some rows of a list.
public struct ListedRows<Row: Sendable>: Sendable {
    public let count: Int
    public let isLast: Bool
    /// The rows themselves. Of a long list they are made of the database's answer when this is called, by whoever needs them.
    public let rows: @Sendable () throws -> [Row]

    public init(_ rows: [Row], isLast: Bool) {
        self.init(count: rows.count, isLast: isLast) { rows }
    }

    public init(count: Int, isLast: Bool, rows: @Sendable @escaping () throws -> [Row]) {
        self.count = count
        self.isLast = isLast
        self.rows = rows
    }
}

extension Listing {
    /// All of them, for who shows them in one piece.
    public func allRows(in tx: borrowing TenantTransaction) async throws -> [Row] {
        var (list, rows, isOver) = (self, [Row](), false)
        while !isOver {
            let page = try await list.nextRows(atMost: 500, in: tx)
            rows += try page.rows()
            isOver = page.isLast
        }
        return rows
    }
}

/// The first rows of a list.
public struct LimitedList<List: Listing>: Listing {
    private var list: List
    /// Rows that may still come; nil: all.
    private var left: Int?

    public init(_ list: List, most: Int?) {
        self.list = list
        left = most
    }

    public var sheet: ListSheet<List.Row> { list.sheet }

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<List.Row> {
        guard let left else { return try await list.nextRows(atMost: limit, in: tx) }
        let page = try await list.nextRows(atMost: min(limit, left), in: tx)
        self.left = left - page.count
        return ListedRows(count: page.count, isLast: page.isLast || page.count >= left, rows: page.rows)
    }
}
