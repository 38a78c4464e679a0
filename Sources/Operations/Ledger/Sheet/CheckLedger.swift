public import Documents
import Domain
public import Storage

/// Checks a ledger as ``ImportLedger`` would and gives the file back with one column more, which says of each row what is wrong with it. The
/// mended file may be sent as it is: that column is passed over.
public struct CheckLedger: Sendable {
    public var table: Table
    /// As in ``ImportLedger/campaign``.
    public var campaign: String?
    public var format: LedgerFileFormat

    public init(_ table: Table, campaign: String? = nil, as format: LedgerFileFormat) {
        self.table = table
        self.campaign = campaign
        self.format = format
    }

    public struct Answer: Sendable {
        public let content: [UInt8]
        public let faultCount: Int
    }

    /// Writes nothing; the transaction must be one that may write, by an officer who may give.
    ///
    /// - Throws: ``Problem/notAllowed``; `invalid-table`, `table-too-large`, and `invalid-input` for what concerns no single row: its heading, its
    ///   merged cells.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Answer {
        guard try await tx.officer().may(.assignItem) else { throw Problem.notAllowed }
        let sheet = try LedgerSheet(table)
        let faults = try await ImportLedger(table, campaign: campaign, isDryRun: true).plan(sheet, in: tx, ids: ids).faults
        let places = sheet.places()
        var said: [Int: [String]] = [:]
        for fault in faults {
            let place = places[fault.path]
            said[place?.row ?? sheet.headingRow, default: []].append("\(place?.heading ?? fault.path): \(fault.reason)")
        }
        let rows = table.rows.filter { $0.number >= sheet.headingRow }
        guard let heading = rows.first else { throw Problem.notFound }
        let width = heading.cells.count
        let old = heading.cells.firstIndex { NameKey.of($0.text) == NameKey.of(LedgerColumn.faultHeading) }
        let today = try await tx.officer().today
        let cells = rows.dropFirst().map { row in
            var cells = (0..<max(width, row.cells.count)).map { $0 == old ? Table.Cell.empty : row[$0] }
            let words = said[row.number]?.joined(separator: "\n")
            if let old {
                cells[old] = words.map(Table.Cell.text) ?? .empty
            } else {
                cells.insert(words.map(Table.Cell.text) ?? .empty, at: width)
            }
            return cells
        }
        var titles = heading.cells.map(\.text)
        if old == nil { titles.append(LedgerColumn.faultHeading) }
        return Answer(content: try write(titles, cells, createdOn: today), faultCount: faults.count)
    }

    private func write(_ titles: [String], _ rows: [[Table.Cell]], createdOn today: CivilDate) throws(Problem) -> [UInt8] {
        guard format == .xlsx else { return Array(CSVText.make(columns: titles, rows: rows.map { $0.map(\.text) }).utf8) }
        var writer = try WorkbookWriter(title: "Sổ theo dõi nhiệm vụ, chỉ tiêu: các ô cần sửa", createdOn: today)
        writer.begin(
            table.sheet ?? LedgerColumn.sheetName,
            columns: titles.map { title in
                let width = LedgerColumn.byHeading[NameKey.of(title)]?.width ?? (title == LedgerColumn.faultHeading ? 80 : 18)
                return WorkbookWriter.Column(title, width: width)
            })
        for row in rows { writer.append(row) }
        return try writer.finish()
    }
}
