import Domain
import Operations

/// How far a unit and what is below it have come with the launch of a campaign, and the button that passes it on.
struct LaunchesPage: FormPage {
    static let template = "launches"
    let frame: Frame
    let unit: String
    let campaign: String
    /// How the province launched.
    let launched: String
    let deadline: String
    /// Launched, of all.
    let tally: String
    let table: ListTable
    /// Empty for who does not pass it on.
    let passing: [Passing]
    /// Other campaigns, each with this page.
    let others: [UnitLinks.Link]
    var fault: FormFault?

    struct Passing: Sendable {
        let path: String
        let formToken: String
        let campaign: String
        /// Units that it has not reached.
        let waiting: String
    }

    /// - Parameters:
    ///   - slug: of the unit.
    ///   - campaigns: all, the latest first.
    init(frame: Frame, _ slug: String, unit: String, _ monitor: LaunchMonitor, campaigns: [CampaignSummary], mayCascade: Bool) {
        let (shown, path) = (monitor.campaign, "/units/\(slug)/launches")
        self.unit = unit
        self.frame = frame.offering("tình hình phát động", at: "/api/v1/tenants/\(slug)/launches", "campaign=\(shown.code)")
        campaign = shown.name
        launched =
            shown.launch.map { "Chủ tịch UBND tỉnh phát động ngày \($0.launchedOn.vietnamese), văn bản số \($0.documentNumber)" }
            ?? "Chủ tịch UBND tỉnh chưa phát động"
        deadline = shown.launchDeadline.vietnamese
        let tally = LaunchTally(monitor.units)
        self.tally = tally.vietnamese
        table = ListTable(
            "Bảng phát động của các đơn vị", monitor.units, nothing: "Chưa có đơn vị nào.",
            [
                .link("Đơn vị", to: { $0.record.map { "\(path)/\($0.launch)" } ?? path }, { $0.fullName }),
                .standing("Tình trạng", tone: { Self.tone($0, isPastDeadline: monitor.isPastDeadline) }, { $0.stateInVietnamese }),
                .day("Ngày tiếp nhận") { $0.record?.acknowledgedOn }, .day("Ngày kế hoạch") { $0.record?.plannedOn },
                .day("Ngày phát động") { $0.record?.launchedOn }, .text("Hình thức") { $0.record?.form?.words ?? "" },
                .number("Số người dự") { $0.record?.attendance.map { VietnameseNumber.text($0) } ?? "" },
            ])
        passing =
            mayCascade && shown.launch != nil
            ? [
                Passing(
                    path: "\(path)/cascade", formToken: frame.formToken, campaign: shown.code,
                    waiting: VietnameseNumber.text(tally.withoutRecord))
            ] : []
        others = campaigns.filter { $0.code != shown.code }.enumerated().map { place, other in
            UnitLinks.Link(before: place == 0 ? "" : " · ", name: other.name, address: "\(path)?campaign=\(other.code)")
        }
    }

    static func tone(_ unit: UnitLaunch, isPastDeadline: Bool) -> String? {
        if unit.isLate { return "warn" }
        if unit.isLaunched { return "good" }
        return isPastDeadline ? "bad" : nil
    }
}

extension LaunchForm {
    /// `Lồng ghép với hội nghị khác: Hội nghị giao ban`.
    var words: String { conference.map { "\(kind.vietnamese): \($0)" } ?? kind.vietnamese }
}
