public import Documents
public import Domain
public import Storage

extension ListItems: Listing {
    public var sheet: ListSheet<LedgerEntry> { Self.sheet }

    private static let sheet = ListSheet<LedgerEntry>(
        "items", title: "Nhiệm vụ, chỉ tiêu", headings: LedgerTables.itemColumns + ["Mã định danh"],
        cells: { LedgerTables.row($0) + [.text($0.item.id.description)] }, json: ItemJSON.value)

    /// - Throws: `invalid-input` where nothing was found by a code that is not there.
    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<LedgerEntry> {
        // One more tells whether it is the last page.
        let found = try await LedgerEntry.unread(filter, at: moment, after: after, limit: limit + 1, in: tx)
        if found.count == 0, after == nil { try await CheckFilter(filter).perform(in: tx) }
        let count = min(found.count, limit)
        after = found.count > count ? try found.read(max(count - 1, 0)..<count).first?.position : nil
        return ListedRows(count: count, isLast: after == nil) { try found.read(0..<count) }
    }
}
