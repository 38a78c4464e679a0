import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Decisions of the Chairman, and of who gives by own authority, as they are recorded, the golden book, its money, letters of praise; and what every officer may know of it.
enum AwardRegisterRoutes {
    static let all: [Route] =
        LedgerPlace.both(record) + LedgerPlace.both(list) + [published, budget, letters, initiativeLetters, letter, strikeLetter]
        + AwardNameRoutes.all

    private static func record(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("award-decisions"), name: place == .province ? place.name("awards.record") : "own-awards.record",
            asks: .action(place == .province ? .appraiseAward : .keepOwnAward),
            summary:
                "Records a signed decision under the clerk's number, and what it gives: each takes the next number of the golden book.",
            takes: .json(
                .object([
                    .init("number", .string, "As the clerk gave it."), .init("signedOn", .date),
                    .init(
                        "signer", .string, required: false,
                        "As it stands under the paper; of the Chairman's decisions as the dossiers were signed when absent, and no other."),
                    .init(
                        "awards",
                        .array(
                            .object([
                                .init("dossier", .uuid),
                                .init("name", .string, required: false, "To be printed; the confirmed one when absent."),
                                .init("post", .string, required: false),
                            ])), "At most \(RecordDecision.most)."),
                    .init(
                        "nameReason", .text, required: false,
                        "Why names of the province's certificates are given that the unit and the nominee have not confirmed."),
                ])), answers: .json(.object([.init("items", .array(AwardRegisterSchemas.award))])), status: .created
        ) { call in
            let recording = try call.json { body in
                let number = body.required("number")?.text(atMost: 100)
                let signedOn = body.required("signedOn")?.day()
                let signer = body.optional("signer", default: "") { $0.text() }
                let awards = body.required("awards")?.array { cursor in
                    cursor.object { award in
                        let dossier = award.required("dossier")?.id(AwardDossier.ID.self)
                        let name = award.optional("name", default: "") { $0.line() }
                        let post = award.optional("post", default: "") { $0.line() }
                        guard let dossier, let name, let post else { return RecordDecision.Given?.none }
                        return RecordDecision.Given(dossier: dossier, name: name, post: post)
                    }
                }
                let reason = body.optional("nameReason", default: "") { $0.passage(atMost: 4_000) }
                guard let number, let signedOn, let signer, let awards, let reason else { return RecordDecision?.none }
                return RecordDecision(number: number, signedOn: signedOn, signer: signer, awards: awards, nameReason: reason)
            }
            return try await call.change { (tx: borrowing TenantTransaction) in
                try await recording.perform(in: tx, ids: call.ids)
            } show: { (key: ResourceKey, tx: borrowing TenantTransaction) in
                let selection = RecordedAward.Selection(year: recording.signedOn.year, decision: key)
                return .json(["items": .array(try await ListAwards(selection).all(in: tx).map(AwardRegisterJSON.award))])
            }
        }
    }

    private static func list(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("awards"), name: place == .province ? place.name("awards.list") : "own-awards.list",
            asks: place == .province ? .action(.readProvince) : .reading(.ownAward),
            summary:
                "The golden book (sổ vàng), the latest number first: what certificates are printed from, and the history of a person or a unit.",
            query: [
                QueryParameter("year", .integer, "Of the decision."), QueryParameter("decision", .string, "Its number."),
                QueryParameter("tenant", .string, "Slug of the unit that proposed."), QueryParameter("person", .uuid, "Of an individual."),
                QueryParameter("giver", .uuid, "Whose book, in a unit; that of the unit or of the post's sub-unit when absent."),
            ] + QueryParameter.page, answers: .json(.page(of: AwardRegisterSchemas.award))
        ) { call in
            let selection = try selection(call)
            let keys = try Cursor.keys(call, count: 2)
            let after = try keys.map { keys in
                guard let year = Int(keys[0]), let number = Int(keys[1]) else { throw Cursor.notOurs }
                return (year: year, number: number)
            }
            let listing = ListAwards(selection, after: after, limit: try call.limit())
            return try await call.read { (tx: borrowing TenantTransaction) in
                let (awards, next) = try await listing.perform(in: tx)
                return .json(.page(awards.map(AwardRegisterJSON.award), next: next.map { Cursor.text(call, "\($0.year)", "\($0.number)") }))
            }
        }.exporting { call in ListAwards(try selection(call)) }
    }

    private static func selection(_ call: Call) throws -> RecordedAward.Selection {
        RecordedAward.Selection(
            year: try call.query("year", "phải là năm có bốn chữ số") { Int($0).flatMap { (1_900...2_200).contains($0) ? $0 : nil } },
            decision: call.query("decision"), tenant: try call.query("tenant", "phải là mã đơn vị như district_973") { Tenant.Slug($0) },
            person: try call.queryID("person"), book: try call.queryID("giver"))
    }

    private static func proposer(_ call: Call) throws(Problem) -> Tenant.Slug? {
        try call.query("tenant", "phải là mã đơn vị như district_973") { Tenant.Slug($0) }
    }

    private static let published = Route(
        .get, "/api/v1/published-awards", name: "awards.published", asks: .reading(.catalogue),
        summary: "What is published of awards once they are signed: name, post, unit, award.",
        query: [QueryParameter("tenant", .string, "Slug of the unit that proposed.")] + QueryParameter.page,
        answers: .json(.page(of: AwardRegisterSchemas.published))
    ) { call in
        let keys = try Cursor.keys(call, count: 2)
        let after = try keys.map { keys in
            guard let day = CivilDate(keys[0]), let id = RecordedAward.ID(keys[1]) else { throw Cursor.notOurs }
            return (signedOn: day, id: id)
        }
        let listing = ListPublishedAwards(unit: try proposer(call), after: after, limit: try call.limit())
        return try await call.read { (tx: borrowing TenantTransaction) in
            let (awards, next) = try await listing.perform(in: tx)
            return .json(
                .page(awards.map(AwardRegisterJSON.published), next: next.map { Cursor.text(call, "\($0.signedOn)", $0.id.description) }))
        }
    }.exporting { call in ListPublishedAwards(unit: try proposer(call)) }

    private static let budget = Route(
        .get, LedgerPlace.province.path("award-budget"), name: LedgerPlace.province.name("awards.budget"), asks: .action(.readProvince),
        summary:
            "What the awards of a review cost, as if they were signed today; recorded ones as they were reckoned. Not ad-hoc awards, which rest on none.",
        query: ReviewBody.query, answers: .json(AwardRegisterSchemas.budget)
    ) { call in
        let (campaign, review) = try ReviewBody.named(call)
        return try await call.read { (tx: borrowing TenantTransaction) in
            .json(AwardRegisterJSON.budget(try await ShowAwardBudget(campaign: campaign, review: review).perform(in: tx)))
        }
    }.exporting { call in
        let (campaign, review) = try ReviewBody.named(call)
        return ShowAwardBudget(campaign: campaign, review: review)
    }

    private static let letters = Route(
        .get, LedgerPlace.province.path("award-letters"), name: LedgerPlace.province.name("letters.list"), asks: .action(.readProvince),
        summary: "Letters of praise (thư khen) that the frozen figures of a review give, and what the Chairman did about each.",
        query: ReviewBody.query, answers: .json(.object([.init("items", .array(AwardRegisterSchemas.letter))]))
    ) { call in
        let (campaign, review) = try ReviewBody.named(call)
        return try await call.read { (tx: borrowing TenantTransaction) in try await shown(campaign, review, in: tx) }
    }.exporting { call in
        let (campaign, review) = try ReviewBody.named(call)
        return ListLetters(campaign: campaign, review: review)
    }

    private static let initiativeLetters = Route(
        .get, LedgerPlace.province.path("initiative-letters"), name: LedgerPlace.province.name("initiative-letters.list"),
        asks: .action(.readProvince),
        summary: "Letters of praise that the Chairman gave to initiatives, in the register of letters, the latest number first.",
        query: QueryParameter.page, answers: .json(.page(of: AwardRegisterSchemas.initiativeLetter))
    ) { call in
        let keys = try Cursor.keys(call, count: 2)
        let after = try keys.map { keys in
            guard let year = Int(keys[0]), let number = Int(keys[1]) else { throw Cursor.notOurs }
            return (year: year, number: number)
        }
        let listing = ListInitiativeLetters(after: after, limit: try call.limit())
        return try await call.read { (tx: borrowing TenantTransaction) in
            let (letters, next) = try await listing.perform(in: tx)
            return .json(
                .page(letters.map { AwardRegisterJSON.letter($0) }, next: next.map { Cursor.text(call, "\($0.year)", "\($0.number)") }))
        }
    }.exporting { _ in ListInitiativeLetters() }

    private static let letter = Route(
        .post, LedgerPlace.province.path("award-letters"), name: LedgerPlace.province.name("letters.record"), asks: .action(.appraiseAward),
        summary: "Records a letter that the Chairman signed under the next number of its register, or that he declined it with a note.",
        takes: .json(
            .object(
                ReviewBody.members + [
                    .init("unit", .uuid), .init("declined", .boolean, required: false), .init("note", .text, required: false),
                    .init("signedOn", .date), .init("signer", .string, "As it stands under the letter."),
                ])), answers: .json(.object([.init("items", .array(AwardRegisterSchemas.letter))])), status: .created
    ) { call in
        let recording = try call.json { body in
            let named = ReviewBody.read(&body)
            let unit = body.required("unit")?.id(SubUnit.ID.self)
            let isDeclined = body.optional("declined", default: false) { $0.bool() }
            let note = body.optional("note", default: "") { $0.line(atMost: 4_000) }
            let signedOn = body.required("signedOn")?.day()
            let signer = body.required("signer")?.text()
            guard let named, let unit, let isDeclined, let note, let signedOn, let signer else { return RecordLetter?.none }
            return RecordLetter(
                campaign: named.campaign, review: named.review, unit: unit, isDeclined: isDeclined, note: note, signedOn: signedOn,
                signer: signer)
        }
        return try await call.change { (tx: borrowing TenantTransaction) in
            try await recording.perform(in: tx, ids: call.ids)
            return recording.unit.description
        } show: { (_: ResourceKey, tx: borrowing TenantTransaction) in
            try await shown(recording.campaign, recording.review, in: tx)
        }
    }

    private static let strikeLetter = Route(
        .post, LedgerPlace.province.path("award-letters/strike"), name: LedgerPlace.province.name("letters.strike"),
        asks: .action(.appraiseAward),
        summary: "Strikes a letter that was recorded by mistake; it is kept, its number stays taken, and another may be recorded.",
        takes: .json(.object(ReviewBody.members + [.init("unit", .uuid), .init("reason", .text)])),
        answers: .json(.object([.init("items", .array(AwardRegisterSchemas.letter))])), status: .created
    ) { call in
        let striking = try call.json { body in
            let named = ReviewBody.read(&body)
            let unit = body.required("unit")?.id(SubUnit.ID.self)
            let reason = body.required("reason")?.text(atMost: 1_000)
            guard let named, let unit, let reason else { return StrikeLetter?.none }
            return StrikeLetter(campaign: named.campaign, review: named.review, unit: unit, reason: reason)
        }
        return try await call.change { (tx: borrowing TenantTransaction) in
            try await striking.perform(in: tx)
            return striking.unit.description
        } show: { (_: ResourceKey, tx: borrowing TenantTransaction) in
            try await shown(striking.campaign, striking.review, in: tx)
        }
    }

    private static func shown(_ campaign: String, _ review: Campaign.Review, in tx: borrowing TenantTransaction) async throws -> Reply {
        let letters = try await ListLetters(campaign: campaign, review: review).perform(in: tx)
        return .json(["items": .array(letters.map { AwardRegisterJSON.letter($0) })])
    }
}
