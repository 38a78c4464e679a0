import Domain
import Operations

@testable import Console

extension TemplateTests {
    /// A unit's initiatives, one of them with everything that may stand there, what the unit is asked, and what was published.
    static var initiatives: [any Page] {
        let day = CivilDate(year: 2023, month: 6, day: 20) ?? .earliest
        let (tenant, post): (Tenant.ID, Post.ID) = (IDSource.system.next(), IDSource.system.next())
        guard let slug = Tenant.Slug("district_101") else { return [] }
        let unit = SubUnit.ID(tenant.uuid)
        let record = InitiativeRecord(
            id: IDSource.system.next(),
            initiative: Initiative(
                title: "x", obstacle: "x", solution: "x", effect: .init(days: 8), scope: .outside, example: "x"),
            campaign: IDSource.system.next(), campaignCode: "x", tenant: tenant, tenantSlug: slug, tenantName: "x",
            nominee: .collective(unit), nomineeName: "x", unitName: "", state: .registered, proposal: IDSource.system.next(),
            proposalState: .drafted, steps: 1,
            registeredBy: post, registeredOn: day, publishedOn: nil)
        let entry = InitiativeEntry(
            record: record, clock: InitiativeClock([], registeredOn: day, limit: 5, on: day, WorkingCalendar()))
        let confirmation = InitiativeConfirmation(
            id: IDSource.system.next(), initiative: record.id, tenantName: "x", askedTenant: slug, askedUnit: unit, askedName: "x",
            claim: "x", askedOn: day, answer: nil, reason: "", documentNumber: "", answeredOn: nil)
        let detail = InitiativeDetail(
            entry: entry,
            steps: [
                .init(
                    position: 1, step: .supplement, state: .registered, party: .registrant, happenedOn: day, reason: "x",
                    documentNumber: "", signer: "", register: nil, title: "x", signature: nil),
                .init(
                    position: 2, step: .letter, state: .praised, party: .province, happenedOn: day, reason: "", documentNumber: "x",
                    signer: "x", register: 1, title: "x", signature: nil),
            ], confirmations: [confirmation],
            conditions: [
                InitiativeCondition(condition: .confirmation, words: "x", isRequired: true, isVerified: false, source: "x")
            ],
            officer: ActingOfficer(
                person: nil, account: nil, post: post, role: .unitHead, home: tenant, unit: unit, place: tenant, mayWrite: true, today: day)
        )
        let option = Choice(key: "x", name: "x")
        var list = InitiativesPage(
            frame: Frame(), title: "x", path: "/units/x/initiatives", state: .registered, [entry], next: record.id, asked: "x",
            registering: .init(
                path: "x", formToken: "x", campaigns: [option], units: [option], people: [option], isForOthers: true))
        list.fault = FormFault(.invalid("$.title", "x"))
        var page = InitiativePage(frame: Frame(), detail, units: [option], tenants: [option])
        page.fault = list.fault
        var asked = AskedConfirmationsPage(frame: Frame(), path: "/x", [confirmation], more: true)
        asked.fault = list.fault
        let published = PublishedInitiative(
            id: record.id, title: "x", obstacle: "x", solution: "x", example: "x", unit: "x", publishedOn: day)
        return [list, page, asked, PublishedInitiativesPage(frame: Frame(), [published], more: true)]
    }
}
