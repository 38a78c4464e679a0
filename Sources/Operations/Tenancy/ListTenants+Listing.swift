public import Documents
public import Domain
public import Storage

extension ListTenants: Listing {
    public var sheet: ListSheet<Tenant> { Self.sheet }

    private static let sheet = ListSheet<Tenant>(
        "tenants", title: "Các đơn vị của tỉnh", headings: TenantJSON.columns, cells: { TenantJSON.row($0) },
        json: { TenantJSON.value($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<Tenant> {
        ListedRows(try await perform(in: tx), isLast: true)
    }
}
