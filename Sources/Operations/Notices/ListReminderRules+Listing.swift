public import Documents
public import Domain
public import Storage

extension ListReminderRules: Listing {
    public var sheet: ListSheet<ReminderRule> { Self.sheet }

    private static let sheet = ListSheet<ReminderRule>(
        "reminder-rules", title: "Quy định nhắc việc", headings: ReminderRuleJSON.columns, cells: { ReminderRuleJSON.row($0) },
        json: { ReminderRuleJSON.value($0) })

    /// All of them at once: a rule for each code, and the few before it.
    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<ReminderRule> {
        ListedRows(try await perform(in: tx), isLast: true)
    }
}
