import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Items that are prepared and not given yet, in the assigner's own part; and the step that gives one.
enum ItemDraftRoutes {
    static let all: [Route] =
        LedgerPlace.both(list) + LedgerPlace.both(write) + LedgerPlace.both(show) + LedgerPlace.both(revise) + LedgerPlace.both(assign)
        + LedgerPlace.both(discard)

    private static func list(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("item-drafts"), name: place.name("item-drafts.list"), asks: .action(.assignItem),
            summary: "Items that are prepared and not given yet, the latest first; or those that were given or discarded.",
            query: QueryParameter.page + [QueryParameter("state", .oneOf(ItemDraft.State.self), "Those not given yet when absent.")],
            answers: .json(.page(of: schema))
        ) { call in
            let listing = ListItemDrafts(
                try call.queryChoice("state") ?? .draft, after: try Cursor.id(call), limit: try call.limit())
            return try await call.read { (tx: borrowing TenantTransaction) in
                let (drafts, next) = try await listing.perform(in: tx)
                return .json(.page(drafts.map(ItemDraftJSON.value), next: next.map { Cursor.text(call, $0.description) }))
            }
        }.exporting { call in ListItemDrafts(try call.queryChoice("state") ?? .draft, limit: 0) }
    }

    private static func write(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("item-drafts"), name: place.name("item-drafts.write"), asks: .action(.assignItem),
            summary: "Begins an item that is not given yet; nobody to whom it will be given sees it.", takes: .json(ItemSchemas.assignment),
            answers: .json(schema), status: .created
        ) { call in
            let writing = WriteItemDraft(try call.json(ItemBody.assignment))
            return try await change(call) { (tx: borrowing TenantTransaction) in try await writing.perform(in: tx, ids: call.ids) }
        }
    }

    private static func show(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("item-drafts/{itemDraft}"), name: place.name("item-drafts.show"), asks: .action(.assignItem),
            summary: "One draft of an item as it stands.", answers: .json(schema)
        ) { call in
            let id: ItemDraft.ID = try call.path("itemDraft")
            return try await call.read { (tx: borrowing TenantTransaction) in try await shown(id.description, in: tx) }
        }
    }

    private static func revise(_ place: LedgerPlace) -> Route {
        Route(
            .put, place.path("item-drafts/{itemDraft}"), name: place.name("item-drafts.revise"), asks: .action(.assignItem),
            summary: "Writes a draft of an item anew.", takes: .json(ItemSchemas.assignment), answers: .json(schema), versioned: true
        ) { call in
            let (id, version): (ItemDraft.ID, Int) = (try call.path("itemDraft"), try call.version())
            let revising = ReviseItemDraft(id, version: version, try call.json(ItemBody.assignment))
            return try await change(call) { (tx: borrowing TenantTransaction) in
                try await revising.perform(in: tx)
                return id
            }
        }
    }

    private static func assign(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("item-drafts/{itemDraft}/assignment"), name: place.name("item-drafts.assign"), asks: .action(.assignItem),
            summary: "Gives the item that a draft prepared, checked as one that is given at once; answers with the item.",
            answers: .json(ItemSchemas.detail), status: .created, versioned: true
        ) { call in
            let assigning = AssignItemDraft(try call.path("itemDraft"), version: try call.version())
            return try await ItemReply.change(call) { (tx: borrowing TenantTransaction) in
                try await assigning.perform(in: tx, ids: call.ids)
            }
        }
    }

    private static func discard(_ place: LedgerPlace) -> Route {
        Route(
            .post, place.path("item-drafts/{itemDraft}/discard"), name: place.name("item-drafts.discard"), asks: .action(.assignItem),
            summary: "Closes a draft without giving anything; what it said stays.", answers: .json(schema), versioned: true
        ) { call in
            let (id, version): (ItemDraft.ID, Int) = (try call.path("itemDraft"), try call.version())
            return try await change(call) { (tx: borrowing TenantTransaction) in
                try await DiscardItemDraft(id, version: version).perform(in: tx)
                return id
            }
        }
    }

    private static func change(_ call: Call, _ act: (borrowing TenantTransaction) async throws -> ItemDraft.ID) async throws -> Reply {
        try await call.change { (tx: borrowing TenantTransaction) in
            try await act(tx).description
        } show: { (key: ResourceKey, tx: borrowing TenantTransaction) in
            try await shown(key, in: tx)
        }
    }

    private static func shown(_ key: ResourceKey, in tx: borrowing TenantTransaction) async throws -> Reply {
        guard let id = ItemDraft.ID(key) else { throw Problem.notFound }
        let draft = try await ShowItemDraft(id).perform(in: tx)
        return .json(ItemDraftJSON.value(draft)).tagged(draft.version)
    }

    private static let schema: Schema = .named(
        "ItemDraft",
        [
            .init("id", .uuid), .init("unit", .uuid, "The part of the assigner that prepares it."),
            .init("state", .oneOf(ItemDraft.State.self)), .init("stateName", .string), .init("title", .text),
            .init("entered", .any, "In the form of the request that assigns."),
            .init("item", .nullable(.object([.init("tenant", .string), .init("id", .uuid), .init("code", .string)])), "What it became."),
            .init("draftedBy", .string, "Title of the post."), .init("draftedOn", .date), .init("changedBy", .string),
            .init("changedOn", .date), .init("version", .integer),
        ])
}
