public import Documents
public import Domain
public import Storage

extension ListAwards: Listing {
    public var sheet: ListSheet<RecordedAward> { Self.sheet }

    private static let sheet = ListSheet<RecordedAward>(
        "awards", title: "Sổ vàng khen thưởng", headings: AwardRegisterTables.awardColumns,
        cells: AwardRegisterTables.cells, json: AwardRegisterJSON.award)

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<RecordedAward> {
        self.limit = limit
        let (awards, next) = try await perform(in: tx)
        after = next
        return ListedRows(awards, isLast: next == nil)
    }
}
