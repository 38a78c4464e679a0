/// A day of the Gregorian calendar as officers write it: no time of day and no time zone.
///
/// Every value lies between 0001-01-01 and 9999-12-31, so that it always prints as ten characters and PostgreSQL's `date` holds
/// it. Arithmetic that would leave this range stops at its end.
public struct CivilDate: Hashable, Sendable {
    /// Days since 1970-01-01; negative before it.
    public let daysSince1970: Int32

    /// 0001-01-01.
    public static let earliest = CivilDate(unchecked: -719_162)
    /// 9999-12-31.
    public static let latest = CivilDate(unchecked: 2_932_896)

    /// The day that lies `daysSince1970` days after 1970-01-01, or nil outside the years 1 to 9999.
    public init?(daysSince1970 days: Int) {
        guard days >= Int(Self.earliest.daysSince1970), days <= Int(Self.latest.daysSince1970) else { return nil }
        self.init(unchecked: Int32(days))
    }

    /// The given day, or nil when the calendar has no such day (29/2/2030, 31/6, month 13, year 0).
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.length(ofMonth: month, year: year) else {
            return nil
        }
        // Years are counted from 1 March, so that the leap day is the last day of its year and months have a regular length.
        let marchYear = month > 2 ? year : year - 1
        let monthFromMarch = (month + 9) % 12
        let dayOfMarchYear = (153 * monthFromMarch + 2) / 5 + day - 1
        let daysBeforeMarchYear = 365 * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400
        // 719468 is the number of days from 0000-03-01 to 1970-01-01.
        self.init(unchecked: Int32(daysBeforeMarchYear + dayOfMarchYear - 719_468))
    }

    private init(unchecked days: Int32) {
        daysSince1970 = days
    }

    /// The number of days of a month, 28 to 31.
    public static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year: year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether February of this year has 29 days.
    public static func isLeap(year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }
}

// MARK: - Parts

extension CivilDate {
    public var year: Int { parts.year }
    /// 1 for January.
    public var month: Int { parts.month }
    /// Day of the month, from 1.
    public var day: Int { parts.day }

    /// Quarter of the year, 1 to 4.
    public var quarter: Int { (month + 2) / 3 }

    public var weekday: Weekday {
        // 1970-01-01 was a Thursday.
        let index = (Int(daysSince1970) + 3) % 7
        return Weekday.allCases[index < 0 ? index + 7 : index]
    }

    public var endOfMonth: CivilDate {
        let (year, month, day) = parts
        return adding(days: Self.length(ofMonth: month, year: year) - day)
    }

    /// Year, month and day at once: cheaper than three single reads.
    public var parts: (year: Int, month: Int, day: Int) {
        let days = Int(daysSince1970) + 719_468
        let era = days / 146_097
        let dayOfEra = days % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfMarchYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfMarchYear + 2) / 153
        let day = dayOfMarchYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day)
    }
}

// MARK: - Arithmetic

extension CivilDate: Comparable {
    public static func < (lhs: CivilDate, rhs: CivilDate) -> Bool {
        lhs.daysSince1970 < rhs.daysSince1970
    }

    /// The day `days` later, or earlier when negative; stops at ``earliest`` and ``latest``.
    public func adding(days: Int) -> CivilDate {
        let (sum, overflow) = Int(daysSince1970).addingReportingOverflow(days)
        if let date = CivilDate(daysSince1970: sum), !overflow { return date }
        return days < 0 ? .earliest : .latest
    }

    /// How many days `other` lies after this day; negative when it lies before.
    public func days(to other: CivilDate) -> Int {
        Int(other.daysSince1970) - Int(daysSince1970)
    }
}

/// Monday to Sunday, in the order of ISO 8601.
public enum Weekday: Int, CaseIterable, Hashable, Sendable {
    case monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday

    public var isWeekend: Bool { self == .saturday || self == .sunday }

    /// As a Vietnamese document spells it out.
    public var vietnamese: String {
        switch self {
        case .monday: "Thứ Hai"
        case .tuesday: "Thứ Ba"
        case .wednesday: "Thứ Tư"
        case .thursday: "Thứ Năm"
        case .friday: "Thứ Sáu"
        case .saturday: "Thứ Bảy"
        case .sunday: "Chủ nhật"
        }
    }
}
