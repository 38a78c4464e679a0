public import Documents
public import Domain
public import Storage

extension ListVisits: Listing {
    public var sheet: ListSheet<InspectionVisit> { Self.sheet }

    private static let sheet = ListSheet<InspectionVisit>(
        "inspections", title: "Kiểm tra việc thực hiện phong trào", headings: InspectionJSON.columns, cells: { InspectionJSON.row($0) },
        json: { InspectionJSON.visit($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<InspectionVisit> {
        self.limit = limit
        let (found, next) = try await perform(in: tx)
        after = next
        return ListedRows(found, isLast: next == nil)
    }
}
