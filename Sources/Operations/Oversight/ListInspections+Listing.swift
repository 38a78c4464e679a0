public import Documents
public import Domain
public import Storage

extension ListInspections: Listing {
    public var sheet: ListSheet<Inspection> { Self.sheet }

    private static let sheet = ListSheet<Inspection>(
        "inspection-plans", title: "Kế hoạch kiểm tra", headings: InspectionJSON.planColumns, cells: { InspectionJSON.planRow($0) },
        json: { InspectionJSON.value($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<Inspection> {
        self.limit = limit
        let (inspections, next) = try await perform(in: tx)
        after = next
        return ListedRows(inspections, isLast: next == nil)
    }
}
