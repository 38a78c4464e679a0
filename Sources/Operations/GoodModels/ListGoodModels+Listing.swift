public import Documents
public import Domain
public import Storage

extension ListGoodModels: Listing {
    public var sheet: ListSheet<GoodModel> { Self.sheet }

    private static let sheet = ListSheet<GoodModel>(
        "good-models", title: "Mô hình mới, cách làm hay, điển hình tiên tiến", headings: GoodModelJSON.columns,
        cells: { GoodModelJSON.row($0) }, json: { GoodModelJSON.value($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<GoodModel> {
        self.limit = limit
        let answer = try await perform(in: tx)
        after = answer.next
        return ListedRows(answer.models, isLast: answer.next == nil)
    }
}
