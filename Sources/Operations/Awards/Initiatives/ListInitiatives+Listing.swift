public import Documents
public import Domain
public import Storage

extension ListInitiatives: Listing {
    public var sheet: ListSheet<InitiativeEntry> { Self.sheet }

    private static let sheet = ListSheet<InitiativeEntry>(
        "initiatives", title: "Giải pháp, sáng kiến", headings: InitiativeTables.columns, cells: InitiativeTables.row,
        json: InitiativeJSON.value)

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<InitiativeEntry> {
        self.limit = limit
        let (found, next) = try await perform(in: tx)
        after = next
        return ListedRows(found, isLast: next == nil)
    }
}
