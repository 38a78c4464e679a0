import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// What the assigner says of an item beyond its terms, and how work is cut anew.
enum SupplementRoutes {
    static let all: [Route] =
        LedgerPlace.both(occurrences) + LedgerPlace.both(source) + LedgerPlace.both(split) + LedgerPlace.both(merge)

    private static func occurrences(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("items/{item}/occurrences"), name: place.name("items.add-occurrences"), asks: .action(.assignItem),
            summary: "The assigner sets further deadlines of a periodic item, beforehand.",
            takes: .json(
                .object([
                    .init("days", .array(.date), required: false),
                    .init("recurrence", SupplementSchemas.recurrence, required: false, "The same by their rhythm."),
                ])), answers: .json(ItemSchemas.detail), status: .created
        ) { call in
            let id: WorkItem.ID = try call.path("item")
            let adding = try call.json { body in
                let days = body.optional("days")?.array { $0.day() } ?? []
                return AddOccurrences(item: id, days: days, recurrence: body.optional("recurrence").flatMap(ItemBody.recurrence))
            }
            return try await ItemReply.change(call) { (tx: borrowing TenantTransaction) in
                try await adding.perform(in: tx)
                return id
            }
        }
    }

    private static func source(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("items/{item}/sources"), name: place.name("items.add-source"), asks: .action(.assignItem),
            summary: "The assigner names a further paper that orders the same item.", takes: .json(SupplementSchemas.sourceRequest),
            answers: .json(ItemSchemas.detail), status: .created
        ) { call in
            let id: WorkItem.ID = try call.path("item")
            let adding = try call.json { (body: inout JSONObjectReader) in
                ItemBody.source(&body).map { AddItemSource(item: id, source: $0) }
            }
            return try await ItemReply.change(call) { (tx: borrowing TenantTransaction) in
                try await adding.perform(in: tx)
                return id
            }
        }
    }

    private static func split(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("items/{item}/parts"), name: place.name("items.split"), asks: .action(.assignItem),
            summary: "Splits a compound item by a correction record; answers with the item that was split, which the record cancels.",
            takes: .json(
                .object(
                    [
                        .init(
                            "parts",
                            .array(
                                .object([.init("title", .text), .init("goal", ItemSchemas.goalRequest, required: false, "Of a target.")])),
                            "2 to \(SplitItem.most).")
                    ] + SupplementSchemas.record)), answers: .json(ItemSchemas.detail), status: .created
        ) { call in
            let id: WorkItem.ID = try call.path("item")
            let splitting = try call.json { (body: inout JSONObjectReader) in ItemBody.split(of: id, &body) }
            return try await ItemReply.change(call) { (tx: borrowing TenantTransaction) in
                _ = try await splitting.perform(in: tx, ids: call.ids)
                return id
            }
        }
    }

    private static func merge(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("item-merges"), name: place.name("items.merge"), asks: .action(.assignItem),
            summary: "Merges items of one unit into one by a correction record, which cancels them; answers with the one.",
            takes: .json(
                .object(
                    [
                        .init("items", .array(.uuid), "2 to \(SplitItem.most)."), .init("title", .text),
                        .init("goal", ItemSchemas.goalRequest, required: false, "Of targets."),
                    ] + SupplementSchemas.record)), answers: .json(ItemSchemas.detail), status: .created
        ) { call in
            let merging = try call.json { (body: inout JSONObjectReader) in ItemBody.merge(&body) }
            return try await ItemReply.change(call) { (tx: borrowing TenantTransaction) in
                try await merging.perform(in: tx, ids: call.ids)
            }
        }
    }
}
