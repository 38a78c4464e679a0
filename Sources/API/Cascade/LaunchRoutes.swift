import Documents
import Domain
import HTTPTypes
import Operations
import Web

enum LaunchRoutes {
    static let all: [Route] = [cascade, list, show, response] + LaunchStepRoutes.all

    private static let cascade = Route(
        .post, "/api/v1/tenants/{tenant}/campaigns/{campaign}/cascade", name: "launches.cascade", asks: .action(.cascadeLaunch),
        summary: "Passes the launch on to all sub-units, those added later included. Asking again changes nothing.",
        answers: .json(.object([.init("campaign", .string), .init("subUnits", LaunchMonitorJSON.tally)])), status: .accepted
    ) { call in
        let cascade = CascadeLaunch(campaign: try call.path("campaign"))
        return try await call.change { (tx: borrowing TenantTransaction) in
            _ = try await cascade.perform(in: tx)
            return cascade.campaign
        } show: { (campaign: ResourceKey, tx: borrowing TenantTransaction) in
            let monitor = try await MonitorLaunch(campaign: campaign).perform(in: tx)
            return .json(["campaign": .string(campaign), "subUnits": LaunchTallyJSON.value(monitor.subUnits)])
        }
    }

    private static let list = Route(
        .get, "/api/v1/tenants/{tenant}/launches", name: "launches.list", asks: .reading(.launch),
        summary: "The units in a campaign, in customary order; those too that its launch has not reached.",
        query: QueryParameter.page + [
            QueryParameter("campaign", .string, "Code of the campaign; required."),
            QueryParameter("state", .oneOf(LaunchState.self), "Only in this state."),
            QueryParameter("late", .boolean, "Only launched after the deadline."),
            QueryParameter("kind", .oneOf(SubUnit.Kind.self), "Only units of this kind."),
            QueryParameter("asOf", .date, "Day of facts; today when absent."),
            QueryParameter("knownOn", .date, "Day of recording; the day of facts when absent."),
        ],
        answers: .json(.page(of: UnitLaunchJSON.schema))
    ) { call in
        var asked = try listing(call)
        asked.after = try place(call)
        asked.limit = try call.limit()
        let list = asked
        return try await call.read { (tx: borrowing TenantTransaction) in
            let page = try await list.perform(in: tx)
            let next = page.next.map { Cursor.text(call, String($0.position), $0.code, $0.unit.description) }
            return .json(.page(page.units.map(UnitLaunchJSON.value), next: next))
        }
    }.exporting(listing)

    private static func listing(_ call: Call) throws -> ListLaunches {
        guard let campaign = call.query("campaign") else {
            throw Problem.invalid("?campaign", "thiếu; ghi mã phong trào, xem /api/v1/campaigns")
        }
        var filter = ListLaunches.Filter()
        filter.state = try call.queryChoice("state")
        filter.lateOnly = try call.queryFlag("late")
        filter.kind = try call.queryChoice("kind")
        return ListLaunches(
            campaign: campaign, asOf: try call.queryDate("asOf"), knownOn: try call.queryDate("knownOn"), filter: filter)
    }

    private static let show = Route(
        .get, "/api/v1/tenants/{tenant}/launches/{launch}", name: "launches.show", asks: .reading(.launch),
        summary: "One launch with all its steps.",
        answers: .json(LaunchJSON.schema)
    ) { call in
        let show = ShowLaunch(.id(try call.path("launch")))
        return try await call.readOnce { (tx: borrowing TenantTransaction) in
            let launch = try await show.perform(in: tx)
            return .json(LaunchJSON.value(launch)).tagged(launch.version)
        }
    }

    private static let response = Route(
        .get, "/api/v1/tenants/{tenant}/campaigns/{campaign}/response-plan", name: "launches.response-plan", asks: .reading(.launch),
        summary: "The unit's plan in answer to the province's, with what it gave inside, as an attachment.", query: PaperFile.query,
        answers: .bytes(PaperFile.mediaTypes, atMost: PaperFile.largest)
    ) { call in
        let (format, making) = (try PaperFile.format(call), MakeResponsePlan(campaign: try call.path("campaign")))
        let paper = try await call.backend.entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
            try await making.perform(in: tx)
        }
        return try await PaperFile.reply(paper, as: format, to: call)
    }

    private static func place(_ call: Call) throws(Problem) -> ListLaunches.Place? {
        guard let keys = try Cursor.keys(call, count: 3) else { return nil }
        guard let position = Int(keys[0]), let unit = SubUnit.ID(keys[2]) else {
            throw .invalid("?cursor", "không đúng; lấy từ trường next của trang trước")
        }
        return ListLaunches.Place(position: position, code: keys[1], unit: unit)
    }
}
