public import Documents
public import Domain
public import Storage

extension ListConsents: Listing {
    public var sheet: ListSheet<PublicityConsent> { Self.sheet }

    private static let sheet = ListSheet<PublicityConsent>(
        "consents", title: "Ý kiến về việc công khai tên", headings: ConsentTables.columns, cells: ConsentTables.row,
        json: ConsentJSON.value)

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<PublicityConsent> {
        self.limit = limit
        let (found, next) = try await perform(in: tx)
        after = next
        return ListedRows(found, isLast: next == nil)
    }
}
