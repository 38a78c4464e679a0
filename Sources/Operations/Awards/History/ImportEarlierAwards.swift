public import Documents
public import Domain
public import Storage

/// Records awards of the time before from a list: a unit those of itself, its sub-units and people, Home Affairs those of all units. Every row is
/// checked first and all faults are answered at once, by cell; then everything is written, or nothing. The same list again changes nothing.
public struct ImportEarlierAwards: Sendable {
    public var table: Table
    /// Only says what would be done; the transaction must be one that may write.
    public var isDryRun: Bool

    public init(_ table: Table, isDryRun: Bool) {
        self.table = table
        self.isDryRun = isDryRun
    }

    /// - Throws: `invalid-table`, `table-too-large`; `invalid-input` with every fault; ``Problem/notAllowed``.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> EarlierAwardOutcome {
        let officer = try await tx.officer()
        guard TemplatePlace(officer).mayChange else { throw Problem.notAllowed }
        let list = try HeadedTable<EarlierAwardColumn>(table)
        let units = try await LedgerReferences.units(on: officer.today, in: tx)
        let names = Set(list.rows.map { $0.text(.person) }.filter { !$0.isEmpty }).sorted()
        var reader = EarlierAwardReader(
            units: units, people: try await EarlierAward.people(named: names, in: tx), today: officer.today)
        let entries = list.rows.compactMap { row in reader.award(row, ids: ids).map { (row: row.number, award: $0) } }
        guard reader.faults.isEmpty else { throw Problem.invalid(reader.faults) }
        guard isDryRun else { return EarlierAwardOutcome(isDryRun: false, rows: try await Self.write(entries, in: tx)) }
        // Written and taken back: who may not is refused as in earnest, and so is what a constraint says no to.
        let rows = try await tx.undoing { (tx: borrowing TenantTransaction) in try await Self.write(entries, in: tx) }
        return EarlierAwardOutcome(isDryRun: true, rows: rows)
    }

    private static func write(
        _ entries: [(row: Int, award: EarlierAward)], in tx: borrowing TenantTransaction
    ) async throws -> [EarlierAwardOutcome.Row] {
        var rows: [EarlierAwardOutcome.Row] = []
        for (row, award) in entries {
            rows.append(
                EarlierAwardOutcome.Row(
                    number: row, name: award.name, form: award.form, decision: award.decision, isNew: try await award.record(in: tx)))
        }
        return rows
    }
}

/// An empty list of earlier awards to be filled in, as CSV or as a workbook that also lists the units.
public struct EarlierAwardTemplate: Sendable {
    public var format: PeopleTemplate.Format

    public init(as format: PeopleTemplate.Format) {
        self.format = format
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> [UInt8] {
        let officer = try await tx.officer()
        guard TemplatePlace(officer).mayChange else { throw Problem.notAllowed }
        let columns = EarlierAwardColumn.allCases.map { $0.headings[0] }
        guard format == .xlsx else { return Array(CSVText.make(columns: columns, rows: []).utf8) }
        var writer = try WorkbookWriter(title: "Khen thưởng đã nhận", createdOn: officer.today)
        writer.begin("Khen thưởng", columns: columns.map { WorkbookWriter.Column($0, width: 24) })
        writer.begin("Đơn vị", columns: [WorkbookWriter.Column("Mã"), WorkbookWriter.Column("Tên đầy đủ", width: 60)])
        for unit in try await LedgerReferences.units(on: officer.today, in: tx) { writer.append([.text(unit.code), .text(unit.fullName)]) }
        return try writer.finish()
    }
}
