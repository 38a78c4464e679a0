public import Documents
public import Domain
public import Storage

extension ShowAwardHistory: Listing {
    public var sheet: ListSheet<PastAward> { Self.sheet }

    private static let sheet = ListSheet<PastAward>(
        "award-history", title: "Khen thưởng đã nhận", headings: PastAwardJSON.columns, cells: { PastAwardJSON.row($0) },
        json: { PastAwardJSON.award($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<PastAward> {
        self.limit = limit
        let (awards, next) = try await perform(in: tx)
        after = next
        return ListedRows(awards, isLast: next == nil)
    }
}
