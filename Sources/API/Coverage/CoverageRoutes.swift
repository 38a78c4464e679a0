import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// What outlets of the media published, as their editors report it, and how much that is.
enum CoverageRoutes {
    static let all: [Route] = LedgerPlace.both(list) + LedgerPlace.both(counts) + LedgerPlace.both(show) + [report, correct, withdraw]

    private static let own = LedgerPlace.tenant.path("coverage")

    private static let days = [
        QueryParameter("from", .date, "Published then at the earliest."), QueryParameter("to", .date, "Published then at the latest."),
    ]

    private static func list(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("coverage"), name: place.name("coverage.list"), asks: .reading(.coverage),
            summary: "What was published, as it stands, the latest reported first.",
            query: QueryParameter.page + [CoverageLineRoutes.campaign] + days, answers: .json(.page(of: CoverageSchemas.coverage))
        ) { call in
            var listing = try filtered(call)
            listing.after = try Cursor.id(call)
            listing.limit = try call.limit()
            let page = listing
            return try await call.read { (tx: borrowing TenantTransaction) in
                let (found, next) = try await page.perform(in: tx)
                return .json(.page(found.map { CoverageJSON.value($0) }, next: next, of: call))
            }
        }.exporting { call in try filtered(call) }
    }

    private static func filtered(_ call: Call) throws -> ListCoverage {
        ListCoverage(campaign: call.query("campaign"), from: try call.queryDate("from"), to: try call.queryDate("to"))
    }

    private static func counts(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("coverage-counts"), name: place.name("coverage-counts.show"), asks: .reading(.coverage),
            summary: "How much was published between two days, by outlet and kind.",
            query: [CoverageLineRoutes.campaign] + days,
            answers: .json(CoverageSchemas.counts)
        ) { call in
            let counting = try counted(call)
            return try await call.read { (tx: borrowing TenantTransaction) in
                .json(["counts": .array(try await counting.perform(in: tx).map { CoverageJSON.count($0) })])
            }
        }.exporting { call in try counted(call) }
    }

    private static func counted(_ call: Call) throws -> CountCoverage {
        CountCoverage(campaign: call.query("campaign"), from: try call.queryDate("from"), to: try call.queryDate("to"))
    }

    private static func show(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("coverage/{coverage}"), name: place.name("coverage.show"), asks: .reading(.coverage),
            summary: "One publication, as it stands.", answers: .json(CoverageSchemas.coverage)
        ) { call in
            let showing = ShowCoverage(try call.path("coverage"))
            return try await call.read { (tx: borrowing TenantTransaction) in .json(CoverageJSON.value(try await showing.perform(in: tx))) }
        }
    }

    private static let report = Route(
        .post, own, name: "coverage.report", asks: .action(.reportCoverage),
        summary: "An editor reports what his outlet published, against a line of its plan or without one.",
        takes: .json(CoverageSchemas.report), answers: .json(CoverageSchemas.coverage), status: .created
    ) { call in
        let reporting = try call.json { body in
            let campaign = body.optional("campaign", default: String?.none) { $0.text(atMost: 100) }
            let line = body.optional("line", default: CoverageLine.ID?.none) { $0.id(CoverageLine.ID.self) }
            guard let report = said(&body), let campaign, let line else { return ReportCoverage?.none }
            return ReportCoverage(report, campaign: campaign, line: line)
        }
        return try await call.change { (tx: borrowing TenantTransaction) in
            try await reporting.perform(in: tx, ids: call.ids)
        } show: { (id: Coverage.ID, tx: borrowing TenantTransaction) in
            try await shown(id, in: tx)
        }
    }

    private static func said(_ body: inout JSONObjectReader) -> Coverage.Report? {
        let kind = body.required("kind")?.oneOf(Coverage.Kind.self)
        let title = body.required("title")?.text(atMost: 500)
        let day = body.required("on")?.day()
        let minutes = body.optional("minutes", default: Int?.none) { $0.integer(in: 1...1440) }
        let link = body.optional("link", default: "") { $0.line(atMost: 1_000) }
        guard let kind, let title, let day, let minutes, let link else { return nil }
        return Coverage.Report(kind: kind, title: title, publishedOn: day, minutes: minutes, link: link)
    }

    private static let correct = Route(
        .post, own + "/{coverage}/corrections", name: "coverage.correct", asks: .action(.reportCoverage),
        summary: "Corrects it for a reason: another row takes its place.", takes: .json(CoverageSchemas.correction),
        answers: .json(CoverageSchemas.coverage), status: .created
    ) { call in
        let id: Coverage.ID = try call.path("coverage")
        let correcting = try call.json { body in
            let reason = body.required("reason")?.text(atMost: 500)
            guard let report = said(&body), let reason else { return CorrectCoverage?.none }
            return CorrectCoverage(id, to: report, for: reason)
        }
        return try await call.change { (tx: borrowing TenantTransaction) in
            guard let stands = try await correcting.perform(in: tx, ids: call.ids) else { throw Problem.notFound }
            return stands
        } show: { (id: Coverage.ID, tx: borrowing TenantTransaction) in
            try await shown(id, in: tx)
        }
    }

    private static let withdraw = Route(
        .post, own + "/{coverage}/withdrawal", name: "coverage.withdraw", asks: .action(.reportCoverage),
        summary: "There was no such publication: it is counted no longer, for a reason.", takes: .json(CoverageSchemas.reason),
        status: .noContent
    ) { call in
        let id: Coverage.ID = try call.path("coverage")
        let withdrawing = try call.json { body in
            body.required("reason")?.text(atMost: 500).map { CorrectCoverage(id, to: nil, for: $0) }
        }
        return try await call.change { (tx: borrowing TenantTransaction) in
            _ = try await withdrawing.perform(in: tx, ids: call.ids)
            return id.description
        } show: { (_: ResourceKey, _: borrowing TenantTransaction) in
            .nothing
        }
    }

    private static func shown(_ id: Coverage.ID, in tx: borrowing TenantTransaction) async throws -> Reply {
        return .json(CoverageJSON.value(try await ShowCoverage(id).perform(in: tx)))
    }
}
