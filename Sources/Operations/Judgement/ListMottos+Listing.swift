public import Documents
public import Domain
public import Storage

extension ListMottos: Listing {
    public var sheet: ListSheet<MottoList.Row> { Self.sheet }

    private static let sheet = ListSheet<MottoList.Row>(
        "mottos", title: "Thực hiện phương châm", headings: MottoJSON.columns, cells: { MottoJSON.row($0) },
        json: { MottoJSON.value($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<MottoList.Row> {
        ListedRows(try await perform(in: tx).rows, isLast: true)
    }

    public var fileMark: String? { gathering.review.rawValue }
}
