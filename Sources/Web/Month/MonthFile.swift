public import Domain
public import Operations

/// How a month is named in addresses, and its files, for the API and the pages alike.
public enum MonthFile {
    public static let query = [
        QueryParameter("campaign", .string, required: true, "Code of the campaign."),
        QueryParameter("month", .string, required: true, "The month after which the period is named, as 2023-06."),
    ]

    public static let table = [
        QueryParameter("version", .integer, "Of the close; the latest when absent."),
        QueryParameter("asOf", .date, "As known at the end of that day, counted anew from the history, whatever was closed."),
    ]

    public static let largest = 8 * 1_048_576

    public static func named(_ call: Call) throws(Problem) -> (campaign: String, month: ReportMonth) {
        guard let campaign = call.query("campaign") else { throw .invalid("?campaign", "ghi mã phong trào") }
        guard let month = try call.query("month", "ghi tháng, như 2023-06", { ReportMonth($0) }) else {
            throw .invalid("?month", "ghi tháng, như 2023-06")
        }
        return (campaign, month)
    }

    public static func showing(_ call: Call) throws(Problem) -> ShowMonth {
        let (campaign, month) = try named(call)
        let version = try call.query("version", "phải là số phiên bản, từ 1 trở lên") { Int($0).flatMap { $0 > 0 ? $0 : nil } }
        return ShowMonth(campaign: campaign, month: month, version: version, asOf: try call.queryDate("asOf"))
    }

    /// `thang-2023-06.xlsx`.
    public static func workbookName(_ month: ReportMonth) -> String { "thang-\(month).xlsx" }
}
