public import Documents
public import Domain
public import Storage

extension ListDossiers: Listing {
    public var sheet: ListSheet<DossierEntry> { Self.sheet }

    private static let sheet = ListSheet<DossierEntry>(
        "dossiers", title: "Hồ sơ đề nghị khen thưởng", headings: DossierTables.columns, cells: DossierTables.row, json: DossierJSON.value)

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<DossierEntry> {
        self.limit = limit
        let page = try await perform(in: tx)
        after = page.next
        return ListedRows(page.entries, isLast: page.next == nil)
    }
}
