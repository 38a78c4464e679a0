public import Documents
public import Domain
public import Storage

extension ListCriticisms: Listing {
    public var sheet: ListSheet<KeptCriticism> { Self.sheet }

    private static let sheet = ListSheet<KeptCriticism>(
        "criticisms", title: "Phê bình, nhắc nhở", headings: CriticismJSON.columns, cells: CriticismJSON.row, json: CriticismJSON.value)

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<KeptCriticism> {
        self.limit = limit
        let (found, next) = try await perform(in: tx)
        after = next
        return ListedRows(found, isLast: next == nil)
    }
}
