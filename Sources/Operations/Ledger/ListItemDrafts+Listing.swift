public import Documents
public import Domain
public import Storage

extension ListItemDrafts: Listing {
    public var sheet: ListSheet<ItemDraft> { Self.sheet }

    private static let sheet = ListSheet<ItemDraft>(
        "item-drafts", title: "Nhiệm vụ đang soạn", headings: ItemDraftJSON.columns, cells: { ItemDraftJSON.row($0) },
        json: { ItemDraftJSON.value($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<ItemDraft> {
        self.limit = limit
        let (drafts, next) = try await perform(in: tx)
        after = next
        return ListedRows(drafts, isLast: next == nil)
    }
}
