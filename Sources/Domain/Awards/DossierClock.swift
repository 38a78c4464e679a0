/// How much of its time limit the present stage of a dossier has used, in working days. Paused while a supplement is waited for, and while
/// held (domain.md 1.6).
public struct DossierClock: Sendable, Hashable {
    public let stage: DossierStage
    /// Working days.
    public let limit: Int
    /// Working days that ran, without those of pauses.
    public let used: Int
    public let isPaused: Bool
    /// The last day in time; nil while it is not known because the clock is paused.
    public let dueOn: CivilDate?
    /// Years that the working calendar does not know and the last day lies in.
    public let warnings: [CalendarGap]

    public var isLate: Bool { used > limit }

    /// - Parameters:
    ///   - acts: of one dossier, in their order.
    ///   - draftedOn: when the draft was begun.
    ///   - day: the day that asks.
    /// - Returns: nil where no limit runs.
    /// - Throws: an act that is out of order.
    public static func running(
        _ acts: [DossierAct], track: AwardTrack, draftedOn: CivilDate, limits: DossierLimits, on day: CivilDate, _ calendar: WorkingCalendar
    ) throws(AwardRefusal) -> DossierClock? {
        var standing = DossierStanding(track)
        var spans: [Span] = []
        var since = draftedOn
        for act in acts {
            spans.append(Span(standing, since..<max(since, act.happenedOn)))
            // How many supplements were allowed then is not this question.
            standing = try standing.taking(act.step, reason: act.reason, maximumSupplements: .max)
            since = max(since, act.happenedOn)
        }
        spans.append(Span(standing, since..<max(since, day)))
        guard let last = spans.last, let stage = last.stage else { return nil }
        return DossierClock(stage, limits.days(for: stage), spans.filter { $0.stage == stage }, calendar)
    }

    private init(_ stage: DossierStage, _ limit: Int, _ spans: [Span], _ calendar: WorkingCalendar) {
        var used = 0
        var dueOn: CivilDate?
        for (index, span) in spans.enumerated() where !span.isPaused {
            let days = calendar.count(after: span.days.lowerBound, through: span.days.upperBound)
            // The last span goes on beyond the day that asks.
            if dueOn == nil, used + days >= limit || index == spans.count - 1 {
                dueOn = calendar.day(limit - used, workingDaysAfter: span.days.lowerBound)
            }
            used += days
        }
        self.stage = stage
        self.limit = limit
        self.used = used
        isPaused = spans.last?.isPaused ?? false
        self.dueOn = dueOn
        warnings = calendar.gaps(at: [dueOn], since: spans.first?.days.lowerBound)
    }

    /// `còn 3 ngày làm việc, đến hết 07/07/2023`.
    public var vietnamese: String {
        if isPaused { return "tạm dừng tính thời hạn, đã dùng \(used)/\(limit) ngày làm việc" }
        if isLate { return "quá hạn \(used - limit) ngày làm việc" + (dueOn.map { ", hạn đến hết \($0.vietnamese)" } ?? "") }
        return "còn \(limit - used) ngày làm việc" + (dueOn.map { ", đến hết \($0.vietnamese)" } ?? "")
    }

    /// A stretch of time in one state: runs after its first day, through its last.
    private struct Span {
        let stage: DossierStage?
        let isPaused: Bool
        let days: Range<CivilDate>

        init(_ standing: DossierStanding, _ days: Range<CivilDate>) {
            stage = DossierStage(standing.heldIn ?? standing.state, standing.track)
            isPaused = standing.state == .supplementAsked || standing.state == .held
            self.days = days
        }
    }
}
