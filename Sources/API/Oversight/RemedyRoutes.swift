import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Khắc phục: ordered with what was found, reported by its owner, closed by who ordered it.
enum RemedyRoutes {
    static let all: [Route] = LedgerPlace.both(list) + LedgerPlace.both(show) + LedgerPlace.both(order) + LedgerPlace.both(step)

    private static func list(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("remedies"), name: place.name("remedies.list"), asks: .reading(.item),
            summary: "What has to be put right, as far as it is in sight, the latest ordered first.",
            query: QueryParameter.page + [
                QueryParameter("show", .oneOf(Remedy.Selection.self), "open: neither closed nor withdrawn; overdue: not reported by then.")
            ],
            answers: .json(.page(of: OversightSchemas.remedy))
        ) { call in
            let listing = ListRemedies(try selection(call), after: try Cursor.id(call), limit: try call.limit())
            return try await call.read { (tx: borrowing TenantTransaction) in
                let answer = try await listing.perform(in: tx)
                return .json(.page(answer.remedies.map { RemedyJSON.value($0, on: answer.today) }, next: answer.next, of: call))
            }
        }.exporting { call in ListRemedies(try selection(call)) }
    }

    private static func selection(_ call: Call) throws(Problem) -> Remedy.Selection {
        try call.queryChoice("show") ?? .all
    }

    private static func show(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("remedies/{remedy}"), name: place.name("remedies.show"), asks: .reading(.item),
            summary: "One of them with every step and what can be done now.", answers: .json(OversightSchemas.remedyDetail)
        ) { call in
            let showing = ShowRemedy(try call.path("remedy"))
            return try await call.read { (tx: borrowing TenantTransaction) in .json(try await shown(showing, in: tx)) }
        }
    }

    private static func order(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("remedies"), name: place.name("remedies.order"),
            asks: place == .tenant ? .action(.answerReview) : .action(.keepReview),
            orAsks: place == .tenant ? [.action(.decideMotto)] : [.action(.appraiseAward), .action(.decideAward), .action(.decideMotto)],
            summary: "Orders it with a finding, a member's note, a letter about overdue items, criticism, or what the unit did itself.",
            takes: .json(OversightSchemas.order), answers: .json(OversightSchemas.remedyDetail), status: .created
        ) { call in
            let ordering = try call.json { body in
                let origin = body.required("origin")?.oneOf(Remedy.Origin.self)
                let originID = body.required("originID")?.id(Remedy.ID.self)
                let tenant = body.optional("tenant", default: Tenant.ID?.none) { $0.id(Tenant.ID.self) }
                let unit = body.optional("unit", default: SubUnit.ID?.none) { $0.id(SubUnit.ID.self) }
                let person = body.optional("person", default: Person.ID?.none) { $0.id(Person.ID.self) }
                let words = body.required("words")?.passage(atMost: 4_000)
                let dueOn = body.required("dueOn")?.day()
                guard let origin, let originID, let tenant, let unit, let person, let words, let dueOn else { return OrderRemedy?.none }
                return OrderRemedy(origin, originID, tenant: tenant, unit: unit, person: person, words: words, dueOn: dueOn)
            }
            return try await change(call) { (tx: borrowing TenantTransaction) in try await ordering.perform(in: tx, ids: call.ids) }
        }
    }

    private static func step(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("remedies/{remedy}/steps"), name: place.name("remedies.step"),
            asks: place == .tenant ? .action(.reportProgress) : .action(.keepReview),
            orAsks: place == .tenant
                ? [.action(.answerReview), .action(.decideMotto)]
                : [.action(.appraiseAward), .action(.decideAward), .action(.decideMotto)],
            summary: "Takes the next step: the owner reports; who ordered it closes, returns or withdraws.",
            takes: .json(OversightSchemas.step), answers: .json(OversightSchemas.remedyDetail), status: .created
        ) { call in
            let id: Remedy.ID = try call.path("remedy")
            let taking = try call.json { body in
                let step = body.required("step")?.oneOf(Remedy.Step.self)
                let words = body.optional("words", default: "") { $0.passage(atMost: 4_000) }
                let number = body.optional("documentNumber", default: "") { $0.line(atMost: 100) }
                let day = body.optional("documentOn", default: CivilDate?.none) { $0.day() }
                let dueOn = body.optional("dueOn", default: CivilDate?.none) { $0.day() }
                guard let step, let words, let number, let day, let dueOn else { return TakeRemedyStep?.none }
                return TakeRemedyStep(id, step, words: words, documentNumber: number, documentOn: day, dueOn: dueOn)
            }
            return try await change(call) { (tx: borrowing TenantTransaction) in try await taking.perform(in: tx, ids: call.ids) }
        }
    }

    private static func change(_ call: Call, _ act: (borrowing TenantTransaction) async throws -> Remedy.ID) async throws -> Reply {
        try await call.change(act) { (id: Remedy.ID, tx: borrowing TenantTransaction) in
            .json(try await shown(ShowRemedy(id), in: tx))
        }
    }

    private static func shown(_ showing: ShowRemedy, in tx: borrowing TenantTransaction) async throws -> JSONValue {
        let answer = try await showing.perform(in: tx)
        return RemedyJSON.detail(answer.detail, on: answer.today, answer.warnings)
    }
}
