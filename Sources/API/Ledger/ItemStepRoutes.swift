import Domain
import HTTPTypes
import Operations
import Web

/// What is done to an item: by its doer, who takes note and reports; by its assigner, who changes and rules.
enum ItemStepRoutes {
    static let all: [Route] = [acknowledge, report, withdraw] + LedgerPlace.both(change) + LedgerPlace.both(rule)

    private static let acknowledge = Route(
        .post, LedgerPlace.tenant.path("items/{item}/acknowledgement"), name: "items.acknowledge", asks: .action(.reportProgress),
        summary: "The unit takes note of an item, once.",
        answers: .json(ItemSchemas.detail), status: .created
    ) { call in
        let id: WorkItem.ID = try call.path("item")
        return try await ItemReply.change(call) { (tx: borrowing TenantTransaction) in
            _ = try await AcknowledgeItem(item: id).perform(in: tx, ids: call.ids)
            return id
        }
    }

    private static let report = Route(
        .post, LedgerPlace.tenant.path("items/{item}/progress"), name: "items.report", asks: .action(.reportProgress),
        summary: "The unit reports how far an item has come, or its result. Appended; nothing is changed.",
        takes: .json(ItemSchemas.progress),
        answers: .json(ItemSchemas.detail), status: .created
    ) { call in
        let id: WorkItem.ID = try call.path("item")
        let reporting = try call.json { (body: inout JSONObjectReader) in ItemBody.progress(on: id, &body) }
        return try await ItemReply.change(call) { (tx: borrowing TenantTransaction) in
            _ = try await reporting.perform(in: tx, ids: call.ids)
            return id
        }
    }

    private static let withdraw = Route(
        .post, LedgerPlace.tenant.path("items/{item}/withdrawal"), name: "items.withdraw", asks: .action(.reportProgress),
        summary: "The unit takes its result back before anybody has judged it.",
        takes: .json(.object([.init("reason", .text)])), answers: .json(ItemSchemas.detail), status: .created
    ) { call in
        let id: WorkItem.ID = try call.path("item")
        let withdrawing = try call.json { body in
            body.required("reason")?.line(atMost: 10_000).map { WithdrawResult(item: id, reason: $0) }
        }
        return try await ItemReply.change(call) { (tx: borrowing TenantTransaction) in
            _ = try await withdrawing.perform(in: tx, ids: call.ids)
            return id
        }
    }

    private static func change(_ place: LedgerPlace) -> Route {
        Route(
            .patch, place.path("items/{item}"), name: place.name("items.change"), asks: .action(.assignItem),
            summary: "The assigner changes what an item asks for; what stood before is kept.", takes: .json(ItemSchemas.changeRequest),
            answers: .json(ItemSchemas.detail), versioned: true
        ) { call in
            let (id, version): (WorkItem.ID, Int) = (try call.path("item"), try call.version())
            let changing = try call.json { (body: inout JSONObjectReader) in ItemBody.change(of: id, version: version, &body) }
            return try await ItemReply.change(call) { (tx: borrowing TenantTransaction) in
                try await changing.perform(in: tx)
                return id
            }
        }
    }

    private static func rule(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("items/{item}/rulings"), name: place.name("items.rule"), asks: .action(.ruleItem),
            summary: "The assigner accepts or returns a result, takes an acceptance back, confirms, records a violation, exempts, cancels.",
            takes: .json(ItemSchemas.rulingRequest), answers: .json(ItemSchemas.detail), status: .created
        ) { call in
            let id: WorkItem.ID = try call.path("item")
            let ruling = try call.json { (body: inout JSONObjectReader) in ItemBody.ruling(on: id, &body) }
            return try await ItemReply.change(call) { (tx: borrowing TenantTransaction) in
                _ = try await ruling.perform(in: tx, ids: call.ids)
                return id
            }
        }
    }
}
