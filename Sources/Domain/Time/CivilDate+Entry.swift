extension CivilDate {
    /// The first day that can be entered: no paper, person or unit of today is older.
    public static let earliestEntered = CivilDate(daysSince1970: -25_567) ?? .earliest

    /// The days that can be entered on a day: from 1900-01-01 to the end of the fiftieth year after it. Another is a slip of the keyboard,
    /// and some of what it would date can never be taken back.
    public static func enterable(on today: CivilDate) -> ClosedRange<CivilDate> {
        earliestEntered...(CivilDate(year: min(today.year + 50, 9_999), month: 12, day: 31) ?? .latest)
    }

    /// Why this day cannot be entered, and which can; nil when it can.
    public func refusal(on today: CivilDate) -> String? {
        let range = Self.enterable(on: today)
        guard !range.contains(self) else { return nil }
        return "ngày \(vietnamese) không hợp lý; nhập ngày từ \(range.lowerBound.vietnamese) đến \(range.upperBound.vietnamese)"
    }
}
