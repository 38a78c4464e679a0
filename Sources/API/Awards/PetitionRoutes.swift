import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Kiến nghị, khiếu nại on results: filed by a unit, a sub-unit or a person concerned, answered by Home Affairs, or by who keeps a unit's own awards, within
/// the term that is kept with each.
enum PetitionRoutes {
    static let all: [Route] = LedgerPlace.both(list) + [mine, file, fileOwn] + LedgerPlace.both(answer)

    private static let here = "/api/v1/tenants/{tenant}/petitions"

    private static func list(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("petitions"), name: place.name("petitions.list"), asks: .reading(.criticism),
            summary: "Petitions and complaints in sight with their clocks, the latest filed first.",
            query: [QueryParameter("open", .boolean, "Only what is not answered yet.")] + QueryParameter.page,
            answers: .json(.page(of: CriticismSchemas.petition))
        ) { call in
            try await page(call, ListPetitions(isOpen: try call.queryFlag("open"), after: try Cursor.id(call), limit: try call.limit()))
        }.exporting { call in ListPetitions(isOpen: try call.queryFlag("open")) }
    }

    private static let mine = Route(
        .get, here + "/own", name: "petitions.mine", asks: .selfService, summary: "What the acting person filed for himself.",
        query: QueryParameter.page, answers: .json(.page(of: CriticismSchemas.petition))
    ) { call in
        try await page(call, ListPetitions(isOwn: true, after: try Cursor.id(call), limit: try call.limit()))
    }

    private static func page(_ call: Call, _ listing: ListPetitions) async throws -> Reply {
        try await call.read { (tx: borrowing TenantTransaction) in
            let (found, next, day) = try await listing.perform(in: tx)
            return .json(.page(found.map { PetitionJSON.value($0, on: day) }, next: next, of: call))
        }
    }

    private static let file = filing(
        here, "petitions.file", .action(.proposeAward), isOwn: false,
        "The unit files one on what the province gives, a sub-unit on what is given in the unit; its clock begins.")

    private static let fileOwn = filing(
        here + "/own", "petitions.file-own", .selfService, isOwn: true, "A person concerned files one for himself.")

    private static func filing(_ path: String, _ name: String, _ asks: Deed, isOwn: Bool, _ summary: String) -> Route {
        Route(
            .post, path, name: name, asks: asks, summary: summary,
            takes: .json(
                .object([
                    .init("kind", .oneOf(Petition.Kind.self)), .init("campaign", .string),
                    .init("dossier", .uuid, required: false, "Where it is about one."),
                    .init(
                        "giver", .uuid, required: false,
                        "On whose Giấy khen, where it is about no dossier; absent: on what the province gives."),
                    .init("words", .text),
                ])), answers: .json(CriticismSchemas.petition), status: .created
        ) { call in
            let filing = try call.json { body in
                let kind = body.required("kind")?.oneOf(Petition.Kind.self)
                let campaign = body.required("campaign")?.text(atMost: 100)
                let dossier = body.optional("dossier", default: AwardDossier.ID?.none) { $0.id(AwardDossier.ID.self) }
                let giver = body.optional("giver", default: SubUnit.ID?.none) { $0.id(SubUnit.ID.self) }
                let words = body.required("words")?.passage(atMost: 4_000)
                guard let kind, let campaign, let dossier, let giver, let words else { return FilePetition?.none }
                return FilePetition(kind: kind, campaign: campaign, dossier: dossier, giver: giver, words: words, isOwn: isOwn)
            }
            return try await change(call) { (tx: borrowing TenantTransaction) in try await filing.perform(in: tx, ids: call.ids) }
        }
    }

    private static func answer(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("petitions/{petition}/answer"), name: place.ownName("petitions.answer"), asks: .action(place.keepsAwards),
            summary: "On whose result it is answers it today, once; of a closed unit who answers in its stead.",
            takes: .json(
                .object([.init("outcome", .oneOf(Petition.Outcome.self)), .init("words", .string), .init("documentNumber", .string)])),
            answers: .json(CriticismSchemas.petition), status: .created
        ) { call in
            let id: Petition.ID = try call.path("petition")
            let answering = try call.json { body in
                let outcome = body.required("outcome")?.oneOf(Petition.Outcome.self)
                let words = body.required("words")?.text()
                let number = body.required("documentNumber")?.text(atMost: 100)
                guard let outcome, let words, let number else { return AnswerPetition?.none }
                return AnswerPetition(id, outcome: outcome, words: words, documentNumber: number)
            }
            return try await change(call) { (tx: borrowing TenantTransaction) in try await answering.perform(in: tx) }
        }
    }

    private static func change(
        _ call: Call, _ act: (borrowing TenantTransaction) async throws -> Petition.ID
    ) async throws -> Reply {
        try await call.change(act) { (id: Petition.ID, tx: borrowing TenantTransaction) in
            let (petition, day) = try await ShowPetition(id).perform(in: tx)
            return .json(PetitionJSON.value(petition, on: day))
        }
    }
}
