import Documents
import Domain

/// What a list of earlier awards says of each, by the headings it may have.
enum EarlierAwardColumn: String, CaseIterable {
    case unit, person, personID, name, form, issuer, number, signedOn, achievement

    /// The first is the template's; the others are understood.
    var headings: [String] {
        switch self {
        case .unit: ["Đơn vị", "Tập thể"]
        case .person: ["Họ và tên", "Cá nhân", "Họ tên"]
        case .personID: ["Mã cá nhân"]
        case .name: ["Tên ghi trên bằng"]
        case .form: ["Hình thức khen thưởng", "Hình thức"]
        case .issuer: ["Cơ quan ban hành", "Người ký quyết định", "Cấp khen"]
        case .number: ["Số quyết định", "Số"]
        case .signedOn: ["Ngày quyết định", "Ngày ký", "Ngày"]
        case .achievement: ["Thành tích", "Nội dung khen thưởng"]
        }
    }

    var isRequired: Bool {
        switch self {
        case .unit, .person, .form, .issuer, .number, .signedOn: true
        case .personID, .name, .achievement: false
        }
    }

    static let byHeading: [String: EarlierAwardColumn] = {
        let pairs = allCases.flatMap { column in column.headings.map { (PeopleColumn.key($0), column) } }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }()
}

/// A list of earlier awards as a spreadsheet has it: where the heading stands, and the rows below it.
struct EarlierAwardTable {
    struct Row {
        /// As the spreadsheet counts it.
        let number: Int
        private let row: Table.Row
        private let columns: [EarlierAwardColumn: Int]

        fileprivate init(_ row: Table.Row, _ columns: [EarlierAwardColumn: Int]) {
            number = row.number
            self.row = row
            self.columns = columns
        }

        /// The cell; empty where the table has no such column.
        subscript(column: EarlierAwardColumn) -> Table.Cell { columns[column].map { row[$0] } ?? .empty }

        /// Composed (NFC) and trimmed.
        func text(_ column: EarlierAwardColumn) -> String { VietnameseText(self[column].text).string }

        /// `ô B7`; of a column that the table does not have, the row alone.
        func path(_ column: EarlierAwardColumn) -> String {
            columns[column].map { "ô " + Table.address(row: number, column: $0) } ?? "dòng \(number)"
        }
    }

    let rows: [Row]

    /// - Throws: `invalid-table` without a heading or rows below it, `table-too-large`; `invalid-input` with every column that is missing,
    ///   unknown or there twice.
    init(_ table: Table) throws(Problem) {
        guard let start = table.rows.prefix(20).firstIndex(where: Self.isHeading) else {
            let wanted = EarlierAwardColumn.allCases.filter(\.isRequired).map { $0.headings[0] }.joined(separator: ", ")
            throw Problem(
                .invalid, "invalid-table", "\(table.name): không thấy dòng tiêu đề. Dùng tệp mẫu; cần các cột: \(wanted).")
        }
        let columns = try Self.columns(table.rows[start])
        let used = table.rows.dropFirst(start + 1).filter { row in columns.values.contains { !row[$0].isBlank } }
        guard !used.isEmpty else {
            throw Problem(.invalid, "invalid-table", "\(table.name): dưới dòng tiêu đề không có dòng nào. Nhập danh sách rồi gửi lại.")
        }
        guard used.count <= Self.mostRows else {
            throw Problem(
                .tooLarge, "table-too-large",
                "\(table.name): có \(used.count) dòng; mỗi lần nhập nhiều nhất \(Self.mostRows). Chia thành nhiều tệp.")
        }
        rows = used.map { Row($0, columns) }
    }

    /// More in one transaction would hold up the others.
    private static let mostRows = 5_000

    private static func isHeading(_ row: Table.Row) -> Bool {
        Set(row.cells.compactMap { EarlierAwardColumn.byHeading[PeopleColumn.key($0.text)] }).isSuperset(of: [.unit, .form])
    }

    private static func columns(_ heading: Table.Row) throws(Problem) -> [EarlierAwardColumn: Int] {
        var columns: [EarlierAwardColumn: Int] = [:]
        var faults: [FieldFault] = []
        for (index, cell) in heading.cells.enumerated() where !cell.isBlank {
            let (name, place) = (VietnameseText(cell.text).string, "ô " + Table.address(row: heading.number, column: index))
            guard let column = EarlierAwardColumn.byHeading[PeopleColumn.key(name)] else {
                if !PeopleColumn.remarks.contains(PeopleColumn.key(name)) {
                    faults.append(FieldFault(place, "cột “\(name)” không có trong mẫu; đổi tên hoặc bỏ cột"))
                }
                continue
            }
            if columns[column] != nil { faults.append(FieldFault(place, "cột “\(name)” có hai lần; bỏ một cột")) }
            columns[column] = index
        }
        for column in EarlierAwardColumn.allCases where column.isRequired && columns[column] == nil {
            faults.append(FieldFault("dòng \(heading.number)", "thiếu cột “\(column.headings[0])”; thêm cột theo tệp mẫu"))
        }
        guard faults.isEmpty else { throw .invalid(faults) }
        return columns
    }
}
