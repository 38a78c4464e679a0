import Domain
import Operations
import Web

/// How a review is named in a query string.
enum JudgementQuery {
    static let review = [
        QueryParameter("campaign", .string, required: true, "Code of the campaign."),
        QueryParameter("review", .oneOf(Campaign.Review.self), required: true, "interim (sơ kết) or final (tổng kết)."),
        QueryParameter(
            "asOf", .date, "Facts dated later do not count; when absent the frozen figures, else the review's day or today before it."),
        QueryParameter("version", .integer, "Of the frozen figures; the latest when absent."),
        QueryParameter("frozen", .boolean, "Whether items without a date are due at the end; else a preview, in which they wait for one."),
        QueryParameter("code", .string, "Code of one unit, such as SNV, 973 or 973/32191; all in sight when absent."),
        QueryParameter("tier", .oneOf(JudgedTier.self), "The first tier, or the sub-units by their own ledgers."),
    ]

    static func gathering(_ call: Call) throws(Problem) -> GatherLedger {
        guard let campaign = call.query("campaign") else { throw .invalid("?campaign", "ghi mã phong trào") }
        guard let review = try call.queryChoice("review", Campaign.Review.self) else {
            throw .invalid("?review", "ghi interim (sơ kết) hoặc final (tổng kết)")
        }
        return GatherLedger(
            campaign: campaign, review: review, isFrozen: try call.queryFlag("frozen"), asOf: try call.queryDate("asOf"),
            tier: try call.queryChoice("tier") ?? .firstTier, unit: call.query("code"), version: try version(call))
    }

    /// Of the frozen figures.
    static func version(_ call: Call) throws(Problem) -> Int? {
        try call.query("version", "phải là số phiên bản, từ 1 trở lên") { Int($0).flatMap { $0 > 0 ? $0 : nil } }
    }

    // MARK: - Other parameters

    static let parameters = JudgementParameters.names.map { QueryParameter($0, .string, "Another value of this parameter.") }

    static func changes(_ call: Call) throws(Problem) -> [JudgementParameters.Change] {
        let changes = JudgementParameters.names.compactMap { name in
            call.query(name).map { JudgementParameters.Change(name: name, value: $0) }
        }
        if changes.isEmpty {
            throw .invalid("?minimumEarlyWorkingDays", "ghi ít nhất một tham số cần thử, ví dụ minimumEarlyWorkingDays=3")
        }
        return changes
    }
}
