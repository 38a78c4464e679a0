import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// What a unit awards by its own authority (Giấy khen): its rules as its decision has them, its rounds, and the totals that the province reads. What is
/// done with its dossiers stands among the steps of all dossiers.
enum OwnAwardRoutes {
    static let all: [Route] = [listRules, takeRules, confirmRules, list, show, open, lock, totals]

    private static let rulesPath = LedgerPlace.tenant.path("award-rules")
    private static let roundsPath = LedgerPlace.tenant.path("award-rounds")

    private static let listRules = Route(
        .get, rulesPath, name: "own-rules.list", asks: .reading(.ownAward),
        summary: "The unit's own rules on Giấy khen, those that began last first: who gives, slots, budget, criteria, its council.",
        answers: .json(OwnAwardSchemas.rules)
    ) { call in
        try await call.read { (tx: borrowing TenantTransaction) in try await shownRules(in: tx) }
    }

    private static let takeRules = Route(
        .post, rulesPath, name: "own-rules.take", asks: .action(.keepOwnAward),
        summary:
            "Takes the unit's own rules as its decision has them, all or none; what was opened and decided before stays under its own.",
        takes: .json(
            .object([
                .init("documentNumber", .string, "Of the decision."), .init("documentOn", .date), .init("validFrom", .date),
                .init("validTo", .date, required: false, "Last day; until others begin when absent."),
                .init("givers", .text, "CSV: \(columns("givers.csv")); scope giver or eachUnit."),
                .init("criteria", .text, "CSV: \(columns("criteria.csv")); empty form or subject: whatever it is."),
                .init("councilRules", .text, "CSV: \(columns("council-rules.csv"))."),
            ])), answers: .json(OwnAwardSchemas.rules), status: .created
    ) { call in
        let taking = try call.json { body in
            let number = body.required("documentNumber")?.text(atMost: 100)
            let documentOn = body.required("documentOn")?.day()
            let validFrom = body.required("validFrom")?.day()
            let validTo = body.optional("validTo")?.day()
            let givers = body.required("givers")?.passage(atMost: 100_000)
            let criteria = body.required("criteria")?.passage(atMost: 100_000)
            let councils = body.required("councilRules")?.passage(atMost: 100_000)
            guard let number, let documentOn, let validFrom, let givers, let criteria, let councils else { return TakeOwnRules?.none }
            return TakeOwnRules(
                documentNumber: number, documentOn: documentOn, validFrom: validFrom, validTo: validTo,
                files: [
                    "givers.csv": Array(givers.utf8), "criteria.csv": Array(criteria.utf8), "council-rules.csv": Array(councils.utf8),
                ])
        }
        return try await call.change { (tx: borrowing TenantTransaction) in
            try await taking.perform(in: tx, ids: call.ids).description
        } show: { (_: ResourceKey, tx: borrowing TenantTransaction) in
            try await shownRules(in: tx)
        }
    }

    private static let confirmRules = Route(
        .post, rulesPath + "/{rules}/confirmation", name: "own-rules.confirm", asks: .action(.giveAward),
        summary: "The unit's head confirms rules by a paper, once; what is opened from that day on stands under them.",
        takes: .json(.object([.init("documentNumber", .string, "Of the paper on which he confirms.")])),
        answers: .json(OwnAwardSchemas.rules), status: .created
    ) { call in
        let id: OwnRules.ID = try call.path("rules")
        let confirming = try call.json { body in
            body.required("documentNumber")?.text(atMost: 100).map { ConfirmOwnRules(id, documentNumber: $0) }
        }
        return try await call.change { (tx: borrowing TenantTransaction) in
            try await confirming.perform(in: tx)
            return id.description
        } show: { (_: ResourceKey, tx: borrowing TenantTransaction) in
            try await shownRules(in: tx)
        }
    }

    private static let list = Route(
        .get, roundsPath, name: "own-rounds.list", asks: .reading(.ownAward),
        summary: "Rounds of the unit's own awards and of all in it that give, the latest first: slots, and what they cost.",
        query: QueryParameter.page, answers: .json(.page(of: OwnAwardSchemas.round))
    ) { call in
        let listing = ListOwnRounds(after: try Cursor.id(call), limit: try call.limit())
        return try await call.read { (tx: borrowing TenantTransaction) in
            let page = try await listing.perform(in: tx)
            return .json(.page(page.rounds.map { OwnAwardJSON.round($0, on: page.today) }, next: page.next, of: call))
        }
    }.exporting { _ in ListOwnRounds() }

    private static let show = Route(
        .get, roundsPath + "/{round}", name: "own-rounds.show", asks: .reading(.ownAward), summary: "One round.",
        answers: .json(OwnAwardSchemas.round)
    ) { call in
        let id: OwnRound.ID = try call.path("round")
        return try await call.read { (tx: borrowing TenantTransaction) in try await shown(id, in: tx) }
    }

    private static let open = Route(
        .post, roundsPath, name: "own-rounds.open", asks: .action(.keepOwnAward),
        summary: "Who keeps the awards of the unit, or of a commune or sub-unit that gives, opens its round under the rules of the day.",
        takes: .json(
            .object(
                ReviewBody.members + [
                    .init("opensOn", .date), .init("cutOff", .date, "The last day in time."),
                    .init("documentNumber", .string, "Of the paper that opens it."), .init("documentOn", .date),
                ])), answers: .json(OwnAwardSchemas.round), status: .created
    ) { call in
        let opening = try call.json { body in
            let named = ReviewBody.read(&body)
            let opensOn = body.required("opensOn")?.day()
            let cutOff = body.required("cutOff")?.day()
            let number = body.required("documentNumber")?.text(atMost: 100)
            let documentOn = body.required("documentOn")?.day()
            guard let named, let opensOn, let cutOff, let number, let documentOn else { return OpenOwnRound?.none }
            return OpenOwnRound(
                campaign: named.campaign, review: named.review, opensOn: opensOn, cutOff: cutOff, documentNumber: number,
                documentOn: documentOn)
        }
        return try await change(call) { (tx: borrowing TenantTransaction) in try await opening.perform(in: tx, ids: call.ids) }
    }

    private static let lock = Route(
        .post, roundsPath + "/{round}/lock", name: "own-rounds.lock", asks: .action(.keepOwnAward),
        summary: "Locks its list, once: nothing more is submitted, and withdrawing frees no slot.", answers: .json(OwnAwardSchemas.round),
        status: .created
    ) { call in
        let locking = LockOwnRound(try call.path("round"))
        return try await change(call) { (tx: borrowing TenantTransaction) in
            try await locking.perform(in: tx)
            return locking.round
        }
    }

    private static let totals = Route(
        .get, LedgerPlace.province.path("own-award-totals"), name: LedgerPlace.province.name("own-awards.totals"),
        asks: .action(.readProvince), summary: "What units gave by their own authority in a year: forms, numbers, money, no names.",
        query: [QueryParameter("year", .integer, "Of the decisions; this year when absent.")], answers: .json(OwnAwardSchemas.totals)
    ) { call in
        let listing = ListOwnTotals(year: try year(call))
        return try await call.read { (tx: borrowing TenantTransaction) in
            let totals = try await listing.perform(in: tx)
            return .json(["items": .array(totals.map(OwnAwardJSON.total))])
        }
    }.exporting { call in ListOwnTotals(year: try year(call)) }

    private static func year(_ call: Call) throws(Problem) -> Int? {
        try call.query("year", "phải là năm có bốn chữ số") { Int($0).flatMap { (1_900...2_200).contains($0) ? $0 : nil } }
    }

    private static func columns(_ file: String) -> String { OwnRules.columns[file] ?? "" }

    private static func change(
        _ call: Call, _ act: (borrowing TenantTransaction) async throws -> OwnRound.ID
    ) async throws -> Reply {
        try await call.change(act) { (id: OwnRound.ID, tx: borrowing TenantTransaction) in
            try await shown(id, in: tx)
        }
    }

    private static func shown(_ id: OwnRound.ID, in tx: borrowing TenantTransaction) async throws -> Reply {
        let (round, today) = try await ShowOwnRound(id).perform(in: tx)
        return .json(OwnAwardJSON.round(round, on: today))
    }

    private static func shownRules(in tx: borrowing TenantTransaction) async throws -> Reply {
        .json(["items": .array(try await ListOwnRules().perform(in: tx).map(OwnAwardJSON.rules))])
    }
}
