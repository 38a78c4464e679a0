import Domain
import HTTPTypes
import Operations
import Web

/// Good models: lists, one of them, what came of it elsewhere, and the forms; of a unit, and for the province.
enum GoodModelRoutes {
    static let all: [Route] =
        CouncilHome.both(list) + CouncilHome.both(show) + [register] + CouncilHome.both(step) + [adopt] + CouncilHome.both(adoptions) + [
            report
        ]

    private static func path(_ home: CouncilHome, _ rest: String) -> String { (home == .unit ? "/units/{tenant}" : "") + rest }
    private static func name(_ home: CouncilHome, _ name: String) -> String { (home == .unit ? "page.unit-" : "page.") + name }

    private static func list(_ home: CouncilHome) -> Route {
        Route(
            .get, path(home, "/good-models"), name: name(home, "good-models"), asks: .reading(.item),
            summary: "Good models in sight; in a unit the form to register one.",
            query: [QueryParameter("show", .oneOf(GoodModel.Selection.self), "waiting: for a confirmation; spread: to all units.")]
        ) { call in
            .html(Templates.shared.render(try await listPage(call, home)))
        }.exporting(in: { call in try home.entry(call) }) { call in ListGoodModels(try call.queryChoice("show") ?? .all) }
    }

    private static func show(_ home: CouncilHome) -> Route {
        Route(
            .get, path(home, "/good-models/{model}"), name: name(home, "good-model"), asks: .reading(.item),
            summary: "One of them with its history, its adoption and what can be done now."
        ) { call in
            .html(Templates.shared.render(try await page(call, home)))
        }
    }

    private static let register = Route(
        .post, path(.unit, "/good-models"), name: "page.unit-good-models.register", asks: .action(.registerInitiative),
        summary: "Registers one.", takes: .form
    ) { call in
        do {
            let form = call.form
            guard let kind = GoodModel.Kind(rawValue: form["kind"]) else { throw Problem.invalid("$.kind", "chọn loại") }
            guard let since = CivilDate(form["since"]) else { throw Problem.invalid("$.since", "ghi ngày") }
            let owner = try ChosenOwner.read(form["unit"], "$.unit")
            let registering = RegisterGoodModel(
                campaign: form["campaign"], unit: owner.unit, person: owner.person,
                statement: GoodModel.Statement(
                    kind: kind, title: form["title"], content: form["content"], effect: form["effect"], since: since,
                    evidence: form["evidence"]))
            let id = try await call.backend.entrance.write(try CouncilHome.unit.entry(call)) { (tx: borrowing TenantTransaction) in
                try await registering.perform(in: tx, ids: call.ids)
            }
            return .seeOther("\(try address(call, .unit, "/good-models"))/\(id)")
        } catch let problem as Problem where problem.isShownOnForms {
            var page = try await listPage(call, .unit)
            page.fault = FormFault(problem)
            return Templates.shared.answer(page, to: problem)
        }
    }

    private static func step(_ home: CouncilHome) -> Route {
        Route(
            .post, path(home, "/good-models/{model}/step"), name: name(home, "good-model.step"),
            asks: home == .unit ? .action(.registerInitiative) : .action(.appraiseAward),
            orAsks: home == .unit ? [.action(.confirmInitiative)] : [.action(.decideAward)], summary: "Takes the next step.", takes: .form
        ) { call in
            let id: GoodModel.ID = try call.path("model")
            do {
                guard let step = GoodModel.Step(rawValue: call.form["step"]) else { throw Problem.invalid("$.step", "chọn việc cần làm") }
                let taking = TakeGoodModelStep(
                    id, step, happenedOn: try day(call.form["on"]), words: call.form["words"], documentNumber: call.form["number"])
                _ = try await call.backend.entrance.write(try home.entry(call)) { (tx: borrowing TenantTransaction) in
                    try await taking.perform(in: tx, ids: call.ids)
                }
                return .seeOther("\(try address(call, home, "/good-models"))/\(id)")
            } catch let problem as Problem where problem.isShownOnForms {
                var page = try await page(call, home)
                page.fault = FormFault(problem)
                return Templates.shared.answer(page, to: problem)
            }
        }
    }

    private static let adopt = Route(
        .post, path(.unit, "/good-models/{model}/adoptions"), name: "page.unit-good-model.adopt", asks: .action(.registerInitiative),
        summary: "Records that the unit adopts it.", takes: .form
    ) { call in
        let id: GoodModel.ID = try call.path("model")
        do {
            let recording = RecordAdoption(
                id, .adopt, unit: SubUnit.ID(call.form["unit"]), happenedOn: try day(call.form["on"]), words: call.form["words"])
            _ = try await call.backend.entrance.write(try CouncilHome.unit.entry(call)) { (tx: borrowing TenantTransaction) in
                try await recording.perform(in: tx, ids: call.ids)
            }
            return .seeOther("\(try address(call, .unit, "/good-models"))/\(id)")
        } catch let problem as Problem where problem.isShownOnForms {
            var page = try await page(call, .unit)
            page.fault = FormFault(problem)
            return Templates.shared.answer(page, to: problem)
        }
    }

    private static func adoptions(_ home: CouncilHome) -> Route {
        Route(
            .get, path(home, "/good-model-adoptions"), name: name(home, "good-model-adoptions"), asks: .reading(.item),
            summary: "What units recorded of models that they took over; in a unit the form of its own results."
        ) { call in
            .html(Templates.shared.render(try await adoptionsPage(call, home)))
        }.exporting(in: { call in try home.entry(call) }) { _ in ListAdoptions() }
    }

    private static let report = Route(
        .post, path(.unit, "/good-model-adoptions"), name: "page.unit-good-model-adoptions.report", asks: .action(.registerInitiative),
        summary: "Records what came of a model that the unit adopted.", takes: .form
    ) { call in
        do {
            let form = call.form
            guard let model = GoodModel.ID(form["model"]) else { throw Problem.invalid("$.model", "chọn mô hình, điển hình") }
            var amount: GoodModelAdoption.Amount?
            if !form["amount"].isEmpty || !form["amountUnit"].isEmpty {
                guard let value = Quantity(vietnamese: form["amount"]) else { throw Problem.invalid("$.amount", "ghi số, như 7,5") }
                amount = GoodModelAdoption.Amount(value: value, unit: form["amountUnit"])
            }
            let recording = RecordAdoption(
                model, .report, unit: SubUnit.ID(form["unit"]), happenedOn: try day(form["on"]), words: form["words"], amount: amount)
            _ = try await call.backend.entrance.write(try CouncilHome.unit.entry(call)) { (tx: borrowing TenantTransaction) in
                try await recording.perform(in: tx, ids: call.ids)
            }
            return .seeOther(try address(call, .unit, "/good-model-adoptions"))
        } catch let problem as Problem where problem.isShownOnForms {
            var page = try await adoptionsPage(call, .unit)
            page.fault = FormFault(problem)
            return Templates.shared.answer(page, to: problem)
        }
    }

    /// Nil: nothing was typed.
    private static func day(_ typed: String) throws(Problem) -> CivilDate? {
        if typed.isEmpty { return nil }
        guard let day = CivilDate(typed) else { throw .invalid("$.happenedOn", "ghi ngày") }
        return day
    }

    // MARK: - Pages

    private static func address(_ call: Call, _ home: CouncilHome, _ rest: String) throws -> String {
        (home == .unit ? "/units/\(try call.path("tenant", as: String.self))" : "") + rest
    }

    private static func listPage(_ call: Call, _ home: CouncilHome) async throws -> GoodModelsPage {
        let me = try await CouncilHome.officer(call)
        let (path, adoptions) = (try address(call, home, "/good-models"), try address(call, home, "/good-model-adoptions"))
        let listing = ListGoodModels(try call.queryChoice("show") ?? .all, limit: 200)
        return try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
            let answer = try await listing.perform(in: tx)
            var owners: [StepForm.Option] = []
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
        let (path, adoptions) = (try address(call, home, "/good-models"), try address(call, home, "/good-model-adoptions"))
        let tenant = home == .unit ? try call.path("tenant", as: String.self) : nil
        return try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
            GoodModelPage(
                frame: Frame(me, call), list: path, adoptionList: adoptions, in: tenant, try await ShowGoodModel(id).perform(in: tx))
        }
    }

    private static func adoptionsPage(_ call: Call, _ home: CouncilHome) async throws -> AdoptionsPage {
        let me = try await CouncilHome.officer(call)
        let (path, list) = (try address(call, home, "/good-model-adoptions"), try address(call, home, "/good-models"))
        let listing = ListAdoptions(limit: 200)
        return try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
            let answer = try await listing.perform(in: tx)
            return AdoptionsPage(frame: Frame(me, call), unit: try await home.unitName(in: tx), path: path, list: list, answer)
        }
    }
}
