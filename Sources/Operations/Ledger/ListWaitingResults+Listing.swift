public import Documents
public import Domain
public import Storage

extension ListWaitingResults: Listing {
    public var sheet: ListSheet<WaitingResult> { Self.sheet }

    private static let sheet = ListSheet<WaitingResult>(
        "waiting-results", title: "Kết quả chờ xác nhận hoàn thành", headings: WaitingResultJSON.columns + ["Mã định danh"],
        cells: { WaitingResultJSON.row($0) + [.text($0.item.description)] }, json: { WaitingResultJSON.value($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<WaitingResult> {
        self.limit = limit
        let page = try await perform(in: tx)
        after = page.next
        return ListedRows(page.results, isLast: page.next == nil)
    }
}
