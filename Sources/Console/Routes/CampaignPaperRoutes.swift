import Domain
import HTTPTypes
import Operations
import Web

/// The papers of a campaign that pages link to, as attachments: the plan, a unit's answer to it, the guidance letter of a round.
enum CampaignPaperRoutes {
    static let all: [Route] = [plan, response, guidance]

    private static let plan = Route(
        .get, "/campaigns/{campaign}/launch-plan", name: "page.campaign.launch-plan", asks: .reading(.catalogue),
        summary: "The province's plan as a paper.", query: PaperFile.query
    ) { call in
        let making = MakeLaunchPlan(campaign: try call.path("campaign"))
        return try await reply(call, at: try call.entry()) { (tx: borrowing TenantTransaction) in try await making.perform(in: tx) }
    }

    private static let response = Route(
        .get, "/units/{tenant}/campaigns/{campaign}/response-plan", name: "page.unit.response-plan", asks: .reading(.launch),
        summary: "The unit's plan in answer to the province's.", query: PaperFile.query
    ) { call in
        let making = MakeResponsePlan(campaign: try call.path("campaign"))
        return try await reply(call, at: try call.entry()) { (tx: borrowing TenantTransaction) in try await making.perform(in: tx) }
    }

    private static let guidance = Route(
        .get, "/nominations/guidance", name: "page.nominations.guidance", asks: .action(.readProvince),
        summary: "The guidance letter of a round; before it is opened for a last day named.",
        query: [
            QueryParameter("campaign", .string, required: true, "Code of the campaign."),
            QueryParameter("review", .oneOf(Campaign.Review.self), required: true, "interim (sơ kết) or final (tổng kết)."),
            QueryParameter("cutOff", .date, "The last day to submit, while no round is opened."),
        ] + PaperFile.query
    ) { call in
        guard let campaign = call.query("campaign"), let review = try call.queryChoice("review", Campaign.Review.self) else {
            throw Problem.invalid("?campaign", "ghi mã phong trào và kỳ")
        }
        let making = MakeRoundGuidance(campaign: campaign, review: review, cutOff: try call.queryDate("cutOff"))
        return try await reply(call, at: try CouncilHome.province.entry(call)) { (tx: borrowing TenantTransaction) in
            try await making.perform(in: tx)
        }
    }

    private static func reply(
        _ call: Call, at entry: Entry, _ make: (borrowing TenantTransaction) async throws -> MadePaper
    ) async throws -> Reply {
        let format = try PaperFile.format(call)
        return try await PaperFile.reply(try await call.backend.entrance.read(entry, make), as: format, to: call)
    }
}
