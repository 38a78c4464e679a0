public import Domain
public import Storage

/// The rules on awards as they are loaded: regimes, base salaries, rates and rounding of rewards, council rules, papers of a dossier.
public struct ListAwardRules: Sendable {
    public init() {}

    public func perform(in tx: borrowing TenantTransaction) async throws -> AwardRules {
        try await AwardRules.loaded(in: tx)
    }
}
