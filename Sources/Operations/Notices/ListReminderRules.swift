public import Domain
public import Storage

/// When people are reminded, and when they were before.
public struct ListReminderRules: Sendable {
    public init() {}

    public func perform(in tx: borrowing TenantTransaction) async throws -> [ReminderRule] {
        try await ReminderRule.all(in: tx)
    }
}
