import Domain
public import Operations

/// How the table of units is named in addresses, for the API and the pages alike.
public enum UnitTableQuery {
    public static let table = [
        campaign, QueryParameter("asOf", .date, "As a past day showed it; today when absent."),
        QueryParameter("live", .boolean, "Counted now, however many units there are."),
    ]

    public static let comparison = [
        campaign,
        QueryParameter("from", .date, "The earlier day; the end of the reporting period before that of the later one when absent."),
        QueryParameter("to", .date, "The later day; today when absent."),
        QueryParameter("all", .boolean, "Those units too that did not change."),
    ]

    private static let campaign = QueryParameter(
        "campaign", .string, "Code of the campaign; when absent the one that runs and has items there, else the one launched last.")

    public static func showing(_ call: Call) throws -> ShowUnitTable {
        ShowUnitTable(campaign: call.query("campaign"), asOf: try call.queryDate("asOf"), isLive: try call.queryFlag("live"))
    }

    public static func comparing(_ call: Call) throws -> CompareUnitTables {
        CompareUnitTables(
            campaign: call.query("campaign"), from: try call.queryDate("from"), to: try call.queryDate("to"), all: try call.queryFlag("all")
        )
    }
}
