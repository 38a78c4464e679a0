public import Documents
public import Domain
public import Storage

extension ShowMonth: Listing {
    public var sheet: ListSheet<MonthRow> { Self.sheet }

    private static let sheet = ListSheet<MonthRow>(
        "month-rows", title: "Tổng hợp tháng", headings: MonthTables.columns, cells: { MonthTables.row($0) }, json: { MonthJSON.row($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<MonthRow> {
        ListedRows(try await perform(in: tx).rows, isLast: true)
    }

    public func fileDay(on today: CivilDate) -> CivilDate { asOf ?? today }

    public var fileMark: String? { "\(month)" }

    public func remarks(in tx: borrowing TenantTransaction) async throws -> [(name: String, value: String)] {
        let answer = try await perform(in: tx)
        return [
            ("Phong trào", campaign), ("Kỳ báo cáo", month.vietnamese), ("Thời gian", answer.period.span), ("Số liệu", answer.standing),
        ]
    }
}
