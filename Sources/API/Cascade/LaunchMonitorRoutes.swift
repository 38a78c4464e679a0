import Domain
import HTTPTypes
import Operations
import Web

enum LaunchMonitorRoutes {
    static let all: [Route] = [province, tenant]

    private static let days = [
        QueryParameter("asOf", .date, "Day of facts: what happened by then; today when absent."),
        QueryParameter(
            "knownOn", .date, "Day of recording: as known by then; the day of facts when absent, which shows what was shown then."),
    ]

    private static let province = Route(
        .get, "/api/v1/province/campaigns/{campaign}/launch-monitor", name: "launch-monitor.province", asks: .reading(.launch),
        summary: "Launch rate of every first-tier unit and in total; the late and the missing by name, down to the commune.",
        query: days, answers: .json(LaunchMonitorJSON.schema), handle: answer
    ).exporting { call in try monitoring(call) }

    private static let tenant = Route(
        .get, "/api/v1/tenants/{tenant}/campaigns/{campaign}/launch-monitor", name: "launch-monitor.tenant", asks: .reading(.launch),
        summary: "The same for one unit and what is below it.", query: days, answers: .json(LaunchMonitorJSON.schema), handle: answer
    ).exporting { call in try monitoring(call) }

    @Sendable private static func answer(_ call: Call) async throws -> Reply {
        let monitor = try monitoring(call)
        let answer = try await call.backend.entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
            try await monitor.perform(in: tx)
        }
        return .json(LaunchMonitorJSON.value(answer))
    }

    private static func monitoring(_ call: Call) throws -> MonitorLaunch {
        MonitorLaunch(campaign: try call.path("campaign"), asOf: try call.queryDate("asOf"), knownOn: try call.queryDate("knownOn"))
    }
}
