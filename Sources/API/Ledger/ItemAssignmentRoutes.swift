import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Giving items: one by a form, many by a table, part of one to a sub-unit.
enum ItemAssignmentRoutes {
    static let all: [Route] = LedgerPlace.both(assign) + LedgerPlace.both(importTable) + [handOn]

    private static func assign(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("items"), name: place.name("items.assign"), asks: .action(.assignItem),
            summary: place == .tenant ? "Gives an item to a sub-unit." : "Gives an item to a unit of the province.",
            takes: .json(ItemSchemas.assignment), answers: .json(ItemSchemas.detail), status: .created
        ) { call in
            let assigning = try call.json(ItemBody.assignment)
            return try await ItemReply.change(call) { (tx: borrowing TenantTransaction) in
                try await assigning.perform(in: tx, ids: call.ids)
            }
        }
    }

    private static let handOn = Route(
        .post, LedgerPlace.tenant.path("items/{item}/children"), name: "items.hand-on", asks: .action(.assignItem),
        summary: "Hands part of an item on to a sub-unit or a person, due no later than the whole.", takes: .json(ItemSchemas.part),
        answers: .json(ItemSchemas.detail), status: .created
    ) { call in
        let parent: WorkItem.ID = try call.path("item")
        let part = try call.json { (body: inout JSONObjectReader) in ItemBody.part(of: parent, &body) }
        return try await ItemReply.change(call) { (tx: borrowing TenantTransaction) in try await part.perform(in: tx, ids: call.ids) }
    }

    private static func importTable(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("item-imports"), name: place.name("items.import"), asks: .action(.assignItem),
            summary: "Cuts a directive into items by its table of assignment: all rows or none; a dry run says what would be given.",
            query: [
                QueryParameter("directive", .uuid, required: true, "The directive."),
                QueryParameter("campaign", .string, "Code of the campaign."),
                QueryParameter("sector", .string, "Code of the sector of rows without one."),
                QueryParameter("content", .string, "Content of the plan of rows without one."),
                QueryParameter("completion", .oneOf(WorkItem.Completion.self), "What counts as the result of rows that do not say."),
                QueryParameter("assignedOn", .date, "The directive's date when absent."),
                QueryParameter("dryRun", .boolean, "Gives nothing."),
            ], takes: .bytes(["text/csv"], atMost: 8 * 1_048_576), answers: .json(outcomeSchema)
        ) { call in
            guard let directive = try call.queryID("directive", as: Directive.ID.self) else {
                throw Problem.invalid("?directive", "chọn văn bản giao nhiệm vụ đã nhập")
            }
            let defaults = ImportItems.Defaults(
                sector: call.query("sector"), content: call.query("content"), completion: try call.queryChoice("completion"))
            var importing = ImportItems(
                directive: directive, campaign: call.query("campaign"), content: call.body, defaults: defaults,
                assignedOn: try call.queryDate("assignedOn"), isDryRun: true)
            let trying = importing
            if try call.queryFlag("dryRun") {
                let outcome = try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
                    try await trying.perform(in: tx, ids: call.ids)
                }
                return json(outcome)
            }
            importing.isDryRun = false
            let giving = importing
            var outcome: ImportOutcome?
            return try await call.change { (tx: borrowing TenantTransaction) in
                outcome = try await giving.perform(in: tx, ids: call.ids)
                return directive.description
            } show: { (_: ResourceKey, tx: borrowing TenantTransaction) in
                // A repeated request is told what is there by now: the same table, all of whose rows are known.
                if let outcome { return json(outcome) }
                var found = try await trying.perform(in: tx, ids: call.ids)
                found.isDryRun = false
                return json(found)
            }
        }
    }

    private static let outcomeSchema: Schema = .named(
        "ImportOutcome",
        [
            .init("dryRun", .boolean),
            .init(
                "assigned",
                .array(
                    .object([
                        .init("sourceRow", .string), .init("id", .uuid), .init("code", .string), .init("unit", .string),
                        .init("title", .text),
                        .init("dueOn", .nullable(.date)),
                    ]))), .init("coordinating", .integer, "Items of co-ordinating units that come with them."),
            .init("unchanged", .array(.string), "TT of rows that were imported before."),
            .init("differing", .array(.string), "TT of rows that were imported before and read otherwise now; left alone."),
            .init("warnings", CalendarRoutes.gaps),
        ])

    private static func json(_ outcome: ImportOutcome) -> Reply {
        .json(ImportOutcomeJSON.value(outcome))
    }
}
