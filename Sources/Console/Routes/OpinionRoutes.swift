import Domain
import HTTPTypes
import Operations
import Web

/// Opinions asked of other bodies on dossiers: of the province, and of what a unit gives by its own authority.
enum OpinionRoutes {
    static let all: [Route] = CouncilHome.allCases.flatMap { home in [show(home), ask(home), answer(home)] }

    private static func show(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path(of: "opinions"), name: home.awardPage("opinions"), asks: home.readsAwards,
            summary: "Opinions asked; for who keeps the awards the forms to keep them."
        ) { call in
            .html(Templates.shared.render(try await page(call, home)))
        }.exporting(in: { call in try home.entry(call) }) { _ in ListOpinions() }
    }

    private static func ask(_ home: CouncilHome) -> Route {
        keeping(home, "opinions", "opinions.ask", "Asks a body.") { call in
            let form = call.form
            guard let dossier = AwardDossier.ID(form["dossier"]) else {
                throw Problem.invalid("$.dossier", "chọn hồ sơ")
            }
            let due = try FormDay.needed(form["due"], "$.dueOn", "nhập ngày cuối của thời hạn")
            let asking = AskOpinion(
                dossier: dossier, body: form["body"], question: form["question"], documentNumber: form["number"], dueOn: due)
            return { (tx: borrowing TenantTransaction) in _ = try await asking.perform(in: tx, ids: call.ids) }
        }
    }

    private static func answer(_ home: CouncilHome) -> Route {
        keeping(home, "opinions/{opinion}/answer", "opinions.answer", "Records an answer, once.") { call in
            let day = try FormDay.needed(call.form["date"], "$.answeredOn", "nhập ngày của văn bản")
            let answering = AnswerOpinion(
                try call.path("opinion"), agrees: call.form["agrees"] == "yes", words: call.form["words"],
                documentNumber: call.form["number"], answeredOn: day)
            return { (tx: borrowing TenantTransaction) in _ = try await answering.perform(in: tx) }
        }
    }

    // MARK: - Forms and pages

    private typealias Act = @Sendable (borrowing TenantTransaction) async throws -> Void

    private static func keeping(
        _ home: CouncilHome, _ path: String, _ name: String, _ summary: String, _ read: @escaping @Sendable (Call) throws -> Act
    ) -> Route {
        Route(.post, home.path(of: path), name: home.awardPage(name), asks: .action(home.keepsAwards), summary: summary, takes: .form) {
            call in
            return try await Templates.shared.answering {
                try await call.backend.entrance.write(try home.entry(call), try read(call))
                return .seeOther(try home.address(of: "opinions", call))
            } or: {
                try await page(call, home)
            }
        }
    }

    private static func page(_ call: Call, _ home: CouncilHome) async throws -> OpinionsPage {
        let me = try await CouncilHome.officer(call)
        let path = try home.address(of: "opinions", call)
        return try await call.backend.entrance.read(try home.entry(call, deed: home.readsAwards)) { (tx: borrowing TenantTransaction) in
            let (found, next, day) = try await ListOpinions(limit: 200).perform(in: tx)
            let officer = try await ShowOfficer().perform(in: tx)
            let dossiers = try await ListDossiers(limit: 500).perform(in: tx).entries.map(\.record)
            let asked = dossiers.filter {
                $0.standing.state.isUnderReview(on: $0.dossier.track)
                    && officer.keepsAwards(of: $0.dossier.giver, in: home == .unit ? $0.dossier.proposer : nil)
            }
            return OpinionsPage(
                frame: Frame(me, call), unit: try await home.unitName(in: tx), path: path, found, on: day, more: next != nil,
                officer: officer, dossiers: asked.map(Choice.init))
        }
    }
}
