public import Documents
public import Domain
public import Storage

extension ListItems: Listing {
    public var sheet: ListSheet<LedgerEntry> { Self.sheet }

    private static let sheet = ListSheet<LedgerEntry>(
        "items", title: "Nhiệm vụ, chỉ tiêu", columns: LedgerTables.itemColumns + ["Mã định danh"],
        texts: { LedgerTables.row($0) + [$0.item.id.description] }, json: ItemJSON.value)

    /// - Throws: `invalid-input` where nothing was found by a code that is not there.
    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<LedgerEntry> {
        self.limit = limit
        let page = try await perform(in: tx)
        if page.entries.isEmpty, after == nil { try await CheckFilter(filter).perform(in: tx) }
        after = page.next
        return ListedRows(page.entries, isLast: page.next == nil)
    }
}
