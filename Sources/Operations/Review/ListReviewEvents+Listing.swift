public import Documents
public import Domain
public import Storage

extension ListReviewEvents: Listing {
    public var sheet: ListSheet<ReviewEvent> { Self.sheet }

    private static let sheet = ListSheet<ReviewEvent>(
        "review-events", title: "Hội nghị sơ kết, tổng kết", headings: ReviewEventJSON.columns, cells: { ReviewEventJSON.row($0) },
        json: { ReviewEventJSON.value($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<ReviewEvent> {
        self.limit = limit
        let (found, next) = try await perform(in: tx)
        after = next
        return ListedRows(found, isLast: next == nil)
    }
}
