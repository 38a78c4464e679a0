public import Domain

/// The table of units as pages, commands and spreadsheets show it: the same cells everywhere.
public enum UnitTableSheet {
    public static let table = ListSheet<UnitTable.Row>(
        "unit-table", title: "Tình hình các đơn vị",
        columns: [.init("Mã"), .init("Đơn vị", width: 40), .init("Phát động")] + UnitFigure.allCases.map { .init($0.vietnamese) }
            + [.init("Kết quả nếu xét ngày đó", width: 25), .init("Báo cáo kỳ gần nhất", width: 20)]
            + changes.map { .init("\($0.vietnamese) so với cuối kỳ báo cáo trước") },
        cells: { row in
            [.text(row.unit.code), .text(row.unit.fullName), row.endedWords.map(Table.Cell.text) ?? .day(row.launchedOn)]
                + UnitFigure.allCases.map { .count(row.figures[$0]) } + [.text(row.verdict?.vietnamese ?? ""), .text(row.answerWords)]
                + changes.map { figure in .count(row.change.map { $0[figure] }) }
        }, json: { row in UnitTableJSON.row(row) })

    /// Whose change since the end of the reporting period before is told in words of its own.
    public static let changes: [UnitFigure] = [.done, .overdue]

    public static let comparison = ListSheet<UnitTableComparison.Row>(
        "unit-table-changes", title: "Thay đổi giữa hai ngày",
        columns: [.init("Mã"), .init("Đơn vị", width: 40), .init("Thay đổi")] + fields.map { .init($0.name, width: 20) },
        cells: { row in
            [.text(row.unit?.code ?? ""), .text(row.unit?.fullName ?? ""), .text(row.effect.vietnamese)]
                + fields.map { .text(Change(row, $0).text) }
        }, json: { row in UnitTableJSON.row(row) })

    /// What is compared of a unit, as words.
    public struct Field: Sendable {
        public let name: String
        /// What it counts, where it is a number.
        public var figure: UnitFigure?
        let words: @Sendable (UnitTable.Row) -> String
    }

    public static let fields: [Field] =
        [Field(name: "Phát động") { row in row.endedWords ?? row.launchedOn?.vietnamese ?? "chưa" }]
        + UnitFigure.allCases.map { figure in
            Field(name: figure.vietnamese, figure: figure) { row in VietnameseNumber.text(row.figures[figure]) }
        }
        + [Field(name: "Kết quả nếu xét") { row in row.verdict?.vietnamese ?? "" }]

    /// One field of a unit on both days.
    public struct Change: Sendable {
        /// Nil: it is as it was, or the unit appeared.
        public let before: String?
        /// Nil: the unit went.
        public let after: String?

        public init(_ row: UnitTableComparison.Row, _ field: Field) {
            let (old, new) = (row.before.map(field.words), row.after.map(field.words))
            before = old == new ? nil : old
            after = new
        }

        /// `3 → 5`.
        public var text: String { [before, after].compactMap(\.self).joined(separator: " → ") }
    }
}
