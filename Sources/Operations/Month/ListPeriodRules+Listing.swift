public import Documents
public import Domain
public import Storage

extension ListPeriodRules: Listing {
    public var sheet: ListSheet<PeriodRule> { Self.sheet }

    private static let sheet = ListSheet<PeriodRule>(
        "period-rules", title: "Quy định về kỳ báo cáo tháng", headings: PeriodRuleJSON.columns, cells: { PeriodRuleJSON.row($0) },
        json: { PeriodRuleJSON.value($0) })

    /// All of them at once: they are few.
    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<PeriodRule> {
        ListedRows(try await perform(in: tx), isLast: true)
    }
}
