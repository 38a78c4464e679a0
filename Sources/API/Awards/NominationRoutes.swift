import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Nomination rounds: opened and locked by Home Affairs; each unit sees its own slots, the province all.
enum NominationRoutes {
    static let all: [Route] = [list] + LedgerPlace.both(show) + [guidance, open, lock]

    private static let list = Route(
        .get, "/api/v1/nomination-rounds", name: "nominations.list", asks: .reading(.catalogue),
        summary: "Every nomination round, the latest first.", answers: .json(.object([.init("items", .array(NominationSchemas.round))]))
    ) { call in
        try await call.read { (tx: borrowing TenantTransaction) in
            let answer = try await ListNominationRounds().perform(in: tx)
            return .json(["items": .array(answer.rounds.map { .object(NominationJSON.round($0, on: answer.today)) })])
        }
    }.exporting { _ in ListNominationRounds() }

    private static func show(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("nomination-round"), name: place.name("nominations.show"), asks: .reading(.catalogue),
            summary: "The round of a review, with verdict, slots taken and free of each unit in sight.", query: ReviewBody.query,
            answers: .json(NominationSchemas.answer)
        ) { call in
            let (campaign, review) = try ReviewBody.named(call)
            return try await call.read { (tx: borrowing TenantTransaction) in try await shown(campaign, review, in: tx) }
        }.exporting { call in
            let (campaign, review) = try ReviewBody.named(call)
            return ShowNominationRound(campaign: campaign, review: review)
        }
    }

    private static let guidance = Route(
        .get, LedgerPlace.province.path("nomination-round/guidance"), name: LedgerPlace.province.name("nominations.guidance"),
        asks: .action(.readProvince), summary: "The guidance letter of a round as an attachment; before it is opened for a last day named.",
        query: ReviewBody.query + [QueryParameter("cutOff", .date, "The last day to submit, while no round is opened.")] + PaperFile.query,
        answers: .bytes(PaperFile.mediaTypes, atMost: PaperFile.largest)
    ) { call in
        let (format, named) = (try PaperFile.format(call), try ReviewBody.named(call))
        let making = MakeRoundGuidance(campaign: named.campaign, review: named.review, cutOff: try call.queryDate("cutOff"))
        let paper = try await call.backend.entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
            try await making.perform(in: tx)
        }
        return try await PaperFile.reply(paper, as: format, to: call)
    }

    private static let open = Route(
        .post, LedgerPlace.province.path("nomination-rounds"), name: LedgerPlace.province.name("nominations.open"),
        asks: .action(.appraiseAward), summary: "Opens the nomination round of a review once its figures are frozen.",
        takes: .json(
            .object(
                ReviewBody.members + [
                    .init("opensOn", .date), .init("cutOff", .date, "The last day in time."),
                    .init("guidanceNumber", .string, "Of the guidance letter."), .init("guidanceOn", .date),
                ])), answers: .json(NominationSchemas.answer), status: .created
    ) { call in
        let opening = try call.json { body in
            let named = ReviewBody.read(&body)
            let opensOn = body.required("opensOn")?.day()
            let cutOff = body.required("cutOff")?.day()
            let number = body.required("guidanceNumber")?.text(atMost: 100)
            let guidanceOn = body.required("guidanceOn")?.day()
            guard let named, let opensOn, let cutOff, let number, let guidanceOn else { return OpenNominationRound?.none }
            return OpenNominationRound(
                campaign: named.campaign, review: named.review, opensOn: opensOn, cutOff: cutOff, guidanceNumber: number,
                guidanceOn: guidanceOn)
        }
        return try await change(call, opening.campaign, opening.review) { (tx: borrowing TenantTransaction) in
            _ = try await opening.perform(in: tx, ids: call.ids)
        }
    }

    private static let lock = Route(
        .post, LedgerPlace.province.path("nomination-locks"), name: LedgerPlace.province.name("nominations.lock"),
        asks: .action(.appraiseAward),
        summary: "Locks the list of a round, once: nothing more is submitted, and withdrawing frees no slot.",
        takes: .json(.object(ReviewBody.members)), answers: .json(NominationSchemas.answer), status: .created
    ) { call in
        let (campaign, review) = try call.json { (body: inout JSONObjectReader) in ReviewBody.read(&body) }
        return try await change(call, campaign, review) { (tx: borrowing TenantTransaction) in
            try await LockNominationRound(campaign: campaign, review: review).perform(in: tx)
        }
    }

    private static func change(
        _ call: Call, _ campaign: String, _ review: Campaign.Review, _ act: (borrowing TenantTransaction) async throws -> Void
    ) async throws -> Reply {
        try await call.change { (tx: borrowing TenantTransaction) in
            try await act(tx)
            return "\(campaign)/\(review.rawValue)"
        } show: { (_: ResourceKey, tx: borrowing TenantTransaction) in
            try await shown(campaign, review, in: tx)
        }
    }

    private static func shown(_ campaign: String, _ review: Campaign.Review, in tx: borrowing TenantTransaction) async throws -> Reply {
        let answer = try await ShowNominationRound(campaign: campaign, review: review).perform(in: tx)
        return .json(NominationJSON.answer(answer.round, answer.units, answer.scope, on: answer.today))
    }
}

/// The shapes of nomination rounds, for the OpenAPI document.
enum NominationSchemas {
    private static let head: [Schema.Property] = [
        .init("id", .uuid), .init("campaign", .string), .init("review", .oneOf(Campaign.Review.self)), .init("opensOn", .date),
        .init("cutOff", .date, "The last day in time."), .init("lockedOn", .nullable(.date), "Null while the list is open."),
        .init("guidanceNumber", .string), .init("guidanceOn", .date),
        .init("snapshotVersion", .integer, "Of the frozen figures when it was opened."), .init("words", .string, "How it stands."),
    ]

    static let round: Schema = .named("NominationRound", head)

    static let answer: Schema = .named(
        "NominationStanding",
        head + [
            .init("quotaScope", .oneOf(NominationQuota.Scope.self), "What the number of individuals attaches to."),
            .init("quotaScopeName", .string), .init("warning", .nullable(.string), "What to think of before the list is locked (A03)."),
            .init("units", .array(unit), "Units in sight, in customary order."),
        ])

    private static let unit: Schema = .named(
        "NominatingUnit",
        [
            .init("tenant", .string), .init("unit", .uuid), .init("code", .string), .init("name", .string),
            .init("verdict", .oneOf(UnitVerdict.Verdict.self), "In the last frozen figures."), .init("verdictName", .string),
            .init("slots", .integer, "Individuals that it may put forward."), .init("taken", .integer), .init("free", .integer),
            .init("leaders", .integer, "Of those taken, leaders when they were put forward (A07)."),
            .init("submitted", .integer, "Dossiers that it has submitted, without those withdrawn."),
        ])
}
