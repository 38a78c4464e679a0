import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// The event at which a review is held: of the province by the Office, of a unit by who answers for its ledger; a unit reads the province's too.
enum ReviewEventRoutes {
    static let all: [Route] =
        LedgerPlace.both(list) + LedgerPlace.both(show) + LedgerPlace.both(plan) + LedgerPlace.both(change) + LedgerPlace.both(paper)
        + LedgerPlace.both(hold) + LedgerPlace.both(invitation)

    private static func keeps(_ place: LedgerPlace) -> Deed { place == .tenant ? .action(.answerReview) : .action(.keepReview) }
    private static func reads(_ place: LedgerPlace) -> Deed { place == .tenant ? .reading(.item) : .action(.readProvince) }

    private static func list(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("review-events"), name: place.name("review-events.list"), asks: reads(place),
            summary: "Events at which reviews are held, the latest planned first; in a unit the province's among them.",
            query: QueryParameter.page, answers: .json(.page(of: event))
        ) { call in
            let listing = ListReviewEvents(after: try Cursor.id(call), limit: try call.limit())
            return try await call.read { (tx: borrowing TenantTransaction) in
                let (found, next) = try await listing.perform(in: tx)
                return .json(.page(found.map { ReviewEventJSON.value($0) }, next: next, of: call))
            }
        }.exporting { _ in ListReviewEvents() }
    }

    private static func show(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("review-events/{event}"), name: place.name("review-events.show"), asks: reads(place),
            summary: "One event with every version of its plan, its papers and what happened.", answers: .json(event)
        ) { call in
            let showing = ShowReviewEvent(try call.path("event"))
            return try await call.read { (tx: borrowing TenantTransaction) in
                .json(ReviewEventJSON.value(try await showing.perform(in: tx)))
            }
        }
    }

    private static func plan(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("review-events"), name: place.name("review-events.plan"), asks: keeps(place),
            summary: "Plans the event of a review.", takes: .json(.object(ReviewBody.members + planned)), answers: .json(event),
            status: .created
        ) { call in
            let planning = try call.json { body in
                let named = ReviewBody.read(&body)
                let plan = read(&body)
                guard let named, let plan else { return PlanReviewEvent?.none }
                return PlanReviewEvent(.new(campaign: named.campaign, named.review), plan)
            }
            return try await act(call) { (tx: borrowing TenantTransaction) in try await planning.perform(in: tx, ids: call.ids) }
        }
    }

    private static func change(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("review-events/{event}/versions"), name: place.name("review-events.change"), asks: keeps(place),
            summary: "Plans it otherwise, for a reason; what was planned before stays.",
            takes: .json(
                .object(planned + [.init("version", .integer, "The last that was read."), .init("reason", .string, "Why it changes.")])),
            answers: .json(event), status: .created
        ) { call in
            let id: ReviewEvent.ID = try call.path("event")
            let planning = try call.json { body in
                let plan = read(&body)
                let version = body.required("version")?.integer(in: 1...100_000)
                let reason = body.required("reason")?.text(atMost: 1_000)
                guard let plan, let version, let reason else { return PlanReviewEvent?.none }
                return PlanReviewEvent(.change(id, version: version, reason: reason), plan)
            }
            return try await act(call) { (tx: borrowing TenantTransaction) in try await planning.perform(in: tx, ids: call.ids) }
        }
    }

    private static func paper(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("review-events/{event}/papers"), name: place.name("review-events.paper"), asks: keeps(place),
            summary: "Names a paper of it; a wrong one is replaced, for a reason, and stays.",
            takes: .json(
                .object([
                    .init("what", .string), .init("number", .string, required: false, "With its day, once it is signed."),
                    .init("signedOn", .date, required: false),
                    .init("made", .oneOf(ReviewEvent.Paper.Made.self), required: false, "Where the product makes it."),
                    .init("replaces", .uuid, required: false, "In whose place it comes."),
                    .init("reason", .string, required: false, "Why that was wrong."),
                ])), answers: .json(event), status: .created
        ) { call in
            let id: ReviewEvent.ID = try call.path("event")
            let adding = try call.json { body in
                let what = body.required("what")?.text(atMost: 500)
                let number = body.optional("number", default: "") { $0.line(atMost: 100) }
                let signedOn = body.optional("signedOn", default: CivilDate?.none) { $0.day() }
                let made = body.optional("made", default: ReviewEvent.Paper.Made?.none) { $0.oneOf(ReviewEvent.Paper.Made.self) }
                let replaces = body.optional("replaces", default: ReviewEvent.Paper.ID?.none) { $0.id(ReviewEvent.Paper.ID.self) }
                let reason = body.optional("reason", default: "") { $0.line(atMost: 500) }
                guard let what, let number, let signedOn, let made, let replaces, let reason else { return AddReviewPaper?.none }
                return AddReviewPaper(id, what: what, number: number, signedOn: signedOn, made: made, replaces: replaces, reason: reason)
            }
            return try await act(call) { (tx: borrowing TenantTransaction) in try await adding.perform(in: tx, ids: call.ids) }
        }
    }

    private static func hold(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("review-events/{event}/outcome"), name: place.name("review-events.hold"), asks: keeps(place),
            summary: "Records, once, that it was held: when, how many were there, who of the invited was not.",
            takes: .json(
                .object([
                    .init("heldOn", .date), .init("present", .integer),
                    .init("absent", .array(.string), required: false, "As they stand among the guests."),
                    .init("words", .text, required: false),
                ])), answers: .json(event), status: .created
        ) { call in
            let id: ReviewEvent.ID = try call.path("event")
            let holding = try call.json { body in
                let heldOn = body.required("heldOn")?.day()
                let present = body.required("present")?.integer(in: 1...100_000)
                let absent = body.optional("absent", default: [String]()) { $0.array { $0.line(atMost: 500) } }
                let words = body.optional("words", default: "") { $0.passage(atMost: 4_000) }
                guard let heldOn, let present, let absent, let words else { return HoldReviewEvent?.none }
                return HoldReviewEvent(id, heldOn: heldOn, present: present, absent: absent, words: words)
            }
            return try await act(call) { (tx: borrowing TenantTransaction) in try await holding.perform(in: tx) }
        }
    }

    private static func invitation(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("review-events/{event}/invitation"), name: place.name("review-events.invitation"), asks: reads(place),
            summary: "The invitation as it is planned now, as an attachment; of one's own event.", query: PaperFile.query,
            answers: .bytes(PaperFile.mediaTypes, atMost: PaperFile.largest)
        ) { call in
            let (format, making) = (try PaperFile.format(call), MakeReviewInvitation(try call.path("event")))
            let paper = try await call.backend.entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
                try await making.perform(in: tx)
            }
            return try await PaperFile.reply(paper, as: format, to: call)
        }
    }

    // MARK: - Bodies and answers

    private static let planned: [Schema.Property] = [
        .init("heldOn", .date), .init("startsAt", .string, required: false, "As papers have it: 08 giờ 00."), .init("place", .string),
        .init("chair", .string, "By his post."), .init("agenda", .array(.string), "One line each, in their order."),
        .init("guests", .array(.string), "Bodies and posts."),
    ]

    private static func read(_ body: inout JSONObjectReader) -> ReviewEvent.Plan? {
        let heldOn = body.required("heldOn")?.day()
        let startsAt = body.optional("startsAt", default: "") { $0.line(atMost: 100) }
        let place = body.required("place")?.text(atMost: 500)
        let chair = body.required("chair")?.text(atMost: 500)
        let agenda = body.required("agenda")?.array { $0.line(atMost: 500) }
        let guests = body.required("guests")?.array { $0.line(atMost: 500) }
        guard let heldOn, let startsAt, let place, let chair, let agenda, let guests else { return nil }
        return ReviewEvent.Plan(heldOn: heldOn, startsAt: startsAt, place: place, chair: chair, agenda: agenda, guests: guests)
    }

    private static let event: Schema = .named(
        "ReviewEvent",
        [
            .init("id", .uuid), .init("tenant", .string, "Whose review it is."), .init("unitName", .string), .init("name", .string),
            .init("campaign", .string), .init("review", .oneOf(Campaign.Review.self)),
            .init(
                "versions",
                .array(
                    .named(
                        "ReviewEventVersion",
                        [
                            .init("version", .integer), .init("heldOn", .date), .init("startsAt", .string), .init("place", .string),
                            .init("chair", .string), .init("agenda", .array(.string)), .init("guests", .array(.string)),
                            .init("reason", .string, "Why it is not as before."), .init("recordedOn", .date),
                        ])), "The last first: it counts."),
            .init(
                "papers",
                .array(
                    .named(
                        "ReviewEventPaper",
                        [
                            .init("id", .uuid), .init("what", .string), .init("number", .string), .init("signedOn", .nullable(.date)),
                            .init("made", .nullable(.oneOf(ReviewEvent.Paper.Made.self))), .init("replaces", .nullable(.uuid)),
                            .init("reason", .string), .init("replaced", .boolean),
                        ]))),
            .init(
                "outcome",
                .nullable(
                    .named(
                        "ReviewEventOutcome",
                        [
                            .init("heldOn", .date), .init("present", .integer), .init("absent", .array(.string)), .init("words", .string),
                        ]))),
        ])

    private static func act(_ call: Call, _ act: (borrowing TenantTransaction) async throws -> ReviewEvent.ID) async throws -> Reply {
        try await call.change(act) { (id: ReviewEvent.ID, tx: borrowing TenantTransaction) in
            .json(ReviewEventJSON.value(try await ShowReviewEvent(id).perform(in: tx)))
        }
    }
}
