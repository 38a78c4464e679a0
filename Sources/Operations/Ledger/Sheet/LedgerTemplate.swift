import Documents
import Domain
public import Storage

/// An empty ledger to be filled in: as CSV the heading alone, as a workbook also how each column is filled in, and every list of codes.
public struct LedgerTemplate: Sendable {
    public var format: LedgerFileFormat
    /// Code of the campaign whose contents are listed; nil: none.
    public var campaign: String?

    public init(as format: LedgerFileFormat, campaign: String? = nil) {
        self.format = format
        self.campaign = campaign
    }

    /// - Throws: ``Problem/notAllowed``; `invalid-input` for a campaign that is not there.
    public func perform(in tx: borrowing TenantTransaction) async throws -> [UInt8] {
        // Asks the door, and nothing else would: an empty ledger is the same everywhere.
        let officer = try await tx.officer()
        guard officer.mayWrite, officer.may(.assignItem) else { throw Problem.notAllowed }
        let columns = LedgerColumn.allCases.filter { !$0.isShown }
        let background = try await ItemBackground.load(directive: nil, campaign: campaign, named: "?", in: tx)
        guard format == .xlsx else { return Array(CSVText.make(columns: columns.map(\.heading), rows: []).utf8) }
        let papers = try await Directive.list(limit: Self.mostPapers, in: tx)
        return try Self.workbook(columns, background.references, papers)
    }

    /// The latest; who orders by an older one knows its number.
    private static let mostPapers = 2_000

    private static func workbook(_ columns: [LedgerColumn], _ references: LedgerReferences, _ papers: [Directive]) throws(Problem)
        -> [UInt8]
    {
        var writer = try WorkbookWriter(title: "Sổ theo dõi nhiệm vụ, chỉ tiêu", createdOn: references.today)
        writer.begin(LedgerColumn.sheetName, columns: columns.map { WorkbookWriter.Column($0.heading, width: $0.width) })
        instructions(&writer)
        list(&writer, "Đơn vị", ["Mã", "Tên đầy đủ"], references.units.map { [$0.code, $0.fullName] })
        list(
            &writer, "Văn bản", ["Số, ký hiệu", "Ngày", "Loại", "Trích yếu"],
            papers.map { [$0.paper.number, $0.paper.issuedOn.vietnamese, $0.paper.type, $0.paper.abstract] })
        list(&writer, "Nội dung", ["Mã", "Nội dung của kế hoạch"], references.contents.map { [$0.key, $0.name] })
        list(&writer, "Lĩnh vực", ["Mã", "Lĩnh vực"], references.sectors.map { [$0.key, $0.name] })
        list(&writer, "Lãnh đạo tỉnh", ["Chức danh"], references.provinceLeaders.map { [$0.name.shown] })
        list(&writer, "Giá trị được chọn", ["Cột", "Giá trị"], choices)
        return try writer.finish()
    }

    private static func instructions(_ writer: inout WorkbookWriter) {
        writer.begin(
            "Hướng dẫn",
            columns: [WorkbookWriter.Column("Cột", width: 28), WorkbookWriter.Column("Cách ghi", width: 100)])
        let rules = [
            (
                "Cách nhập",
                "Mỗi nhiệm vụ, chỉ tiêu một dòng. Không gộp ô, không đổi tên cột, không bỏ dòng tiêu đề; bớt cột không dùng được."
            ),
            (
                "Chạy thử",
                "Chạy thử trước để xem hết các ô cần sửa; có thể tải lại tệp có thêm cột “\(LedgerColumn.faultHeading)”, sửa rồi gửi lại."
            ),
            ("Nhập lại", "Chỉ nhập khi mọi dòng đều đúng. Nhập lại cùng tệp không tạo thêm nhiệm vụ; dòng đã có được giữ nguyên."),
        ]
        for rule in rules { writer.append([.text(rule.0), .text(rule.1)]) }
        for column in LedgerColumn.allCases { writer.append([.text(column.heading), .text(column.instruction)]) }
    }

    private static func list(_ writer: inout WorkbookWriter, _ name: String, _ columns: [String], _ rows: [[String]]) {
        writer.begin(name, columns: columns.enumerated().map { WorkbookWriter.Column($1, width: $0 == columns.count - 1 ? 70 : 20) })
        for row in rows { writer.append(row.map { .text($0) }) }
    }

    private static let choices: [[String]] = {
        var choices = LedgerItem.Kind.allCases.map { [LedgerColumn.kind.heading, $0.vietnamese] }
        choices += TargetMeasure.Direction.allCases.map { [LedgerColumn.direction.heading, $0.sheetWords] }
        choices.append([LedgerColumn.measuredAtYearEnd.heading, WorkItem.Goal.yearEndSheetWords])
        choices += WorkItem.Completion.allCases.map { [LedgerColumn.completion.heading, $0.vietnamese] }
        return choices
    }()
}

extension LedgerColumn {
    /// Of the sheet that is read back: the first of its workbook.
    static let sheetName = "Sổ theo dõi"
}

extension TargetMeasure.Direction {
    /// Words that a table is read by again.
    var sheetWords: String {
        switch self {
        case .atLeast: "tối thiểu"
        case .moreThan: "trên"
        case .atMost: "không quá"
        case .lessThan: "dưới"
        }
    }
}
