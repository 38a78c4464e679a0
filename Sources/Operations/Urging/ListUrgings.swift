public import Domain
public import Storage

/// The signed letters about overdue items of the campaign that runs, the latest first.
public struct ListUrgings: Sendable {
    public init() {}

    public struct Letter: Sendable {
        public let urging: Urging
        /// Of the unit that was urged.
        public let unitName: String
    }

    /// - Throws: `not-found` where there is no campaign.
    public func perform(in tx: borrowing TenantTransaction) async throws -> [Letter] {
        let campaign = try await CampaignSummary.named(nil, in: tx)
        let names = Dictionary(try await Tenant.list(in: tx).map { ($0.id, $0.fullName) }) { first, _ in first }
        return try await Urging.list(of: campaign.id, in: tx).reversed().map { Letter(urging: $0, unitName: names[$0.tenant] ?? "") }
    }
}
