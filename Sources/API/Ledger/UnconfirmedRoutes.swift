import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// What waits for the assigner's confirmation; he confirms one by a ruling, many by one ruling on many items.
enum UnconfirmedRoutes {
    static let all: [Route] = LedgerPlace.both(list)

    private static func list(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("unconfirmed-reports"), name: place.name("items.unconfirmed"), asks: .reading(.item),
            summary: "Figures, deliveries and first halves that count for nothing until their assigner confirms them, the oldest first.",
            query: QueryParameter.page + [
                QueryParameter(
                    "campaign", .string,
                    "Leaves out the steps of items due by its interim review; without it, by that of each item's own campaign.")
            ], answers: .json(.page(of: schema))
        ) { call in
            let listing = ListUnconfirmed(
                campaign: call.query("campaign"), after: try ProgressReport.Position.asked(call), limit: try call.limit())
            return try await call.read { (tx: borrowing TenantTransaction) in
                let page = try await listing.perform(in: tx)
                let next = page.next.map { $0.cursor(call) }
                return .json(.page(page.reports.map(UnconfirmedJSON.value), next: next))
            }
        }.exporting { call in ListUnconfirmed(campaign: call.query("campaign")) }
    }

    private static let schema: Schema = .named(
        "UnconfirmedReport",
        [
            .init("report", .uuid), .init("item", .uuid), .init("code", .string), .init("title", .text), .init("tenant", .string),
            .init("unitName", .string), .init("evidenceOn", .date), .init("milestonePercent", .nullable(.integer)),
            .init("figure", .nullable(.decimal)), .init("figureStatus", .nullable(.oneOf(ProgressReport.Figure.Status.self))),
            .init("occurrence", .nullable(.date)), .init("confirmedBy", .nullable(.string), "By whose paper."), .init("words", .text),
        ])
}
