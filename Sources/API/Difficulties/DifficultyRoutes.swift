import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Khó khăn, vướng mắc: raised by units, accepted, routed, answered and confirmed (A69).
enum DifficultyRoutes {
    static let all: [Route] =
        LedgerPlace.both(list) + LedgerPlace.both(show) + LedgerPlace.both(slip) + [raise] + LedgerPlace.both(step)

    private static func list(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("difficulties"), name: place.name("difficulties.list"), asks: .reading(.item),
            summary: "Difficulties in sight, the latest raised first: the unit's, its sub-units' and those that it is asked to solve.",
            query: QueryParameter.page + [
                QueryParameter("open", .boolean, "Only those that are neither confirmed nor withdrawn."),
                QueryParameter("item", .uuid, "Only those that hinder this item."),
            ],
            answers: .json(.page(of: DifficultySchemas.difficulty))
        ) { call in
            let listing = ListDifficulties(
                onlyOpen: try call.queryFlag("open"), item: try call.queryID("item"), after: try Cursor.id(call),
                limit: try call.limit())
            return try await call.read { (tx: borrowing TenantTransaction) in
                let answer = try await listing.perform(in: tx)
                return .json(.page(answer.difficulties.map { DifficultyJSON.value($0, on: answer.today) }, next: answer.next, of: call))
            }
        }.exporting { call in
            ListDifficulties(onlyOpen: try call.queryFlag("open"), item: try call.queryID("item"))
        }
    }

    private static func show(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("difficulties/{difficulty}"), name: place.name("difficulties.show"), asks: .reading(.item),
            summary: "One of them with the items that it hinders, every step in sight and what can be done now.",
            answers: .json(DifficultySchemas.detail)
        ) { call in
            let showing = ShowDifficulty(try call.path("difficulty"))
            return try await call.read { (tx: borrowing TenantTransaction) in .json(try await shown(showing, in: tx)) }
        }
    }

    private static func slip(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("difficulties/{difficulty}/slip"), name: place.name("difficulties.slip"), asks: .reading(.item),
            summary: "The slip to who solves it as an attachment, once it is routed; with the answer once there is one.",
            query: PaperFile.query, answers: .bytes(PaperFile.mediaTypes, atMost: PaperFile.largest)
        ) { call in
            let format = try PaperFile.format(call)
            let making = MakeDifficultyPaper(try call.path("difficulty"))
            let paper = try await call.backend.entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
                try await making.perform(in: tx)
            }
            return try await PaperFile.reply(paper, as: format, to: call)
        }
    }

    private static let raise = Route(
        .post, LedgerPlace.tenant.path("difficulties"), name: "difficulties.raise", asks: .action(.reportProgress),
        summary: "Raises a difficulty: a sub-unit's to its own unit first, a unit's to the Office. No due date moves.",
        takes: .json(DifficultySchemas.raising), answers: .json(DifficultySchemas.detail), status: .created
    ) { call in
        let raising = try call.json { body in
            let campaign = body.required("campaign")?.text(atMost: 100)
            let unit = body.optional("unit", default: SubUnit.ID?.none) { $0.id(SubUnit.ID.self) }
            let title = body.required("title")?.text(atMost: 300)
            let obstacle = body.required("obstacle")?.passage(atMost: 4_000)
            let proposal = body.optional("proposal", default: "") { $0.passage(atMost: 4_000) }
            let items = body.optional("items", default: [String]()) { $0.array { $0.line(atMost: 100) } }
            guard let campaign, let unit, let title, let obstacle, let proposal, let items else { return RaiseDifficulty?.none }
            return RaiseDifficulty(campaign: campaign, unit: unit, title: title, obstacle: obstacle, proposal: proposal, items: items)
        }
        return try await change(call) { (tx: borrowing TenantTransaction) in try await raising.perform(in: tx, ids: call.ids) }
    }

    /// In a unit who raised it reports for the unit, who has it before him and who solves it answers for one.
    private static func step(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("difficulties/{difficulty}/steps"), name: place.name("difficulties.step"),
            asks: place == .tenant ? .action(.reportProgress) : .action(.keepReview),
            orAsks: place == .tenant ? [.action(.answerReview)] : [],
            summary: "Takes the next step: accept, route, pass on, answer, confirm, ask again or withdraw.",
            takes: .json(DifficultySchemas.step), answers: .json(DifficultySchemas.detail), status: .created
        ) { call in
            let id: Difficulty.ID = try call.path("difficulty")
            let taking = try call.json { body in
                let step = body.required("step")?.oneOf(Difficulty.Step.self)
                let words = body.optional("words", default: "") { $0.passage(atMost: 4_000) }
                let number = body.optional("documentNumber", default: "") { $0.line(atMost: 100) }
                let solver = body.optional("solver", default: SubUnit.ID?.none) { $0.id(SubUnit.ID.self) }
                guard let step, let words, let number, let solver else { return TakeDifficultyStep?.none }
                return TakeDifficultyStep(id, step, words: words, documentNumber: number, solver: solver)
            }
            return try await change(call) { (tx: borrowing TenantTransaction) in try await taking.perform(in: tx, ids: call.ids) }
        }
    }

    private static func change(
        _ call: Call, _ act: (borrowing TenantTransaction) async throws -> Difficulty.ID
    ) async throws -> Reply {
        try await call.change(act) { (id: Difficulty.ID, tx: borrowing TenantTransaction) in
            .json(try await shown(ShowDifficulty(id), in: tx))
        }
    }

    private static func shown(_ showing: ShowDifficulty, in tx: borrowing TenantTransaction) async throws -> JSONValue {
        let answer = try await showing.perform(in: tx)
        return DifficultyJSON.detail(answer.detail, on: answer.today, answer.warnings)
    }
}
