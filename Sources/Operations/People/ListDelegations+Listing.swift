public import Documents
public import Domain
public import Storage

extension ListDelegations: Listing {
    public var sheet: ListSheet<Delegation> { Self.sheet }

    private static let sheet = ListSheet<Delegation>(
        "delegations", title: "Ký thay, thừa lệnh, thừa ủy quyền", headings: DelegationJSON.columns, cells: { DelegationJSON.row($0) },
        json: { DelegationJSON.value($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<Delegation> {
        self.limit = limit
        let (delegations, next) = try await perform(in: tx)
        after = next
        return ListedRows(delegations, isLast: next == nil)
    }
}
