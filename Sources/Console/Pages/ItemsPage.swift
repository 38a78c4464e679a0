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
    /// Of the whole list, where it has more than the campaign.
    let listed: String?
    let items: ListTable
    /// To what is given to him by name, or back to all.
    let other: [Choice]
    /// Where the pages of the unit are that he has a part in.
    let links: UnitLinks

    /// - Parameters:
    ///   - listed: counts of the whole list.
    ///   - isMine: whether the list is of what is given to him by name; nil: he has no such choice.
    init(
        frame: Frame, tenant: Tenant, _ shown: ShownLaunch, overview: ShowOverview.Overview, items: ListTable, listed: LedgerCounts,
        isMine: Bool?
    ) {
        let monitor = shown.monitor
        self.frame = frame
        choice = shown.choice(at: "/")
        unit = overview.units.first?.unit.fullName ?? frame.unit
        campaign = monitor.campaign.name
        asOf = monitor.asOf.vietnamese
        figures = Figure.all(launch: monitor.total, late: monitor.late.count, counts: overview.total)
        self.listed = Figure.words(listed, beside: overview.total)
        links = UnitLinks(
            of: tenant.slug, scope: tenant.scope, campaign: monitor.campaign.code, keeping: shown.campaignQuery, isWhole: false)
        self.items = items
        let mine = shown.query.isEmpty ? "/?mine=true" : "/\(shown.query)&mine=true"
        other =
            isMine.map {
                [$0 ? Choice(key: "/\(shown.query)", name: "Tất cả việc của đơn vị") : Choice(key: mine, name: "Chỉ việc giao cho tôi")]
            } ?? []
    }
}
