import Domain
import HTTPTypes
import Operations
import Web

/// What is done with a dossier, but for what a council says of it: by the unit, by Home Affairs, by who signs; and of what a unit gives by its own
/// authority by who keeps its awards and who signs there.
enum DossierStepRoutes {
    static let ofTheUnit: [Route] = [
        step("submission", "dossiers.submit", .proposeAward, "The unit submits it: an individual takes one of its slots.", dated: false) {
            id, _, tx, ids in try await SubmitDossier(dossier: id).perform(in: tx, ids: ids)
        },
        step(
            "supplement", "dossiers.supplement", .proposeAward, "The unit sends it back with what was wanting; its clock goes on.",
            reason: .optional
        ) { id, given, tx, ids in
            try await SupplementDossier(dossier: id, happenedOn: given.happenedOn, note: given.reason).perform(in: tx, ids: ids)
        },
        step(
            "withdrawal", "dossiers.withdraw", .proposeAward,
            "The unit takes it back before it is decided; a slot is free again until the list is locked.",
            reason: .required
        ) { id, given, tx, ids in
            try await WithdrawDossier(dossier: id, reason: given.reason, happenedOn: given.happenedOn).perform(in: tx, ids: ids)
        },
    ]

    static let ofTheProvince: [Route] = appraising(.province)

    /// The same by own authority, and what the council of a commune or sub-unit that gives found: it sits on paper.
    static let ofOwnAuthority: [Route] =
        appraising(.tenant) + [
            step(
                "council-finding", "dossiers.pass-council", .keepOwnAward,
                "The council of a commune or sub-unit that gives by its own authority passed it, by its minutes.", number: .required
            ) { id, given, tx, ids in
                try await PassOwnCouncil(dossier: id, documentNumber: given.number, happenedOn: given.happenedOn).perform(in: tx, ids: ids)
            }
        ]

    private static func appraising(_ place: LedgerPlace) -> [Route] {
        let (keeps, signs): (Action, Action) = place == .province ? (.appraiseAward, .decideAward) : (.keepOwnAward, .giveAward)
        return [
            step(
                "receipt", "dossiers.receive", keeps, in: place,
                "Home Affairs, or who keeps a unit's own awards, receives it; a late one by a decision alone.",
                number: .optional
            ) { id, given, tx, ids in
                try await ReceiveDossier(dossier: id, happenedOn: given.happenedOn, lateDecision: given.number).perform(in: tx, ids: ids)
            },
            step(
                "supplement-request", "dossiers.ask-supplement", keeps, in: place,
                "Home Affairs asks for what is wanting: every defect in one list.", reason: .required
            ) { id, given, tx, ids in
                try await AskDossierSupplement(dossier: id, defects: given.reason, happenedOn: given.happenedOn).perform(in: tx, ids: ids)
            },
            step(
                "appraisal", "dossiers.appraise", keeps, orAsks: place == .province ? .decideAward : nil, in: place,
                "Home Affairs finds that it meets the conditions; of its own dossier a leader records what the body named by a paper found.",
                number: .optional
            ) { id, given, tx, ids in
                try await AppraiseDossier(dossier: id, happenedOn: given.happenedOn, documentNumber: given.number).perform(in: tx, ids: ids)
            },
            step(
                "refusal", "dossiers.refuse", keeps, orAsks: signs, in: place,
                "Home Affairs, or who does not sign, finds that it does not meet the conditions; the unit gets a notice.",
                reason: .required,
                number: .required
            ) { id, given, tx, ids in
                try await RefuseDossier(dossier: id, reason: given.reason, documentNumber: given.number, happenedOn: given.happenedOn)
                    .perform(in: tx, ids: ids)
            },
            step(
                "hold", "dossiers.hold", keeps, in: place, "Home Affairs holds it; its clock stops.", reason: .required,
                number: .optional
            ) { id, given, tx, ids in
                try await HoldDossier(dossier: id, reason: given.reason, documentNumber: given.number, happenedOn: given.happenedOn)
                    .perform(in: tx, ids: ids)
            },
            step(
                "release", "dossiers.release", keeps, in: place, "It goes on where it was held.", reason: .required,
                number: .optional
            ) { id, given, tx, ids in
                try await ReleaseDossier(dossier: id, reason: given.reason, documentNumber: given.number, happenedOn: given.happenedOn)
                    .perform(in: tx, ids: ids)
            },
            step(
                "submission-to-chairman", "dossiers.put", keeps, in: place,
                "Home Affairs, or who keeps a unit's own awards, puts it to who signs, by a tờ trình.",
                number: .required
            ) { id, given, tx, ids in
                try await PutDossierToChairman(dossier: id, documentNumber: given.number, happenedOn: given.happenedOn).perform(
                    in: tx, ids: ids)
            },
            step(
                "decision", "dossiers.decide", signs, in: place, "The Chairman, or who signs in his stead, decides."
            ) { id, given, tx, ids in
                try await DecideDossier(dossier: id, happenedOn: given.happenedOn).perform(in: tx, ids: ids)
            },
            step(
                "presentation", "dossiers.present", keeps, in: place, "The award was handed over.", reason: .optional
            ) { id, given, tx, ids in
                try await PresentDossier(dossier: id, happenedOn: given.happenedOn, note: given.reason).perform(in: tx, ids: ids)
            },
        ]
    }

    /// What a step is sent with.
    struct Given: Sendable {
        let happenedOn: CivilDate?
        let reason: String
        let number: String
    }

    private enum Need {
        case no, optional, required
    }

    private typealias Act =
        @Sendable (AwardDossier.ID, Given, borrowing TenantTransaction, IDSource) async throws -> Void

    private static func step(
        _ path: String, _ name: String, _ asks: Action, orAsks: Action? = nil, in place: LedgerPlace = .tenant, _ summary: String,
        reason: Need = .no, number: Need = .no, dated: Bool = true, _ act: @escaping Act
    ) -> Route {
        var members: [Schema.Property] = []
        if dated { members.append(.init("happenedOn", .date, required: false, "Date of the paper or the event; today when absent.")) }
        if reason != .no { members.append(.init("reason", .text, required: reason == .required)) }
        if number != .no {
            members.append(.init("documentNumber", .string, required: number == .required, "Of the paper that it rests on."))
        }
        return Route(
            .post, place.path("award-dossiers/{dossier}/\(path)"), name: operation(name, place, asks), asks: .action(asks),
            orAsks: orAsks.map { [.action($0)] } ?? [], summary: summary, takes: members.isEmpty ? nil : .json(.object(members)),
            answers: .json(DossierSchemas.detail), status: .created
        ) { call in
            let id: AwardDossier.ID = try call.path("dossier")
            let given =
                dated || reason != .no || number != .no ? try read(call, reason, number) : Given(happenedOn: nil, reason: "", number: "")
            return try await DossierReply.change(call) { (tx: borrowing TenantTransaction) in
                try await act(id, given, tx, call.ids)
                return id
            }
        }
    }

    /// What who appraises and signs does in the province and by own authority are two operations: who may is not the same.
    private static func operation(_ name: String, _ place: LedgerPlace, _ asks: Action) -> String {
        place == .tenant && asks != .proposeAward ? "own-\(name)" : place.name(name)
    }

    private static func read(_ call: Call, _ reason: Need, _ number: Need) throws(Problem) -> Given {
        try call.json { body in
            let happenedOn = body.optional("happenedOn", default: CivilDate?.none) { $0.day().map(Optional.some) }
            let reason: String? =
                switch reason {
                case .no: ""
                case .optional: body.optional("reason", default: "") { $0.passage(atMost: 4_000) }
                case .required: body.required("reason")?.passage(atMost: 4_000)
                }
            let number: String? =
                switch number {
                case .no: ""
                case .optional: body.optional("documentNumber", default: "") { $0.line(atMost: 100) }
                case .required: body.required("documentNumber")?.text(atMost: 100)
                }
            guard let happenedOn, let reason, let number else { return Given?.none }
            return Given(happenedOn: happenedOn, reason: reason, number: number)
        }
    }

    /// No step: where it stands does not change.
    static let changeRegime = Route(
        .post, LedgerPlace.province.path("award-dossiers/{dossier}/regime"), name: LedgerPlace.province.name("dossiers.change-regime"),
        asks: .action(.appraiseAward), summary: "Home Affairs puts it under another regime, for a reason, until it is decided.",
        takes: .json(.object([.init("regime", .string, "Code of the regime."), .init("reason", .text)])),
        answers: .json(DossierSchemas.detail), status: .created
    ) { call in
        let id: AwardDossier.ID = try call.path("dossier")
        let changing = try call.json { body in
            let regime = body.required("regime")?.text()
            let reason = body.required("reason")?.passage(atMost: 4_000)
            guard let regime, let reason else { return ChangeDossierRegime?.none }
            return ChangeDossierRegime(dossier: id, regime: regime, reason: reason)
        }
        return try await DossierReply.change(call) { (tx: borrowing TenantTransaction) in
            try await changing.perform(in: tx, ids: call.ids)
            return id
        }
    }
}
