import Domain

/// A table by which work is assigned (TT, nhiệm vụ, cơ quan chủ trì, …), read from CSV as spreadsheets write it.
///
/// The heading may stand below title lines; its words are found whatever their case, spaces and marks. Rows are counted as the spreadsheet
/// counts them, from 1.
struct AssignmentTable {
    /// Of a file those alone that are not headings of groups.
    let rows: [Row]
    /// Tables of assignment have some hundred rows; more than these are not written within the time of one statement.
    static let mostRows = 2_000
    /// The heading of each column as it stands in the file.
    let headings: [ItemField: String]
    /// Where a cell is, for rows that came another way.
    private let place: ((Row, ItemField) -> String)?

    struct Row {
        /// As the spreadsheet counts it.
        let number: Int
        let cells: [ItemField: String]

        /// The cell, composed (NFC) and trimmed, line breaks kept; empty where the table has no such column.
        subscript(field: ItemField) -> String { cells[field] ?? "" }

        /// A line between groups of tasks: `I`, `Lĩnh vực nội vụ`, and nothing else.
        var isGroupHeading: Bool {
            let filled = cells.filter { !$0.value.isEmpty }.keys
            guard filled.allSatisfy({ $0 == .sourceRow || $0 == .title }), !self[.title].isEmpty else { return false }
            return !self[.sourceRow].isEmpty && self[.sourceRow].allSatisfy { "IVXLCABDEFGH.)".contains($0) }
        }
    }

    /// Rows of one paper that were read elsewhere.
    ///
    /// - Parameter place: where a cell of them is.
    init(_ rows: [Row], headings: [ItemField: String], place: @escaping (Row, ItemField) -> String) {
        self.rows = rows
        self.headings = headings
        self.place = place
    }

    /// - Throws: `invalid-table` where the text is no table, `invalid-input` with every column that is missing or there twice.
    init(_ content: [UInt8]) throws(Problem) {
        let records = try CSVRecords(content, file: "Bảng giao nhiệm vụ", dialect: .spreadsheet).records
            .map { (row: $0.row, cells: $0.cells.map(Self.cell)) }
        guard let start = records.prefix(20).firstIndex(where: { Self.isHeading($0.cells) }) else {
            throw Problem(
                .invalid, "invalid-table",
                "Không thấy dòng tiêu đề của bảng. Thêm dòng tiêu đề có các cột: \(Self.required.map { $0.headings[0] }.joined(separator: ", "))."
            )
        }
        let columns = try Self.columns(records[start].cells)
        headings = columns.mapValues { records[start].cells[$0] }
        place = nil
        // Not as many as the record has: the reader fills all lines up to the longest one.
        let width = (records[start].cells.lastIndex { !$0.isEmpty } ?? -1) + 1
        let wide = records.dropFirst(start + 1).filter { !$0.cells.dropFirst(width).allSatisfy(\.isEmpty) }
        guard wide.isEmpty else {
            throw .invalid(
                wide.map { FieldFault("dòng \($0.row)", "nhiều ô hơn dòng tiêu đề; đặt câu có dấu phẩy trong dấu nháy kép") })
        }
        let length = records.count - start - 1
        guard length <= Self.mostRows else {
            let (found, most) = (VietnameseNumber.text(length), VietnameseNumber.text(Self.mostRows))
            throw Problem(
                .invalid, "invalid-table",
                "Bảng có \(found) dòng; mỗi lần nhập nhiều nhất \(most) dòng. Chia bảng thành nhiều tệp rồi nhập lần lượt.")
        }
        rows = records.dropFirst(start + 1).compactMap { record in
            let cells = columns.mapValues { record.cells.indices.contains($0) ? record.cells[$0] : "" }
            let row = Row(number: record.row, cells: cells)
            return cells.values.allSatisfy(\.isEmpty) || row.isGroupHeading ? nil : row
        }
    }

    /// Where a fault of a cell is.
    func path(_ row: Row, _ field: ItemField) -> String {
        place?(row, field) ?? "dòng \(row.number), cột \(headings[field] ?? field.headings.first ?? field.rawValue)"
    }

    /// The codes that were typed.
    var codes: [String] { rows.map { VietnameseText($0[.code]).string }.filter { !$0.isEmpty } }

    /// The numbers of the further papers that were typed.
    var sourceNumbers: [String] { Array(Set(rows.flatMap { SourceWords.numbers(in: $0[.sources]) })) }

    private static let required: [ItemField] = [.sourceRow, .title, .lead, .due]

    // MARK: - Cells

    /// Each line of the cell as the system keeps text; empty lines at the ends are dropped.
    static func cell(_ typed: String) -> String {
        let lines = typed.split(whereSeparator: \.isNewline).map { VietnameseText(String($0)).string }
        return lines.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    // MARK: - Columns

    private static let byHeading: [String: ItemField] = {
        let pairs = ItemField.allCases.flatMap { field in field.headings.map { (NameKey.of($0), field) } }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }()

    /// Ghi chú, which says nothing of the item.
    private static let remarks = NameKey.of("Ghi chú")

    private static func isHeading(_ record: [String]) -> Bool {
        let found = Set(record.compactMap { byHeading[NameKey.of($0)] })
        return found.isSuperset(of: [.sourceRow, .title])
    }

    private static func columns(_ heading: [String]) throws(Problem) -> [ItemField: Int] {
        var columns: [ItemField: Int] = [:]
        var faults: [FieldFault] = []
        for (index, name) in heading.enumerated() where !name.isEmpty && NameKey.of(name) != remarks {
            guard let field = byHeading[NameKey.of(name)] else {
                faults.append(FieldFault("cột \(name)", "không có trong mẫu bảng; đổi tên hoặc bỏ cột"))
                continue
            }
            if columns[field] != nil { faults.append(FieldFault("cột \(name)", "có hai lần; giữ một cột")) }
            columns[field] = index
        }
        for field in required where columns[field] == nil {
            faults.append(FieldFault("cột \(field.headings[0])", "thiếu cột; thêm cột này vào bảng"))
        }
        guard faults.isEmpty else { throw .invalid(faults) }
        return columns
    }
}
