public import Documents
public import Domain
public import Storage

extension ListDisputes: Listing {
    public var sheet: ListSheet<ReviewDispute> { Self.sheet }

    private static let sheet = ListSheet<ReviewDispute>(
        "review-disputes", title: "Ý kiến của đơn vị khi đối chiếu", headings: ReviewTables.disputeColumns,
        cells: { ReviewTables.disputeRow($0) },
        json: { ReviewJSON.dispute($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<ReviewDispute> {
        self.limit = limit
        let (disputes, next) = try await perform(in: tx)
        after = next
        return ListedRows(disputes, isLast: next == nil)
    }
}
