import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Reading the ledger: pages of items, one item, counts.
enum ItemRoutes {
    static let all: [Route] = LedgerPlace.both(list) + LedgerPlace.both(show) + LedgerPlace.both(count) + LedgerPlace.both(overview)

    private static func list(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("items"), name: place.name("items.list"), asks: .reading(.item),
            summary: "Items in sight, by due date; what has none comes last.",
            query: QueryParameter.page + LedgerQuery.filter + LedgerQuery.moment,
            answers: .json(.page(of: ItemSchemas.item))
        ) { call in
            var listing = try listing(call)
            listing.after = try Cursor.ledger(call)
            listing.limit = try call.limit()
            let asked = listing
            let page = try await LedgerQuery.read(call, asked.filter, isEmpty: \.entries.isEmpty) { (tx: borrowing TenantTransaction) in
                try await asked.perform(in: tx)
            }
            return .json(.page(page.entries.map(ItemJSON.value), next: page.next.map { Cursor.text(call, $0) }))
        }.exporting(listing)
    }

    private static func listing(_ call: Call) throws -> ListItems {
        ListItems(filter: try LedgerQuery.filter(call), moment: try LedgerQuery.moment(call))
    }

    private static func show(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("items/{item}"), name: place.name("items.show"), asks: .reading(.item),
            summary: "One item with its reports, rulings, changes and what was handed on from it.", query: LedgerQuery.moment,
            answers: .json(ItemSchemas.detail)
        ) { call in
            let showing = ShowItem(id: try call.path("item"), moment: try LedgerQuery.moment(call))
            return try await call.read { (tx: borrowing TenantTransaction) in
                let detail = try await showing.perform(in: tx)
                return .json(ItemJSON.detail(detail)).tagged(detail.entry.item.version)
            }
        }
    }

    private static func count(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("item-counts"), name: place.name("items.count"), asks: .reading(.item),
            summary: "The same items counted by one thing.",
            query: [QueryParameter("by", .oneOf(LedgerGrouping.self), "By what; timeliness when absent.")] + LedgerQuery.filter
                + LedgerQuery.moment,
            answers: .json(ItemSchemas.groups)
        ) { call in
            let counting = try counting(call)
            let groups = try await LedgerQuery.read(call, counting.filter, isEmpty: \.isEmpty) { (tx: borrowing TenantTransaction) in
                try await counting.perform(in: tx)
            }
            return .json(["groups": .array(groups.map(LedgerCountsJSON.group))])
        }.exporting { call in try counting(call) }
    }

    private static func counting(_ call: Call) throws -> CountItems {
        CountItems(
            by: try call.queryChoice("by") ?? .timeliness, filter: try LedgerQuery.filter(call), moment: try LedgerQuery.moment(call))
    }

    private static func overview(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("overview"), name: place.name("overview"), asks: .reading(.item),
            summary: place == .tenant ? "How the sub-units in sight stand." : "How every unit of the province stands.",
            query: [QueryParameter("campaign", .string, "Code of the campaign; all items when absent.")] + LedgerQuery.moment,
            answers: .json(ItemSchemas.overview)
        ) { call in
            let showing = ShowOverview(campaign: call.query("campaign"), moment: try LedgerQuery.moment(call))
            let overview = try await LedgerQuery.read(
                call, LedgerFilter(campaign: showing.campaign), isEmpty: { $0.total.items == 0 }
            ) { (tx: borrowing TenantTransaction) in
                try await showing.perform(in: tx)
            }
            return .json(LedgerCountsJSON.overview(overview.units, total: overview.total))
        }.exporting { call in ShowOverview(campaign: call.query("campaign"), moment: try LedgerQuery.moment(call)) }
    }
}
