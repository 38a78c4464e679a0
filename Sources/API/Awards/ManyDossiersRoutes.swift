import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// One step of many dossiers at once, with a dry run: of the province, and of what a unit gives itself.
enum ManyDossiersRoutes {
    static let all = LedgerPlace.both(step)

    private static func step(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("dossier-steps"), name: place.ownName("dossiers.step-many"), asks: .action(place.keepsAwards),
            orAsks: [.action(place == .province ? .decideAward : .giveAward)],
            summary: place == .province
                ? "Receives, appraises, puts to the Chairman or decides on many dossiers at once, all or none."
                : "The same of what the unit, a commune or a sub-unit gives by its own authority, by who keeps its awards and who signs.",
            query: [QueryParameter("dryRun", .boolean, "Says what would come of each, and changes nothing.")],
            takes: .json(
                .object([
                    .init("dossiers", .array(.uuid), "At most \(StepDossiers.most), each once."),
                    .init("step", .oneOf(StepDossiers.Verb.self)),
                    .init("happenedOn", .date, required: false, "Date of the paper or the event; today when absent."),
                    .init(
                        "documentNumber", .string, required: false,
                        "Of the decision by which late ones are received; of the paper by which they are put to the Chairman."),
                ])), answers: .json(outcomes)
        ) { call in
            let stepping = try call.json { body in
                let dossiers = body.required("dossiers")?.array { $0.id(AwardDossier.ID.self) }
                let verb = body.required("step")?.oneOf(StepDossiers.Verb.self)
                let happenedOn = body.optional("happenedOn", default: CivilDate?.none) { $0.day().map(Optional.some) }
                let number = body.optional("documentNumber", default: "") { $0.line(atMost: 100) }
                guard let dossiers, let verb, let happenedOn, let number else { return StepDossiers?.none }
                return StepDossiers(verb, dossiers: dossiers, happenedOn: happenedOn, documentNumber: number)
            }
            if try call.queryFlag("dryRun") {
                let previewed = try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
                    try await stepping.preview(in: tx, ids: call.ids)
                }
                return json(previewed, isDryRun: true)
            }
            var done: [StepDossiers.Outcome]?
            return try await call.change { (tx: borrowing TenantTransaction) in
                done = try await stepping.perform(in: tx, ids: call.ids)
                return "dossiers"
            } show: { (_: ResourceKey, tx: borrowing TenantTransaction) in
                // A repeated request is told how the dossiers stand by now.
                if let done { return json(done, isDryRun: false) }
                return json(try await stepping.standing(in: tx), isDryRun: false)
            }
        }
    }

    private static func json(_ outcomes: [StepDossiers.Outcome], isDryRun: Bool) -> Reply {
        .json([
            "dryRun": .bool(isDryRun), "refused": .integer(outcomes.count { $0.refusal != nil }),
            "dossiers": .array(
                outcomes.map { SteppedDossierJSON.value($0.dossier, before: $0.before, after: $0.after, refusal: $0.refusal) }),
        ])
    }

    private static let outcomes: Schema = .named(
        "SteppedDossiers",
        [
            .init("dryRun", .boolean), .init("refused", .integer, "How many would be refused; of steps in earnest 0."),
            .init(
                "dossiers",
                .array(
                    .object([
                        .init("dossier", .uuid), .init("nominee", .nullable(.string)), .init("proposerName", .nullable(.string)),
                        .init("stateBefore", .nullable(.oneOf(AwardDossier.State.self))),
                        .init("stateAfter", .nullable(.oneOf(AwardDossier.State.self))), .init("refusal", .nullable(.string)),
                        .init("refusalDetail", .nullable(.text)),
                        .init("errors", .array(.object([.init("path", .string), .init("reason", .string)]))),
                    ]))),
        ])
}
