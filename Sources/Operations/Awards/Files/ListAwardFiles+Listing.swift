public import Documents
public import Domain
public import Storage

extension ListAwardFiles: Listing {
    public var sheet: ListSheet<AwardFile> { Self.sheet }

    private static let sheet = ListSheet<AwardFile>(
        "award-files", title: "Tệp văn bản khen thưởng", headings: AwardFileTables.columns, cells: AwardFileTables.row,
        json: AwardFileJSON.value)

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<AwardFile> {
        self.limit = limit
        let (found, next) = try await perform(in: tx)
        after = next
        return ListedRows(found, isLast: next == nil)
    }
}
