import Domain
import HTTPTypes
import Operations
import Web

/// Opinions asked of other bodies on dossiers.
enum OpinionRoutes {
    static let all: [Route] = [show, ask, answer]

    private static let show = Route(
        .get, "/opinions", name: "page.opinions", asks: .action(.readProvince),
        summary: "Opinions asked; for Home Affairs the forms to keep them."
    ) { call in
        .html(Templates.shared.render(try await page(call)))
    }

    private static let ask = keeping("/opinions", "page.opinions.ask", "Asks a body.") { call in
        let form = call.form
        guard let dossier = AwardDossier.ID(form["dossier"]) else {
            throw Problem.invalid("$.dossier", "chọn hồ sơ")
        }
        guard let due = CivilDate(form["due"]) else { throw Problem.invalid("$.dueOn", "nhập ngày cuối của thời hạn") }
        let asking = AskOpinion(
            dossier: dossier, body: form["body"], question: form["question"], documentNumber: form["number"], dueOn: due)
        return { (tx: borrowing TenantTransaction) in _ = try await asking.perform(in: tx, ids: call.ids) }
    }

    private static let answer = keeping("/opinions/{opinion}/answer", "page.opinions.answer", "Records an answer, once.") { call in
        guard let day = CivilDate(call.form["date"]) else { throw Problem.invalid("$.answeredOn", "nhập ngày của văn bản") }
        let answering = AnswerOpinion(
            try call.path("opinion"), agrees: call.form["agrees"] == "yes", words: call.form["words"], documentNumber: call.form["number"],
            answeredOn: day)
        return { (tx: borrowing TenantTransaction) in _ = try await answering.perform(in: tx) }
    }

    // MARK: - Forms and pages

    private typealias Act = @Sendable (borrowing TenantTransaction) async throws -> Void

    private static func keeping(
        _ path: String, _ name: String, _ summary: String, _ read: @escaping @Sendable (Call) throws -> Act
    ) -> Route {
        Route(.post, path, name: name, asks: .action(.appraiseAward), summary: summary, takes: .form) { call in
            do {
                try await call.backend.entrance.write(try CouncilHome.province.entry(call), try read(call))
                return .seeOther("/opinions")
            } catch let problem as Problem where problem.isShownOnForms {
                var page = try await page(call)
                page.fault = FormFault(problem)
                return Templates.shared.answer(page, to: problem)
            }
        }
    }

    private static func page(_ call: Call) async throws -> OpinionsPage {
        let me = try await CouncilHome.officer(call)
        return try await call.backend.entrance.read(try CouncilHome.province.entry(call)) { (tx: borrowing TenantTransaction) in
            let (found, next, day) = try await ListOpinions(limit: 200).perform(in: tx)
            let mayAsk = me.actions.contains(.appraiseAward)
            let asked = mayAsk ? try await ListDossiers(limit: 500).perform(in: tx).entries.map(\.record) : []
            return OpinionsPage(
                frame: Frame(me, call), found, on: day, more: next != nil, mayAsk: mayAsk,
                dossiers: asked.filter { $0.standing.state.isUnderReview(on: $0.dossier.track) }.map(StepForm.Option.init))
        }
    }
}
