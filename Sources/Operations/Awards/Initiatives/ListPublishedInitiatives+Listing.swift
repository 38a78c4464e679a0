public import Documents
public import Domain
public import Storage

extension ListPublishedInitiatives: Listing {
    public var sheet: ListSheet<PublishedInitiative> { Self.sheet }

    private static let sheet = ListSheet<PublishedInitiative>(
        "published-initiatives", title: "Giải pháp, sáng kiến công bố", headings: InitiativeTables.publishedColumns,
        cells: { InitiativeTables.row($0) },
        json: { InitiativeJSON.published($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<PublishedInitiative> {
        self.limit = limit
        let (initiatives, next) = try await perform(in: tx)
        after = next
        return ListedRows(initiatives, isLast: next == nil)
    }
}
