public import Documents
public import Domain
public import Storage

extension ListReturns: Listing {
    public var sheet: ListSheet<UnitReturn> { Self.sheet }

    private static let sheet = ListSheet<UnitReturn>(
        "returns", title: "Báo cáo tháng của đơn vị", headings: MonthTables.returnColumns, cells: { MonthTables.row($0) },
        json: { MonthJSON.unitReturn($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<UnitReturn> {
        ListedRows(try await perform(in: tx).returns, isLast: true)
    }
}
