import Domain
import Operations

@testable import Console

extension TemplateTests {
    /// Good models: the list with its form, one with everything that may stand there, what units made of them; and each with nothing.
    static var goodModels: [any Page] {
        let day = CivilDate(year: 2023, month: 6, day: 20) ?? .earliest
        guard let slug = Tenant.Slug("district_101"), let value = Quantity("7.5") else { return [] }
        let tenant: Tenant.ID = IDSource.system.next()
        let unit = SubUnit.ID(tenant.uuid)
        func kept(_ state: GoodModel.State, person: Person.ID?) -> GoodModel {
            GoodModel(
                id: IDSource.system.next(), tenant: tenant, slug: slug, tenantName: "x", unit: unit, unitName: "x", person: person,
                personName: "x", campaign: "x",
                statement: GoodModel.Statement(kind: .model, title: "x", content: "x", effect: "x", since: day, evidence: "x"),
                registeredOn: day, state: state, level: .province, confirmedOn: day, spreadOn: day, consents: true, steps: 1, adopters: 1)
        }
        let model = kept(.spread, person: IDSource.system.next())
        let adoption = GoodModelAdoption(
            id: IDSource.system.next(), model: model.id, title: "x", tenant: tenant, slug: slug, tenantName: "x", unit: unit, unitName: "x",
            step: .adopt, happenedOn: day, words: "x", amount: GoodModelAdoption.Amount(value: value, unit: "x"))
        let act = GoodModelDetail.Act(step: .confirm, happenedOn: day, words: "x", documentNumber: "x", recordedOn: day, title: "x")
        let fault = FormFault(.invalid("$.words", "x"))
        func list(_ rows: [GoodModel], _ registrant: SubUnit.ID?) -> GoodModelsPage {
            var page = GoodModelsPage(
                frame: Frame(), unit: "x", path: "/good-models", adoptions: "/good-model-adoptions",
                ListGoodModels.Answer(models: rows, next: rows.first?.id, registrant: registrant),
                campaigns: [.init(key: "x", name: "x")], owners: [.init(key: "x", name: "x")])
            page.fault = fault
            return page
        }
        func one(_ model: GoodModel, isWhole: Bool) -> GoodModelPage {
            let detail = GoodModelDetail(model: model, acts: isWhole ? [act] : [], adoptions: isWhole ? [adoption] : [])
            var page = GoodModelPage(
                frame: Frame(), list: "/good-models", adoptionList: "/good-model-adoptions", in: "x",
                ShowGoodModel.Answer(
                    detail: detail, moves: isWhole ? GoodModel.Step.allCases : [], adopter: isWhole ? unit : nil, showsFiles: isWhole))
            page.fault = fault
            return page
        }
        func adoptions(_ rows: [GoodModelAdoption]) -> AdoptionsPage {
            AdoptionsPage(
                frame: Frame(), unit: "x", path: "/good-model-adoptions", list: "/good-models",
                ListAdoptions.Answer(adoptions: rows, next: rows.first?.id))
        }
        func records(mayReport: Bool) -> AdoptionPage {
            var page = AdoptionPage(
                frame: Frame(), path: "/good-model-adoptions/x", list: "/good-model-adoptions",
                ShowAdoptedModel.Answer(records: [adoption], mayReport: mayReport))
            page.fault = fault
            return page
        }
        return [
            list([model], unit), list([], nil), one(model, isWhole: true), one(kept(.registered, person: nil), isWhole: false),
            adoptions([adoption]), adoptions([]), records(mayReport: true), records(mayReport: false),
        ]
    }
}
