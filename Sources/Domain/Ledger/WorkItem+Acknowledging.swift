extension WorkItem {
    /// Within how many working days something is done about an item: of the plan that counts it; where no plan does, these.
    public struct Clocks: Sendable, Hashable {
        /// The unit takes note of it (A53).
        public var acknowledging = 3
        /// The unit enters a result after its day (A24).
        public var entering = 2
        /// Its assigner judges a result (A25).
        public var ruling = 5
        /// Its assigner fixes a date for what has none (A26).
        public var fixingDate = 3

        public init() {}

        public init(_ plan: Campaign) { self.init { plan.integer($0) } }

        /// - Parameter value: of a parameter of the plan.
        public init(_ value: (Campaign.ParameterName) -> Int?) {
            acknowledging = value(.acknowledgeDays) ?? acknowledging
            entering = value(.updateGrace) ?? entering
            ruling = value(.acceptSla) ?? ruling
            fixingDate = value(.deadlineFixDays) ?? fixingDate
        }

        /// The last day on which an item is taken note of in time; later is marked, never refused. It runs from the day on which the item stood in
        /// the ledger, where that came after the paper.
        public func acknowledgeBy(assignedOn: CivilDate, recordedOn: CivilDate, _ calendar: WorkingCalendar) -> CivilDate {
            calendar.day(acknowledging, workingDaysAfter: max(assignedOn, recordedOn))
        }
    }

    public func acknowledgeBy(_ clocks: Clocks, _ calendar: WorkingCalendar) -> CivilDate {
        clocks.acknowledgeBy(assignedOn: assignedOn, recordedOn: recordedOn, calendar)
    }

    /// When a unit took note of an item: nothing asks it to say so before it reports, so that its first report says it too. Nil: not yet.
    ///
    /// - Parameter reportedOn: days on which something was reported of it.
    static func takenNoteOf(acknowledgedOn: CivilDate?, reportedOn: [CivilDate]) -> CivilDate? {
        [acknowledgedOn, reportedOn.min()].compactMap(\.self).min()
    }
}

extension WorkItem.Standing {
    /// Whether it was taken note of late, or is late to be by the end of `day`.
    ///
    /// - Parameter reportedOn: days on which something was reported of it.
    public func isAcknowledgedLate(
        _ item: WorkItem, reportedOn: [CivilDate], at day: CivilDate, _ clocks: WorkItem.Clocks, _ calendar: WorkingCalendar
    ) -> Bool {
        let on = WorkItem.takenNoteOf(acknowledgedOn: acknowledgedOn, reportedOn: reportedOn)
        if on == nil, state != .assigned { return false }
        return (on ?? day) > item.acknowledgeBy(clocks, calendar)
    }
}

extension WorkItemDetail {
    public var acknowledgeBy: CivilDate { entry.item.acknowledgeBy(clocks, calendar) }
    public var isAcknowledgedLate: Bool {
        let reportedOn = reports.filter { $0.kind != .acknowledged }.map(\.recordedOn)
        return entry.standing.isAcknowledgedLate(entry.item, reportedOn: reportedOn, at: day, clocks, calendar)
    }

    /// The last day on which its assigner judges the result that waits in time: his silence is told and accepts nothing (A25). Nil: nothing waits.
    public var ruleBy: CivilDate? {
        guard entry.standing.closed == nil, let pending = entry.standing.pendingResult else { return nil }
        return reports.first { $0.id == pending }.map { calendar.day(clocks.ruling, workingDaysAfter: $0.recordedOn) }
    }

    /// The last day on which its assigner fixes a date for it in time (A26). Nil: it has one, or needs none any more.
    public var fixDateBy: CivilDate? {
        guard entry.standing.closed == nil, entry.standing.acceptedOn == nil, entry.item.terms.dueOn == nil else { return nil }
        return calendar.day(clocks.fixingDate, workingDaysAfter: entry.item.assignedOn)
    }

    /// The day by which frozen figures judge it as long as nobody fixes another (A26). Nil: it has a date, needs none any more, or is not judged.
    public var judgedDueOn: CivilDate? {
        guard entry.standing.closed == nil, entry.standing.completedOn == nil, entry.item.terms.dueOn == nil else { return nil }
        return finalReviewOn
    }

    /// `30/06/2023`; of what has no date also what comes of it.
    public var dueWords: String {
        if let dueOn = entry.item.terms.dueOn { return dueOn.vietnamese }
        let judged = judgedDueOn.map { "; nếu không ấn định, khi chốt số liệu xét theo thời hạn \($0.vietnamese)" } ?? ""
        return "chưa có thời hạn\(judged)"
    }

    /// What waits for its assigner, as officers read it; nil: nothing.
    public var waitsForAssigner: String? {
        func words(_ what: String, _ last: CivilDate?) -> String? {
            last.map { day > $0 ? "quá thời hạn \(what) (\($0.vietnamese))" : "\(what) chậm nhất \($0.vietnamese)" }
        }
        let parts = [words("xem xét kết quả", ruleBy), words("ấn định thời hạn", fixDateBy)].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
}
