public import Documents
public import Domain
public import Storage

extension ListNames: Listing {
    public var sheet: ListSheet<ConfirmedName> { Self.sheet }

    private static let sheet = ListSheet<ConfirmedName>(
        "award-names", title: "Tên in trên bằng", headings: AwardRegisterTables.nameColumns, cells: { AwardRegisterTables.name($0) },
        json: { AwardRegisterJSON.name($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<ConfirmedName> {
        self.limit = limit
        let (names, next) = try await perform(in: tx)
        after = next
        return ListedRows(names, isLast: next == nil)
    }
}
