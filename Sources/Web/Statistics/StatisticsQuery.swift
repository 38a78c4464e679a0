import Domain
public import Operations

/// How a form of the yearly statistics is named in addresses, for the API and the pages alike.
public enum StatisticsQuery {
    public static let parameters = [
        QueryParameter("form", .oneOf(StatisticalForm.self), "0601: campaigns; 0603: awards, when absent."),
        QueryParameter("year", .integer, "From 1/1 to 31/12; this year when absent."),
        QueryParameter("from", .date, "First day, in place of the year's."),
        QueryParameter("to", .date, "Last day, in place of the year's."),
        QueryParameter("knownOn", .date, "What was recorded later is left out; today when absent."),
    ]

    public static func showing(_ call: Call) throws -> ShowStatistics {
        let year = try call.query("year", "phải là năm có bốn chữ số") { Int($0).flatMap { (1_900...2_200).contains($0) ? $0 : nil } }
        return ShowStatistics(
            try call.queryChoice("form") ?? .awards, year: year, from: try call.queryDate("from"), to: try call.queryDate("to"),
            knownOn: try call.queryDate("knownOn"))
    }
}
