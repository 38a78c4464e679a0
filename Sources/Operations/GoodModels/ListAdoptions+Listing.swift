public import Documents
public import Domain
public import Storage

extension ListAdoptions: Listing {
    public var sheet: ListSheet<GoodModelAdoption> { Self.sheet }

    private static let sheet = ListSheet<GoodModelAdoption>(
        "good-model-adoptions", title: "Áp dụng mô hình, cách làm hay, điển hình", headings: GoodModelJSON.adoptionColumns,
        cells: { GoodModelJSON.row($0) }, json: { GoodModelJSON.value($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<GoodModelAdoption> {
        self.limit = limit
        let answer = try await perform(in: tx)
        after = answer.next
        return ListedRows(answer.adoptions, isLast: answer.next == nil)
    }
}
