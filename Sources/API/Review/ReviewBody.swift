import Domain
import Operations
import Web

/// How a review is named: in a query string, and in a body.
enum ReviewBody {
    static let query = [
        QueryParameter("campaign", .string, required: true, "Code of the campaign."),
        QueryParameter("review", .oneOf(Campaign.Review.self), required: true, "interim (sơ kết) or final (tổng kết)."),
    ]

    static let version = QueryParameter("version", .integer, "Of the frozen figures; the latest when absent.")

    static func named(_ call: Call) throws(Problem) -> (campaign: String, review: Campaign.Review) {
        guard let campaign = call.query("campaign") else { throw .invalid("?campaign", "ghi mã phong trào") }
        guard let review = try call.queryChoice("review", Campaign.Review.self) else {
            throw .invalid("?review", "ghi interim (sơ kết) hoặc final (tổng kết)")
        }
        return (campaign, review)
    }

    static let members: [Schema.Property] = [
        .init("campaign", .string, "Code of the campaign."), .init("review", .oneOf(Campaign.Review.self)),
    ]

    static func read(_ body: inout JSONObjectReader) -> (campaign: String, review: Campaign.Review)? {
        let campaign = body.required("campaign")?.text()
        let review = body.required("review")?.oneOf(Campaign.Review.self)
        guard let campaign, let review else { return nil }
        return (campaign, review)
    }
}
