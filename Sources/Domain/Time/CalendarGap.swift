/// A year that a term reaches into and of which the working calendar says nothing. Nothing is refused for it: the term is told as it is
/// counted, and whoever reads it is warned.
public struct CalendarGap: Sendable, Hashable {
    public static let code = "calendar-missing"

    public let year: Int

    public init(year: Int) {
        self.year = year
    }

    public var vietnamese: String {
        "lịch làm việc năm \(year) chưa có ngày nghỉ, ngày làm bù nào, nên ngày làm việc trong năm đó mới chỉ trừ thứ bảy, chủ nhật; Văn phòng UBND tỉnh cần nhập lịch năm \(year)"
    }
}

extension WorkingCalendar {
    /// The years in which some of the days lie and of which it says nothing, ascending.
    public func gaps(at days: some Sequence<CivilDate?>) -> [CalendarGap] {
        let named = Set(days.lazy.compactMap { $0?.year })
        guard !named.isEmpty else { return [] }
        let known = Set(holidays.lazy.map(\.year)).union(workingDays.lazy.map(\.year))
        return named.subtracting(known).sorted().map(CalendarGap.init)
    }
}
