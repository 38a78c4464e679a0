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
        /// Of a unit, what is below it; of a person, what was given to him.
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
        return Overview(units: units, total: try await Self.total(of: units, in: tx))
    }

    /// Of the province all its units; of a unit what is below it, apart from the unit as a whole: an item and the parts of it that were handed on
    /// are not added up (A55). Of who sees what is given to himself alone all of that, wherever.
    public static func total(of units: [UnitOverview], in tx: borrowing TenantTransaction) async throws -> LedgerCounts {
        let officer = try await tx.officer()
        let isAlone = tx.tenant == officer.home && Policy.of(officer.role).reach == .own
        let whole = isAlone ? nil : tx.tenant.map { SubUnit.ID($0.uuid) }
        return units.filter { $0.unit.unit != whole }.reduce(LedgerCounts()) { $0 + $1.counts }
    }
}
