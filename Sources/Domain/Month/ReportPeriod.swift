/// The month that a reporting period is named after: `2023-06`.
public struct ReportMonth: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let year: Int
    public let month: Int

    public init?(_ text: some StringProtocol) {
        let text = String(text)
        guard text.utf8.count == 7, let day = CivilDate("\(text)-01") else { return nil }
        self.init(day)
    }

    /// The month in which a day lies.
    public init(_ day: CivilDate) {
        year = day.year
        month = day.month
    }

    public var description: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

    /// Nil only beyond the calendar.
    public var firstDay: CivilDate? { CivilDate(year: year, month: month, day: 1) }

    /// The one after it; nil only beyond the calendar.
    public var next: ReportMonth? { firstDay.map { ReportMonth($0.adding(days: 31)) } }

    /// `tháng 6 năm 2023`.
    public var vietnamese: String { "tháng \(month < 3 ? "0" : "")\(month) năm \(year)" }

    /// Whether it may be a reporting month of a campaign: the last days of one stand in the period that is named after the month after.
    public func isOf(_ span: ClosedRange<CivilDate>) -> Bool {
        self >= ReportMonth(span.lowerBound) && self <= ReportMonth(span.upperBound.adding(days: 31))
    }

    public static func < (lhs: ReportMonth, rhs: ReportMonth) -> Bool { (lhs.year, lhs.month) < (rhs.year, rhs.month) }
}

/// From when to when a month counts, and when its returns are due (NĐ 09/2019/NĐ-CP, Điều 12, unless the plan or the province's rule
/// says otherwise).
public struct ReportPeriod: Sendable, Hashable {
    public typealias ID = EntityID<ReportPeriod>

    public let id: ID
    public let campaign: Campaign.ID
    /// Code of the campaign.
    public let code: String
    public let month: ReportMonth
    public let from: CivilDate
    public let to: CivilDate
    /// The last day for returns of communes to their district.
    public let subUnitDueOn: CivilDate
    /// The last day for returns to the Office.
    public let dueOn: CivilDate
    /// From this day on the close waits for nobody.
    public let closesOn: CivilDate
    /// What the length of the period rests on.
    public let citation: String
    public let openedOn: CivilDate

    public init(
        id: ID, campaign: Campaign.ID, code: String, month: ReportMonth, from: CivilDate, to: CivilDate, subUnitDueOn: CivilDate,
        dueOn: CivilDate, closesOn: CivilDate, citation: String, openedOn: CivilDate
    ) {
        self.id = id
        self.campaign = campaign
        self.code = code
        self.month = month
        self.from = from
        self.to = to
        self.subUnitDueOn = subUnitDueOn
        self.dueOn = dueOn
        self.closesOn = closesOn
        self.citation = citation
        self.openedOn = openedOn
    }

    /// `từ 15/05/2023 đến 14/06/2023`.
    public var span: String { "từ \(from.vietnamese) đến \(to.vietnamese)" }
}
