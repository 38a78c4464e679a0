import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Initiatives: registered by whoever did something or whom he reaches, answered by the unit; what was published is for every officer.
enum InitiativeRoutes {
    static let all: [Route] =
        LedgerPlace.both(list) + LedgerPlace.both(show) + LedgerPlace.both(paper) + [register] + InitiativeStepRoutes.all
        + ConfirmationRoutes.all + [published]

    private static let query = [
        QueryParameter("state", .oneOf(Initiative.State.self), "Where it stands."),
        QueryParameter("campaign", .string, "Code of the campaign."),
        QueryParameter("of", .string, "The unit in which it was registered, such as district_101."),
    ]

    private static func list(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("initiatives"), name: place.name("initiatives.list"), asks: .reading(.item),
            summary: "Initiatives in sight, the latest registered first, each with whose move it is and how much of the target has passed.",
            query: query + QueryParameter.page, answers: .json(.page(of: InitiativeSchemas.initiative))
        ) { call in
            let listing = ListInitiatives(filter: try filter(call), after: try Cursor.id(call), limit: try call.limit())
            return try await call.read { (tx: borrowing TenantTransaction) in
                let (entries, next) = try await listing.perform(in: tx)
                return .json(.page(entries.map(InitiativeJSON.value), next: next, of: call))
            }
        }.exporting { call in ListInitiatives(filter: try filter(call)) }
    }

    private static func filter(_ call: Call) throws -> InitiativeFilter {
        InitiativeFilter(
            state: try call.queryChoice("state"),
            tenant: try call.query("of", "phải là mã đơn vị như district_101") { Tenant.Slug($0) }, campaign: call.query("campaign"))
    }

    private static func show(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("initiatives/{initiative}"), name: place.name("initiatives.show"), asks: .reading(.item),
            summary:
                "One initiative with its steps, who confirmed it, what a Bằng khen still wants, and what the officer can do with it now.",
            answers: .json(InitiativeSchemas.detail)
        ) { call in
            let id: Initiative.ID = try call.path("initiative")
            return try await call.read { (tx: borrowing TenantTransaction) in try await InitiativeReply.shown(id, in: tx) }
        }
    }

    private static func paper(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("initiatives/{initiative}/papers/letter-of-praise"), name: place.name("initiatives.paper"),
            asks: .reading(.item), summary: "The letter of praise that it was given, as an attachment; none before it is recorded.",
            query: PaperFile.query, answers: .bytes(PaperFile.mediaTypes, atMost: PaperFile.largest)
        ) { call in
            let format = try PaperFile.format(call)
            let making = MakeInitiativeLetter(try call.path("initiative"))
            let paper = try await call.backend.entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
                try await making.perform(in: tx)
            }
            return try await PaperFile.reply(paper, as: format, to: call)
        }
    }

    private static let register = Route(
        .post, LedgerPlace.tenant.path("initiatives"), name: "initiatives.register", asks: .action(.registerInitiative),
        summary: "Registers what a unit, a sub-unit or a person did; who reaches himself alone registers for himself.",
        takes: .json(
            .object([
                .init("campaign", .string, "Code of the campaign."),
                .init("unit", .uuid, required: false, "That did it, or of which he is; the acting post's when absent."),
                .init("person", .uuid, required: false, "Of an individual."), .init("title", .string), .init("obstacle", .text),
                .init("solution", .text), .init("cost", .integer, required: false, "Saved, in VND."),
                .init("days", .integer, required: false, "Of working time won."),
                .init("volume", .integer, required: false, "Done more, in volumeUnit."), .init("volumeUnit", .string, required: false),
                .init("scope", .oneOf(Initiative.Scope.self)),
                .init("example", .text, required: false, "Why it is an example to follow; absent: it is none."),
            ])), answers: .json(InitiativeSchemas.detail), status: .created
    ) { call in
        let registering = try call.json { (body: inout JSONObjectReader) in read(&body) }
        return try await InitiativeReply.change(call) { (tx: borrowing TenantTransaction) in
            try await registering.perform(in: tx, ids: call.ids)
        }
    }

    private static func read(_ body: inout JSONObjectReader) -> RegisterInitiative? {
        let campaign = body.required("campaign")?.text()
        let unit = body.optional("unit", default: SubUnit.ID?.none) { $0.id(SubUnit.ID.self) }
        let person = body.optional("person", default: Person.ID?.none) { $0.id(Person.ID.self) }
        let title = body.required("title")?.text(atMost: 300)
        let obstacle = body.required("obstacle")?.passage(atMost: 4_000)
        let solution = body.required("solution")?.passage(atMost: 4_000)
        let cost = body.optional("cost", default: Int?.none) { $0.integer(in: 1...Initiative.Effect.largest) }
        let days = body.optional("days", default: Int?.none) { $0.integer(in: 1...Initiative.Effect.mostDays) }
        let volume = body.optional("volume", default: Int?.none) { $0.integer(in: 1...Initiative.Effect.largest) }
        let volumeUnit = body.optional("volumeUnit", default: "") { $0.line(atMost: 50) }
        let scope = body.required("scope")?.oneOf(Initiative.Scope.self)
        let example = body.optional("example", default: "") { $0.passage(atMost: 4_000) }
        guard let campaign, let unit, let person, let title, let obstacle, let solution, let cost, let days, let volume, let volumeUnit,
            let scope, let example
        else { return nil }
        return RegisterInitiative(
            campaign: campaign, unit: unit, person: person,
            initiative: Initiative(
                title: title, obstacle: obstacle, solution: solution,
                effect: .init(cost: cost, days: days, volume: volume, volumeUnit: volumeUnit), scope: scope, example: example))
    }

    private static let published = Route(
        .get, "/api/v1/published-initiatives", name: "initiatives.published", asks: .reading(.catalogue),
        summary: "What units published of their initiatives to be followed elsewhere, the latest first.", query: QueryParameter.page,
        answers: .json(.page(of: InitiativeSchemas.published))
    ) { call in
        var after: (on: CivilDate, id: Initiative.ID)?
        if let keys = try Cursor.keys(call, count: 2) {
            guard let day = CivilDate(keys[0]), let id = Initiative.ID(keys[1]) else {
                throw Problem.invalid("?cursor", "không đúng; lấy từ trường next của trang trước")
            }
            after = (day, id)
        }
        let listing = ListPublishedInitiatives(after: after, limit: try call.limit())
        return try await call.read { (tx: borrowing TenantTransaction) in
            let (initiatives, next) = try await listing.perform(in: tx)
            return .json(
                .page(
                    initiatives.map(InitiativeJSON.published), next: next.map { Cursor.text(call, $0.on.description, $0.id.description) }))
        }
    }.exporting { _ in ListPublishedInitiatives() }
}

/// The answer of everything that is done to an initiative: the initiative as it stands afterwards.
enum InitiativeReply {
    static func change(_ call: Call, _ act: (borrowing TenantTransaction) async throws -> Initiative.ID) async throws -> Reply {
        try await call.change(act) { (id: Initiative.ID, tx: borrowing TenantTransaction) in
            try await shown(id, in: tx)
        }
    }

    static func shown(_ id: Initiative.ID, in tx: borrowing TenantTransaction) async throws -> Reply {
        let detail = try await ShowInitiative(id).perform(in: tx)
        return .json(InitiativeJSON.detail(detail)).tagged(detail.record.steps)
    }
}
