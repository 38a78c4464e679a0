import Domain
import HTTPTypes
import Operations
import Web

/// An item passed on by its assigner: to another lead, or to another item that stands in its place.
enum PassingRoutes {
    static let all: [Route] = LedgerPlace.both(transfer) + LedgerPlace.both(replace)

    /// What every passing on says of its paper.
    static let paper: [Schema.Property] = [
        .init("decidedOn", .date, required: false, "Date of the paper; today when absent."),
        .init("documentNumber", .string, required: false, "Needed where no signed paper is named."),
        .init("documentIssuer", .string, required: false, "Who issued it; the assigner when absent."), .init("reason", .text),
        .init("paper", .uuid, required: false, "The signed paper that it is recorded from: number and day are then its own."),
    ]

    private static func transfer(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("items/{item}/transfer"), name: place.name("items.transfer"), asks: .action(.ruleItem),
            summary: "The assigner gives an item to another lead, who gets one of its own; both name each other.",
            takes: .json(
                .object(
                    [
                        .init("lead", .string, "Slug, code, id or full name of the unit that must do it from now on."),
                        .init("dueOn", .date, required: false, "For the new lead; the date that it had when absent."),
                    ] + paper)), answers: .json(ItemSchemas.detail), status: .created
        ) { call in
            let id: WorkItem.ID = try call.path("item")
            let transferring = try call.json { (body: inout JSONObjectReader) in
                let lead = body.required("lead")?.line()
                let dueOn = body.optional("dueOn")?.day()
                let paper = ItemBody.paper(&body)
                guard let lead, let paper else { return TransferItem?.none }
                return TransferItem(item: id, lead: lead, dueOn: dueOn, paper: paper)
            }
            return try await ItemReply.change(call) { (tx: borrowing TenantTransaction) in
                _ = try await transferring.perform(in: tx, ids: call.ids)
                return id
            }
        }
    }

    private static func replace(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("items/{item}/replacement"), name: place.name("items.replace"), asks: .action(.ruleItem),
            summary: "Another item of the same assigner stands in the place of an item; both name each other.",
            takes: .json(.object([.init("by", .string, "Code or id of the item that stands in its place.")] + paper)),
            answers: .json(ItemSchemas.detail), status: .created
        ) { call in
            let id: WorkItem.ID = try call.path("item")
            let replacing = try call.json { (body: inout JSONObjectReader) in
                let by = body.required("by")?.line(atMost: 100)
                let paper = ItemBody.paper(&body)
                guard let by, let paper else { return ReplaceItem?.none }
                return ReplaceItem(item: id, by: by, paper: paper)
            }
            return try await ItemReply.change(call) { (tx: borrowing TenantTransaction) in
                _ = try await replacing.perform(in: tx, ids: call.ids)
                return id
            }
        }
    }
}
