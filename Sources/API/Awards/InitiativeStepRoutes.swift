import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// What is done with an initiative: by who registered it, by the unit's desk, and of the Chairman's own letter by Home Affairs.
enum InitiativeStepRoutes {
    static let all: [Route] =
        [
            step(.return, "return", "The unit asks for what is wanting; the clock stops."),
            step(.supplement, "supplement", "Who registered it adds what was wanting; the clock goes on."),
            step(.letter, "letter", "The unit's head praised it by a letter, which takes the next number of the unit's register."),
            step(.letter, "letter", in: .province, "The Chairman praised it by a letter, which takes the next number of his register."),
            step(.decline, "refusal", "The unit answers that no award is considered, and why."),
            step(
                .publish, "publication", "The unit publishes what was awarded: every officer reads what was blocked and how it was solved."),
            step(.withdraw, "withdrawal", "Who registered it takes it back before it is answered."),
        ] + [
            propose(
                .commend, "commendation",
                "The unit asks for its own Giấy khen: its dossier is drafted on the ad-hoc track of own authority, where its head decides."),
            propose(
                .propose, "proposal",
                "The unit proposes it for a Bằng khen: its dossier is drafted on the ad-hoc track, which skips the councils."),
            ask,
        ]

    private static func step(
        _ step: Initiative.Step, _ path: String, in place: LedgerPlace = .tenant, _ summary: String
    ) -> Route {
        var members: [Schema.Property] = [
            .init("happenedOn", .date, required: false, "Date of the paper or the event; today when absent."),
            .init("reason", .text, required: step.needsReason),
        ]
        if step.needsPaper {
            members += [
                .init("documentNumber", .string, "As the clerk gave it."), .init("signer", .string, "As it stands under the paper."),
            ]
        }
        let action: Action = place == .province ? .appraiseAward : step.party == .registrant ? .registerInitiative : .proposeAward
        return Route(
            .post, place.path("initiatives/{initiative}/\(path)"),
            name: place.name("initiatives.\(place == .province ? "praise" : step.rawValue)"), asks: .action(action),
            summary: summary, takes: .json(.object(members)), answers: .json(InitiativeSchemas.detail), status: .created
        ) { call in
            let id: Initiative.ID = try call.path("initiative")
            let taking = try call.json { body in
                let happenedOn = body.optional("happenedOn", default: CivilDate?.none) { $0.day().map(Optional.some) }
                let reason =
                    step.needsReason
                    ? body.required("reason")?.passage(atMost: 4_000)
                    : body.optional("reason", default: "") { $0.passage(atMost: 4_000) }
                let number = step.needsPaper ? body.required("documentNumber")?.text(atMost: 100) : ""
                let signer = step.needsPaper ? body.required("signer")?.text() : ""
                guard let happenedOn, let reason, let number, let signer else { return TakeInitiativeStep?.none }
                return TakeInitiativeStep(id, step, happenedOn: happenedOn, reason: reason, documentNumber: number, signer: signer)
            }
            return try await InitiativeReply.change(call) { (tx: borrowing TenantTransaction) in
                try await taking.perform(in: tx, ids: call.ids)
                return id
            }
        }
    }

    private static func propose(_ step: Initiative.Step, _ path: String, _ summary: String) -> Route {
        Route(
            .post, LedgerPlace.tenant.path("initiatives/{initiative}/\(path)"), name: "initiatives.\(step.rawValue)",
            asks: .action(.proposeAward), summary: summary,
            takes: .json(.object([.init("happenedOn", .date, required: false, "Today when absent.")])),
            answers: .json(InitiativeSchemas.detail), status: .created
        ) { call in
            let id: Initiative.ID = try call.path("initiative")
            let proposing = try call.json { body in
                body.optional("happenedOn", default: CivilDate?.none) { $0.day().map(Optional.some) }.map {
                    ProposeInitiative(id, step, happenedOn: $0)
                }
            }
            return try await InitiativeReply.change(call) { (tx: borrowing TenantTransaction) in
                try await proposing.perform(in: tx, ids: call.ids)
                return id
            }
        }
    }

    private static let ask = Route(
        .post, LedgerPlace.tenant.path("initiatives/{initiative}/confirmations"), name: "initiatives.ask",
        asks: .action(.registerInitiative),
        summary: "Asks another unit whether it works there: a sub-unit of one's own, or another unit of the first tier as a whole.",
        takes: .json(
            .object([
                .init("unit", .uuid, required: false, "A sub-unit of one's own first-tier unit; or"),
                .init("tenant", .string, required: false, "another first-tier unit, such as district_102."),
                .init("claim", .text, required: false, "What it is asked; title, solution and effect when absent."),
            ])), answers: .json(InitiativeSchemas.detail), status: .created
    ) { call in
        let id: Initiative.ID = try call.path("initiative")
        let asking = try call.json { body in
            let unit = body.optional("unit", default: SubUnit.ID?.none) { $0.id(SubUnit.ID.self) }
            let slug = body.optional("tenant", default: "") { $0.line(atMost: 63) }
            let claim = body.optional("claim", default: "") { $0.passage(atMost: 4_000) }
            guard let unit, let slug, let claim else { return AskConfirmation?.none }
            return AskConfirmation(initiative: id, unit: unit, tenant: Tenant.Slug(slug), claim: claim)
        }
        return try await InitiativeReply.change(call) { (tx: borrowing TenantTransaction) in
            try await asking.perform(in: tx, ids: call.ids)
            return id
        }
    }
}

/// What the acting post's own unit is asked to confirm.
enum ConfirmationRoutes {
    static let all: [Route] = [list, answer]

    private static let path = LedgerPlace.tenant.path("initiative-confirmations")

    private static let list = Route(
        .get, path, name: "initiative-confirmations.list", asks: .action(.confirmInitiative),
        summary: "What the acting post's own unit is asked to confirm of other units' initiatives, the latest first.",
        query: [QueryParameter("open", .boolean, "Only what is owed.")] + QueryParameter.page,
        answers: .json(.page(of: InitiativeSchemas.confirmation))
    ) { call in
        let listing = ListAskedConfirmations(
            onlyOpen: try call.queryFlag("open"), after: try Cursor.id(call), limit: try call.limit())
        return try await call.read { (tx: borrowing TenantTransaction) in
            let (confirmations, next) = try await listing.perform(in: tx)
            return .json(.page(confirmations.map(InitiativeJSON.confirmation), next: next, of: call))
        }
    }.exporting { call in ListAskedConfirmations(onlyOpen: try call.queryFlag("open")) }

    private static let answer = Route(
        .post, path + "/{confirmation}/answer", name: "initiative-confirmations.answer", asks: .action(.confirmInitiative),
        summary: "The head of the asked unit confirms by a paper, or declines with a reason; once.",
        takes: .json(
            .object([
                .init("answer", .oneOf(InitiativeConfirmation.Answer.self)), .init("reason", .text, required: false, "Needed to decline."),
                .init("documentNumber", .string, required: false, "Needed to confirm."),
            ])), answers: .json(InitiativeSchemas.confirmation), status: .created
    ) { call in
        let id: InitiativeConfirmation.ID = try call.path("confirmation")
        let answering = try call.json { body in
            let answer = body.required("answer")?.oneOf(InitiativeConfirmation.Answer.self)
            let reason = body.optional("reason", default: "") { $0.passage(atMost: 4_000) }
            let number = body.optional("documentNumber", default: "") { $0.line(atMost: 100) }
            guard let answer, let reason, let number else { return AnswerConfirmation?.none }
            return AnswerConfirmation(id, answer, reason: reason, documentNumber: number)
        }
        return try await call.change { (tx: borrowing TenantTransaction) in
            try await answering.perform(in: tx)
            return id.description
        } show: { (_: ResourceKey, tx: borrowing TenantTransaction) in
            .json(InitiativeJSON.confirmation(try await ShowConfirmation(id).perform(in: tx)))
        }
    }
}
