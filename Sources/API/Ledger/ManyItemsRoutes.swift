import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// One decision on many items at once, with a dry run.
enum ManyItemsRoutes {
    static let all: [Route] = LedgerPlace.both(rule) + LedgerPlace.both(extend)

    private static let query = [QueryParameter("dryRun", .boolean, "Says what would come of each, and changes nothing.")]
    private static let items = Schema.Property("items", .array(.uuid), "At most \(DecideOnItems.most), each once.")

    private static func rule(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("item-rulings"), name: place.name("items.rule-many"), asks: .action(.ruleItem),
            summary: "Rules on many items at once, all or none: accepts, returns, confirms, exempts, cancels.", query: query,
            takes: .json(
                .object([
                    items, .init("kind", .choice(RuleItem.kinds.map(\.rawValue))),
                    .init(
                        "reports", .array(.uuid), required: false, "The report of each item, in their order; the last of each when absent."),
                    .init("fault", .oneOf(Ruling.Fault.self), required: false, "Of a return."),
                    .init("decidedOn", .date, required: false), .init("documentNumber", .string, required: false),
                    .init("reason", .text, required: false),
                ])), answers: .json(outcomes)
        ) { call in
            let deciding = try call.json { body in
                let items = body.required("items")?.array { $0.id(WorkItem.ID.self) }
                let reports = body.optional("reports")?.array { $0.id(ProgressReport.ID.self) }
                let ruling = ItemBody.ruling(on: items?.first ?? call.ids.next(), &body)
                guard let items, let ruling else { return DecideOnItems?.none }
                return DecideOnItems(items: items, decision: .ruling(ruling), reports: reports)
            }
            return try await answer(call, deciding)
        }
    }

    private static func extend(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("extension-decisions"), name: place.name("extensions.decide-many"), asks: .action(.ruleItem),
            summary: "Decides on the requests of many items at once, all or none.", query: query,
            takes: .json(
                .object([
                    items, .init("granted", .boolean),
                    .init("dueOn", .date, required: false, "The new date of each; the wished one when absent."),
                    .init("decidedOn", .date, required: false), .init("documentNumber", .string),
                    .init("documentIssuer", .string, required: false, "The assigner when absent."),
                    .init("reason", .text, required: false, "Needed to refuse."),
                ])), answers: .json(outcomes)
        ) { call in
            let deciding = try call.json { body in
                let items = body.required("items")?.array { $0.id(WorkItem.ID.self) }
                let isGranted = body.required("granted")?.bool()
                let number = body.required("documentNumber")?.line()
                let issuer = body.optional("documentIssuer")?.line(atMost: 2_000) ?? ""
                let dueOn = body.optional("dueOn")?.day()
                let decidedOn = body.optional("decidedOn")?.day()
                let reason = body.optional("reason")?.line(atMost: 10_000) ?? ""
                guard let items, let isGranted, let number else { return DecideOnItems?.none }
                var decision = DecideExtension(
                    item: items.first ?? call.ids.next(), isGranted: isGranted, dueOn: dueOn, decidedOn: decidedOn, documentNumber: number,
                    reason: reason)
                decision.documentIssuer = issuer
                return DecideOnItems(items: items, decision: .time(decision))
            }
            return try await answer(call, deciding)
        }
    }

    private static func answer(_ call: Call, _ deciding: DecideOnItems) async throws -> Reply {
        if try call.queryFlag("dryRun") {
            let previewed = try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
                let outcomes = try await deciding.preview(in: tx, ids: call.ids)
                return (outcomes, try await deciding.warnings(outcomes, in: tx))
            }
            return json(previewed.0, previewed.1, isDryRun: true)
        }
        var done: [DecideOnItems.Outcome]?
        return try await call.change { (tx: borrowing TenantTransaction) in
            done = try await deciding.perform(in: tx, ids: call.ids)
            return "items"
        } show: { (_: ResourceKey, tx: borrowing TenantTransaction) in
            // A repeated request is told how the items stand by now.
            var standing = done ?? []
            if done == nil { standing = try await deciding.standing(in: tx) }
            return json(standing, try await deciding.warnings(standing, in: tx), isDryRun: false)
        }
    }

    private static func json(_ outcomes: [DecideOnItems.Outcome], _ warnings: [CalendarGap], isDryRun: Bool) -> Reply {
        .json([
            "dryRun": .bool(isDryRun), "refused": .integer(outcomes.count { $0.refusal != nil }),
            "warnings": CalendarJSON.value(warnings),
            "items": .array(
                outcomes.map {
                    DecidedItemJSON.value($0.item, before: $0.before, after: $0.after, refusal: $0.refusal, caution: $0.caution)
                }),
        ])
    }

    private static let outcomes: Schema = .named(
        "DecidedItems",
        [
            .init("dryRun", .boolean), .init("refused", .integer, "How many would be refused; of a decision in earnest 0."),
            .init("warnings", CalendarRoutes.gaps),
            .init(
                "items",
                .array(
                    .object([
                        .init("item", .uuid), .init("code", .nullable(.string)), .init("title", .nullable(.text)),
                        .init("unitName", .nullable(.string)), .init("stateBefore", .nullable(.oneOf(WorkItem.State.self))),
                        .init("stateAfter", .nullable(.oneOf(WorkItem.State.self))), .init("dueBefore", .nullable(.date)),
                        .init("dueAfter", .nullable(.date)), .init("refusal", .nullable(.string)), .init("refusalDetail", .nullable(.text)),
                        .init("caution", .nullable(.text), "What speaks against it, and does not forbid it."),
                        .init("errors", .array(.object([.init("path", .string), .init("reason", .string)]))),
                    ]))),
        ])
}
