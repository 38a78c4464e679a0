import Domain
import Operations

/// The items of an officer of a commune or a phòng: one list, what is to be done first, and where else he works.
struct ItemsPage: Page {
    static let template = "items"
    let frame: Frame
    let unit: String
    let campaign: String
    let choice: CampaignChoice
    let asOf: String
    let figures: [Figure]
    let items: ListTable
    /// Where the pages of the unit are that he has a part in.
    let links: UnitLinks

    init(frame: Frame, tenant: Tenant, _ shown: ShownLaunch, overview: ShowOverview.Overview, items: ListTable) {
        let monitor = shown.monitor
        self.frame = frame
        choice = shown.choice(at: "/")
        unit = overview.units.first?.unit.fullName ?? frame.unit
        campaign = monitor.campaign.name
        asOf = monitor.asOf.vietnamese
        figures = Figure.all(launch: monitor.total, late: monitor.late.count, counts: overview.total)
        links = UnitLinks(
            of: tenant.slug, scope: tenant.scope, campaign: monitor.campaign.code, keeping: shown.campaignQuery, isWhole: false)
        self.items = items
    }
}
