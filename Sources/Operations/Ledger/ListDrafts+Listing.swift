public import Documents
public import Domain
public import Storage

extension ListDrafts: Listing {
    public var sheet: ListSheet<Draft> { Self.sheet }

    private static let sheet = ListSheet<Draft>(
        "drafts", title: "Dự thảo đang trình", headings: DraftJSON.columns, cells: { DraftJSON.row($0) },
        json: { DraftJSON.value($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<Draft> {
        self.limit = limit
        let (drafts, next) = try await perform(in: tx)
        after = next
        return ListedRows(drafts, isLast: next == nil)
    }
}
