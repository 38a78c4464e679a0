public import Documents
public import Domain
public import Storage

extension ListHandlings: Listing {
    public var sheet: ListSheet<Handling> { Self.sheet }

    private static let sheet = ListSheet<Handling>(
        "handlings", title: "Đơn vị xử lý việc chậm", headings: HandlingJSON.columns, cells: { HandlingJSON.row($0) },
        json: { HandlingJSON.value($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<Handling> {
        self.limit = limit
        let (handlings, next) = try await perform(in: tx)
        after = next
        return ListedRows(handlings, isLast: next == nil)
    }
}

extension CountHandlings: Listing {
    public var sheet: ListSheet<Handling.Count> { Self.sheet }

    private static let sheet = ListSheet<Handling.Count>(
        "handling-counts", title: "Số lần đơn vị xử lý việc chậm", headings: HandlingJSON.countColumns,
        cells: { HandlingJSON.countRow($0) },
        json: { HandlingJSON.count($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<Handling.Count> {
        ListedRows(try await perform(in: tx), isLast: true)
    }
}
