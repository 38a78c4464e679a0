import Domain
import HTTPTypes
import Operations
import Web

/// The verdicts of a review: of all units, and of one with its reasons.
enum JudgementRoutes {
    static let all: [Route] = [province, unit]

    static let query = [
        QueryParameter(
            "campaign", .string, "Code of the campaign; when absent the one that runs and has items there, else the one launched last."),
        QueryParameter(
            "review", .oneOf(Campaign.Review.self),
            "interim (sơ kết) or final (tổng kết); the latest whose day has come when absent, else the next."),
        QueryParameter(
            "asOf", .date, "Facts dated later do not count; when absent the frozen figures, else the review's day or today before it."),
        QueryParameter("frozen", .boolean, "Whether items without a date are due at the end."),
    ]

    private static let province = Route(
        .get, "/judgement", name: "page.judgement", asks: .action(.readProvince), orAsks: [.action(.tryParameters)],
        summary: "The verdicts of a review, unit by unit.",
        query: query + [
            QueryParameter("parameter", .string, "A parameter that is tried with another value."),
            QueryParameter("value", .string, "That value."),
        ]
    ) { call in
        let (me, entry) = try await seat(call)
        let frame = Frame(me, call)
        let mayTry = me.actions.contains(.tryParameters)
        let province = Entry(token: entry.token, place: .province, deed: call.route.asks)
        let trying = Entry(token: entry.token, place: .province, deed: .action(.tryParameters))
        let tried = call.query("parameter").map { JudgementParameters.Change(name: $0, value: call.query("value") ?? "") }
        let (gathering, explained, campaigns) = try await call.backend.entrance.read(province) {
            (tx: borrowing TenantTransaction) -> (GatherLedger, ExplainVerdicts.Answer, [CampaignSummary]) in
            guard let gathering = try await Self.gathering(call, on: me.officer.today, in: tx) else { throw Problem.notFound }
            return (gathering, try await ExplainVerdicts(gathering).perform(in: tx), try await ListCampaigns().perform(in: tx))
        }
        var page = ProvinceJudgementPage(
            frame: frame, explained, isFrozen: gathering.isFrozen, mayTry: mayTry, tried: tried, among: campaigns)
        guard let tried else { return html(page) }
        do {
            page.show(
                try await call.backend.entrance.read(trying) { (tx: borrowing TenantTransaction) in
                    try await CompareParameters(gathering, changes: [tried]).perform(in: tx)
                })
        } catch let problem as Problem where problem.kind == .invalid {
            page.fault = problem.sentence([tried.name: JudgementParameters.vietnamese(tried.name)])
            return Templates.shared.answer(page, to: problem)
        }
        return html(page)
    }

    private static let unit = Route(
        .get, "/units/{tenant}/judgement", name: "page.unit-judgement", asks: .reading(.item),
        summary: "The verdict of one unit: why, down to item and paper, and what is still to be done.",
        query: query + [QueryParameter("unit", .string, "Code of a unit below it; the unit itself when absent.")]
    ) { call in
        let (me, entry) = try await seat(call)
        let frame = Frame(me, call)
        return try await call.backend.entrance.read(entry) { (tx: borrowing TenantTransaction) in
            guard var gathering = try await gathering(call, on: me.officer.today, in: tx) else { throw Problem.notFound }
            gathering.unit = call.query("unit")
            let tenant = try await ShowTenant().perform(in: tx)
            return html(
                UnitJudgementPage(
                    frame: frame, tenant: tenant, try await ExplainVerdicts(gathering).perform(in: tx), unit: gathering.unit,
                    isFrozen: gathering.isFrozen, among: try await ListCampaigns().perform(in: tx)))
        }
    }

    // MARK: - Parts

    static func seat(_ call: Call) async throws -> (WhoAmI.Answer, Entry) {
        let entry = try call.entry()
        let me = try await call.backend.entrance.read(Entry(token: entry.token, place: .home)) { (tx: borrowing TenantTransaction) in
            try await WhoAmI().perform(in: tx)
        }
        return (me, entry)
    }

    /// Of the campaign that runs; nil where there is none. Without being told, the latest review whose day has come, else the next.
    static func gathering(_ call: Call, on today: CivilDate, in tx: borrowing TenantTransaction) async throws -> GatherLedger? {
        let campaigns = try await ListCampaigns().perform(in: tx)
        guard let current = try await ChosenCampaign.find(ChosenCampaign.named(call), among: campaigns, in: tx) else { return nil }
        let record = try await ShowCampaign(code: current.code).perform(in: tx)
        let asOf = try call.queryDate("asOf")
        return GatherLedger(
            campaign: current.code, review: try call.queryChoice("review") ?? record.plan.review(meantOn: asOf ?? today),
            isFrozen: try call.queryFlag("frozen"), asOf: asOf)
    }

    static func html(_ page: some Page) -> Reply {
        .html(Templates.shared.render(page))
    }
}
