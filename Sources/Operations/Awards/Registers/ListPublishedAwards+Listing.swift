public import Documents
public import Domain
public import Storage

extension ListPublishedAwards: Listing {
    public var sheet: ListSheet<PublishedAward> { Self.sheet }

    private static let sheet = ListSheet<PublishedAward>(
        "published-awards", title: "Danh sách khen thưởng công bố", headings: AwardRegisterTables.publishedColumns,
        cells: { AwardRegisterTables.published($0) },
        json: { AwardRegisterJSON.published($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<PublishedAward> {
        self.limit = limit
        let (awards, next) = try await perform(in: tx)
        after = next
        return ListedRows(awards, isLast: next == nil)
    }
}
