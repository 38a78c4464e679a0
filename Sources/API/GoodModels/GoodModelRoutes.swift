import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Mô hình mới, cách làm hay, điển hình tiên tiến: registered by units, confirmed, spread to all units and adopted by others.
enum GoodModelRoutes {
    static let all: [Route] =
        LedgerPlace.both(list) + LedgerPlace.both(show) + [register] + LedgerPlace.both(step) + LedgerPlace.both(adoptions) + [adopt]

    private static func list(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("good-models"), name: place.name("good-models.list"), asks: .reading(.item),
            summary: "Good models in sight, the latest registered first: the unit's, its sub-units' and what is spread.",
            query: QueryParameter.page + [
                QueryParameter("show", .oneOf(GoodModel.Selection.self), "waiting: for a confirmation; spread: to all units.")
            ],
            answers: .json(.page(of: GoodModelSchemas.model))
        ) { call in
            let listing = ListGoodModels(try selection(call), after: try Cursor.id(call), limit: try call.limit())
            return try await call.read { (tx: borrowing TenantTransaction) in
                let answer = try await listing.perform(in: tx)
                return .json(.page(answer.models.map { GoodModelJSON.value($0) }, next: answer.next, of: call))
            }
        }.exporting { call in ListGoodModels(try selection(call)) }
    }

    private static func selection(_ call: Call) throws(Problem) -> GoodModel.Selection {
        try call.queryChoice("show") ?? .all
    }

    private static func show(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("good-models/{model}"), name: place.name("good-models.show"), asks: .reading(.item),
            summary: "One of them with its history and its adoption, as far as they are in sight, and what can be done now.",
            answers: .json(GoodModelSchemas.detail)
        ) { call in
            let showing = ShowGoodModel(try call.path("model"))
            return try await call.read { (tx: borrowing TenantTransaction) in .json(try await shown(showing, in: tx)) }
        }
    }

    private static let register = Route(
        .post, LedgerPlace.tenant.path("good-models"), name: "good-models.register", asks: .action(.registerInitiative),
        summary: "Registers one: a sub-unit's stands at its own unit first, a unit's at Home Affairs.",
        takes: .json(GoodModelSchemas.registration), answers: .json(GoodModelSchemas.detail), status: .created
    ) { call in
        let registering = try call.json { body in
            let campaign = body.required("campaign")?.text(atMost: 100)
            let unit = body.optional("unit", default: SubUnit.ID?.none) { $0.id(SubUnit.ID.self) }
            let person = body.optional("person", default: Person.ID?.none) { $0.id(Person.ID.self) }
            let kind = body.required("kind")?.oneOf(GoodModel.Kind.self)
            let title = body.required("title")?.text(atMost: 300)
            let content = body.required("content")?.passage(atMost: 4_000)
            let effect = body.required("effect")?.passage(atMost: 4_000)
            let since = body.required("since")?.day()
            let evidence = body.optional("evidence", default: "") { $0.passage(atMost: 4_000) }
            guard let campaign, let unit, let person, let kind, let title, let content, let effect, let since, let evidence else {
                return RegisterGoodModel?.none
            }
            return RegisterGoodModel(
                campaign: campaign, unit: unit, person: person,
                statement: GoodModel.Statement(
                    kind: kind, title: title, content: content, effect: effect, since: since, evidence: evidence))
        }
        return try await change(call) { (tx: borrowing TenantTransaction) in try await registering.perform(in: tx, ids: call.ids) }
    }

    /// In a unit who registered it, who confirms for the unit, and whom it shows about himself; for the province Home Affairs or the Chairman.
    private static func step(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("good-models/{model}/steps"), name: place.name("good-models.step"),
            asks: place == .tenant ? .action(.registerInitiative) : .action(.appraiseAward),
            orAsks: place == .tenant ? [.action(.confirmInitiative), .selfService] : [.action(.decideAward)],
            summary: "Takes the next step: confirm, refuse, propose, spread, recall, withdraw, consent or object.",
            takes: .json(GoodModelSchemas.step), answers: .json(GoodModelSchemas.detail), status: .created
        ) { call in
            let id: GoodModel.ID = try call.path("model")
            let taking = try call.json { body in
                let step = body.required("step")?.oneOf(GoodModel.Step.self)
                let day = body.optional("happenedOn", default: CivilDate?.none) { $0.day() }
                let words = body.optional("words", default: "") { $0.passage(atMost: 4_000) }
                let number = body.optional("documentNumber", default: "") { $0.line(atMost: 100) }
                guard let step, let day, let words, let number else { return TakeGoodModelStep?.none }
                return TakeGoodModelStep(id, step, happenedOn: day, words: words, documentNumber: number)
            }
            return try await change(call) { (tx: borrowing TenantTransaction) in try await taking.perform(in: tx, ids: call.ids) }
        }
    }

    private static func adoptions(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("good-model-adoptions"), name: place.name("good-model-adoptions.list"), asks: .reading(.item),
            summary: "Adoptions and results in sight, the latest first: the unit's own, and what others made of its models.",
            query: QueryParameter.page, answers: .json(.page(of: GoodModelSchemas.adoption))
        ) { call in
            let listing = ListAdoptions(after: try Cursor.id(call), limit: try call.limit())
            return try await call.read { (tx: borrowing TenantTransaction) in
                let answer = try await listing.perform(in: tx)
                return .json(.page(answer.adoptions.map { GoodModelJSON.value($0) }, next: answer.next, of: call))
            }
        }.exporting { _ in ListAdoptions() }
    }

    private static let adopt = Route(
        .post, LedgerPlace.tenant.path("good-models/{model}/adoptions"), name: "good-models.adopt", asks: .action(.registerInitiative),
        summary: "Records that the unit adopts what was spread, then what came of it.",
        takes: .json(GoodModelSchemas.adopting), answers: .json(GoodModelSchemas.adoption), status: .created
    ) { call in
        let id: GoodModel.ID = try call.path("model")
        let recording = try call.json { body in
            let step = body.required("step")?.oneOf(GoodModelAdoption.Step.self)
            let unit = body.optional("unit", default: SubUnit.ID?.none) { $0.id(SubUnit.ID.self) }
            let day = body.optional("happenedOn", default: CivilDate?.none) { $0.day() }
            let words = body.required("words")?.passage(atMost: 4_000)
            let value = body.optional("amount", default: Quantity?.none) { $0.quantity() }
            let unitOfValue = body.optional("amountUnit", default: "") { $0.line(atMost: 50) }
            guard let step, let unit, let day, let words, let value, let unitOfValue else { return RecordAdoption?.none }
            return RecordAdoption(
                id, step, unit: unit, happenedOn: day, words: words,
                amount: value.map { GoodModelAdoption.Amount(value: $0, unit: unitOfValue) })
        }
        return try await call.change { (tx: borrowing TenantTransaction) in
            try await recording.perform(in: tx, ids: call.ids)
        } show: { (id: GoodModelAdoption.ID, tx: borrowing TenantTransaction) in
            .json(GoodModelJSON.value(try await ShowAdoption(id).perform(in: tx)))
        }
    }

    private static func change(_ call: Call, _ act: (borrowing TenantTransaction) async throws -> GoodModel.ID) async throws -> Reply {
        try await call.change(act) { (id: GoodModel.ID, tx: borrowing TenantTransaction) in
            .json(try await shown(ShowGoodModel(id), in: tx))
        }
    }

    private static func shown(_ showing: ShowGoodModel, in tx: borrowing TenantTransaction) async throws -> JSONValue {
        GoodModelJSON.detail(try await showing.perform(in: tx).detail)
    }
}
