import Domain
import Operations

@testable import Console

extension TemplateTests {
    /// Difficulties: the list with its form, one in every state with everything that may stand there.
    static var difficulties: [any Page] {
        let day = CivilDate(year: 2023, month: 6, day: 20) ?? .earliest
        guard let slug = Tenant.Slug("district_101") else { return [] }
        let (tenant, other): (Tenant.ID, Tenant.ID) = (IDSource.system.next(), IDSource.system.next())
        func kept(_ state: Difficulty.State, solver: Difficulty.Solver?) -> Difficulty {
            Difficulty(
                id: IDSource.system.next(), tenant: tenant, slug: slug, tenantName: "x", unit: SubUnit.ID(tenant.uuid), unitName: "x",
                campaign: "x", title: "x", obstacle: "x", proposal: "x", raisedOn: day, state: state, level: .province, dueOn: day,
                solver: solver, steps: 1)
        }
        let solver = Difficulty.Solver(tenant: other, unit: SubUnit.ID(other.uuid), name: "x")
        var list = DifficultiesPage(
            frame: Frame(), unit: "x", path: "/units/x/difficulties",
            ListDifficulties.Answer(
                difficulties: [kept(.routed, solver: solver)], next: IDSource.system.next(), today: day, raiser: SubUnit.ID(tenant.uuid)),
            campaigns: [.init(key: "x", name: "x")])
        list.fault = FormFault(.invalid("$.title", "x"))
        let empty = DifficultiesPage(
            frame: Frame(), unit: "x", path: "/difficulties", ListDifficulties.Answer(difficulties: [], next: nil, today: day, raiser: nil),
            campaigns: [])
        let item = DifficultyDetail.Item(id: IDSource.system.next(), code: "x", title: "x", dueOn: day)
        let one = DifficultyDetail.Extension(code: "x", step: .granted, happenedOn: day, newDueOn: day)
        let act = DifficultyDetail.Act(
            step: .route, words: "x", documentNumber: "x", recordedOn: day, solverName: "x", dueOn: day, title: "x")
        func page(_ state: Difficulty.State, _ moves: [Difficulty.Step], isWhole: Bool = true) -> DifficultyPage {
            let detail = DifficultyDetail(
                difficulty: kept(state, solver: state == .routed ? solver : nil), items: isWhole ? [item] : [],
                extensions: isWhole ? [one] : [], acts: isWhole ? [act] : [])
            var page = DifficultyPage(
                frame: Frame(), list: "/difficulties", ShowDifficulty.Answer(detail: detail, today: day, moves: moves),
                solvers: [.init(id: "x", name: "x")])
            page.fault = list.fault
            return page
        }
        return [
            list, empty, page(.accepted, [.route, .answer, .withdraw]), page(.routed, [.answer]), page(.answered, [.confirm, .reopen]),
            page(.confirmed, [], isWhole: false),
        ]
    }
}
