import Documents
public import Domain
public import Storage

/// A ledger as a spreadsheet: each item with its assignment, dates, target, progress and rulings; in a workbook also the history of each. Read
/// back by ``ImportLedger``, it changes nothing.
public struct ExportLedger: Sendable {
    public var filter: LedgerFilter
    public var format: LedgerFileFormat

    public init(_ filter: LedgerFilter = LedgerFilter(), as format: LedgerFileFormat) {
        self.filter = filter
        self.format = format
    }

    /// More would not fit into the memory of who opens it.
    public static let most = 20_000

    /// - Throws: `table-too-large` for more than ``most`` items; `invalid-input` for codes that are not there.
    public func perform(in tx: borrowing TenantTransaction) async throws -> [UInt8] {
        try await CheckFilter(filter).perform(in: tx)
        let today = try await tx.officer().today
        var lines: [LedgerLine] = []
        var records: [LedgerRecord] = []
        var listing = ListItems(filter: filter, limit: 500)
        let units = try await LedgerReferences.units(on: today, in: tx)
        let names = Dictionary(units.map { ($0.unit, $0.fullName) }, uniquingKeysWith: { first, _ in first })
        repeat {
            let page = try await listing.perform(in: tx)
            let history = try await LedgerRecord.all(of: page.entries.map(\.item), in: tx)
            lines += try await Self.lines(page.entries, Dictionary(grouping: history, by: \.item), names, in: tx)
            if format == .xlsx { records += history }
            listing.after = page.next
            guard lines.count <= Self.most else { throw Self.tooLarge }
        } while listing.after != nil
        let columns = LedgerColumn.allCases
        guard format == .xlsx else {
            return Array(CSVText.make(columns: columns.map(\.heading), rows: lines.map { $0.cells.map(\.text) }).utf8)
        }
        return try Self.workbook(lines, records, createdOn: today)
    }

    private static func lines(
        _ entries: [LedgerEntry], _ history: [WorkItem.ID: [LedgerRecord]], _ units: [SubUnit.ID: String],
        in tx: borrowing TenantTransaction
    ) async throws -> [LedgerLine] {
        let directives = try await LedgerSheetSource.directives(Array(Set(entries.compactMap(\.item.terms.directive))), in: tx)
        let papers = Dictionary(directives.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let leaders = Set(entries.flatMap { [$0.item.terms.provinceLeader, $0.item.terms.unitLeader].compactMap(\.self) })
        let titles = try await LedgerSheetSource.leaders(Array(leaders), in: tx).mapValues(\.shown)
        let items = entries.map(\.item)
        let deadlines = try await LedgerSheetSource.deadlines(of: items, in: tx)
        let further = try await LedgerSheetSource.further(of: items, in: tx)
        return entries.map { entry in
            let own = entry.item.unit.uuid == entry.item.tenant.uuid ? entry.names.tenantName : entry.names.unitName
            return LedgerLine(
                entry, directive: entry.item.terms.directive.flatMap { papers[$0] }, unit: units[entry.item.unit] ?? own,
                leaders: titles, history: history[entry.item.id] ?? [], deadlines: deadlines[entry.item.id] ?? [],
                further: further[entry.item.id] ?? [])
        }
    }

    private static func workbook(_ lines: [LedgerLine], _ records: [LedgerRecord], createdOn today: CivilDate) throws(Problem) -> [UInt8] {
        var writer = try WorkbookWriter(title: "Sổ theo dõi nhiệm vụ, chỉ tiêu", createdOn: today)
        writer.begin(LedgerColumn.sheetName, columns: LedgerColumn.allCases.map { WorkbookWriter.Column($0.heading, width: $0.width) })
        for line in lines { writer.append(line.cells) }
        writer.begin("Diễn biến", columns: LedgerHistorySheet.columns)
        let ofItem = Dictionary(grouping: records, by: \.item)
        for line in lines {
            for record in ofItem[line.entry.item.id] ?? [] { writer.append(LedgerHistorySheet.cells(record, of: line)) }
        }
        return try writer.finish()
    }

    private static var tooLarge: Problem {
        Problem(
            .tooLarge, "table-too-large",
            "Sổ có hơn \(VietnameseNumber.text(most)) nhiệm vụ, chỉ tiêu. Chọn một đơn vị, một phong trào hoặc một khoảng thời hạn rồi xuất lại."
        )
    }
}
