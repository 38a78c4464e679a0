public import Documents
public import Domain
public import Storage

extension ShowOverview: Listing {
    public var sheet: ListSheet<UnitOverview> { Self.sheet }

    private static let sheet = ListSheet<UnitOverview>(
        "overview", title: "Tiến độ theo đơn vị", headings: LedgerTables.overviewColumns, cells: { LedgerTables.row($0) },
        json: { LedgerCountsJSON.unit($0) })

    /// - Throws: `invalid-input` where nothing was found by a code that is not there.
    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<UnitOverview> {
        let overview = try await perform(in: tx)
        if overview.total.items == 0 { try await CheckFilter(LedgerFilter(campaign: campaign)).perform(in: tx) }
        return ListedRows(overview.units, isLast: true)
    }

    public func fileDay(on today: CivilDate) -> CivilDate { moment.asOf ?? today }
}

extension CountItems: Listing {
    public var sheet: ListSheet<LedgerGroup> {
        let grouping = grouping
        return ListSheet(
            "item-counts", title: "Số lượng nhiệm vụ, chỉ tiêu", headings: LedgerTables.groupColumns,
            cells: { LedgerTables.row($0, by: grouping) }, json: { LedgerCountsJSON.group($0) })
    }

    /// - Throws: `invalid-input` where nothing was found by a code that is not there.
    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<LedgerGroup> {
        let groups = try await perform(in: tx)
        if groups.isEmpty { try await CheckFilter(filter).perform(in: tx) }
        return ListedRows(groups, isLast: true)
    }

    public func fileDay(on today: CivilDate) -> CivilDate { moment.asOf ?? today }
}
