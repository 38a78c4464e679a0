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
    let items: String
    let done: String
    let early: String
    let late: String
    let lateTone: String
    let overdue: String
    let overdueTone: String
    let dueSoon: String

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
        items = VietnameseNumber.text(counts.items)
        done = VietnameseNumber.text(counts.done)
        early = VietnameseNumber.text(counts.completedEarly)
        late = VietnameseNumber.text(counts.completedLate)
        lateTone = counts.completedLate > 0 ? "warn" : ""
        overdue = VietnameseNumber.text(counts.overdue)
        overdueTone = counts.overdue > 0 ? "bad" : ""
        dueSoon = VietnameseNumber.text(counts.dueSoon)
    }

    /// The sum under the table.
    init(total launches: LaunchTally, below: LaunchTally?, counts: LedgerCounts) {
        name = ""
        link = nil
        launch = launches.vietnamese
        launchTone = ""
        self.below = below.map { "\($0.launched)/\($0.units)" } ?? ""
        items = VietnameseNumber.text(counts.items)
        done = VietnameseNumber.text(counts.done)
        early = VietnameseNumber.text(counts.completedEarly)
        late = VietnameseNumber.text(counts.completedLate)
        lateTone = ""
        overdue = VietnameseNumber.text(counts.overdue)
        overdueTone = ""
        dueSoon = VietnameseNumber.text(counts.dueSoon)
    }
}

/// A number with its name, above a table.
struct Figure: Sendable {
    let value: String
    let label: String

    static func all(launch: LaunchTally, late: Int, counts: LedgerCounts) -> [Figure] {
        // A person by himself launches nothing: 0 of 0 would only puzzle.
        let launching = [
            Figure(value: launch.vietnamese, label: "đã phát động"),
            Figure(value: VietnameseNumber.text(late), label: "phát động chậm, mọi cấp"),
        ]
        return (launch.units == 0 ? [] : launching) + [
            Figure(value: VietnameseNumber.text(counts.items), label: "nhiệm vụ, chỉ tiêu"),
            Figure(value: LedgerCounts.share(counts.done, of: counts.items), label: "hoàn thành"),
            Figure(value: VietnameseNumber.text(counts.overdue), label: "đang quá hạn"),
            Figure(value: VietnameseNumber.text(counts.dueSoon), label: "đến hạn trong 7 ngày"),
        ]
    }
}
