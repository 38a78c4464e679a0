import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Events at which awards are handed over, of the province and of what a unit gives itself: planned, their order, its list to print, and who received.
enum PresentationRoutes {
    static let all: [Route] = LedgerPlace.allCases.flatMap { place in
        [list(place), show(place), plan(place), add(place), complete(place)] + papers(place)
    }

    private static func list(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("presentations"), name: place.ownName("presentations.list"),
            asks: place.readsAwards, summary: "Events at which awards are handed over, the latest recorded first.",
            query: QueryParameter.page, answers: .json(.page(of: AftermathSchemas.presentation))
        ) { call in
            let listing = ListPresentations(after: try Cursor.id(call), limit: try call.limit())
            return try await call.read { (tx: borrowing TenantTransaction) in
                let (found, next) = try await listing.perform(in: tx)
                return .json(.page(found.map(PresentationJSON.value), next: next, of: call))
            }
        }.exporting { _ in ListPresentations() }
    }

    private static func show(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("presentations/{presentation}"), name: place.ownName("presentations.show"),
            asks: place.readsAwards, summary: "One event with who receives, in their order.",
            answers: .json(AftermathSchemas.presentation)
        ) { call in
            let showing = ShowPresentation(try call.path("presentation"))
            return try await call.read { (tx: borrowing TenantTransaction) in
                .json(PresentationJSON.value(try await showing.perform(in: tx)))
            }
        }
    }

    private static func papers(_ place: LedgerPlace) -> [Route] {
        [
            paper(place, .conferenceScript, "order", "Its order as a list to print, as an attachment."),
            paper(place, .invitation, "invitation", "The invitation to the units whose people receive, as an attachment."),
            paper(
                place, .pressRelease, "press-release",
                "What goes to the press once it was held, as an attachment: signed awards that were handed over (A72)."),
        ]
    }

    private static func paper(_ place: LedgerPlace, _ kind: PaperKind, _ verb: String, _ summary: String) -> Route {
        Route(
            .get, place.path("presentations/{presentation}/\(verb)"),
            name: place.ownName("presentations.\(verb)"), asks: place.readsAwards, summary: summary,
            query: PaperFile.query, answers: .bytes(PaperFile.mediaTypes, atMost: PaperFile.largest)
        ) { call in
            let (format, making) = (try PaperFile.format(call), MakePresentationPaper(try call.path("presentation"), kind))
            let paper = try await call.backend.entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
                try await making.perform(in: tx)
            }
            return try await PaperFile.reply(paper, as: format, to: call)
        }
    }

    private static func plan(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("presentations"), name: place.ownName("presentations.plan"),
            asks: .action(place.keepsAwards), summary: "Who keeps the awards records where and when awards will be handed over.",
            takes: .json(
                .object([
                    .init("name", .string), .init("place", .string), .init("heldOn", .date),
                    .init("startsAt", .string, required: false, "As the list has it: 08 giờ 00."), .init("chair", .string),
                    .init("documentNumber", .string, required: false, "Of the plan or the invitation."),
                ])), answers: .json(AftermathSchemas.presentation), status: .created
        ) { call in
            let planning = try call.json { body in
                let name = body.required("name")?.text()
                let place = body.required("place")?.text()
                let heldOn = body.required("heldOn")?.day()
                let startsAt = body.optional("startsAt", default: "") { $0.line(atMost: 100) }
                let chair = body.required("chair")?.text()
                let number = body.optional("documentNumber", default: "") { $0.line(atMost: 100) }
                guard let name, let place, let heldOn, let startsAt, let chair, let number else { return PlanPresentation?.none }
                return PlanPresentation(
                    name: name, place: place, heldOn: heldOn, startsAt: startsAt, chair: chair, documentNumber: number)
            }
            return try await change(call) { (tx: borrowing TenantTransaction) in try await planning.perform(in: tx, ids: call.ids) }
        }
    }

    private static func add(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("presentations/{presentation}/awardees"), name: place.ownName("presentations.add"),
            asks: .action(place.keepsAwards), summary: "Puts an award at the end of the order.",
            takes: .json(
                .object([
                    .init("dossier", .uuid), .init("receiver", .string, required: false, "Who comes up for it; the nominee when absent."),
                    .init("presenter", .string, "Who hands it over."),
                ])), answers: .json(AftermathSchemas.presentation), status: .created
        ) { call in
            let id: Presentation.ID = try call.path("presentation")
            let adding = try call.json { body in
                let dossier = body.required("dossier")?.id(AwardDossier.ID.self)
                let receiver = body.optional("receiver", default: "") { $0.line() }
                let presenter = body.required("presenter")?.text()
                guard let dossier, let receiver, let presenter else { return AddPresentationAwardee?.none }
                return AddPresentationAwardee(presentation: id, dossier: dossier, receiver: receiver, presenter: presenter)
            }
            return try await change(call) { (tx: borrowing TenantTransaction) in
                try await adding.perform(in: tx)
                return id
            }
        }
    }

    private static func complete(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("presentations/{presentation}/completion"),
            name: place.ownName("presentations.complete"), asks: .action(place.keepsAwards),
            summary: "It was held: every award of its order was presented, but for who was absent.",
            takes: .json(.object([.init("absent", .array(.uuid), required: false, "Dossiers.")])),
            answers: .json(AftermathSchemas.presentation), status: .created
        ) { call in
            let id: Presentation.ID = try call.path("presentation")
            let completing = try call.json { body in
                let absent = body.optional("absent", default: [AwardDossier.ID]()) { $0.array { $0.id(AwardDossier.ID.self) } }
                return absent.map { CompletePresentation(id, absent: Set($0)) }
            }
            return try await change(call) { (tx: borrowing TenantTransaction) in
                try await completing.perform(in: tx, ids: call.ids)
                return id
            }
        }
    }

    private static func change(
        _ call: Call, _ act: (borrowing TenantTransaction) async throws -> Presentation.ID
    ) async throws -> Reply {
        try await call.change(act) { (id: Presentation.ID, tx: borrowing TenantTransaction) in
            .json(PresentationJSON.value(try await ShowPresentation(id).perform(in: tx)))
        }
    }
}
