public import Domain
public import Operations

/// How the reports of a review are asked for, for the API and the pages alike.
public enum ReviewFile {
    public static let query = [
        QueryParameter("campaign", .string, required: true, "Code of the campaign."),
        QueryParameter("review", .oneOf(Campaign.Review.self), required: true, "interim (sơ kết) or final (tổng kết)."),
        QueryParameter("version", .integer, "Of the frozen figures; the latest when absent."),
    ]

    public static let largest = 8 * 1_048_576

    public static func showing(_ call: Call) throws(Problem) -> ShowSnapshot {
        guard let campaign = call.query("campaign") else { throw .invalid("?campaign", "ghi mã phong trào") }
        guard let review = try call.queryChoice("review", Campaign.Review.self) else {
            throw .invalid("?review", "ghi interim (sơ kết) hoặc final (tổng kết)")
        }
        let version = try call.query("version", "phải là số phiên bản, từ 1 trở lên") { Int($0).flatMap { $0 > 0 ? $0 : nil } }
        return ShowSnapshot(campaign: campaign, review: review, version: version)
    }

    /// `ket-qua-interim.xlsx`.
    public static func workbookName(_ showing: ShowSnapshot) -> String { "ket-qua-\(showing.review.rawValue).xlsx" }
}
