import Documents
import Domain
public import Storage

/// An empty list of people to be filled in: as CSV, or as a workbook that also lists the units and what may be chosen.
public struct PeopleTemplate: Sendable {
    public enum Format: String, Sendable, CaseIterable {
        case csv, xlsx
    }

    public var format: Format

    public init(as format: Format) {
        self.format = format
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> [UInt8] {
        // Asks the door, and nothing else would: an empty list is the same everywhere.
        let officer = try await tx.officer()
        guard officer.mayWrite, officer.may(.manageDirectory) else { throw Problem.notAllowed }
        let columns = PeopleColumn.allCases.map { $0.headings[0] }
        guard format == .xlsx else { return Array(CSVText.make(columns: columns, rows: []).utf8) }
        let units = try await LedgerReferences.units(on: officer.today, in: tx)
        return try Self.workbook(columns, units: units, today: officer.today)
    }

    private static func workbook(_ columns: [String], units: [LedgerReferences.Unit], today: CivilDate) throws(Problem) -> [UInt8] {
        var writer = try WorkbookWriter(title: "Danh sách cán bộ, công chức, viên chức", createdOn: today)
        writer.begin("Danh sách", columns: columns.map { WorkbookWriter.Column($0, width: 24) })
        writer.begin("Đơn vị", columns: [WorkbookWriter.Column("Mã"), WorkbookWriter.Column("Tên đầy đủ", width: 60)])
        for unit in units { writer.append([.text(unit.code), .text(unit.fullName)]) }
        writer.begin(
            "Giá trị được chọn", columns: [WorkbookWriter.Column("Cột", width: 20), WorkbookWriter.Column("Giá trị", width: 50)])
        for kind in Person.Kind.allCases { writer.append([.text(PeopleColumn.kind.headings[0]), .text(kind.vietnamese)]) }
        for role in Role.grantable { writer.append([.text(PeopleColumn.role.headings[0]), .text(role.vietnamese)]) }
        for rank in Post.LeaderRank.allCases { writer.append([.text(PeopleColumn.leaderRank.headings[0]), .text(rank.vietnamese)]) }
        return try writer.finish()
    }
}
