public import Domain
public import Storage

/// The signed letters about overdue items, of all campaigns, the latest first.
public struct ListUrgings: Sendable {
    public init() {}

    public struct Letter: Sendable {
        public let urging: Urging
        /// Of the unit that was urged.
        public let unitName: String
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> [Letter] {
        var urgings: [Urging] = []
        for campaign in try await CampaignSummary.all(in: tx) { urgings += try await Urging.list(of: campaign.id, in: tx) }
        let names = Dictionary(try await Tenant.list(in: tx).map { ($0.id, $0.fullName) }) { first, _ in first }
        return urgings.sorted { ($0.signedOn, $0.id.description) > ($1.signedOn, $1.id.description) }
            .map { Letter(urging: $0, unitName: names[$0.tenant] ?? "") }
    }
}
