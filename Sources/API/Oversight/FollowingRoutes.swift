import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Members of a council who follow units (V.1 of the plan), and what they note in their own names.
enum FollowingRoutes {
    static let all: [Route] =
        LedgerPlace.both(list) + LedgerPlace.both(notes) + LedgerPlace.both(assign) + LedgerPlace.both(end) + LedgerPlace.both(note)

    private static func list(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("followings"), name: place.name("followings.list"), asks: .reading(.item),
            summary: "Which member of the council follows which unit, with the number of his notes, the latest assigned first.",
            query: QueryParameter.page, answers: .json(.page(of: OversightSchemas.following))
        ) { call in
            let listing = ListFollowings(after: try Cursor.id(call), limit: try call.limit())
            return try await call.read { (tx: borrowing TenantTransaction) in
                let (found, next) = try await listing.perform(in: tx)
                return .json(.page(found.map { FollowingJSON.value($0) }, next: next, of: call))
            }
        }.exporting { _ in ListFollowings() }
    }

    private static func notes(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("follow-notes"), name: place.name("follow-notes.list"), asks: .reading(.item),
            summary: "What members noted, the latest first; a unit that is followed reads what it is told.",
            query: QueryParameter.page, answers: .json(.page(of: OversightSchemas.note))
        ) { call in
            let listing = ListFollowNotes(after: try Cursor.id(call), limit: try call.limit())
            return try await call.read { (tx: borrowing TenantTransaction) in
                let (found, next) = try await listing.perform(in: tx)
                return .json(.page(found.map { FollowingJSON.note($0) }, next: next, of: call))
            }
        }.exporting { _ in ListFollowNotes() }
    }

    private static func keeps(_ place: LedgerPlace) -> Deed { place == .tenant ? .action(.keepCouncil) : .action(.appraiseAward) }

    private static func assign(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("followings"), name: place.name("followings.assign"), asks: keeps(place),
            summary: "Assigns a member of the council a unit to follow.", takes: .json(OversightSchemas.assigning),
            answers: .json(OversightSchemas.following), status: .created
        ) { call in
            let assigning = try call.json { body in
                let person = body.required("person")?.id(Person.ID.self)
                let unit = body.required("unit")?.id(SubUnit.ID.self)
                let campaign = body.required("campaign")?.text(atMost: 100)
                let from = body.required("from")?.day()
                let through = body.optional("through", default: CivilDate?.none) { $0.day() }
                let number = body.optional("documentNumber", default: "") { $0.line(atMost: 100) }
                guard let person, let unit, let campaign, let from, let through, let number else { return AssignFollowing?.none }
                return AssignFollowing(
                    person: person, followed: unit, campaign: campaign, from: from, through: through, documentNumber: number)
            }
            return try await change(call) { (tx: borrowing TenantTransaction) in try await assigning.perform(in: tx, ids: call.ids) }
        }
    }

    private static func end(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("followings/{following}/end"), name: place.name("followings.end"), asks: keeps(place),
            summary: "Ends it with a day.", takes: .json(.object([.init("on", .date, "Its last day.")])),
            answers: .json(OversightSchemas.following)
        ) { call in
            let id: Following.ID = try call.path("following")
            let ending = try call.json { body in (body.required("on")?.day()).map { EndFollowing(id, on: $0) } }
            return try await change(call) { (tx: borrowing TenantTransaction) in try await ending.perform(in: tx) }
        }
    }

    private static func note(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("followings/{following}/notes"), name: place.name("followings.note"), asks: .action(.decideMotto),
            orAsks: [.action(place == .tenant ? .answerReview : .decideAward)],
            summary: "The member himself records what he guided, urged or found.", takes: .json(OversightSchemas.noting),
            answers: .json(OversightSchemas.following), status: .created
        ) { call in
            let id: Following.ID = try call.path("following")
            let noting = try call.json { body in
                let kind = body.required("kind")?.oneOf(FollowNote.Kind.self)
                let words = body.required("words")?.passage(atMost: 4_000)
                let day = body.required("on")?.day()
                guard let kind, let words, let day else { return RecordFollowNote?.none }
                return RecordFollowNote(id, kind, words: words, on: day)
            }
            return try await change(call) { (tx: borrowing TenantTransaction) in try await noting.perform(in: tx, ids: call.ids) }
        }
    }

    private static func change(_ call: Call, _ act: (borrowing TenantTransaction) async throws -> Following.ID) async throws -> Reply {
        try await call.change(act) { (id: Following.ID, tx: borrowing TenantTransaction) in
            .json(FollowingJSON.value(try await ShowFollowing(id).perform(in: tx)))
        }
    }
}
