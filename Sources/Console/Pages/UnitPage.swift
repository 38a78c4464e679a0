import Domain
import Operations

/// One unit with what is below it: a district and its communes, a department and its phòng.
struct UnitPage: Page {
    static let template = "unit"
    let frame: Frame
    let unit: String
    let campaign: String
    let choice: CampaignChoice
    /// Of the campaign, where the address names one.
    let named: String?
    let asOf: String
    /// The same as the field of the form has it, and where the form leads.
    let day: String
    let address: String
    let figures: [Figure]
    /// Of the whole list of what it must do, where that has more than the campaign.
    let listed: String?
    let rows: [UnitRow]
    let isEmpty: Bool
    let total: [UnitRow]
    let showsBelow = false
    let launchLists: [LaunchList]
    /// What the unit as a whole must do.
    let items: ListTable
    let links: UnitLinks

    /// - Parameters:
    ///   - shown: of a day that is over its files are of that day too.
    ///   - listed: counts of the whole list of what it must do.
    init(
        frame: Frame, tenant: Tenant, _ shown: ShownLaunch, overview: ShowOverview.Overview, items: ListTable, listed: LedgerCounts
    ) {
        let (place, monitor) = ("/api/v1/tenants/\(tenant.slug)", shown.monitor)
        let asked = "campaign=\(monitor.campaign.code)" + (shown.past.map { "&asOf=\($0)" } ?? "")
        self.frame = frame.offering("tiến độ theo đơn vị", at: "\(place)/overview", asked)
            .offering("tình hình phát động", at: "\(place)/launches", asked)
        unit = tenant.fullName
        links = UnitLinks(
            of: tenant.slug, scope: tenant.scope, campaign: monitor.campaign.code, keeping: shown.campaignQuery, isWhole: true)
        campaign = monitor.campaign.name
        asOf = monitor.asOf.vietnamese
        day = monitor.asOf.description
        address = "/units/\(tenant.slug)"
        choice = shown.choice(at: address)
        named = shown.named
        let launches = Dictionary(monitor.units.map { ($0.unit, $0) }) { first, _ in first }
        // The first row is the unit itself: it stands above the table, not in it.
        let own = overview.units.first { $0.unit.unit.uuid == tenant.id.uuid }?.counts ?? LedgerCounts()
        let below = overview.units.filter { $0.unit.unit.uuid != tenant.id.uuid }
        rows = below.map { sub in
            UnitRow(
                name: sub.unit.fullName, link: nil, launch: launches[sub.unit.unit], below: nil, isPastDeadline: monitor.isPastDeadline,
                counts: sub.counts, endedOn: sub.endedOn)
        }
        isEmpty = rows.isEmpty
        launchLists = LaunchList.all(monitor)
        let tally = LaunchTally(monitor.units.filter { !$0.isRoot })
        // Where nobody launches, a row of the others says nothing.
        let others = launches.isEmpty ? nil : UnitRow(others: below.filter { launches[$0.unit.unit] == nil })
        total = [UnitRow(total: tally, below: nil, counts: below.reduce(LedgerCounts()) { $0 + $1.counts })] + (others.map { [$0] } ?? [])
        figures = Figure.all(launch: LaunchTally(monitor.units), late: monitor.late.count, counts: own)
        self.listed = Figure.words(listed, beside: own)
        self.items = items
    }
}
