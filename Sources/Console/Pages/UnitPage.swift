import Domain
import Operations

/// One unit with what is below it: a district and its communes, a department and its phòng.
struct UnitPage: Page {
    static let template = "unit"
    let frame: Frame
    let unit: String
    let campaign: String
    let asOf: String
    let figures: [Figure]
    let rows: [UnitRow]
    let isEmpty: Bool
    let total: [UnitRow]
    let showsBelow = false
    let launchLists: [LaunchList]
    let items: [ItemRow]
    let hasNoItems: Bool
    let more: Bool
    /// Where the verdict of the unit is.
    let judgement: String
    /// Where its motto is.
    let motto: String
    /// Where its council is.
    let council: String
    /// Where the names on its certificates are.
    let names: String
    /// Where its holds are.
    let holds: String
    /// Where the awards of before are.
    let history: String
    /// Where its own forms of papers are.
    let templates: String
    /// Where what is held against it is, what it did itself about late work, and what it holds against results.
    let criticisms: String
    let handlings: String
    let petitions: String
    /// Where its dossiers of nomination are.
    let dossiers: String
    /// What it gives by its own authority.
    let ownAwards: String
    /// Where its monthly returns are.
    let months: String
    /// Where the table of what is below it is.
    let unitTable: String
    /// Where its difficulties are, and those that it is asked to solve.
    let difficulties: String
    /// What it has to put right.
    let remedies: String
    /// Inspections of it that were recorded.
    let inspections: String
    /// Who of its council follows what, and what it is told as one that is followed.
    let followings: String
    /// What it does well, and what is spread.
    let goodModels: String
    /// What is planned for it, of an outlet of the media.
    let coverage: [String]
    /// Where its initiatives are.
    let initiatives: String
    /// The province's plan, and the unit's in answer to it.
    let launchPlan: String
    let responsePlan: String

    init(frame: Frame, tenant: Tenant, monitor: LaunchMonitor, overview: ShowOverview.Overview, items page: ListItems.Page) {
        self.frame = frame
        unit = tenant.fullName
        judgement = "/units/\(tenant.slug)/judgement"
        motto = "/units/\(tenant.slug)/motto"
        council = "/units/\(tenant.slug)/council"
        names = "/units/\(tenant.slug)/award-names"
        history = "/units/\(tenant.slug)/award-history"
        templates = "/units/\(tenant.slug)/paper-templates"
        holds = "/units/\(tenant.slug)/award-holds"
        criticisms = "/units/\(tenant.slug)/criticisms"
        handlings = "/units/\(tenant.slug)/handlings"
        petitions = "/units/\(tenant.slug)/petitions"
        dossiers = "/units/\(tenant.slug)/award-dossiers"
        ownAwards = "/units/\(tenant.slug)/own-awards"
        months = "/units/\(tenant.slug)/months"
        unitTable = "/units/\(tenant.slug)/unit-table"
        difficulties = "/units/\(tenant.slug)/difficulties"
        remedies = "/units/\(tenant.slug)/remedies"
        inspections = "/units/\(tenant.slug)/inspections"
        followings = "/units/\(tenant.slug)/followings"
        goodModels = "/units/\(tenant.slug)/good-models"
        coverage = tenant.scope == .media ? ["/units/\(tenant.slug)/coverage"] : []
        initiatives = "/units/\(tenant.slug)/initiatives"
        launchPlan = "/campaigns/\(monitor.campaign.code)/launch-plan"
        responsePlan = "/units/\(tenant.slug)/campaigns/\(monitor.campaign.code)/response-plan"
        campaign = monitor.campaign.name
        asOf = monitor.asOf.vietnamese
        let launches = Dictionary(monitor.units.map { ($0.unit, $0) }) { first, _ in first }
        // The first row is the unit itself: it stands above the table, not in it.
        let own = overview.units.first { $0.unit.unit.uuid == tenant.id.uuid }?.counts ?? LedgerCounts()
        let below = overview.units.filter { $0.unit.unit.uuid != tenant.id.uuid }
        rows = below.map { sub in
            UnitRow(
                name: sub.unit.fullName, link: nil, launch: launches[sub.unit.unit], below: nil, isPastDeadline: monitor.isPastDeadline,
                counts: sub.counts)
        }
        isEmpty = rows.isEmpty
        launchLists = LaunchList.all(monitor)
        let tally = LaunchTally(monitor.units.filter { !$0.isRoot })
        total = [UnitRow(total: tally, below: nil, counts: below.reduce(LedgerCounts()) { $0 + $1.counts })]
        figures = Figure.all(launch: LaunchTally(monitor.units), late: monitor.late.count, counts: own)
        items = page.entries.map(ItemRow.init)
        hasNoItems = items.isEmpty
        more = page.next != nil
    }
}
