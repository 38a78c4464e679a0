public import Domain
public import Storage

/// How every unit stands: of the province its units, of a unit its sub-units that are in sight.
public struct ShowOverview: Sendable {
    /// Code of the campaign; nil: all items, of whatever campaign and of none.
    public var campaign: String?
    public var moment: LedgerMoment

    public init(campaign: String? = nil, moment: LedgerMoment = .now) {
        self.campaign = campaign
        self.moment = moment
    }

    public struct Overview: Sendable {
        public let units: [UnitOverview]
        public let total: LedgerCounts
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> Overview {
        let filter = LedgerFilter(campaign: campaign)
        let units =
            if tx.tenant == nil {
                try await UnitOverview.ofProvince(filter, at: moment, in: tx)
            } else {
                try await UnitOverview.ofTenant(filter, at: moment, in: tx)
            }
        return Overview(units: units, total: units.reduce(LedgerCounts()) { $0 + $1.counts })
    }
}
