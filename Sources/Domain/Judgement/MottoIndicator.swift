/// One part of the motto with its figures: what the ledger shows of it, down to item and paper. It decides nothing (A53).
public struct MottoIndicator: Sendable, Hashable {
    public let part: Campaign.MottoPart
    public let figures: [Figure]

    public init(part: Campaign.MottoPart, figures: [Figure]) {
        self.part = part
        self.figures = figures
    }

    /// How often something was found, of how many.
    public struct Figure: Sendable, Hashable {
        public let measure: Campaign.MottoMeasure
        /// Nil: nothing records it, there is nothing of which it is counted, or the officer may not know it.
        public let count: Int?
        public let base: Int?
        public let sources: [Source]

        public init(measure: Campaign.MottoMeasure, count: Int?, base: Int?, sources: [Source]) {
            self.measure = measure
            self.count = count
            self.base = base
            self.sources = sources
        }

        /// `2/31`, `0`, `chưa có dữ liệu`.
        public var vietnamese: String {
            guard let count else { return "chưa có dữ liệu" }
            return base.map { "\(count)/\($0)" } ?? "\(count)"
        }
    }

    /// What a figure rests on.
    public struct Source: Sendable, Hashable {
        /// Nil: the unit as a whole.
        public let item: WorkItem.ID?
        public let code: String
        /// With dates and papers.
        public let words: String

        public init(item: WorkItem.ID?, code: String, words: String) {
            self.item = item
            self.code = code
            self.words = words
        }
    }

    /// The figures that the plan asks for, part by part.
    ///
    /// - Parameters:
    ///   - day: as of which they are asked.
    ///   - clocks: of the plan.
    public static func all(
        of motto: Campaign.Motto, _ facts: MottoFacts, on day: CivilDate, _ clocks: WorkItem.Clocks, _ calendar: WorkingCalendar
    ) -> [MottoIndicator] {
        let count = MottoCount(facts: facts, day: day, clocks: clocks, calendar: calendar)
        return motto.parts.map { part in MottoIndicator(part: part, figures: part.measures.map(count.figure)) }
    }
}

/// How each measure is taken.
private struct MottoCount {
    let facts: MottoFacts
    let day: CivilDate
    let clocks: WorkItem.Clocks
    let calendar: WorkingCalendar

    func figure(_ measure: Campaign.MottoMeasure) -> MottoIndicator.Figure {
        switch measure {
        case .criticised: criticised
        case .disciplined: .init(measure: measure, count: nil, base: nil, sources: [])
        case .monthlyReturnLate: monthlyReturnLate
        case .acknowledgedLate: figure(measure, of: { _ in true }, acknowledgedLate)
        case .returned: figure(measure, of: { $0.doneOn != nil || !$0.returns.isEmpty }) { words($0.returns, "trả lại ngày") }
        case .late: figure(measure, of: hasBeenDue, late)
        case .enteredLate: figure(measure, of: { $0.doneOn != nil }, enteredLate)
        case .launchedLate: launchedLate
        case .qualityReturned:
            figure(measure, of: { $0.doneOn != nil || !$0.returns.isEmpty }) {
                words($0.returns.filter(\.isQuality), "trả lại vì chất lượng ngày")
            }
        case .violated: figure(measure, of: { _ in true }) { words($0.violations, "kết luận vi phạm ngày") }
        case .updateMissed: figure(measure, of: { !openMonths($0).isEmpty }, updateMissed)
        }
    }

    /// - Parameters:
    ///   - belongs: the items of which the figure is a share.
    ///   - finding: what is found of one of them; nil: nothing.
    private func figure(
        _ measure: Campaign.MottoMeasure, of belongs: (MottoFacts.Item) -> Bool, _ finding: (MottoFacts.Item) -> String?
    ) -> MottoIndicator.Figure {
        let base = facts.items.filter(belongs)
        if base.isEmpty { return MottoIndicator.Figure(measure: measure, count: nil, base: nil, sources: []) }
        let sources = base.compactMap { item in
            finding(item).map { MottoIndicator.Source(item: item.id, code: item.code, words: $0) }
        }
        return MottoIndicator.Figure(measure: measure, count: sources.count, base: base.count, sources: sources)
    }

    private func words(_ acts: [MottoFacts.Act], _ opening: String) -> String? {
        acts.isEmpty ? nil : acts.map { "\(opening) \($0.words)" }.joined(separator: "; ")
    }

    /// As the item's own page has it (A53).
    private func acknowledgedLate(_ item: MottoFacts.Item) -> String? {
        let last = clocks.acknowledgeBy(assignedOn: item.assignedOn, recordedOn: item.recordedOn, calendar)
        guard let on = WorkItem.takenNoteOf(acknowledgedOn: item.acknowledgedOn, reportedOn: item.updatedOn) else {
            return last < day ? "giao ngày \(item.assignedOn.vietnamese), chưa tiếp nhận" : nil
        }
        let what = on == item.acknowledgedOn ? "tiếp nhận" : "báo cáo lần đầu"
        return on > last ? "giao ngày \(item.assignedOn.vietnamese), \(what) ngày \(on.vietnamese)" : nil
    }

    /// Done, or one of its dates has come; what has no date yet is not counted (A26).
    private func hasBeenDue(_ item: MottoFacts.Item) -> Bool {
        item.doneOn != nil || item.dueOn.map { due in due <= day || item.occurrences.contains { $0.dueOn <= day } } ?? false
    }

    /// As the verdict has it: not done by its date, or done after it, or a deadline of a periodic item missed (rule 4 of the ledger file).
    private func late(_ item: MottoFacts.Item) -> String? {
        guard let due = item.dueOn else { return nil }
        switch item.doneOn {
        case nil where due <= day: return "thời hạn \(due.vietnamese), chưa hoàn thành"
        case let done? where done > due:
            return "thời hạn \(due.vietnamese), hoàn thành ngày \(MottoFacts.Act(on: done, number: item.resultNumber).words)"
        default: break
        }
        let missed = item.occurrences.filter { $0.isLate(at: day) }.map { occurrence in
            "kỳ hạn \(occurrence.dueOn.vietnamese) "
                + (occurrence.completedOn.map { "hoàn thành ngày \($0.vietnamese)" } ?? "chưa hoàn thành")
        }
        return missed.isEmpty ? nil : missed.joined(separator: "; ")
    }

    /// Later than the plan's working days after the result (A24); what was there before the campaign was entered when it began.
    private func enteredLate(_ item: MottoFacts.Item) -> String? {
        guard let done = item.doneOn, let entered = item.resultEnteredOn else { return nil }
        let from = max(done, facts.launch?.provinceOn ?? done)
        guard calendar.count(after: from, through: entered) > clocks.entering else { return nil }
        return "kết quả ngày \(MottoFacts.Act(on: done, number: item.resultNumber).words), cập nhật ngày \(entered.vietnamese)"
    }

    /// A58.
    private var launchedLate: MottoIndicator.Figure {
        guard let launch = facts.launch, !launch.isOpenedAfterDeadline else {
            return .init(measure: .launchedLate, count: nil, base: nil, sources: [])
        }
        var sources: [MottoIndicator.Source] = []
        if let on = launch.unitOn, on <= day {
            if on > launch.deadline {
                sources = [.init(item: nil, code: "", words: "phát động ngày \(on.vietnamese), hạn \(launch.deadline.vietnamese)")]
            }
        } else if launch.deadline < day {
            sources = [.init(item: nil, code: "", words: "chưa phát động, hạn \(launch.deadline.vietnamese)")]
        }
        return .init(measure: .launchedLate, count: sources.count, base: nil, sources: sources)
    }

    /// A54: the Chairman's papers of the period.
    private var criticised: MottoIndicator.Figure {
        let sources = facts.criticisms?.map { MottoIndicator.Source(item: nil, code: "", words: "phê bình ngày \($0.words)") }
        return .init(measure: .criticised, count: sources?.count, base: nil, sources: sources ?? [])
    }

    /// Of the months that were due, or sent before: those sent after their last day, or not yet.
    private var monthlyReturnLate: MottoIndicator.Figure {
        let owed = facts.monthlyReturns.filter { $0.dueOn < day || $0.approvedOn != nil }
        let sources = owed.compactMap { owed -> MottoIndicator.Source? in
            if let on = owed.approvedOn, on <= owed.dueOn { return nil }
            let sent = owed.approvedOn.map { "gửi ngày \($0.vietnamese)" } ?? "chưa gửi"
            return .init(item: nil, code: "", words: "báo cáo \(owed.month.vietnamese) \(sent), hạn \(owed.dueOn.vietnamese)")
        }
        return .init(
            measure: .monthlyReturnLate, count: owed.isEmpty ? nil : sources.count, base: owed.isEmpty ? nil : owed.count, sources: sources)
    }

    private func updateMissed(_ item: MottoFacts.Item) -> String? {
        let missed = openMonths(item).filter { month in !item.updatedOn.contains { $0.year == month.year && $0.month == month.month } }
        return missed.isEmpty ? nil : "không cập nhật tháng " + missed.map { "\($0.month)/\($0.year)" }.joined(separator: ", ")
    }

    /// The last days of the whole months, after that of the province's launch, through which an item was held and not done. Before it stood in the
    /// ledger nobody could update it: what was entered late, or was made by splitting, is asked for from then on.
    private func openMonths(_ item: MottoFacts.Item) -> [CivilDate] {
        guard let launch = facts.launch else { return [] }
        var months: [CivilDate] = []
        var end = max(item.assignedOn, item.recordedOn, launch.provinceOn).endOfMonth.adding(days: 1).endOfMonth
        while end <= day, item.doneOn.map({ $0 > end }) ?? true {
            months.append(end)
            end = end.adding(days: 1).endOfMonth
        }
        return months
    }
}
