import Domain
import HTTPTypes
import Operations
import Web

/// What the media report: plan and kits of the Office, what the outlets published; an outlet's editor sees his own, and reports.
enum CoverageRoutes {
    static let all: [Route] =
        CouncilHome.both(list) + CouncilHome.both(published) + CouncilHome.both(show) + [plan, change, drop, approve, withdrawKit]
        + [report, correct, withdraw]

    private static let noun = "coverage"
    private static let wide = CouncilHome.province.path(of: noun)
    private static let own = CouncilHome.unit.path(of: noun)

    private static func asks(_ home: CouncilHome) -> Deed { home == .unit ? .reading(.coverage) : .action(.readProvince) }

    private static func list(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path(of: noun), name: home.page("coverage"), asks: asks(home),
            summary: "What the media are planned to report beside what they published."
        ) { call in
            .html(Templates.shared.render(try await page(call, home)))
        }.exporting(in: { call in try home.entry(call) }) { _ in ListCoverageLines() }
    }

    private static func published(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path(of: noun) + "-published", name: home.page("coverage.published"), asks: asks(home),
            summary: "What was published, and how much by outlet and kind between two days.",
            query: [
                QueryParameter("campaign", .string, "Code of the campaign; every one when absent."),
                QueryParameter("from", .date, "Published then at the earliest."),
                QueryParameter("to", .date, "Published then at the latest."),
            ]
        ) { call in
            .html(Templates.shared.render(try await publishedPage(call, home)))
        }.exporting(in: { call in try home.entry(call) }) { call in
            ListCoverage(campaign: named(call), from: try call.queryDate("from"), to: try call.queryDate("to"))
        }
    }

    private static func show(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path(of: noun) + "/{coverageLine}", name: home.page("coverage.line"), asks: asks(home),
            summary: "One line of the plan with its press kit and what was published."
        ) { call in
            .html(Templates.shared.render(try await linePage(call, home)))
        }
    }

    // MARK: - The Office

    private static let plan = Route(
        .post, wide, name: "page.coverage.plan", asks: .action(.keepReview), summary: "Plans a line.", takes: .form
    ) { call in
        try await act(call, in: .province, backTo: wide) { (form: FormBody, tx: borrowing TenantTransaction) in
            _ = try await PlanCoverage(campaign: form["campaign"], try content(form)).perform(in: tx, ids: call.ids)
        } or: {
            try await page(call, .province)
        }
    }

    private static let change = keeping("change", "change", "Changes it, for a reason.") {
        (form: FormBody, line: CoverageLine.ID, tx: borrowing TenantTransaction, ids: IDSource) in
        let change = ChangeCoverageLine(line, to: try content(form), for: form["reason"], version: Int(form["version"]))
        _ = try await change.perform(in: tx, ids: ids)
    }

    private static let drop = keeping("drop", "drop", "Drops it from the plan, for a reason.") {
        (form: FormBody, line: CoverageLine.ID, tx: borrowing TenantTransaction, ids: IDSource) in
        _ = try await ChangeCoverageLine(line, to: nil, for: form["reason"], version: Int(form["version"])).perform(in: tx, ids: ids)
    }

    private static let approve = keeping("kit", "approve-kit", "Records a press kit that was approved.") {
        (form: FormBody, line: CoverageLine.ID, tx: borrowing TenantTransaction, ids: IDSource) in
        var shown = PressKit.Shown.nobody
        if !form["award"].isEmpty {
            guard let award = RecordedAward.ID(form["award"]) else { throw Problem.invalid("$.award", "chọn trong danh sách") }
            shown = .award(award)
        } else if !form["person"].isEmpty {
            guard let manner = PublicityConsent.Manner(rawValue: form["manner"]) else { throw Problem.invalid("$.person.manner", "chọn") }
            shown = .person(
                name: form["person"],
                consent: PublicityConsent.Word(
                    consents: true, givenOn: try FormDay.needed(form["consent"], "$.person.consentOn"), manner: manner,
                    documentNumber: form["paper"],
                    note: form["note"]))
        }
        let facts = PressKit.Facts(
            words: form["facts"], approver: form["approver"], approvedOn: try FormDay.needed(form["approved"], "$.approvedOn"),
            documentNumber: form["number"], notBefore: try FormDay.read(form["before"], "$.notBefore"))
        _ = try await ApprovePressKit(line, facts, showing: shown, after: Int(form["kit"])).perform(in: tx, ids: ids)
    }

    private static let withdrawKit = keeping("kit-withdrawal", "withdraw-kit", "Takes its press kit back.") {
        (form: FormBody, line: CoverageLine.ID, tx: borrowing TenantTransaction, ids: IDSource) in
        _ = try await WithdrawPressKit(line, for: form["reason"], after: Int(form["kit"])).perform(in: tx, ids: ids)
    }

    private static func keeping(
        _ rest: String, _ operation: String, _ summary: String,
        _ step: @escaping @Sendable (FormBody, CoverageLine.ID, borrowing TenantTransaction, IDSource) async throws -> Void
    ) -> Route {
        Route(
            .post, wide + "/{coverageLine}/\(rest)", name: "page.coverage.\(operation)", asks: .action(.keepReview), summary: summary,
            takes: .form
        ) { call in
            let line: CoverageLine.ID = try call.path("coverageLine")
            return try await act(call, in: .province, backTo: "\(wide)/\(line)") {
                (form: FormBody, tx: borrowing TenantTransaction) in
                try await step(form, line, tx, call.ids)
            } or: {
                try await linePage(call, .province)
            }
        }
    }

    // MARK: - The outlet

    private static let report = Route(
        .post, own, name: "page.unit-coverage.report", asks: .action(.reportCoverage),
        summary: "Reports what was published, against a line or without one.", takes: .form
    ) { call in
        try await outlet(call) { (form: FormBody, tx: borrowing TenantTransaction) in
            let line = CoverageLine.ID(form["line"])
            let act = ReportCoverage(try said(form), campaign: form["campaign"].isEmpty ? nil : form["campaign"], line: line)
            _ = try await act.perform(in: tx, ids: call.ids)
        }
    }

    private static let correct = Route(
        .post, own + "-published/{coverage}/correct", name: "page.unit-coverage.correct", asks: .action(.reportCoverage),
        summary: "Corrects what was reported, for a reason.", takes: .form
    ) { call in
        let id: Coverage.ID = try call.path("coverage")
        return try await outlet(call) { (form: FormBody, tx: borrowing TenantTransaction) in
            _ = try await CorrectCoverage(id, to: try said(form), for: form["reason"]).perform(in: tx, ids: call.ids)
        }
    }

    private static let withdraw = Route(
        .post, own + "-published/{coverage}/withdraw", name: "page.unit-coverage.withdraw", asks: .action(.reportCoverage),
        summary: "Says that there was no such publication.", takes: .form
    ) { call in
        let id: Coverage.ID = try call.path("coverage")
        return try await outlet(call) { (form: FormBody, tx: borrowing TenantTransaction) in
            _ = try await CorrectCoverage(id, to: nil, for: form["reason"]).perform(in: tx, ids: call.ids)
        }
    }

    private static func outlet(
        _ call: Call, _ step: @escaping @Sendable (FormBody, borrowing TenantTransaction) async throws -> Void
    ) async throws -> Reply {
        try await act(call, in: .unit, backTo: "\(try CouncilHome.unit.address(of: noun, call))-published", step) {
            try await publishedPage(call, .unit)
        }
    }

    private static func act(
        _ call: Call, in home: CouncilHome, backTo path: String,
        _ step: @escaping @Sendable (FormBody, borrowing TenantTransaction) async throws -> Void,
        or page: () async throws -> some FormPage
    ) async throws -> Reply {
        return try await Templates.shared.answering(
            {
                let form = call.form
                try await call.backend.entrance.write(try home.entry(call)) { (tx: borrowing TenantTransaction) in try await step(form, tx)
                }
                return .seeOther(path)
            }, or: page)
    }

    // MARK: - Forms

    private static func content(_ form: FormBody) throws(Problem) -> CoverageLine.Content {
        guard let occasion = CoverageLine.Occasion(rawValue: form["occasion"]) else { throw .invalid("$.occasion", "chọn dịp") }
        guard let kind = Coverage.Kind(rawValue: form["kind"]) else { throw .invalid("$.kind", "chọn thể loại") }
        guard let outlet = Tenant.ID(form["outlet"]) else { throw .invalid("$.outlet", "chọn cơ quan báo chí") }
        return CoverageLine.Content(
            occasion: occasion, subject: form["subject"], kind: kind, outlet: outlet,
            plannedOn: try FormDay.needed(form["planned"], "$.plannedOn"))
    }

    private static func said(_ form: FormBody) throws(Problem) -> Coverage.Report {
        guard let kind = Coverage.Kind(rawValue: form["kind"]) else { throw .invalid("$.kind", "chọn thể loại") }
        var minutes: Int?
        if !form["minutes"].isEmpty {
            guard let typed = Int(form["minutes"]) else { throw .invalid("$.minutes", "ghi số phút") }
            minutes = typed
        }
        return Coverage.Report(
            kind: kind, title: form["title"], publishedOn: try FormDay.needed(form["on"], "$.on"), minutes: minutes, link: form["link"])
    }

    private static func named(_ call: Call) -> String? { call.query("campaign").flatMap { $0.isEmpty ? nil : $0 } }

    // MARK: - Pages

    private static func page(_ call: Call, _ home: CouncilHome) async throws -> CoveragePage {
        let (me, path) = (try await CouncilHome.officer(call), try home.address(of: noun, call))
        return try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
            CoveragePage(
                frame: Frame(me, call), unit: try await home.unitName(in: tx), path: path,
                try await ListCoverageLines(limit: 500).perform(in: tx), outlets: try await outlets(for: me, home, in: tx),
                campaigns: try await campaigns(in: tx))
        }
    }

    private static func linePage(_ call: Call, _ home: CouncilHome) async throws -> CoverageLinePage {
        let (me, path) = (try await CouncilHome.officer(call), try home.address(of: noun, call))
        let showing = ShowCoverageLine(try call.path("coverageLine"))
        return try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
            let outlets = try await outlets(for: me, home, in: tx)
            return CoverageLinePage(
                frame: Frame(me, call), list: path, try await showing.perform(in: tx), outlets: outlets,
                awards: outlets.isEmpty ? [] : try await awards(in: tx),
                reportsTo: try reports(me, call, home) ? path : nil)
        }
    }

    private static func publishedPage(_ call: Call, _ home: CouncilHome) async throws -> CoveragePublishedPage {
        let (me, path) = (try await CouncilHome.officer(call), try home.address(of: noun, call))
        let (from, to, campaign) = (try call.queryDate("from"), try call.queryDate("to"), named(call))
        return try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
            let counts = try await CountCoverage(campaign: campaign, from: from, to: to).perform(in: tx)
            let found = try await ListCoverage(campaign: campaign, from: from, to: to, limit: 500).perform(in: tx).coverage
            return CoveragePublishedPage(
                frame: Frame(me, call), unit: try await home.unitName(in: tx), plan: path, campaign: campaign ?? "", from: from, to: to,
                counts: counts, found, campaigns: try await campaigns(in: tx),
                reportsTo: try reports(me, call, home) ? path : nil)
        }
    }

    /// Who was awarded and is named in public (A72), the latest signed first; what was revoked is not shown.
    private static func awards(in tx: borrowing TenantTransaction) async throws -> [Choice] {
        try await ListPublishedAwards(limit: 500).perform(in: tx).awards.filter { $0.isNamed && $0.amended?.kind != .revoke }.map { award in
            Choice(
                key: award.id.description,
                name: "\(award.name), \(award.unit): \(award.form.vietnamese), ký ngày \(award.decision.signedOn.vietnamese)")
        }
    }

    private static func campaigns(in tx: borrowing TenantTransaction) async throws -> [Choice] {
        try await ListCampaigns().perform(in: tx).map { Choice(key: $0.code, name: $0.name) }
    }

    /// Whether he reports for the outlet whose page it is.
    private static func reports(_ me: WhoAmI.Answer, _ call: Call, _ home: CouncilHome) throws -> Bool {
        guard home == .unit, me.actions.contains(.reportCoverage) else { return false }
        return try call.path("tenant", as: String.self) == me.tenant.slug.text
    }

    /// Which can be planned for, by who plans.
    private static func outlets(
        for me: WhoAmI.Answer, _ home: CouncilHome, in tx: borrowing TenantTransaction
    ) async throws -> [Choice] {
        guard home == .province, me.actions.contains(.keepReview) else { return [] }
        return try await ListTenants().perform(in: tx).filter { $0.scope == .media }
            .map { Choice(key: $0.id.description, name: $0.fullName) }
    }
}
