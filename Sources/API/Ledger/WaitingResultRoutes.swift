import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Results that wait for their assigner; he judges one by a ruling, many by one ruling on many items.
enum WaitingResultRoutes {
    static let all: [Route] = LedgerPlace.both(list)

    private static func list(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("waiting-results"), name: place.name("items.waiting-results"), asks: .reading(.item),
            summary: "Results that wait for their assigner to accept or return them, the oldest first.", query: QueryParameter.page,
            answers: .json(.page(of: schema))
        ) { call in
            let listing = ListWaitingResults(after: try ProgressReport.Position.asked(call), limit: try call.limit())
            return try await call.read { (tx: borrowing TenantTransaction) in
                let page = try await listing.perform(in: tx)
                let next = page.next.map { $0.cursor(call) }
                return .json(.page(page.results.map(WaitingResultJSON.value), next: next))
            }
        }.exporting { _ in ListWaitingResults() }
    }

    private static let schema: Schema = .named(
        "WaitingResult",
        [
            .init("report", .uuid), .init("item", .uuid), .init("code", .string), .init("title", .text), .init("tenant", .string),
            .init("unitName", .string), .init("dueOn", .nullable(.date)), .init("evidenceOn", .date), .init("documentNumber", .string),
            .init("figure", .nullable(.decimal)), .init("figureStatus", .nullable(.oneOf(ProgressReport.Figure.Status.self))),
            .init("confirmedBy", .nullable(.string), "By whose paper."), .init("recordedOn", .date, "When it was sent."),
        ])
}
