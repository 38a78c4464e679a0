import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Tạm dừng xét: kept by Home Affairs for the whole province, read by each unit as far as its own. Councils do not read them.
enum HoldRoutes {
    static let all: [Route] = LedgerPlace.both(list) + [record, end]

    private static let hold: Schema = .named(
        "IntegrityHold",
        [
            .init("id", .uuid), .init("tenant", .string), .init("tenantName", .string), .init("unit", .nullable(.uuid), "Of a collective."),
            .init("person", .nullable(.uuid), "Of an individual."), .init("name", .string), .init("documentNumber", .string),
            .init("documentIssuer", .string), .init("from", .date), .init("through", .nullable(.date), "Last day; null while under way."),
            .init("endedDocument", .nullable(.string)),
        ])

    private static func list(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("award-holds"), name: place.name("holds.list"), asks: .reading(.hold),
            summary: "For whom no award is considered, the latest recorded first.",
            query: [QueryParameter("running", .boolean, "Only those that run today.")] + QueryParameter.page,
            answers: .json(.page(of: hold))
        ) { call in
            let listing = ListHolds(running: try call.queryFlag("running"), after: try Cursor.id(call), limit: try call.limit())
            return try await call.read { (tx: borrowing TenantTransaction) in
                let (holds, next) = try await listing.perform(in: tx)
                return .json(.page(holds.map(HoldJSON.hold), next: next, of: call))
            }
        }.exporting { call in ListHolds(running: try call.queryFlag("running")) }
    }

    private static let record = Route(
        .post, LedgerPlace.province.path("award-holds"), name: LedgerPlace.province.name("holds.record"), asks: .action(.appraiseAward),
        summary:
            "No award is considered for a collective or a person from a day on, by the paper that opened a verification or discipline.",
        takes: .json(
            .object([
                .init("unit", .uuid, required: false, "A collective; or"), .init("person", .uuid, required: false, "a person."),
                .init("documentNumber", .string), .init("documentIssuer", .string), .init("from", .date),
            ])), answers: .json(hold), status: .created
    ) { call in
        let recording = try call.json { body in
            let unit = body.optional("unit", default: SubUnit.ID?.none) { $0.id(SubUnit.ID.self) }
            let person = body.optional("person", default: Person.ID?.none) { $0.id(Person.ID.self) }
            let number = body.required("documentNumber")?.text(atMost: 100)
            let issuer = body.required("documentIssuer")?.text()
            let from = body.required("from")?.day()
            guard let unit, let person, let number, let issuer, let from else { return RecordHold?.none }
            return RecordHold(unit: unit, person: person, documentNumber: number, documentIssuer: issuer, from: from)
        }
        return try await change(call) { (tx: borrowing TenantTransaction) in try await recording.perform(in: tx, ids: call.ids) }
    }

    private static let end = Route(
        .post, LedgerPlace.province.path("award-holds/{hold}/end"), name: LedgerPlace.province.name("holds.end"),
        asks: .action(.appraiseAward), summary: "Ends a hold by its document, once.",
        takes: .json(.object([.init("through", .date, "Last day."), .init("documentNumber", .string)])), answers: .json(hold),
        status: .created
    ) { call in
        let id: KeptHold.ID = try call.path("hold")
        let ending = try call.json { body in
            let through = body.required("through")?.day()
            let number = body.required("documentNumber")?.text(atMost: 100)
            guard let through, let number else { return EndHold?.none }
            return EndHold(id, through: through, documentNumber: number)
        }
        return try await change(call) { (tx: borrowing TenantTransaction) in
            try await ending.perform(in: tx)
            return id
        }
    }

    private static func change(_ call: Call, _ act: (borrowing TenantTransaction) async throws -> KeptHold.ID) async throws -> Reply {
        try await call.change(act) { (id: KeptHold.ID, tx: borrowing TenantTransaction) in
            .json(HoldJSON.hold(try await ShowHold(id).perform(in: tx)))
        }
    }
}
