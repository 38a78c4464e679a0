import Domain
import Operations

@testable import Console

extension TemplateTests {
    /// Criticism and reminders, what a unit did itself, opinions, petitions.
    static var held: [any Page] {
        let day = CivilDate(year: 2023, month: 6, day: 20) ?? .earliest
        guard let slug = Tenant.Slug("dept_snv") else { return [] }
        let tenant: Tenant.ID = IDSource.system.next()
        func kept(_ state: Criticism.State) -> KeptCriticism {
            KeptCriticism(
                id: IDSource.system.next(), kind: .criticism, tenant: tenant, slug: slug, tenantName: "x", unit: IDSource.system.next(),
                person: nil, name: "x", campaign: "x", items: 1, words: "x", proposedOn: day, explainBy: day, state: state, steps: 1,
                signedOn: nil)
        }
        let count = Handling.Count(tenant: slug, tenantName: "x", kind: .review, times: 1, lastOn: day)
        var list = CriticismsPage(
            frame: Frame(), unit: "x", path: "/criticisms", [kept(.proposed)], more: true, counts: [count], isWide: true,
            ChosenUnit(
                units: [.init(key: "x", name: "x")], slug: "x", name: "x", people: [.init(key: "x", name: "x")],
                collectives: [.init(key: "x", name: "x")], late: [.init(key: "x", name: "x")],
                lateOfPeople: [.init(key: "x", name: "x")]),
            campaigns: [.init(key: "x", name: "x")])
        list.fault = FormFault(.invalid("$.items", "x"))
        let fact = KeptCriticism.Fact(item: IDSource.system.next(), code: "x", title: "x", dueOn: day, doneOn: nil, lateDays: 1)
        let act = CriticismAct(step: .explain, words: "x", documentNumber: "x", documentOn: day, recordedOn: day, title: "x")
        func page(_ state: Criticism.State, _ role: Role, isWide: Bool) -> CriticismPage {
            let officer = ActingOfficer(
                person: nil, account: nil, post: nil, role: role, home: tenant, unit: SubUnit.ID(tenant.uuid), place: nil, mayWrite: true,
                today: day)
            var page = CriticismPage(
                frame: Frame(), list: "/criticisms", CriticismDetail(criticism: kept(state), facts: [fact], acts: [act]), officer: officer,
                isWide: isWide, isOnes: !isWide)
            page.fault = list.fault
            return page
        }
        let handling = Handling(
            id: IDSource.system.next(), kind: .review, item: IDSource.system.next(), itemCode: "x", unitName: "x", person: nil,
            personName: nil, documentNumber: "x", documentOn: day, words: "x")
        var handlings = HandlingsPage(
            frame: Frame(), unit: "x", path: "/units/x/handlings", [handling], more: true, mayRecord: true,
            items: [.init(key: "x", name: "x")],
            people: [.init(key: "x", name: "x")])
        handlings.fault = list.fault
        let opinion = DossierOpinion(
            id: IDSource.system.next(), dossier: IDSource.system.next(), of: tenant, body: "x", question: "x", documentNumber: "x",
            askedOn: day,
            dueOn: day, answer: nil)
        let affairs = ActingOfficer(
            person: nil, account: nil, post: nil, role: .homeAffairsOfficer, home: tenant, unit: SubUnit.ID(tenant.uuid), place: nil,
            mayWrite: true, today: day)
        var opinions = OpinionsPage(
            frame: Frame(), unit: "x", path: "/opinions", [opinion], on: day, more: true, officer: affairs,
            dossiers: [.init(key: "x", name: "x")])
        opinions.fault = list.fault
        let petition = Petition(
            id: IDSource.system.next(), kind: .complaint, tenant: slug, tenantName: "x", tenantID: tenant, person: nil, personName: nil,
            campaign: "x",
            dossier: nil, words: "x", filedOn: day, term: Petition.Term(days: 1, isWorking: true, source: "x", dueOn: day), answer: nil)
        var petitions = PetitionsPage(
            frame: Frame(), unit: "x", path: "/units/x/petitions", [petition], on: day, more: true, mayFile: true, officer: affairs,
            campaigns: [.init(key: "x", name: "x")], dossiers: [.init(key: "x", name: "x")], givers: [.init(key: "x", name: "x")],
            own: PetitionsPage.Own(dossiers: [.init(key: "x", name: "x")], givers: [.init(key: "x", name: "x")]))
        petitions.fault = list.fault
        return [
            list, page(.proposed, .unitHead, isWide: false), page(.explained, .homeAffairsOfficer, isWide: true),
            page(.put, .chairman, isWide: true), handlings, opinions, petitions,
        ]
    }
}
