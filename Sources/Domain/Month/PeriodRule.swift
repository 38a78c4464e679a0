/// How long a reporting period is and when its returns are due. What the Office says by a paper goes before the last day that the plan of a campaign
/// says, and that before the rule that came with the product (of the days, the rule always). A rule counts for the months that begin on its first
/// day or later; what was opened stays as it is.
public struct PeriodRule: Sendable, Hashable {
    public let validFrom: CivilDate
    /// The last day before the next one; nil: still in force.
    public let validTo: CivilDate?
    /// Of the month before; 1: of the month itself.
    public let firstDay: Int
    /// Working days after the end of the period, for returns of communes to their district.
    public let subUnitDays: Int
    /// The same for returns to the Office.
    public let unitDays: Int
    /// After these the close waits for nobody.
    public let closeDays: Int
    /// What the period rests on.
    public let citation: String
    /// What the days rest on.
    public let daysCitation: String

    public init(
        validFrom: CivilDate, validTo: CivilDate?, firstDay: Int, subUnitDays: Int, unitDays: Int, closeDays: Int, citation: String,
        daysCitation: String
    ) {
        self.validFrom = validFrom
        self.validTo = validTo
        self.firstDay = firstDay
        self.subUnitDays = subUnitDays
        self.unitDays = unitDays
        self.closeDays = closeDays
        self.citation = citation
        self.daysCitation = daysCitation
    }

    /// Working days after the end of a period at which it is closed at the latest, so that one is closed before the next is over.
    public static let mostDays = 20

    /// `từ ngày 15 tháng trước đến ngày 14`, `từ ngày 1 đến ngày cuối tháng`.
    public var span: String {
        firstDay == 1 ? "từ ngày 1 đến ngày cuối tháng" : "từ ngày \(firstDay) tháng trước đến ngày \(firstDay - 1)"
    }

    /// `đang áp dụng`, `sẽ áp dụng`, `đã hết hiệu lực`.
    public func standing(on day: CivilDate) -> String {
        if validFrom > day { return "sẽ áp dụng" }
        return validTo.map { $0 < day } ?? false ? "đã hết hiệu lực" : "đang áp dụng"
    }
}
