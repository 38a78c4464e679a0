public import Documents
public import Domain
public import Storage

extension ListPresentations: Listing {
    public var sheet: ListSheet<Presentation> { Self.sheet }

    private static let sheet = ListSheet<Presentation>(
        "presentations", title: "Lễ trao tặng", headings: PresentationJSON.columns, cells: { PresentationJSON.row($0) },
        json: { PresentationJSON.value($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<Presentation> {
        self.limit = limit
        let (found, next) = try await perform(in: tx)
        after = next
        return ListedRows(found, isLast: next == nil)
    }
}
