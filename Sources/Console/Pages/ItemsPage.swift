import Domain
import Operations

/// The items of an officer of a commune or a phòng: one short list, due soonest first.
struct ItemsPage: Page {
    static let template = "items"
    let frame: Frame
    let unit: String
    let campaign: String
    let asOf: String
    let figures: [Figure]
    let items: [ItemRow]
    let hasNoItems: Bool
    let more: Bool

    init(frame: Frame, monitor: LaunchMonitor, overview: ShowOverview.Overview, items page: ListItems.Page) {
        self.frame = frame
        unit = overview.units.first?.unit.fullName ?? frame.unit
        campaign = monitor.campaign.name
        asOf = monitor.asOf.vietnamese
        figures = Figure.all(launch: monitor.total, late: monitor.late.count, counts: overview.total)
        items = page.entries.map(ItemRow.init)
        hasNoItems = items.isEmpty
        more = page.next != nil
    }
}
