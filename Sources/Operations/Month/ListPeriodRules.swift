public import Domain
public import Storage

/// How long reporting periods are and when returns are due, and how it was before.
public struct ListPeriodRules: Sendable {
    public init() {}

    public func perform(in tx: borrowing TenantTransaction) async throws -> [PeriodRule] {
        try await PeriodRule.all(in: tx)
    }
}
