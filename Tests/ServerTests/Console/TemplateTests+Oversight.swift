import Domain
import Operations

@testable import Console

extension TemplateTests {
    /// What has to be put right, inspections, members who follow units: each page with everything that may stand there, and with nothing.
    static var oversight: [any Page] {
        let day = CivilDate(year: 2023, month: 6, day: 20) ?? .earliest
        guard let slug = Tenant.Slug("district_101") else { return [] }
        let tenant: Tenant.ID = IDSource.system.next()
        let remedy = Remedy(
            id: IDSource.system.next(), tenant: tenant, slug: slug, unit: SubUnit.ID(tenant.uuid), person: nil, ownerName: "x",
            campaign: "x", origin: .finding, originID: "x", body: .office, words: "x", orderedOn: day, dueOn: day, state: .reported,
            steps: 1)
        let act = RemedyDetail.Act(
            id: IDSource.system.next(), step: .report, words: "x", documentNumber: "x", documentOn: day, dueOn: day, recordedOn: day,
            title: "x")
        let fault = FormFault(.invalid("$.words", "x"))
        func remedies(_ rows: [Remedy], mayOrder: Bool, _ causes: [RemediesPage.Cause] = [], isWide: Bool) -> RemediesPage {
            var page = RemediesPage(
                frame: Frame(), unit: "x", path: "/remedies", mayOrder: mayOrder, causes: causes, cause: causes.first,
                tenants: isWide ? [.init(key: "x", name: "x", isChosen: true)] : [], owners: [.init(key: "x", name: "x")],
                ListRemedies.Answer(remedies: rows, next: rows.first?.id, today: day))
            page.fault = fault
            return page
        }
        func one(_ acts: [RemedyDetail.Act], _ moves: [Remedy.Step]) -> RemedyPage {
            var page = RemedyPage(
                frame: Frame(), list: "/remedies", in: "district_101",
                ShowRemedy.Answer(detail: RemedyDetail(remedy: remedy, acts: acts), today: day, moves: moves))
            page.fault = fault
            return page
        }
        let finding = InspectionVisit.Finding(id: IDSource.system.next(), words: "x")
        func visit(_ findings: [InspectionVisit.Finding]) -> InspectionVisit {
            InspectionVisit(
                id: IDSource.system.next(), tenant: tenant, slug: slug, unitName: "x", title: "x", leader: "x", heldOn: day,
                minutesNumber: "x", minutesOn: day, findings: findings)
        }
        let plan = Inspection(
            id: IDSource.system.next(), campaign: "x", title: "x", content: "x", leader: "x", from: day, to: day, documentNumber: "x",
            places: [.init(tenant: tenant, slug: slug, name: "x", visit: nil)])
        var inspections = InspectionsPage(
            frame: Frame(), unit: "x", path: "/inspections", remedies: "/remedies", visits: [visit([finding]), visit([])], plans: [plan],
            units: [.init(key: "x", name: "x")], campaigns: [.init(key: "x", name: "x")])
        inspections.fault = fault
        let none = InspectionsPage(
            frame: Frame(), unit: "x", path: "/inspections", remedies: "/remedies", visits: [], plans: nil, units: [], campaigns: [])
        let person: Person.ID = IDSource.system.next()
        let following = Following(
            id: IDSource.system.next(), person: person, memberName: "x", followed: SubUnit.ID(tenant.uuid), followedName: "x",
            campaign: "x", from: day, through: day, documentNumber: "x", notes: [.urging: 1])
        let note = FollowNote(
            id: IDSource.system.next(), kind: .urging, words: "x", happenedOn: day, slug: slug, tenantName: "x",
            followed: SubUnit.ID(tenant.uuid), followedName: "x", memberName: "x", title: "x")
        var followings = FollowingsPage(
            frame: Frame(), unit: "x", path: "/followings", remedies: "/remedies", followings: [following], notes: [note], member: person,
            members: [.init(key: "x", name: "x")], units: [.init(key: "x", name: "x")],
            campaigns: [.init(key: "x", name: "x")])
        followings.fault = fault
        let nobody = FollowingsPage(
            frame: Frame(), unit: "x", path: "/followings", remedies: "/remedies", followings: [], notes: [], member: nil, members: [],
            units: [], campaigns: [])
        return [
            remedies([remedy], mayOrder: true, [.init(.finding, id: "x", words: "x")], isWide: true),
            remedies([], mayOrder: false, isWide: false), remedies([], mayOrder: true, isWide: false),
            one([act], Remedy.Step.allCases), one([], []),
            inspections, none, followings, nobody,
        ]
    }
}
