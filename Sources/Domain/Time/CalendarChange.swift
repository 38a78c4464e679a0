/// What a change of the working calendar does, or would do.
public struct CalendarChange: Sendable, Hashable {
    public let isDryRun: Bool
    public let day: CivilDate
    /// What the calendar said of the day; nil: what its weekday says.
    public let before: CalendarDay?
    public let after: CalendarDay?
    public let effects: [CalendarEffect]
    /// Whether the day is over: frozen reviews stay as they are, previews of the past are counted anew.
    public let isPast: Bool

    public init(
        isDryRun: Bool, day: CivilDate, before: CalendarDay?, after: CalendarDay?, effects: [CalendarEffect], isPast: Bool
    ) {
        self.isDryRun = isDryRun
        self.day = day
        self.before = before
        self.after = after
        self.effects = effects
        self.isPast = isPast
    }

    /// What the officer is told before he goes on.
    public var warning: String {
        if before == after { return "Lịch làm việc không đổi." }
        var parts: [String] = []
        if isPast {
            parts.append(
                "Ngày \(day.vietnamese) đã qua: kết quả xét đã chốt giữ nguyên; kết quả xem trước được tính lại theo lịch mới.")
        }
        parts.append(
            effects.isEmpty
                ? "Không có mốc nào của nhiệm vụ, chỉ tiêu đã giao bị dời."
                : "\(effects.count) mốc bị dời, của \(effects.reduce(0) { $0 + $1.items }) nhiệm vụ, chỉ tiêu; thời hạn giao không đổi.")
        return parts.joined(separator: " ")
    }
}
