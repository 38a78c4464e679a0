public import Domain
public import Storage

/// The Office says of one day whether offices work on it, by the paper that says so; or that it is like its weekday again. What was frozen
/// stays: a frozen review carries the days that it was judged by. Due dates never shift by the calendar (A23); what is counted in working days
/// does, and is told beforehand.
public struct ChangeCalendarDay: Sendable {
    public var day: CivilDate
    public var becomes: Kind
    public var name: String
    /// The paper, such as `Thông báo 5034/TB-LĐTBXH`.
    public var source: String
    /// Only says what would move; the transaction must be one that may write, by who keeps the plan.
    public var isDryRun: Bool

    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Nobody works, although it is a weekday.
        case off
        /// It is worked, although it is a weekend.
        case work
        /// As its weekday says.
        case usual

        public var vietnamese: String {
            switch self {
            case .off: "nghỉ"
            case .work: "làm bù"
            case .usual: "như ngày thường"
            }
        }
    }

    public init(day: CivilDate, becomes: Kind, name: String = "", source: String = "", isDryRun: Bool = false) {
        self.day = day
        self.becomes = becomes
        self.name = name
        self.source = source
        self.isDryRun = isDryRun
    }

    /// - Throws: `invalid-input` with every field at fault; ``Problem/notAllowed``.
    public func perform(in tx: borrowing TenantTransaction) async throws -> CalendarChange {
        let officer = try await tx.officer()
        guard officer.may(.importCampaign), officer.place == nil else { throw Problem.notAllowed }
        let standing = try await CalendarDay.all(in: tx)
        let before = standing.first { $0.day == day }
        let after = try checked(on: officer.today)
        var days = standing.filter { $0.day != day }
        if let after { days.append(after) }
        let effects = try await CalendarEffects(from: WorkingCalendar(standing), to: WorkingCalendar(days)).around(day, in: tx)
        let change = CalendarChange(
            isDryRun: isDryRun, day: day, before: before, after: after, effects: effects, isPast: day < officer.today)
        guard before != after else { return change }
        if isDryRun {
            // Written and taken back, so that who may not is refused as in earnest.
            try await tx.undoing { (tx: borrowing TenantTransaction) in try await write(after, in: tx) }
        } else {
            try await write(after, in: tx)
        }
        return change
    }

    private func write(_ after: CalendarDay?, in tx: borrowing TenantTransaction) async throws {
        if let after { try await after.keep(in: tx) } else { try await CalendarDay.drop(day, in: tx) }
    }

    private func checked(on today: CivilDate) throws(Problem) -> CalendarDay? {
        var check = InputCheck()
        if let refusal = day.refusal(on: today) { check.fault("$.day", refusal) }
        guard becomes != .usual else {
            try check.finish()
            return nil
        }
        let isWeekend = day.weekday.isWeekend
        if becomes == .work, !isWeekend {
            check.fault("$.becomes", "ngày \(day.vietnamese) là ngày thường nên đã làm việc; chọn nghỉ hoặc ngày khác")
        }
        if becomes == .off, isWeekend {
            check.fault("$.becomes", "ngày \(day.vietnamese) là thứ bảy, chủ nhật nên đã nghỉ; chọn làm bù hoặc ngày khác")
        }
        let name = check.line(name, "$.name", atMost: 200)
        let source = check.line(source, "$.source", atMost: 500)
        try check.finish()
        return CalendarDay(day: day, isWorking: becomes == .work, name: name, source: source)
    }
}

/// The days that are reached otherwise by one calendar than by another.
struct CalendarEffects {
    let from: WorkingCalendar
    let to: WorkingCalendar

    /// Of items whose count of working days may run over the day.
    func around(_ day: CivilDate, in tx: borrowing TenantTransaction) async throws -> [CalendarEffect] {
        guard from != to else { return [] }
        var effects: [CalendarEffect] = []
        var plans: [Campaign.ID: (code: String, parameters: JudgementParameters)] = [:]
        for summary in try await ListCampaigns().perform(in: tx) {
            guard let record = try await CampaignRecord.find(code: summary.code, in: tx) else { continue }
            let parameters = JudgementParameters(record.plan)
            plans[record.id] = (summary.code, parameters)
            if let moved = moved(parameters.newItemGraceWorkingDays, before: parameters.interimEnd) {
                effects.append(
                    CalendarEffect(
                        kind: .grace, campaign: summary.code, from: parameters.interimEnd, items: 0, before: moved.0, after: moved.1))
            }
        }
        // Thirty working days lie within sixty days, holidays of a year's turn included.
        for reach in try await CalendarReach.dueDates(day...day.adding(days: 60), in: tx) {
            guard let plan = reach.campaign.flatMap({ plans[$0] }),
                let moved = moved(plan.parameters.minimumEarlyWorkingDays, before: reach.day)
            else { continue }
            effects.append(
                CalendarEffect(
                    kind: .ahead, campaign: plan.code, from: reach.day, items: reach.items, before: moved.0, after: moved.1))
        }
        let steps = CalendarEffect.acknowledgementWorkingDays
        for reach in try await CalendarReach.unacknowledged(day.adding(days: -30)...day, in: tx) {
            let (before, after) = (from.day(steps, workingDaysAfter: reach.day), to.day(steps, workingDaysAfter: reach.day))
            if before != after {
                effects.append(
                    CalendarEffect(kind: .acknowledgement, campaign: "", from: reach.day, items: reach.items, before: before, after: after))
            }
        }
        return effects
    }

    private func moved(_ steps: Int, before day: CivilDate) -> (CivilDate, CivilDate)? {
        let (old, new) = (from.day(steps, workingDaysBefore: day), to.day(steps, workingDaysBefore: day))
        return old == new ? nil : (old, new)
    }
}
