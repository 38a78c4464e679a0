import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// The past of awards: of a unit, and of the province with what may be one achievement rewarded twice.
enum AwardHistoryRoutes {
    static let all: [Route] =
        CouncilHome.allCases.flatMap { home in [show(home), template(home), importList(home), strike(home)] } + [rule]

    private static let noun = "award-history"

    private static func show(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path(of: noun), name: home.page("history"), asks: .reading(.item),
            summary: "Awards of before, of a unit or a person.",
            query: [QueryParameter("person", .uuid, "Of one person.")]
        ) { call in .html(Templates.shared.render(try await page(call, home))) }
        .exporting(in: { call in try home.entry(call) }) { call in ShowAwardHistory(person: try call.queryID("person")) }
    }

    private static func template(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path(of: noun) + "/template", name: home.page("history.template"), asks: TemplateRoutes.deed(home),
            summary: "An empty list of earlier awards.",
            query: [QueryParameter("format", .oneOf(PeopleTemplate.Format.self), "CSV when absent.")]
        ) { call in
            let format: PeopleTemplate.Format = try call.queryChoice("format") ?? .csv
            return try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
                .attachment(
                    try await EarlierAwardTemplate(as: format).perform(in: tx), mediaType: PeopleListFile.mediaType(of: format),
                    name: "mau-khen-thuong-da-nhan.\(format.rawValue)")
            }
        }
    }

    private static func importList(_ home: CouncilHome) -> Route {
        Route(
            .post, home.path(of: noun) + "/import", name: home.page("history.import"), asks: TemplateRoutes.deed(home),
            summary: "Records earlier awards from a list; a dry run only says what would be done.",
            takes: .form(withFile: PeopleListFile.largest)
        ) { call in
            try await answering(call, home) {
                guard let file = call.form.file("file") else { throw Problem.invalid("$.file", "chưa chọn tệp; chọn tệp .xlsx hoặc .csv") }
                let importing = ImportEarlierAwards(try Table(file: file.content, name: file.name), isDryRun: call.form["dryRun"] == "on")
                let outcome = try await call.backend.entrance.write(try home.entry(call)) { (tx: borrowing TenantTransaction) in
                    try await importing.perform(in: tx, ids: call.ids)
                }
                return .html(Templates.shared.render(try await page(call, home, outcome: outcome)))
            }
        }
    }

    private static func strike(_ home: CouncilHome) -> Route {
        Route(
            .post, home.path(of: noun) + "/{award}/strike", name: home.page("history.strike"), asks: TemplateRoutes.deed(home),
            summary: "Strikes out an earlier award that was recorded by mistake.", takes: .form
        ) { call in
            try await answering(call, home) {
                let striking = StrikeEarlierAward(try call.path("award"), reason: call.form["reason"])
                try await call.backend.entrance.write(try home.entry(call)) { (tx: borrowing TenantTransaction) in
                    try await striking.perform(in: tx)
                }
                return .seeOther(try home.address(of: noun, call))
            }
        }
    }

    private static let rule = Route(
        .post, CouncilHome.province.path(of: noun) + "/rulings", name: "page.history.rule", asks: .action(.appraiseAward),
        summary: "Decides whether it is the same achievement.", takes: .form
    ) { call in
        try await answering(call, .province) {
            guard let dossier = AwardDossier.ID(call.form["dossier"]),
                let kind = AchievementFlag.Other.Kind(rawValue: call.form["otherKind"]),
                let other = AchievementFlag.Other(kind, call.form["other"])
            else { throw Problem.notFound }
            guard let ruling = AchievementFlag.Ruling(rawValue: call.form["ruling"]) else {
                throw Problem.invalid("$.ruling", "chọn kết luận")
            }
            let act = RuleAchievement(dossier: dossier, other: other, ruling: ruling, reason: call.form["reason"])
            try await call.backend.entrance.write(try CouncilHome.province.entry(call)) { (tx: borrowing TenantTransaction) in
                try await act.perform(in: tx, ids: call.ids)
            }
            return .seeOther("/award-history")
        }
    }

    // MARK: - Forms and pages

    private static func answering(_ call: Call, _ home: CouncilHome, _ body: () async throws -> Reply) async throws -> Reply {
        try await Templates.shared.answering(also: [.tooLarge], body) { try await page(call, home) }
    }

    private static func page(_ call: Call, _ home: CouncilHome, outcome: EarlierAwardOutcome? = nil) async throws -> PastAwardsPage {
        let me = try await CouncilHome.officer(call)
        let address = try home.address(of: noun, call)
        let person: Person.ID? = call.head.method == .get ? try call.queryID("person") : nil
        return try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
            let (awards, next) = try await ShowAwardHistory(person: person, limit: 200).perform(in: tx)
            let flags = home == .province ? try await ListAchievementFlags(limit: 200).perform(in: tx).flags : nil
            let criticisms = try await ListPastCriticisms(person: person).perform(in: tx)
            return PastAwardsPage(
                frame: Frame(me, call), unit: try await home.unitName(in: tx), path: address, person: person?.description ?? "", awards,
                criticisms: criticisms, more: next != nil, mayChange: try await ListTemplates.mayKeep(in: tx), flags: flags,
                outcome: outcome)
        }
    }
}
