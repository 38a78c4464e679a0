public import Documents
public import Domain
public import Storage

/// A list as a file: exactly the rows that its filter shows, all of one moment. It is written to disk while it is read, so that it takes the same
/// memory however long it is.
public struct ExportList<List: Listing>: Sendable {
    private let list: List
    private let format: ListFileFormat

    public init(_ list: List, as format: ListFileFormat) {
        self.list = list
        self.format = format
    }

    /// Rows that are in memory at once. Each page is planned anew: of a thousand rows that is a fifth of what they cost.
    private static var batch: Int { 4_000 }

    /// Rows are asked for while those before them are read and written.
    ///
    /// - Throws: as the list; ``Problem/unavailable`` when the disk is full.
    public func perform(in tx: borrowing TenantTransaction) async throws -> ListFile {
        var pages = Pages(list)
        // Who is in sight is known before the first row is written.
        var page = try await pages.next(in: tx)
        let today = try await tx.officer().today
        let writer = try ListWriter(list.sheet, as: format, head: format == .xlsx ? try await list.head(in: tx) : [], on: today)
        while let rows = page {
            async let written: Void = Self.write(rows, to: writer)
            // It begins on the thread of the connection, and can leave it only before the next page is waited for there.
            await Task.yield()
            page = try await pages.next(in: tx)
            try await written
        }
        let (count, content) = try await writer.finish(format == .xlsx ? try await list.remarks(in: tx) : [])
        return ListFile(
            name: list.sheet.name, mark: list.fileMark, day: list.fileDay(on: today), format: format, rowCount: count, content: content)
    }

    /// Not on the thread of the connection, which waits there for the server.
    @concurrent private static func write(_ rows: ListedRows<List.Row>, to writer: ListWriter<List.Row>) async throws {
        try await withTaskExecutorPreference(globalConcurrentExecutor) { try await writer.append(rows) }
    }

    /// The rows of the list, some at a time.
    private struct Pages {
        private var list: List
        private var isOver = false

        init(_ list: List) { self.list = list }

        mutating func next(in tx: borrowing TenantTransaction) async throws -> ListedRows<List.Row>? {
            if isOver { return nil }
            let page = try await list.nextRows(atMost: ExportList.batch, in: tx)
            isOver = page.isLast
            return page
        }
    }
}

/// A list as it leaves the product.
public struct ListFile: Sendable {
    /// Of the list: `items`.
    public let name: String
    public let mark: String?
    /// Of which it speaks.
    public let day: CivilDate
    public let format: ListFileFormat
    public let rowCount: Int
    public let content: SpooledFile

    /// `items-2023-06-20.xlsx`, `month-rows-2023-05-2023-06-20.xlsx`
    public var fileName: String { "\(name)-\(mark.map { "\($0)-" } ?? "")\(day).\(format.rawValue)" }
}

/// Leaves an entry in the audit that a list was taken away: before the first byte of it goes out.
public struct RecordExport: Sendable {
    private let file: ListFile
    private let filter: String

    /// - Parameter filter: as it was asked.
    public init(_ file: ListFile, filter: String) {
        self.file = file
        self.filter = filter
    }

    public func perform(in tx: borrowing TenantTransaction) async throws {
        try await AuditEntry.recordExport(
            of: file.name, as: file.format.rawValue, rows: file.rowCount, filter: String(filter.unicodeScalars.prefix(1_000)), in: tx)
    }
}

extension Entrance {
    /// Takes a list away as a file, and leaves that it was: one transaction reads, the next records.
    ///
    /// - Parameter filter: as it was asked, for the audit.
    /// - Throws: as the list; `scope-missing` for a token that may only look, since the audit cannot be written with it.
    public func export<List: Listing>(
        _ list: List, as format: ListFileFormat, filter: String, in entry: Entry
    ) async throws -> ListFile {
        try await export(as: format, filter: filter, in: entry) { (_: borrowing TenantTransaction) in list }
    }

    /// The same of a list whose filter must be looked up first.
    public func export<List: Listing>(
        as format: ListFileFormat, filter: String, in entry: Entry, _ list: (borrowing TenantTransaction) async throws -> List
    ) async throws -> ListFile {
        let file = try await read(entry) { (tx: borrowing TenantTransaction) in
            try await ExportList(try await list(tx), as: format).perform(in: tx)
        }
        // What it is about was asked when it was read; that it was read, everybody may record who may write at all.
        let recording = RecordExport(file, filter: filter)
        try await write(Entry(token: entry.token, place: entry.place, request: entry.request)) { (tx: borrowing TenantTransaction) in
            try await recording.perform(in: tx)
        }
        return file
    }
}
