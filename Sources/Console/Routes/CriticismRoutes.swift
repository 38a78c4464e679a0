import Domain
import HTTPTypes
import Operations
import Web

/// Criticism and reminders: lists, one of them, and the forms of its steps; of a unit, and for the province.
enum CriticismRoutes {
    static let all: [Route] =
        CouncilHome.both(list) + CouncilHome.both(show) + CouncilHome.both(letter) + [propose, explain, put, sign, decline]

    private static let noun = "criticisms"

    private static func list(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path(of: noun), name: home.page("criticisms"), asks: .reading(.criticism),
            summary: "Criticism and reminders in sight; for Home Affairs the form to propose one.",
            query: home == .unit
                ? []
                : [QueryParameter("of", .string, "The unit of whom is to be criticised, such as district_101: its people are offered.")]
        ) { call in
            .html(Templates.shared.render(try await listPage(call, home)))
        }.exporting(in: { call in try home.entry(call) }) { _ in ListCriticisms() }
    }

    private static func show(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path(of: noun) + "/{criticism}", name: home.page("criticism"), asks: .reading(.criticism),
            summary: "One of them with its facts, its history and what can be done now."
        ) { call in
            .html(Templates.shared.render(try await page(call, home)))
        }
    }

    private static func letter(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path(of: noun) + "/{criticism}/letter", name: home.page("criticism.letter"), asks: .reading(.criticism),
            summary: "Its letter as an attachment.", query: PaperFile.query
        ) { call in
            let format = try PaperFile.format(call)
            let making = MakeCriticismPaper(try call.path("criticism"))
            let paper = try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
                try await making.perform(in: tx)
            }
            return try await PaperFile.reply(paper, as: format, to: call)
        }
    }

    private static let propose = Route(
        .post, CouncilHome.province.path(of: noun), name: "page.criticisms.propose", asks: .action(.appraiseAward),
        summary: "Proposes one.", takes: .form
    ) { call in
        return try await Templates.shared.answering {
            let form = call.form
            let isUnit = form["subject"] == "unit"
            guard let kind = KeptCriticism.Kind(rawValue: form["kind"]) else { throw Problem.invalid("$.kind", "chọn hình thức") }
            let chosen = try await ChosenUnit.find(form["of"], withLateWork: true, call)
            let items = chosen.late.filter { form["i-\($0.key)"] == "yes" }.compactMap { WorkItem.ID($0.key) }
            let proposing = ProposeCriticism(
                kind: kind, campaign: form["campaign"], unit: isUnit ? SubUnit.ID(form["id"]) : nil,
                person: isUnit ? nil : Person.ID(form["id"]), items: items, words: form["words"])
            let id = try await call.backend.entrance.write(try CouncilHome.province.entry(call)) { (tx: borrowing TenantTransaction) in
                try await proposing.perform(in: tx, ids: call.ids)
            }
            return .seeOther("/criticisms/\(id)")
        } or: {
            try await listPage(call, .province)
        }
    }

    private static let explain = step(.unit, "explanation", .selfService, "The one concerned explains.") { call, id in
        let act = ExplainCriticism(id, words: call.form["words"], documentNumber: call.form["number"])
        return { (tx: borrowing TenantTransaction) in _ = try await act.perform(in: tx, ids: call.ids) }
    }

    private static let put = step(.province, "put", .action(.appraiseAward), "Home Affairs puts it to the Chairman.") { call, id in
        let act = PutCriticism(id, documentNumber: call.form["number"])
        return { (tx: borrowing TenantTransaction) in _ = try await act.perform(in: tx, ids: call.ids) }
    }

    private static let sign = step(.province, "signature", .action(.decideAward), "The Chairman signs.") { call, id in
        let day = try FormDay.needed(call.form["date"], "$.documentOn", "nhập ngày của văn bản")
        let act = SignCriticism(id, documentNumber: call.form["number"], documentOn: day)
        return { (tx: borrowing TenantTransaction) in _ = try await act.perform(in: tx, ids: call.ids) }
    }

    private static let decline = step(.province, "refusal", .action(.decideAward), "The Chairman does not sign.") { call, id in
        let act = DeclineCriticism(id, words: call.form["words"])
        return { (tx: borrowing TenantTransaction) in _ = try await act.perform(in: tx, ids: call.ids) }
    }

    // MARK: - Forms and pages

    private typealias Act = @Sendable (borrowing TenantTransaction) async throws -> Void

    private static func step(
        _ home: CouncilHome, _ verb: String, _ asks: Deed, _ summary: String,
        _ read: @escaping @Sendable (Call, KeptCriticism.ID) throws -> Act
    ) -> Route {
        Route(
            .post, home.path(of: noun) + "/{criticism}/" + verb, name: home.page("criticism.\(verb)"), asks: asks, summary: summary,
            takes: .form
        ) { call in
            let id: KeptCriticism.ID = try call.path("criticism")
            return try await Templates.shared.answering {
                try await call.backend.entrance.write(try home.entry(call), try read(call, id))
                return .seeOther("\(try home.address(of: noun, call))/\(id)")
            } or: {
                try await page(call, home)
            }
        }
    }

    private static func listPage(_ call: Call, _ home: CouncilHome) async throws -> CriticismsPage {
        let me = try await CouncilHome.officer(call)
        let (path, isWide) = (try home.address(of: noun, call), home == .province)
        let chosen =
            isWide && me.actions.contains(.appraiseAward) ? try await ChosenUnit.find(call.query("of"), withLateWork: true, call) : nil
        return try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
            let (found, next) = try await ListCriticisms(limit: 200).perform(in: tx)
            let counts = isWide && me.actions.contains(.readProvince) ? try await CountHandlings().perform(in: tx) : []
            let campaigns = chosen == nil ? [] : try await ListCampaigns().perform(in: tx)
            return CriticismsPage(
                frame: Frame(me, call), unit: try await home.unitName(in: tx), path: path, found, more: next != nil, counts: counts,
                isWide: isWide, chosen, campaigns: campaigns.map { .init(key: $0.code, name: $0.name) })
        }
    }

    private static func page(_ call: Call, _ home: CouncilHome) async throws -> CriticismPage {
        let me = try await CouncilHome.officer(call)
        let id: KeptCriticism.ID = try call.path("criticism")
        let path = try home.address(of: noun, call)
        return try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
            let detail = try await ShowCriticism(id).perform(in: tx)
            return CriticismPage(
                frame: Frame(me, call), list: path, detail, officer: me.officer, isWide: home == .province,
                isOnes: isOnes(detail.criticism, me.officer))
        }
    }

    /// Whether it falls on who looks: on himself, or on the sub-unit of which he is the head. Of a unit as a whole, who answers for it explains.
    private static func isOnes(_ criticism: KeptCriticism, _ officer: ActingOfficer) -> Bool {
        if let person = criticism.person { return person == officer.person }
        return criticism.unit == officer.unit && Policy.of(officer.role).reach == .subtree && officer.may(.assessMotto)
    }
}
