import Domain
import HTTPTypes
import Operations
import Web

/// Difficulties: lists, one of them, and the forms to raise one and to take its steps; of a unit, and for the province.
enum DifficultyRoutes {
    static let all: [Route] = CouncilHome.both(list) + CouncilHome.both(show) + CouncilHome.both(slip) + [raise] + CouncilHome.both(step)

    private static let noun = "difficulties"

    private static func list(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path(of: noun), name: home.page("difficulties"), asks: .reading(.item),
            summary: "Difficulties in sight; in a unit the form to raise one.",
            query: [QueryParameter("item", .uuid, "Only those that hinder this item.")]
        ) { call in
            .html(Templates.shared.render(try await listPage(call, home)))
        }.exporting(in: { call in try home.entry(call) }) { call in ListDifficulties(item: try call.queryID("item")) }
    }

    private static func show(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path(of: noun) + "/{difficulty}", name: home.page("difficulty"), asks: .reading(.item),
            summary: "One of them with its items, its history and what can be done now."
        ) { call in
            .html(Templates.shared.render(try await page(call, home)))
        }
    }

    private static func slip(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path(of: noun) + "/{difficulty}/slip", name: home.page("difficulty.slip"), asks: .reading(.item),
            summary: "Its slip as an attachment.", query: PaperFile.query
        ) { call in
            let format = try PaperFile.format(call)
            let making = MakeDifficultyPaper(try call.path("difficulty"))
            let paper = try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
                try await making.perform(in: tx)
            }
            return try await PaperFile.reply(paper, as: format, to: call)
        }
    }

    private static let raise = Route(
        .post, CouncilHome.unit.path(of: noun), name: "page.unit-difficulties.raise", asks: .action(.reportProgress),
        summary: "Raises one.", takes: .form
    ) { call in
        return try await Templates.shared.answering(also: [.notFound]) {
            let form = call.form
            if form["campaign"].isEmpty { throw Problem.invalid("$.campaign", "chọn phong trào trong danh sách") }
            let items = form["items"].split { $0.isNewline || $0 == ";" }.map(String.init).filter { !VietnameseText($0).isEmpty }
            let raising = RaiseDifficulty(
                campaign: form["campaign"], unit: SubUnit.ID(form["unit"]), title: form["title"], obstacle: form["obstacle"],
                proposal: form["proposal"], items: items)
            let id = try await call.backend.entrance.write(try CouncilHome.unit.entry(call)) { (tx: borrowing TenantTransaction) in
                try await raising.perform(in: tx, ids: call.ids)
            }
            return .seeOther("\(try CouncilHome.unit.address(of: noun, call))/\(id)")
        } or: {
            try await listPage(call, .unit)
        }
    }

    private static func step(_ home: CouncilHome) -> Route {
        Route(
            .post, home.path(of: noun) + "/{difficulty}/step", name: home.page("difficulty.step"),
            asks: home == .unit ? .action(.reportProgress) : .action(.keepReview), orAsks: home == .unit ? [.action(.answerReview)] : [],
            summary: "Takes the next step.", takes: .form
        ) { call in
            let id: Difficulty.ID = try call.path("difficulty")
            return try await Templates.shared.answering {
                guard let step = Difficulty.Step(rawValue: call.form["step"]) else { throw Problem.invalid("$.step", "chọn việc cần làm") }
                let taking = TakeDifficultyStep(
                    id, step, words: call.form["words"], documentNumber: call.form["number"],
                    solver: call.form["solver"].isEmpty ? nil : SubUnit.ID(call.form["solver"]))
                _ = try await call.backend.entrance.write(try home.entry(call)) { (tx: borrowing TenantTransaction) in
                    try await taking.perform(in: tx, ids: call.ids)
                }
                // Who answered sees it on; who routed a commune's difficulty too.
                return .seeOther("\(try home.address(of: noun, call))/\(id)")
            } or: {
                try await page(call, home)
            }
        }
    }

    // MARK: - Pages

    private static func listPage(_ call: Call, _ home: CouncilHome) async throws -> DifficultiesPage {
        let me = try await CouncilHome.officer(call)
        let path = try home.address(of: noun, call)
        let listing = ListDifficulties(item: try call.queryID("item"), limit: 200)
        return try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
            let answer = try await listing.perform(in: tx)
            var campaigns = answer.raiser == nil ? [] : try await ListCampaigns().perform(in: tx)
            // That of the item from whose page one came is chosen.
            if let own = campaigns.firstIndex(where: { $0.code == answer.hindered?.names.campaign }) {
                let chosen = campaigns.remove(at: own)
                campaigns.insert(chosen, at: 0)
            }
            return DifficultiesPage(
                frame: Frame(me, call), unit: try await home.unitName(in: tx), path: path, answer,
                campaigns: campaigns.map { Choice(key: $0.code, name: $0.name) })
        }
    }

    private static func page(_ call: Call, _ home: CouncilHome) async throws -> DifficultyPage {
        let me = try await CouncilHome.officer(call)
        let id: Difficulty.ID = try call.path("difficulty")
        let path = try home.address(of: noun, call)
        return try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
            let answer = try await ShowDifficulty(id).perform(in: tx)
            var solvers: [DifficultyPage.Choice] = []
            if answer.moves.contains(.route) {
                solvers = try await ListSolvers(of: answer.detail.difficulty).perform(in: tx)
                    .map { DifficultyPage.Choice(id: $0.unit.description, name: $0.name) }
            }
            return DifficultyPage(frame: Frame(me, call), list: path, answer, solvers: solvers)
        }
    }
}
