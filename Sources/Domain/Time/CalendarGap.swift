/// A year that a term reaches into and of which the working calendar does not know the days off. Nothing is refused for it: the term is told as it is
/// counted, and whoever reads it is warned.
public struct CalendarGap: Sendable, Hashable {
    public static let code = "calendar-missing"

    public let year: Int

    public init(year: Int) {
        self.year = year
    }

    public var vietnamese: String {
        "lịch làm việc năm \(year) chưa có đủ \(WorkingCalendar.fewestDaysOff) ngày nghỉ lễ, tết, nên ngày làm việc trong năm đó có thể tính sai; Văn phòng UBND tỉnh cần nhập lịch năm \(year)"
    }
}

extension WorkingCalendar {
    /// Of each year: eleven by law (Bộ luật Lao động 45/2019/QH14, Điều 112, khoản 1), and for one at a weekend another day (Điều 111, khoản 3).
    public static let fewestDaysOff = 11

    /// The years that it does not know, and in which some of the days lie; ascending.
    ///
    /// - Parameter start: from when on a term is counted that ends on such a day; every year until then is asked. Nil: the days were said.
    public func gaps(at days: some Sequence<CivilDate?>, since start: CivilDate? = nil) -> [CalendarGap] {
        var named: Set<Int> = []
        for day in days { if let day { named.formUnion(min(start?.year ?? day.year, day.year)...day.year) } }
        guard !named.isEmpty else { return [] }
        var off: [Int: Int] = [:]
        for day in holidays where named.contains(day.year) { off[day.year, default: 0] += 1 }
        return named.filter { off[$0, default: 0] < Self.fewestDaysOff }.sorted().map(CalendarGap.init)
    }
}
