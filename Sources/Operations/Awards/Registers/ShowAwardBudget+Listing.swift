public import Documents
public import Domain
public import Storage

extension ShowAwardBudget: Listing {
    public var sheet: ListSheet<AwardBudget.Line> { Self.sheet }

    private static let sheet = ListSheet<AwardBudget.Line>(
        "award-budget", title: "Kinh phí (không gồm đột xuất)", headings: AwardRegisterTables.budgetColumns,
        cells: { AwardRegisterTables.cells($0) }, json: { AwardRegisterJSON.line($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<AwardBudget.Line> {
        ListedRows(try await perform(in: tx).lines, isLast: true)
    }
}
