public import Documents
public import Domain
public import Storage

extension ListLaunches: Listing {
    public var sheet: ListSheet<UnitLaunch> { Self.sheet }

    private static let sheet = ListSheet<UnitLaunch>(
        "launches", title: "Tình hình phát động",
        columns: [
            .init("Mã"), .init("Đơn vị", width: 40), .init("Trạng thái"), .init("Ngày phát động"), .init("Hình thức", width: 28),
            .init("Số người dự"),
        ],
        cells: { unit in
            [
                .text(unit.code), .text(unit.fullName), .text(unit.stateInVietnamese), .day(unit.record?.launchedOn),
                .text(unit.record?.form?.kind.vietnamese ?? ""), .count(unit.record?.attendance),
            ]
        }, json: ReachedUnitJSON.value)

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<UnitLaunch> {
        self.limit = limit
        let page = try await perform(in: tx)
        after = page.next
        return ListedRows(page.units, isLast: page.next == nil)
    }
}
