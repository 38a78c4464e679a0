/// How much of the target an initiative has used, in working days from the registration to the first answer (A68: “kịp thời”). Paused while it is
/// returned.
public struct InitiativeClock: Sendable, Hashable {
    /// Working days: ``Campaign/ParameterName/adHocDays`` of the plan.
    public let limit: Int
    /// Working days that ran, without those of pauses.
    public let used: Int
    public let isPaused: Bool
    /// It was answered, or withdrawn: the clock stands.
    public let isStopped: Bool
    /// The last day in time; nil while it is paused and once it stands.
    public let dueOn: CivilDate?
    /// Years that the working calendar does not know and the last day lies in.
    public let warnings: [CalendarGap]

    public var isLate: Bool { used > limit }

    /// - Parameters:
    ///   - steps: of one initiative, in their order, each with its date.
    ///   - day: the day that asks.
    public init(
        _ steps: [(step: Initiative.Step, on: CivilDate)], registeredOn: CivilDate, limit: Int, on day: CivilDate,
        _ calendar: WorkingCalendar
    ) {
        var used = 0
        var since: CivilDate? = registeredOn
        var isStopped = false
        for (step, date) in steps where !isStopped {
            switch step {
            case .supplement: since = date
            case _ where step == .return || step.isAnswer || step == .withdraw:
                used += since.map { calendar.count(after: $0, through: max($0, date)) } ?? 0
                since = nil
                isStopped = step != .return
            default: break
            }
        }
        let before = used
        if let since { used += calendar.count(after: since, through: max(since, day)) }
        self.limit = limit
        self.used = used
        self.isStopped = isStopped
        isPaused = since == nil && !isStopped
        let dueOn = since.map { before < limit ? calendar.day(limit - before, workingDaysAfter: $0) : $0 }
        self.dueOn = dueOn
        warnings = calendar.gaps(at: [dueOn], since: registeredOn)
    }

    /// `còn 3 ngày làm việc, đến hết 07/07/2023`.
    public var vietnamese: String {
        if isStopped { return "đã trả lời sau \(used) ngày làm việc (mục tiêu \(limit))" }
        if isPaused { return "tạm dừng tính thời hạn, đã dùng \(used)/\(limit) ngày làm việc" }
        let due = dueOn.map { "\($0.vietnamese)" } ?? ""
        return isLate ? "quá hạn \(used - limit) ngày làm việc, hạn đến hết \(due)" : "còn \(limit - used) ngày làm việc, đến hết \(due)"
    }
}
