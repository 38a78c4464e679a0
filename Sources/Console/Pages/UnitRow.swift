import Domain

/// One row of the table of units: how far the launch has come, and how the ledger stands. A status is always a word; colour repeats it.
struct UnitRow: Sendable {
    let name: String
    /// Where the unit's own page is; nil for what has none.
    let link: String?
    let launch: String
    let launchTone: String
    /// Of the units below: launched, of all.
    let below: String
    let items: Int
    let done: Int
    let early: Int
    let late: Int
    let lateTone: String
    let overdue: Int
    let overdueTone: String
    let dueSoon: Int

    init(name: String, link: String?, launch: UnitLaunch?, below: LaunchTally?, isPastDeadline: Bool, counts: LedgerCounts) {
        self.name = name
        self.link = link
        self.launch =
            launch.map { launch in
                guard let day = launch.record?.launchedOn else { return launch.stateInVietnamese }
                return "\(launch.stateInVietnamese) \(day.vietnamese)"
            } ?? LaunchState.vietnameseWhenAbsent
        launchTone =
            if launch?.isLate == true { "warn" } else if launch?.isLaunched == true { "good" } else { isPastDeadline ? "bad" : "" }
        self.below = below.map { $0.units == 0 ? "" : "\($0.launched)/\($0.units)" } ?? ""
        items = counts.items
        done = counts.done
        early = counts.completedEarly
        late = counts.completedLate
        lateTone = late > 0 ? "warn" : ""
        overdue = counts.overdue
        overdueTone = overdue > 0 ? "bad" : ""
        dueSoon = counts.dueSoon
    }

    /// The sum under the table.
    init(total launches: LaunchTally, below: LaunchTally?, counts: LedgerCounts) {
        name = ""
        link = nil
        launch = launches.vietnamese
        launchTone = ""
        self.below = below.map { "\($0.launched)/\($0.units)" } ?? ""
        items = counts.items
        done = counts.done
        early = counts.completedEarly
        late = counts.completedLate
        lateTone = ""
        overdue = counts.overdue
        overdueTone = ""
        dueSoon = counts.dueSoon
    }
}

/// A number with its name, above a table.
struct Figure: Sendable {
    let value: String
    let label: String

    static func all(launch: LaunchTally, late: Int, counts: LedgerCounts) -> [Figure] {
        [
            Figure(value: launch.vietnamese, label: "đã phát động"),
            Figure(value: String(late), label: "phát động chậm, mọi cấp"),
            Figure(value: String(counts.items), label: "nhiệm vụ, chỉ tiêu"),
            Figure(value: LedgerCounts.share(counts.done, of: counts.items), label: "hoàn thành"),
            Figure(value: String(counts.overdue), label: "đang quá hạn"),
            Figure(value: String(counts.dueSoon), label: "đến hạn trong 7 ngày"),
        ]
    }
}
