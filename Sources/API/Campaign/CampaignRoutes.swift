import Domain
import HTTPTypes
import Operations
import Web

enum CampaignRoutes {
    static let all: [Route] = [list, show, plan, bring, launch]

    private static let list = Route(
        .get, "/api/v1/campaigns", name: "campaigns.list", asks: .reading(.catalogue), summary: "All campaigns, the latest first.",
        answers: .json(.object([.init("items", .array(CampaignJSON.schema))]))
    ) { call in
        try await call.readOnce { (tx: borrowing TenantTransaction) in
            .json(["items": .array(try await ListCampaigns().perform(in: tx).map(CampaignJSON.value))])
        }
    }

    private static let show = Route(
        .get, "/api/v1/campaigns/{campaign}", name: "campaigns.show", asks: .reading(.catalogue),
        summary: "A campaign with its whole plan, in any of its versions.",
        query: [QueryParameter("version", .integer, "The present one when absent.")], answers: .json(CampaignJSON.whole)
    ) { call in
        let version = try call.query("version", "phải là số nguyên từ 1 trở lên") { Int($0).flatMap { $0 > 0 ? $0 : nil } }
        let show = ShowCampaign(code: try call.path("campaign"), version: version)
        return try await call.readOnce { (tx: borrowing TenantTransaction) in
            let record = try await show.perform(in: tx)
            return .json(try CampaignJSON.value(record)).tagged(record.version)
        }
    }

    private static let plan = Route(
        .get, "/api/v1/campaigns/{campaign}/launch-plan", name: "campaigns.launch-plan", asks: .reading(.catalogue),
        summary: "The plan as an official paper, as an attachment.", query: PaperFile.query,
        answers: .bytes(PaperFile.mediaTypes, atMost: PaperFile.largest)
    ) { call in
        let (format, making) = (try PaperFile.format(call), MakeLaunchPlan(campaign: try call.path("campaign")))
        let paper = try await call.backend.entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
            try await making.perform(in: tx)
        }
        return try await PaperFile.reply(paper, as: format, to: call)
    }

    private static let bring = Route(
        .post, "/api/v1/province/campaigns", name: "campaigns.import", asks: .action(.importCampaign),
        summary: "Keeps a campaign file: a new campaign, or the next version of one. The same plan again changes nothing.",
        takes: .bytes(["application/yaml", "application/x-yaml", "text/yaml"], atMost: CampaignFile.largestSize),
        answers: .json(CampaignJSON.schema)
    ) { call in
        let plan: Campaign
        do throws(CampaignFile.Rejection) {
            plan = try CampaignFile.read(call.body)
        } catch {
            throw Problem(error)
        }
        let bring = ImportCampaign(plan: plan)
        return try await call.change { (tx: borrowing TenantTransaction) in
            _ = try await bring.perform(in: tx, ids: call.ids)
            return plan.code
        } show: { (code: ResourceKey, tx: borrowing TenantTransaction) in
            try await summary(code, in: tx)
        }
    }

    private static let launch = Route(
        .post, "/api/v1/province/campaigns/{campaign}/launch", name: "campaigns.launch", asks: .action(.launchCampaign),
        summary: "The Chairman launches a campaign; it goes to every first-tier unit by itself.",
        takes: .json(.object([.init("documentNumber", .string, "Such as 05/KH-UBND."), .init("launchedOn", .date)])),
        answers: .json(CampaignJSON.schema), status: .created
    ) { call in
        let code: String = try call.path("campaign")
        let launch = try call.json { o -> LaunchCampaign? in
            let number = o.required("documentNumber")?.line(atMost: 100)
            let day = o.required("launchedOn")?.day()
            guard let number, let day else { return nil }
            return LaunchCampaign(code: code, documentNumber: number, launchedOn: day)
        }
        return try await call.change { (tx: borrowing TenantTransaction) in
            try await launch.perform(in: tx).code
        } show: { (code: ResourceKey, tx: borrowing TenantTransaction) in
            try await summary(code, in: tx)
        }
    }

    private static func summary(_ code: String, in tx: borrowing TenantTransaction) async throws -> Reply {
        let record = try await ShowCampaign(code: code).perform(in: tx)
        return .json(CampaignJSON.value(record.summary)).tagged(record.version)
    }
}
