import Domain
import Operations

/// The whole province: every unit's launch and ledger in one table.
struct ProvincePage: Page {
    static let template = "province"
    let frame: Frame
    let campaign: String
    let plan: String
    /// Where it is as a paper.
    let planPaper: String
    /// The campaigns that are not launched, each with where it is.
    let launching: [Launching]
    let choice: CampaignChoice
    /// Of the campaign, where the address names one.
    let named: String?
    /// `?campaign=KH-77-2023` for the pages that it leads to; empty where there is but one.
    let kept: String
    let asOf: String
    /// The same as the field of the form has it, and where the form leads.
    let day: String
    let address = "/"
    let figures: [Figure]
    let rows: [UnitRow]
    let isEmpty: Bool
    let total: [UnitRow]
    let showsBelow = true
    let launchLists: [LaunchList]

    struct Launching: Sendable {
        let name: String
        let address: String
    }

    /// - Parameter shown: of a day that is over its files are of that day too.
    init(frame: Frame, _ shown: ShownLaunch, overview: ShowOverview.Overview) {
        let monitor = shown.monitor
        self.frame = frame.offering(monitor, at: "/api/v1/province", on: shown.past)
        campaign = monitor.campaign.name
        plan = monitor.campaign.launch.map { "\($0.documentNumber), phát động ngày \($0.launchedOn.vietnamese)" } ?? "Chưa phát động"
        planPaper = "/campaigns/\(monitor.campaign.code)/launch-plan"
        launching = shown.unlaunched.map { Launching(name: $0.name, address: "/campaigns/\($0.code)/launch") }
        choice = shown.choice(at: address)
        named = shown.named
        kept = shown.campaignQuery
        asOf = monitor.asOf.vietnamese
        day = monitor.asOf.description
        let launches = Dictionary(monitor.tenants.map { ($0.slug, $0) }) { first, _ in first }
        rows = overview.units.map { unit in
            let launch = launches[unit.unit.tenant]
            return UnitRow(
                name: unit.unit.fullName, link: "/units/\(unit.unit.tenant)\(shown.query)", launch: launch?.root, below: launch?.subUnits,
                isPastDeadline: monitor.isPastDeadline, counts: unit.counts, endedOn: unit.endedOn)
        }
        isEmpty = rows.isEmpty
        launchLists = LaunchList.all(monitor)
        let others = UnitRow(others: overview.units.filter { launches[$0.unit.tenant] == nil })
        total = [UnitRow(total: monitor.firstTier, below: monitor.subUnits, counts: overview.total)] + (others.map { [$0] } ?? [])
        figures = Figure.all(launch: monitor.firstTier, late: monitor.late.count, counts: overview.total)
    }
}

extension Frame {
    /// How the units stand and how far the launch came as files.
    func offering(_ monitor: LaunchMonitor, at place: String, on past: CivilDate?) -> Frame {
        let code = monitor.campaign.code
        return offering("tiến độ theo đơn vị", at: "\(place)/overview", "campaign=\(code)" + (past.map { "&asOf=\($0)" } ?? ""))
            .offering("tỷ lệ phát động", at: "\(place)/campaigns/\(code)/launch-monitor", past.map { "asOf=\($0)" } ?? "")
    }
}
