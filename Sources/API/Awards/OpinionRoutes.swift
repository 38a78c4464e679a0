import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Hỏi ý kiến: what Home Affairs, or who keeps a unit's own awards, asks other bodies of a dossier, with a last day, and what they answered. Who proposes
/// does not read it.
enum OpinionRoutes {
    static let all: [Route] = LedgerPlace.both(list) + LedgerPlace.both(ask) + LedgerPlace.both(answer)

    private static func list(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("opinions"), name: place.ownName("opinions.list"), asks: place.readsAwards,
            summary: "Opinions asked of dossiers, the latest first; of one dossier or of all.",
            query: [QueryParameter("dossier", .uuid, "Only of this one.")] + QueryParameter.page,
            answers: .json(.page(of: CriticismSchemas.opinion))
        ) { call in
            let listing = ListOpinions(of: try call.queryID("dossier"), after: try Cursor.id(call), limit: try call.limit())
            return try await call.read { (tx: borrowing TenantTransaction) in
                let (found, next, day) = try await listing.perform(in: tx)
                return .json(.page(found.map { OpinionJSON.value($0, on: day) }, next: next, of: call))
            }
        }.exporting { call in ListOpinions(of: try call.queryID("dossier")) }
    }

    private static func ask(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("award-dossiers/{dossier}/opinions"), name: place.ownName("opinions.ask"),
            asks: .action(place.keepsAwards),
            summary: "Who appraises asks another body by a letter, with a last day.",
            takes: .json(
                .object([
                    .init("body", .string, "Which body."), .init("question", .text), .init("documentNumber", .string, "Of the letter."),
                    .init("dueOn", .date, "Last day to answer."),
                ])), answers: .json(CriticismSchemas.opinion), status: .created
        ) { call in
            let dossier: AwardDossier.ID = try call.path("dossier")
            let asking = try call.json { fields in
                let body = fields.required("body")?.text()
                let question = fields.required("question")?.passage(atMost: 4_000)
                let number = fields.required("documentNumber")?.text(atMost: 100)
                let dueOn = fields.required("dueOn")?.day()
                guard let body, let question, let number, let dueOn else { return AskOpinion?.none }
                return AskOpinion(dossier: dossier, body: body, question: question, documentNumber: number, dueOn: dueOn)
            }
            return try await change(call) { (tx: borrowing TenantTransaction) in try await asking.perform(in: tx, ids: call.ids) }
        }
    }

    private static func answer(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("opinions/{opinion}/answer"), name: place.ownName("opinions.answer"), asks: .action(place.keepsAwards),
            summary: "Who asked records the body's answer, once; of what a closed unit asked who answers in its stead.",
            takes: .json(
                .object([
                    .init("agrees", .boolean), .init("words", .text), .init("documentNumber", .string, "Of the answer."),
                    .init("answeredOn", .date),
                ])), answers: .json(CriticismSchemas.opinion), status: .created
        ) { call in
            let id: DossierOpinion.ID = try call.path("opinion")
            let answering = try call.json { body in
                let agrees = body.required("agrees")?.bool()
                let words = body.required("words")?.passage(atMost: 4_000)
                let number = body.required("documentNumber")?.text(atMost: 100)
                let day = body.required("answeredOn")?.day()
                guard let agrees, let words, let number, let day else { return AnswerOpinion?.none }
                return AnswerOpinion(id, agrees: agrees, words: words, documentNumber: number, answeredOn: day)
            }
            return try await change(call) { (tx: borrowing TenantTransaction) in try await answering.perform(in: tx) }
        }
    }

    private static func change(
        _ call: Call, _ act: (borrowing TenantTransaction) async throws -> DossierOpinion.ID
    ) async throws -> Reply {
        try await call.change(act) { (id: DossierOpinion.ID, tx: borrowing TenantTransaction) in
            let (opinion, day) = try await ShowOpinion(id).perform(in: tx)
            return .json(OpinionJSON.value(opinion, on: day))
        }
    }
}
