public import Documents
public import Domain
public import Storage

extension MonitorLaunch: Listing {
    public var sheet: ListSheet<TenantLaunch> { Self.sheet }

    private static let sheet = ListSheet<TenantLaunch>(
        "launch-monitor", title: "Tỷ lệ phát động", headings: LaunchMonitorTables.columns, cells: { LaunchMonitorTables.row($0) },
        json: { LaunchTallyJSON.tenant($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<TenantLaunch> {
        ListedRows(try await perform(in: tx).tenants, isLast: true)
    }

    public func fileDay(on today: CivilDate) -> CivilDate { asOf ?? today }
}
