import Domain
import HTTPTypes
import Operations
import Web

/// The table of all units: of the province, and opened, of one unit; two days of it beside each other; the list behind each number.
enum UnitTableRoutes {
    static let all: [Route] = CouncilHome.both(show) + CouncilHome.both(compare) + CouncilHome.both(items)

    private static let noun = "unit-table"

    private static func show(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path(of: noun), name: home.page("unit-table"), asks: asks(home), summary: "How all units stand, the worst first.",
            query: UnitTableQuery.table
        ) { call in
            let showing = try UnitTableQuery.showing(call)
            let me = try await CouncilHome.officer(call)
            return try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
                let page = UnitTablePage(
                    frame: Frame(me, call), title: try await home.unitTitle(in: tx), try await showing.perform(in: tx),
                    at: try home.address(of: noun, call), opens: home == .province)
                return .html(Templates.shared.render(page))
            }
        }.exporting(in: { call in try home.entry(call) }) { call in try UnitTableQuery.showing(call) }
    }

    private static func compare(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path(of: noun) + "/changes", name: home.page("unit-table.changes"), asks: asks(home),
            summary: "What appeared, went and changed between two days.", query: UnitTableQuery.comparison
        ) { call in
            let comparing = try UnitTableQuery.comparing(call)
            let me = try await CouncilHome.officer(call)
            return try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
                let comparison = try await comparing.perform(in: tx)
                let page = UnitTableChangesPage(
                    frame: Frame(me, call), title: try await home.unitTitle(in: tx), comparison, comparing.shown(comparison),
                    at: try home.address(of: noun, call))
                return .html(Templates.shared.render(page))
            }
        }.exporting(in: { call in try home.entry(call) }) { call in try UnitTableQuery.comparing(call) }
    }

    private static func items(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path(of: noun) + "/items", name: home.page("unit-table.items"), asks: asks(home),
            summary: "The items that one number of the table counts.", query: home == .province ? counted : counted + ofOneRow
        ) { call in
            let listing = try listing(home, call)
            let figure: UnitFigure = try call.queryChoice("figure") ?? .items
            let address = try home.address(of: noun, call)
            let me = try await CouncilHome.officer(call)
            return try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
                var asked = listing
                (asked.after, asked.limit) = (try Cursor.ledger(call), 200)
                let found = try await asked.perform(in: tx)
                let page = UnitTableItemsPage(
                    frame: Frame(me, call), title: try await home.unitTitle(in: tx), figure,
                    isUndated: try call.queryFlag("undated"), on: listing.moment.asOf ?? me.officer.today, found, at: address,
                    namesUnits: try home == .province || call.queryFlag("total"),
                    isFirst: asked.after == nil, next: found.next.map { call.address(ofPage: Cursor.text(call, $0)) })
                return .html(Templates.shared.render(page))
            }
        }.exporting(in: { call in try home.entry(call) }) { call in try listing(home, call) }
    }

    private static let counted = [
        QueryParameter("campaign", .string, required: true, "Code of the campaign."),
        QueryParameter("figure", .oneOf(UnitFigure.self), "Which number; items when absent."),
        QueryParameter("asOf", .date, "As a past day showed it; today when absent."),
        QueryParameter("undated", .boolean, "Those alone that have no date and are not done, whatever the figure."),
        QueryParameter("total", .boolean, "Of the total of the table; of the province always."),
        QueryParameter("cursor", .string, "Where the page before ended."),
    ]

    private static let ofOneRow = [QueryParameter("unit", .uuid, "A sub-unit; the unit as a whole when absent.")]

    private static func listing(_ home: CouncilHome, _ call: Call) throws -> ListItems {
        guard let campaign = call.query("campaign") else { throw Problem.invalid("?campaign", "ghi mã phong trào") }
        let figure: UnitFigure = try call.queryChoice("figure") ?? .items
        var filter: LedgerFilter
        if try home == .province || call.queryFlag("total") {
            filter = UnitTable.totalFilter(figure, campaign: campaign, isWide: home == .province)
        } else {
            let unit = try call.queryID("unit", as: SubUnit.ID.self)
            filter = LedgerFilter(unit: unit, campaign: campaign, role: .lead, origin: unit == nil ? .province : .answeredFor)
            figure.narrow(&filter)
        }
        if try call.queryFlag("undated") {
            filter.figure = nil
            filter.timeliness = .noDueDate
        }
        return ListItems(filter: filter, moment: try call.queryDate("asOf").map(LedgerMoment.endOf) ?? .now)
    }

    // MARK: - Places

    private static func asks(_ home: CouncilHome) -> Deed { home == .province ? .action(.readProvince) : .reading(.item) }
}

extension CouncilHome {
    fileprivate func unitTitle(in tx: borrowing TenantTransaction) async throws -> String {
        self == .province ? "Toàn tỉnh" : try await unitName(in: tx)
    }
}
