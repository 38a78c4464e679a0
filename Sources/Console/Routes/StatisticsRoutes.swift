import Domain
import HTTPTypes
import Operations
import Web

/// The yearly statistics for Bộ Nội vụ (D21): a form with its figures, and as files.
enum StatisticsRoutes {
    static let all: [Route] = [show]

    private static let show = Route(
        .get, "/statistics", name: "page.statistics", asks: .action(.readProvince),
        summary: "Forms 0601 and 0603 of a year, or from one day to another.", query: StatisticsQuery.parameters
    ) { call in
        let showing = try StatisticsQuery.showing(call)
        let me = try await CouncilHome.officer(call)
        return try await call.backend.entrance.read(try CouncilHome.province.entry(call)) { (tx: borrowing TenantTransaction) in
            let table = try await showing.perform(in: tx)
            return .html(Templates.shared.render(StatisticsPage(frame: Frame(me, call), table)))
        }
    }.exporting(in: { call in try CouncilHome.province.entry(call) }, StatisticsQuery.showing)
}
