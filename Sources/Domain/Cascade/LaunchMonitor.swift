/// How far a campaign's launch had come in the province, or in one tenant of it, on a day.
public struct LaunchMonitor: Sendable, Hashable {
    public let campaign: CampaignSummary
    /// The day of facts: what happened by then.
    public let asOf: CivilDate
    /// The day of recording: as far as it was known by then.
    public let knownOn: CivilDate
    /// First-tier units in customary order, each with its sub-units.
    public let tenants: [TenantLaunch]

    /// - Parameter units: all units in force, those of a tenant together.
    public init(campaign: CampaignSummary, asOf: CivilDate, knownOn: CivilDate, units: [UnitLaunch]) {
        self.campaign = campaign
        self.asOf = asOf
        self.knownOn = knownOn
        var tenants: [TenantLaunch] = []
        for unit in units {
            if tenants.last?.slug != unit.tenant { tenants.append(TenantLaunch(slug: unit.tenant, name: unit.tenantName)) }
            tenants[tenants.count - 1].units.append(unit)
        }
        self.tenants = tenants
    }

    public var units: [UnitLaunch] { tenants.flatMap(\.units) }

    /// All units, first tier and below.
    public var total: LaunchTally { LaunchTally(units) }
    /// The first tier alone.
    public var firstTier: LaunchTally { LaunchTally(tenants.compactMap(\.root)) }
    /// What is below the first tier.
    public var subUnits: LaunchTally { LaunchTally(units.filter { !$0.isRoot }) }

    /// Launched after the deadline, by their own fault.
    public var late: [UnitLaunch] { units.filter(\.isLate) }
    /// Of which another day was recorded before.
    public var corrected: [UnitLaunch] { units.filter { $0.record?.isCorrected == true } }
    /// Not launched, those without a record included.
    public var missing: [UnitLaunch] { units.filter { !$0.isLaunched } }
    /// Whether the deadline had passed on the day of facts, so that what is missing is overdue.
    public var isPastDeadline: Bool { asOf > campaign.launchDeadline }

    /// Opened after the deadline: what it launches then is not late by its own fault. Marked so that whoever judges sees it.
    public func openedAfterDeadline(_ unit: UnitLaunch) -> Bool {
        unit.openedOn > campaign.launchDeadline
    }
}

/// A first-tier unit with its own launch and those of its sub-units.
public struct TenantLaunch: Sendable, Hashable {
    public let slug: Tenant.Slug
    public let name: String
    /// The unit itself, as far as the reader sees it, and its sub-units.
    public internal(set) var units: [UnitLaunch] = []

    init(slug: Tenant.Slug, name: String) {
        self.slug = slug
        self.name = name
    }

    /// Its own launch; nil for a reader who sees only a part of its tree.
    public var root: UnitLaunch? { units.first(where: \.isRoot) }
    public var total: LaunchTally { LaunchTally(units) }
    public var subUnits: LaunchTally { LaunchTally(units.filter { !$0.isRoot }) }
}

/// Counts of units.
public struct LaunchTally: Sendable, Hashable {
    public let units: Int
    /// Launched, the late ones included.
    public let launched: Int
    public let late: Int
    /// Those that the province's launch has not reached.
    public let withoutRecord: Int

    public init(_ list: [UnitLaunch]) {
        units = list.count
        launched = list.count(where: \.isLaunched)
        late = list.count(where: \.isLate)
        withoutRecord = list.count { $0.record == nil }
    }

    /// Not launched.
    public var missing: Int { units - launched }

    /// Launch rate in tenths of a percent, rounded down so that 100 % is shown only when all have launched; nil where there are no units.
    public var rateInTenths: Int? {
        units == 0 ? nil : 1_000 * launched / units
    }

    /// `17/28 (60,7%)`, as officers read it.
    public var vietnamese: String {
        guard let rate = rateInTenths else { return "0/0" }
        return "\(launched)/\(units) (\(rate / 10),\(rate % 10)%)"
    }
}
