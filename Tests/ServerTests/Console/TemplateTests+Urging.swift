import Domain
import Operations

@testable import Console

extension TemplateTests {
    /// Units with something overdue, urged before and not; and none.
    static var urgings: [any Page] {
        let day = CivilDate(year: 2023, month: 6, day: 20) ?? .earliest
        guard let slug = Tenant.Slug("district_101") else { return [] }
        let (tenant, item): (Tenant.ID, WorkItem.ID) = (IDSource.system.next(), IDSource.system.next())
        let urging = Urging(
            id: IDSource.system.next(), tenant: tenant, number: "x", signedOn: day, causes: [.init(item: item, dueOn: day)], isAgain: false)
        func unit(_ urgings: [Urging]) -> OverdueUnit {
            let item = OverdueItem(id: item, code: "x", title: "x", source: "x", giver: "x", dueOn: day, days: 1, urgings: urgings)
            return OverdueUnit(tenant: tenant, slug: slug, code: "x", name: "x", items: [item])
        }
        let campaign = CampaignSummary(
            id: IDSource.system.next(), code: "x", name: "x", firstDay: day, lastDay: day, launchDeadline: day, version: 1, launch: nil)
        let choice = CampaignChoice(campaign, of: [campaign], at: "x")
        let there = Tenant(
            id: tenant, slug: slug, kind: .district, scope: .awardSubject, parent: nil, position: 1, openedOn: day, closedOn: nil,
            code: "x",
            name: "x", fullName: "x")
        var page = UrgingPage(
            frame: Frame(), choice,
            ListOverdue.Answer(campaign: campaign, asOf: day, units: [unit([urging]), unit([])], tenants: [there], waiting: [tenant: 2]),
            mayRecord: true)
        page.fault = FormFault(.invalid("$.number", "x"))
        return [page, UrgingPage(frame: Frame(), choice, ListOverdue.Answer(campaign: campaign, asOf: day, units: []), mayRecord: false)]
    }
}
