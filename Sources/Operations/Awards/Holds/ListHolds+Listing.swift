public import Documents
public import Domain
public import Storage

extension ListHolds: Listing {
    public var sheet: ListSheet<KeptHold> { Self.sheet }

    private static let sheet = ListSheet<KeptHold>(
        "holds", title: "Tạm dừng xét khen thưởng", headings: HoldJSON.columns, cells: HoldJSON.row, json: HoldJSON.hold)

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<KeptHold> {
        self.limit = limit
        let (found, next) = try await perform(in: tx)
        after = next
        return ListedRows(found, isLast: next == nil)
    }
}
