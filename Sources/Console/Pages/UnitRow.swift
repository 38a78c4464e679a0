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

    /// - Parameters:
    ///   - launch: nil: nobody waits for one, the unit ended or is not of those who launch.
    ///   - endedOn: the last day of a unit that has closed.
    init(
        name: String, link: String?, launch: UnitLaunch?, below: LaunchTally?, isPastDeadline: Bool, counts: LedgerCounts,
        endedOn: CivilDate? = nil
    ) {
        self.name = name
        self.link = link
        self.launch =
            launch.map { launch in
                guard let day = launch.record?.launchedOn else { return launch.stateInVietnamese }
                return "\(launch.stateInVietnamese) \(day.vietnamese)"
            } ?? endedOn.map { "Đã kết thúc hoạt động ngày \($0.vietnamese)" } ?? ""
        launchTone =
            if let launch { launch.isLate ? "warn" : launch.isLaunched ? "good" : isPastDeadline ? "bad" : "" } else { "" }
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
    ///
    /// - Parameter launches: nil: of units of which nobody waits for one.
    init(_ name: String = "Cộng", total launches: LaunchTally?, below: LaunchTally?, counts: LedgerCounts) {
        self.name = name
        link = nil
        launch = launches?.vietnamese ?? ""
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

    /// Of the sum, what is of units of which nobody waits for a launch: the table of all units has of these who have ended. Nil: there is none.
    init?(others units: [UnitOverview]) {
        let counts = units.reduce(LedgerCounts()) { $0 + $1.counts }
        guard counts.items > 0 else { return nil }
        self.init("Trong đó của đơn vị đã kết thúc hoạt động, không thuộc diện phát động", total: nil, below: nil, counts: counts)
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

    /// Beneath the numbers of a campaign, where the list below has others: no number may say that nothing is late above what is.
    ///
    /// - Parameters:
    ///   - listed: of the whole list.
    ///   - counts: of the campaign.
    static func words(_ listed: LedgerCounts, beside counts: LedgerCounts) -> String? {
        guard (listed.items, listed.done, listed.overdue) != (counts.items, counts.done, counts.overdue) else { return nil }
        let parts = [
            "\(VietnameseNumber.text(listed.items)) nhiệm vụ, chỉ tiêu", "\(LedgerCounts.share(listed.done, of: listed.items)) hoàn thành",
            "\(VietnameseNumber.text(listed.overdue)) đang quá hạn",
        ]
        return "Tất cả việc trong danh sách bên dưới, thuộc hay không thuộc phong trào này: " + parts.joined(separator: " · ")
    }
}
