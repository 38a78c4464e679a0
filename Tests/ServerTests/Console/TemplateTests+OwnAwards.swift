import Domain
import Operations

@testable import Console

extension TemplateTests {
    /// What a unit gives by its own authority, with everything that who keeps it sees, and its head.
    static var ownAwards: [any Page] {
        let day = CivilDate(year: 2023, month: 6, day: 20) ?? .earliest
        let tenant: Tenant.ID = IDSource.system.next()
        guard let slug = Tenant.Slug("dept_snv") else { return [] }
        let giver = SubUnit.ID(tenant.uuid)
        func officer(_ role: Role) -> ActingOfficer {
            ActingOfficer(
                person: nil, account: nil, post: nil, role: role, home: tenant, unit: giver, place: tenant, mayWrite: true, today: day)
        }
        let round = OwnRound(
            id: IDSource.system.next(), campaign: "x", kind: .interim, giver: giver, giverName: "x", form: .departmentCommendation,
            signer: "x", budget: "x", round: NominationRound(opensOn: day, cutOff: day, lockedOn: nil), documentNumber: "x",
            documentOn: day, rules: "x", isEachUnit: false, collectives: .init(slots: 1, taken: 0),
            individuals: .init(slots: 1, taken: 1), cost: .init(awards: 1, amount: 1, unknown: 0))
        let record = DossierRecord(
            dossier: AwardDossier(
                id: IDSource.system.next(), campaign: IDSource.system.next(), track: .ownReview, review: .interim,
                form: .departmentCommendation, nominee: .collective(giver), proposer: tenant, giver: giver),
            campaignCode: "x", proposerSlug: slug, proposerName: "x", nomineeName: "x", unitName: "", achievement: "x",
            standing: DossierStanding(.ownReview, state: .decided, heldIn: nil, supplementsAsked: 0, isPresented: false), steps: 1,
            draftedOn: day, submittedOn: day, isLate: false, regime: "x", completeOn: day, basis: nil)
        let rules = OwnRules(
            decision: .init(number: "x", date: day, validity: ValidityPeriod(from: day, through: day)),
            givers: [.init(code: "x", signer: "x", budget: "x", collectives: 1, individuals: 1, isEachUnit: false)],
            criteria: [.init(form: nil, subject: nil, text: "x")], councils: [])
        let option = Choice(key: "x", name: "x")
        let content = OwnAwardsPage.Content(
            rounds: ListOwnRounds.Page(rounds: [round], next: nil, today: day), entries: [DossierEntry(record: record, clock: nil)],
            rules: [KeptOwnRules(id: IDSource.system.next(), rules: rules)], campaigns: [option], units: [option], people: [option])
        func page(_ role: Role) -> OwnAwardsPage {
            OwnAwardsPage(
                frame: Frame(), unit: "x", path: "/units/x/own-awards", council: "/units/x/council", content, officer: officer(role))
        }
        var keeping = page(.councilSecretary)
        keeping.fault = FormFault(.invalid("$.number", "x"))
        return [keeping, page(.unitHead)]
    }
}
