public import Documents
public import Domain
public import Storage

extension ListAskedConfirmations: Listing {
    public var sheet: ListSheet<InitiativeConfirmation> { Self.sheet }

    private static let sheet = ListSheet<InitiativeConfirmation>(
        "initiative-confirmations", title: "Xác nhận giải pháp, sáng kiến", headings: InitiativeTables.confirmationColumns,
        cells: { InitiativeTables.row($0) },
        json: { InitiativeJSON.confirmation($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<InitiativeConfirmation>
    {
        self.limit = limit
        let (confirmations, next) = try await perform(in: tx)
        after = next
        return ListedRows(confirmations, isLast: next == nil)
    }
}
