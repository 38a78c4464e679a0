import Documents
import Domain

/// What a list that officers fill in says of each row, by the headings it may have.
protocol SheetColumn: CaseIterable, Hashable, Sendable {
    /// The first is the template's; the others are understood.
    var headings: [String] { get }
    /// Whether a list without it is refused.
    var isRequired: Bool { get }
    /// A row that has all of these is the heading.
    static var marks: Set<Self> { get }
    /// The keys of headings of columns that say nothing of the row.
    static var remarks: Set<String> { get }
    /// What is wrong with a heading that has these columns alone, one reason a column.
    static func missing(beside found: Set<Self>) -> [String]
    /// By the keys of all headings: `headingKeys()`, kept.
    static var byHeading: [String: Self] { get }
}

extension SheetColumn {
    static func headingKeys() -> [String: Self] {
        let pairs = allCases.flatMap { column in column.headings.map { (NameKey.of($0), column) } }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    static func missing(beside found: Set<Self>) -> [String] { requiredMissing(beside: found) }

    static func requiredMissing(beside found: Set<Self>) -> [String] {
        allCases.filter { $0.isRequired && !found.contains($0) }.map { "thiếu cột “\($0.headings[0])”; thêm cột này" }
    }

    static func isHeading(_ row: Table.Row) -> Bool {
        Set(row.cells.compactMap { byHeading[NameKey.of($0.text)] }).isSuperset(of: marks)
    }

    /// Where each column stands.
    ///
    /// - Parameter sheet: before an address, where a workbook has sheets; else empty.
    /// - Throws: `invalid-input` with every column that is missing, unknown or there twice.
    static func places(_ heading: Table.Row, sheet: String = "") throws(Problem) -> [Self: Int] {
        var places: [Self: Int] = [:]
        var faults: [FieldFault] = []
        for (index, cell) in heading.cells.enumerated() where !cell.isBlank {
            let (name, place) = (VietnameseText(cell.text).string, "\(sheet)ô \(Table.address(row: heading.number, column: index))")
            guard let column = byHeading[NameKey.of(name)] else {
                if !remarks.contains(NameKey.of(name)) {
                    faults.append(FieldFault(place, "cột “\(name)” không có trong mẫu; đổi tên theo tệp mẫu hoặc bỏ cột"))
                }
                continue
            }
            if places[column] != nil { faults.append(FieldFault(place, "cột “\(name)” có hai lần; giữ một cột")) }
            places[column] = index
        }
        faults += missing(beside: Set(places.keys)).map { FieldFault("\(sheet)dòng \(heading.number)", $0) }
        guard faults.isEmpty else { throw .invalid(faults) }
        return places
    }

    /// What stands beside the table, where no column would take it: a sentence with a comma that was not quoted falls apart so.
    static func strays(beside heading: Table.Row, in rows: some Sequence<Table.Row>, sheet: String = "") -> [FieldFault] {
        let width = (heading.cells.lastIndex { !$0.isBlank } ?? -1) + 1
        return rows.compactMap { row in
            guard let stray = row.cells.indices.first(where: { $0 >= width && !row.cells[$0].isBlank }) else { return nil }
            return FieldFault(
                "\(sheet)ô \(Table.address(row: row.number, column: stray))",
                "không thuộc cột nào của dòng tiêu đề; đặt câu có dấu phẩy trong dấu nháy kép, hoặc bỏ ô này")
        }
    }
}
