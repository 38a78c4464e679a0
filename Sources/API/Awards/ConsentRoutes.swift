import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// What nominees say of being named and pictured in public (A72): recorded by their unit, taken back by another word, never changed.
enum ConsentRoutes {
    static let all: [Route] = [record] + LedgerPlace.both(list)

    private static let record = Route(
        .post, LedgerPlace.tenant.path("publicity-consents"), name: "consents.record", asks: .action(.proposeAward),
        orAsks: [.action(.keepOwnAward)],
        summary: "The unit records what a nominee said of being named in public; what is recorded last counts.",
        takes: .json(
            .object([
                .init("dossier", .uuid), .init("consents", .boolean), .init("givenOn", .date),
                .init("manner", .oneOf(PublicityConsent.Manner.self)),
                .init("documentNumber", .string, required: false, "Of what he signed; needed of a paper."),
                .init("note", .string, required: false, "To whom he said it; needed of what was spoken."),
            ])), answers: .json(ConsentSchemas.consent), status: .created
    ) { call in
        let recording = try call.json { body in
            let dossier = body.required("dossier")?.id(AwardDossier.ID.self)
            let consents = body.required("consents")?.bool()
            let givenOn = body.required("givenOn")?.day()
            let manner = body.required("manner")?.oneOf(PublicityConsent.Manner.self)
            let number = body.optional("documentNumber", default: "") { $0.line(atMost: 100) }
            let note = body.optional("note", default: "") { $0.line() }
            guard let dossier, let consents, let givenOn, let manner, let number, let note else { return RecordConsent?.none }
            return RecordConsent(
                dossier: dossier,
                word: .init(consents: consents, givenOn: givenOn, manner: manner, documentNumber: number, note: note))
        }
        return try await call.change { (tx: borrowing TenantTransaction) in
            try await recording.perform(in: tx, ids: call.ids).description
        } show: { (_: ResourceKey, tx: borrowing TenantTransaction) in
            let said = try await ListConsents(dossier: recording.dossier, isLast: true, limit: 1).perform(in: tx).consents
            guard let last = said.first else { throw Problem.notFound }
            return .json(ConsentJSON.value(last))
        }
    }

    private static func list(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("publicity-consents"), name: place.name("consents.list"), asks: .reading(.item),
            summary: "What nominees said of being named in public, every word as it was recorded, the latest first.",
            query: [
                QueryParameter("dossier", .uuid, "Of one dossier."), QueryParameter("last", .boolean, "true: only what counts now."),
            ] + QueryParameter.page, answers: .json(.page(of: ConsentSchemas.consent))
        ) { call in
            var listing = try listing(call)
            (listing.after, listing.limit) = (try Cursor.id(call), try call.limit())
            let asked = listing
            return try await call.read { (tx: borrowing TenantTransaction) in
                let (consents, next) = try await asked.perform(in: tx)
                return .json(.page(consents.map(ConsentJSON.value), next: next, of: call))
            }
        }.exporting { call in try listing(call) }
    }

    private static func listing(_ call: Call) throws -> ListConsents {
        ListConsents(dossier: try call.queryID("dossier"), isLast: try call.queryFlag("last"))
    }
}

/// The shapes of consents, for the OpenAPI document.
enum ConsentSchemas {
    static let consent: Schema = .named(
        "PublicityConsent",
        [
            .init("id", .uuid), .init("dossier", .uuid), .init("tenant", .string), .init("tenantName", .string),
            .init("nominee", .string, "As far as he is in sight."), .init("position", .integer, "1, 2, 3 … of the dossier."),
            .init("consents", .boolean), .init("givenOn", .date), .init("manner", .oneOf(PublicityConsent.Manner.self)),
            .init("documentNumber", .string), .init("note", .string), .init("last", .boolean, "Whether it counts now."),
            .init("recordedOn", .date),
        ])
}
