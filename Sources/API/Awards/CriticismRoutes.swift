import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Phê bình, nhắc nhở: proposed by Home Affairs, explained by the one concerned, signed by the Chairman or not (A67). Not public.
enum CriticismRoutes {
    static let all: [Route] =
        LedgerPlace.both(list) + [mine] + LedgerPlace.both(show) + LedgerPlace.both(letter) + [
            propose, explain, explainOwn, put, sign, decline,
        ]

    private static let here = "/api/v1/tenants/{tenant}/criticisms"
    private static let wide = "/api/v1/province/criticisms"

    private static func list(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("criticisms"), name: place.name("criticisms.list"), asks: .reading(.criticism),
            summary: "Criticism and reminders in sight, the latest proposed first.",
            query: [
                QueryParameter("person", .uuid, "Only what was signed of this person, by whatever record of his."),
                QueryParameter("signed", .boolean, "Only what was signed."),
            ] + QueryParameter.page,
            answers: .json(.page(of: CriticismSchemas.criticism))
        ) { call in
            let listing = ListCriticisms(
                person: try call.queryID("person"), isSigned: try call.queryFlag("signed"), after: try Cursor.id(call),
                limit: try call.limit())
            return try await call.read { (tx: borrowing TenantTransaction) in
                let (found, next) = try await listing.perform(in: tx)
                return .json(.page(found.map(CriticismJSON.value), next: next, of: call))
            }
        }.exporting { call in ListCriticisms(person: try call.queryID("person"), isSigned: try call.queryFlag("signed")) }
    }

    private static let mine = Route(
        .get, here + "/own", name: "criticisms.mine", asks: .selfService,
        summary: "What falls on the acting person, or on the collective in which his post stands.", query: QueryParameter.page,
        answers: .json(.page(of: CriticismSchemas.criticism))
    ) { call in
        let listing = ListCriticisms(isOwn: true, after: try Cursor.id(call), limit: try call.limit())
        return try await call.read { (tx: borrowing TenantTransaction) in
            let (found, next) = try await listing.perform(in: tx)
            return .json(.page(found.map(CriticismJSON.value), next: next, of: call))
        }
    }

    private static func show(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("criticisms/{criticism}"), name: place.name("criticisms.show"), asks: .reading(.criticism),
            summary: "One of them with its facts and every step.", answers: .json(CriticismSchemas.detail)
        ) { call in
            let showing = ShowCriticism(try call.path("criticism"))
            return try await call.read { (tx: borrowing TenantTransaction) in
                .json(CriticismJSON.detail(try await showing.perform(in: tx)))
            }
        }
    }

    private static func letter(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("criticisms/{criticism}/letter"), name: place.name("criticisms.letter"), asks: .reading(.criticism),
            summary: "The letter as an attachment, once it is put to the Chairman; its number is open until he has signed.",
            query: PaperFile.query, answers: .bytes(PaperFile.mediaTypes, atMost: PaperFile.largest)
        ) { call in
            let format = try PaperFile.format(call)
            let making = MakeCriticismPaper(try call.path("criticism"))
            let paper = try await call.backend.entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
                try await making.perform(in: tx)
            }
            return try await PaperFile.reply(paper, as: format, to: call)
        }
    }

    private static let propose = Route(
        .post, wide, name: "province-criticisms.propose", asks: .action(.appraiseAward),
        summary: "Home Affairs proposes it from late items; the one concerned may explain from now on.",
        takes: .json(
            .object([
                .init("kind", .oneOf(KeptCriticism.Kind.self)), .init("campaign", .string),
                .init("unit", .uuid, required: false, "A collective; or"), .init("person", .uuid, required: false, "a person."),
                .init("items", .array(.uuid), "Late items of the campaign."),
                .init("words", .text, "What is asked of the one concerned, a line each."),
            ])), answers: .json(CriticismSchemas.detail), status: .created
    ) { call in
        let proposing = try call.json { body in
            let kind = body.required("kind")?.oneOf(KeptCriticism.Kind.self)
            let campaign = body.required("campaign")?.text(atMost: 100)
            let unit = body.optional("unit", default: SubUnit.ID?.none) { $0.id(SubUnit.ID.self) }
            let person = body.optional("person", default: Person.ID?.none) { $0.id(Person.ID.self) }
            let items = body.required("items")?.array { $0.id(WorkItem.ID.self) }
            let words = body.required("words")?.passage(atMost: 4_000)
            guard let kind, let campaign, let unit, let person, let items, let words else { return ProposeCriticism?.none }
            return ProposeCriticism(kind: kind, campaign: campaign, unit: unit, person: person, items: items, words: words)
        }
        return try await change(call) { (tx: borrowing TenantTransaction) in try await proposing.perform(in: tx, ids: call.ids) }
    }

    private static let explain = explaining(
        here + "/{criticism}/explanation", "criticisms.explain", .action(.answerReview),
        "The unit explains itself, or records what its sub-unit or person signed.")

    private static let explainOwn = explaining(
        here + "/{criticism}/own-explanation", "criticisms.explain-own", .selfService,
        "A person, or the head of a sub-unit, explains himself.")

    private static func explaining(_ path: String, _ name: String, _ asks: Deed, _ summary: String) -> Route {
        Route(
            .post, path, name: name, asks: asks, summary: summary,
            takes: .json(
                .object([.init("words", .text), .init("documentNumber", .string, required: false, "Of the paper, where there is one.")])),
            answers: .json(CriticismSchemas.detail), status: .created
        ) { call in
            let id: KeptCriticism.ID = try call.path("criticism")
            let explaining = try call.json { body in
                let words = body.required("words")?.passage(atMost: 4_000)
                let number = body.optional("documentNumber", default: "") { $0.line(atMost: 100) }
                guard let words, let number else { return ExplainCriticism?.none }
                return ExplainCriticism(id, words: words, documentNumber: number)
            }
            return try await change(call) { (tx: borrowing TenantTransaction) in try await explaining.perform(in: tx, ids: call.ids) }
        }
    }

    private static let put = Route(
        .post, wide + "/{criticism}/put", name: "province-criticisms.put", asks: .action(.appraiseAward),
        summary: "Home Affairs puts it to the Chairman, after the explanation or its last day.",
        takes: .json(.object([.init("documentNumber", .string, required: false)])), answers: .json(CriticismSchemas.detail),
        status: .created
    ) { call in
        let id: KeptCriticism.ID = try call.path("criticism")
        let putting = try call.json { body in
            body.optional("documentNumber", default: "") { $0.line(atMost: 100) }.map { PutCriticism(id, documentNumber: $0) }
        }
        return try await change(call) { (tx: borrowing TenantTransaction) in try await putting.perform(in: tx, ids: call.ids) }
    }

    private static let sign = Route(
        .post, wide + "/{criticism}/signature", name: "province-criticisms.sign", asks: .action(.decideAward),
        summary: "The Chairman signs the paper, under the clerk's number.",
        takes: .json(.object([.init("documentNumber", .string), .init("documentOn", .date)])), answers: .json(CriticismSchemas.detail),
        status: .created
    ) { call in
        let id: KeptCriticism.ID = try call.path("criticism")
        let signing = try call.json { body in
            let number = body.required("documentNumber")?.text(atMost: 100)
            let day = body.required("documentOn")?.day()
            guard let number, let day else { return SignCriticism?.none }
            return SignCriticism(id, documentNumber: number, documentOn: day)
        }
        return try await change(call) { (tx: borrowing TenantTransaction) in try await signing.perform(in: tx, ids: call.ids) }
    }

    private static let decline = Route(
        .post, wide + "/{criticism}/refusal", name: "province-criticisms.decline", asks: .action(.decideAward),
        summary: "The Chairman does not sign, and says why.", takes: .json(.object([.init("words", .text)])),
        answers: .json(CriticismSchemas.detail), status: .created
    ) { call in
        let id: KeptCriticism.ID = try call.path("criticism")
        let declining = try call.json { body in
            body.required("words")?.passage(atMost: 4_000).map { DeclineCriticism(id, words: $0) }
        }
        return try await change(call) { (tx: borrowing TenantTransaction) in try await declining.perform(in: tx, ids: call.ids) }
    }

    private static func change(
        _ call: Call, _ act: (borrowing TenantTransaction) async throws -> KeptCriticism.ID
    ) async throws -> Reply {
        try await call.change(act) { (id: KeptCriticism.ID, tx: borrowing TenantTransaction) in
            .json(CriticismJSON.detail(try await ShowCriticism(id).perform(in: tx)))
        }
    }
}
