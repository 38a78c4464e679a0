import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Sessions of a council: opened with their list, closed with what was counted, and what follows for the dossiers.
enum CouncilSessionRoutes {
    static let all: [Route] =
        CouncilPlace.both(list) + CouncilPlace.both(open) + CouncilPlace.both(show) + CouncilPlace.both(close)
        + CouncilPlace.both(correct) + CouncilPlace.both(cancel) + CouncilPlace.both(outcomes)

    private static func list(_ place: CouncilPlace) -> Route {
        Route(
            .get, place.path("/sessions"), name: place.name("sessions"), asks: .reading(.council),
            summary: "Sessions, the latest first.", query: QueryParameter.page, answers: .json(.page(of: CouncilSchemas.head))
        ) { call in
            let listing = ListSessions(after: try Cursor.id(call), limit: try call.limit())
            return try await call.read { (tx: borrowing TenantTransaction) in
                let (sessions, next) = try await listing.perform(in: tx)
                return .json(.page(sessions.map(CouncilJSON.head), next: next, of: call))
            }
        }.exporting { _ in ListSessions() }
    }

    private static func open(_ place: CouncilPlace) -> Route {
        Route(
            .post, place.path("/sessions"), name: place.name("open-session"), asks: place.keeps,
            summary: "Opens a session: who is in the room, and which dossiers it votes on. Who else is a member that day is away.",
            takes: .json(
                .object([
                    .init("heldOn", .date), .init("place", .string), .init("present", .array(.uuid), "Persons in the room."),
                    .init("dossiers", .array(.uuid), "In the order of the list; at most \(OpenSession.most)."),
                ])), answers: .json(CouncilSchemas.session), status: .created
        ) { call in
            let opening = try call.json { body in
                let heldOn = body.required("heldOn")?.day()
                let place = body.required("place")?.text()
                let present = body.required("present")?.array { $0.id(Person.ID.self) }
                let dossiers = body.required("dossiers")?.array { $0.id(AwardDossier.ID.self) }
                guard let heldOn, let place, let present, let dossiers else { return OpenSession?.none }
                return OpenSession(heldOn: heldOn, place: place, present: present, dossiers: dossiers)
            }
            return try await change(call) { (tx: borrowing TenantTransaction) in try await opening.perform(in: tx, ids: call.ids) }
        }
    }

    private static func show(_ place: CouncilPlace) -> Route {
        Route(
            .get, place.path("/sessions/{session}"), name: place.name("session"), asks: .reading(.council),
            summary: "One session: attendance, list, who does not vote on what; once it is closed, what was counted.",
            answers: .json(CouncilSchemas.session)
        ) { call in
            let showing = ShowSession(try call.path("session"))
            return try await call.read { (tx: borrowing TenantTransaction) in try await shown(showing, in: tx) }
        }
    }

    private static func close(_ place: CouncilPlace) -> Route {
        Route(
            .post, place.path("/sessions/{session}/closing"), name: place.name("close-session"), asks: place.keeps,
            summary: "Counts, seals and closes; nothing of the session changes afterwards.",
            takes: .json(
                .object([
                    .init("declared", .array(CouncilSchemas.choice), required: false, "What who chaired said openly of secret votes."),
                    .init(
                        "papers", .array(paper), required: false,
                        "What was counted by hand, of who has not voted otherwise: ballots, or raised hands."),
                    .init(
                        "incomplete", .boolean, required: false,
                        "Closes although members have not voted: they count as of no opinion. Else that is refused."),
                ])), answers: .json(CouncilSchemas.session), status: .created
        ) { call in
            let session: CouncilSession.ID = try call.path("session")
            let closing = try call.json { body in
                let declared = body.optional("declared", default: []) { $0.array(CouncilBody.choice) }
                let papers = body.optional("papers", default: []) { $0.array(CouncilBody.paper) }
                let isIncomplete = body.optional("incomplete", default: false) { $0.bool() }
                guard let declared, let papers, let isIncomplete else { return CloseSession?.none }
                return CloseSession(session, declared: declared, papers: papers, isIncomplete: isIncomplete)
            }
            return try await change(call) { (tx: borrowing TenantTransaction) in
                try await closing.perform(in: tx)
                return session
            }
        }
    }

    private static func correct(_ place: CouncilPlace) -> Route {
        Route(
            .post, place.path("/sessions/{session}/correction"), name: place.name("correct-session"), asks: place.keeps,
            summary: "Puts an open session right: its day, its place, who is in the room; who has voted stays where he was.",
            takes: .json(
                .object([
                    .init("heldOn", .date), .init("place", .string),
                    .init("present", .array(.uuid), "Persons in the room; who else is a member is away."),
                ])), answers: .json(CouncilSchemas.session), status: .created
        ) { call in
            let session: CouncilSession.ID = try call.path("session")
            let correcting = try call.json { body in
                let heldOn = body.required("heldOn")?.day()
                let place = body.required("place")?.text()
                let present = body.required("present")?.array { $0.id(Person.ID.self) }
                guard let heldOn, let place, let present else { return CorrectSession?.none }
                return CorrectSession(session, heldOn: heldOn, place: place, present: present)
            }
            return try await change(call) { (tx: borrowing TenantTransaction) in
                try await correcting.perform(in: tx)
                return session
            }
        }
    }

    private static func cancel(_ place: CouncilPlace) -> Route {
        Route(
            .post, place.path("/sessions/{session}/cancellation"), name: place.name("cancel-session"), asks: place.keeps,
            summary: "Cancels an open session that was opened by mistake: nothing is counted, no minutes are numbered, its list waits.",
            takes: .json(.object([.init("reason", .string)])), answers: .json(CouncilSchemas.session), status: .created
        ) { call in
            let session: CouncilSession.ID = try call.path("session")
            let cancelling = try call.json { body in body.required("reason")?.text(atMost: 500).map { CancelSession(session, for: $0) } }
            return try await change(call) { (tx: borrowing TenantTransaction) in
                try await cancelling.perform(in: tx)
                return session
            }
        }
    }

    private static let paper: Schema = .object([
        .init("dossier", .uuid), .init("yes", .integer), .init("no", .integer),
        .init("written", .integer, required: false, "How many of these ballots absent members sent."),
    ])

    private static func outcomes(_ place: CouncilPlace) -> Route {
        Route(
            .post, place.path("/sessions/{session}/outcomes"), name: place.name("record-outcomes"), asks: place.keeps,
            summary:
                "Takes the step of each dossier that the closed session decided: passed goes on, not passed is refused, held is left out.",
            takes: .json(
                .object([
                    .init("dossiers", .array(.uuid), required: false, "Of its list; all that wait when absent.")
                ])), answers: .json(CouncilSchemas.session), status: .created
        ) { call in
            let session: CouncilSession.ID = try call.path("session")
            let recording = try call.json { body in
                let dossiers = body.optional("dossiers", default: [AwardDossier.ID]?.none) { $0.array { $0.id(AwardDossier.ID.self) } }
                return dossiers.map { RecordOutcomes(session, dossiers: $0) }
            }
            return try await change(call) { (tx: borrowing TenantTransaction) in
                try await recording.perform(in: tx, ids: call.ids)
                return session
            }
        }
    }

    // MARK: - Answers

    static func change(
        _ call: Call, _ act: (borrowing TenantTransaction) async throws -> CouncilSession.ID
    ) async throws -> Reply {
        try await call.change(act) { (id: CouncilSession.ID, tx: borrowing TenantTransaction) in
            try await shown(ShowSession(id), in: tx)
        }
    }

    static func shown(_ showing: ShowSession, in tx: borrowing TenantTransaction) async throws -> Reply {
        let answer = try await showing.perform(in: tx)
        return .json(CouncilJSON.session(answer.record, sheet: answer.sheet, checks: answer.checks))
    }
}
