public import Documents
public import Domain
public import Storage

extension ListUnconfirmed: Listing {
    public var sheet: ListSheet<UnconfirmedReport> { Self.sheet }

    private static let sheet = ListSheet<UnconfirmedReport>(
        "unconfirmed-reports", title: "Chờ xác nhận", headings: UnconfirmedJSON.columns + ["Mã định danh"],
        cells: { UnconfirmedJSON.row($0) + [.text($0.item.description)] }, json: { UnconfirmedJSON.value($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<UnconfirmedReport> {
        self.limit = limit
        let page = try await perform(in: tx)
        after = page.next
        return ListedRows(page.reports, isLast: page.next == nil)
    }
}
