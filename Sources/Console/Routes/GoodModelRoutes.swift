import Domain
import HTTPTypes
import Operations
import Web

/// Good models: lists, one of them, what came of it elsewhere, and the forms; of a unit, and for the province.
enum GoodModelRoutes {
    static let all: [Route] =
        CouncilHome.both(list) + CouncilHome.both(show) + [register] + CouncilHome.both(step) + [adopt] + CouncilHome.both(adoptions)
        + CouncilHome.both(adoption) + [report]

    private static let noun = "good-models"
    private static let adoptionNoun = "good-model-adoptions"

    private static func list(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path(of: noun), name: home.page("good-models"), asks: .reading(.item),
            summary: "Good models in sight; in a unit the form to register one.",
            query: [QueryParameter("show", .oneOf(GoodModel.Selection.self), "waiting: for a confirmation; spread: to all units.")]
        ) { call in
            .html(Templates.shared.render(try await listPage(call, home)))
        }.exporting(in: { call in try home.entry(call) }) { call in ListGoodModels(try call.queryChoice("show") ?? .all) }
    }

    private static func show(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path(of: noun) + "/{model}", name: home.page("good-model"), asks: .reading(.item),
            summary: "One of them with its history, its adoption and what can be done now."
        ) { call in
            .html(Templates.shared.render(try await page(call, home)))
        }
    }

    private static let register = Route(
        .post, CouncilHome.unit.path(of: noun), name: "page.unit-good-models.register", asks: .action(.registerInitiative),
        summary: "Registers one.", takes: .form
    ) { call in
        return try await Templates.shared.answering {
            let form = call.form
            guard let kind = GoodModel.Kind(rawValue: form["kind"]) else { throw Problem.invalid("$.kind", "chọn loại") }
            let since = try FormDay.needed(form["since"], "$.since")
            let owner = try ChosenOwner.read(form["unit"], "$.unit")
            let registering = RegisterGoodModel(
                campaign: form["campaign"], unit: owner.unit, person: owner.person,
                statement: GoodModel.Statement(
                    kind: kind, title: form["title"], content: form["content"], effect: form["effect"], since: since,
                    evidence: form["evidence"]))
            let id = try await call.backend.entrance.write(try CouncilHome.unit.entry(call)) { (tx: borrowing TenantTransaction) in
                try await registering.perform(in: tx, ids: call.ids)
            }
            return .seeOther("\(try CouncilHome.unit.address(of: noun, call))/\(id)")
        } or: {
            try await listPage(call, .unit)
        }
    }

    private static func step(_ home: CouncilHome) -> Route {
        Route(
            .post, home.path(of: noun) + "/{model}/step", name: home.page("good-model.step"),
            asks: home == .unit ? .action(.registerInitiative) : .action(.appraiseAward),
            orAsks: home == .unit ? [.action(.confirmInitiative), .selfService] : [.action(.decideAward)], summary: "Takes the next step.",
            takes: .form
        ) { call in
            let id: GoodModel.ID = try call.path("model")
            return try await Templates.shared.answering {
                guard let step = GoodModel.Step(rawValue: call.form["step"]) else { throw Problem.invalid("$.step", "chọn việc cần làm") }
                let taking = TakeGoodModelStep(
                    id, step, happenedOn: try FormDay.read(call.form["on"], "$.happenedOn"), words: call.form["words"],
                    documentNumber: call.form["number"])
                _ = try await call.backend.entrance.write(try home.entry(call)) { (tx: borrowing TenantTransaction) in
                    try await taking.perform(in: tx, ids: call.ids)
                }
                return .seeOther("\(try home.address(of: noun, call))/\(id)")
            } or: {
                try await page(call, home)
            }
        }
    }

    private static let adopt = Route(
        .post, CouncilHome.unit.path(of: noun) + "/{model}/adoptions", name: "page.unit-good-model.adopt",
        asks: .action(.registerInitiative),
        summary: "Records that the unit adopts it.", takes: .form
    ) { call in
        let id: GoodModel.ID = try call.path("model")
        return try await Templates.shared.answering {
            let recording = RecordAdoption(
                id, .adopt, unit: SubUnit.ID(call.form["unit"]), happenedOn: try FormDay.read(call.form["on"], "$.happenedOn"),
                words: call.form["words"])
            _ = try await call.backend.entrance.write(try CouncilHome.unit.entry(call)) { (tx: borrowing TenantTransaction) in
                try await recording.perform(in: tx, ids: call.ids)
            }
            return .seeOther("\(try CouncilHome.unit.address(of: noun, call))/\(id)")
        } or: {
            try await page(call, .unit)
        }
    }

    private static func adoptions(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path(of: adoptionNoun), name: home.page("good-model-adoptions"), asks: .reading(.item),
            summary: "What units recorded of models that they took over, the latest first.", query: QueryParameter.page
        ) { call in
            .html(Templates.shared.render(try await adoptionsPage(call, home)))
        }.exporting(in: { call in try home.entry(call) }) { _ in ListAdoptions() }
    }

    private static func adoption(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path(of: adoptionNoun) + "/{adoption}", name: home.page("good-model-adoption"), asks: .reading(.item),
            summary: "All that a unit made of a model that it took over; in the unit the form of its results."
        ) { call in
            .html(Templates.shared.render(try await adoptionPage(call, home)))
        }
    }

    private static let report = Route(
        .post, CouncilHome.unit.path(of: adoptionNoun) + "/{adoption}", name: "page.unit-good-model-adoption.report",
        asks: .action(.registerInitiative), summary: "Records what came of a model that the unit adopted.", takes: .form
    ) { call in
        let id: GoodModelAdoption.ID = try call.path("adoption")
        return try await Templates.shared.answering {
            let form = call.form
            var amount: GoodModelAdoption.Amount?
            if !form["amount"].isEmpty || !form["amountUnit"].isEmpty {
                guard let value = Quantity(vietnamese: form["amount"]) else { throw Problem.invalid("$.amount", "ghi số, như 7,5") }
                amount = GoodModelAdoption.Amount(value: value, unit: form["amountUnit"])
            }
            let (happenedOn, words, measured) = (try FormDay.read(form["on"], "$.happenedOn"), form["words"], amount)
            _ = try await call.backend.entrance.write(try CouncilHome.unit.entry(call)) { (tx: borrowing TenantTransaction) in
                let adopted = try await ShowAdoption(id).perform(in: tx)
                return try await RecordAdoption(
                    adopted.model, .report, unit: adopted.unit, happenedOn: happenedOn, words: words, amount: measured
                ).perform(in: tx, ids: call.ids)
            }
            return .seeOther("\(try CouncilHome.unit.address(of: adoptionNoun, call))/\(id)")
        } or: {
            try await adoptionPage(call, .unit)
        }
    }

    // MARK: - Pages

    private static func listPage(_ call: Call, _ home: CouncilHome) async throws -> GoodModelsPage {
        let me = try await CouncilHome.officer(call)
        let (path, adoptions) = (try home.address(of: noun, call), try home.address(of: adoptionNoun, call))
        let listing = ListGoodModels(try call.queryChoice("show") ?? .all, limit: 200)
        return try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
            let answer = try await listing.perform(in: tx)
            var owners: [Choice] = []
            if let unit = answer.registrant {
                owners = try await ChosenOwner.options(within: unit.uuid == me.tenant.id.uuid ? nil : unit, in: tx)
            }
            return GoodModelsPage(
                frame: Frame(me, call), unit: try await home.unitName(in: tx), path: path, adoptions: adoptions, answer,
                campaigns: answer.registrant == nil
                    ? [] : try await ListCampaigns().perform(in: tx).map { .init(key: $0.code, name: $0.name) }, owners: owners)
        }
    }

    private static func page(_ call: Call, _ home: CouncilHome) async throws -> GoodModelPage {
        let me = try await CouncilHome.officer(call)
        let id: GoodModel.ID = try call.path("model")
        let (path, adoptions) = (try home.address(of: noun, call), try home.address(of: adoptionNoun, call))
        let tenant = home == .unit ? try call.path("tenant", as: String.self) : nil
        return try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
            GoodModelPage(
                frame: Frame(me, call), list: path, adoptionList: adoptions, in: tenant, try await ShowGoodModel(id).perform(in: tx))
        }
    }

    private static func adoptionsPage(_ call: Call, _ home: CouncilHome) async throws -> AdoptionsPage {
        let me = try await CouncilHome.officer(call)
        let (path, list) = (try home.address(of: adoptionNoun, call), try home.address(of: noun, call))
        var after: GoodModelAdoption.ID?
        if let keys = try Cursor.keys(call.query("cursor"), of: "adoptions", count: 1) {
            guard let id = GoodModelAdoption.ID(keys[0]) else { throw Problem.invalid("?cursor", "không đúng; mở lại trang đầu") }
            after = id
        }
        let listing = ListAdoptions(after: after, limit: try call.limit())
        return try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
            let answer = try await listing.perform(in: tx)
            return AdoptionsPage(frame: Frame(me, call), unit: try await home.unitName(in: tx), path: path, list: list, answer)
        }
    }

    private static func adoptionPage(_ call: Call, _ home: CouncilHome) async throws -> AdoptionPage {
        let me = try await CouncilHome.officer(call)
        let id: GoodModelAdoption.ID = try call.path("adoption")
        let list = try home.address(of: adoptionNoun, call)
        return try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
            AdoptionPage(frame: Frame(me, call), path: "\(list)/\(id)", list: list, try await ShowAdoptedModel(id).perform(in: tx))
        }
    }
}
