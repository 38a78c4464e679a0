import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// How all units stand in one table, and two days of it beside each other.
enum UnitTableRoutes {
    static let all: [Route] = LedgerPlace.both(show) + LedgerPlace.both(compare)

    private static func show(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("unit-table"), name: place.name("unit-table.show"), asks: .reading(.item),
            summary: place == .tenant
                ? "How the unit and those below it stand, the worst first; live, or as a past day showed it."
                : "How every unit of the first tier stands, the worst first; live, or as a past day showed it.",
            query: UnitTableQuery.table, answers: .json(UnitTableSchemas.table)
        ) { call in
            let showing = try UnitTableQuery.showing(call)
            return try await call.read { (tx: borrowing TenantTransaction) in .json(UnitTableJSON.table(try await showing.perform(in: tx)))
            }
        }.exporting { call in try UnitTableQuery.showing(call) }
    }

    private static func compare(_ place: LedgerPlace) -> Route {
        Route(
            .get, place.path("unit-table/changes"), name: place.name("unit-table.compare"), asks: .reading(.item),
            summary: "What appeared, went and changed between two days of that table.", query: UnitTableQuery.comparison,
            answers: .json(UnitTableSchemas.comparison)
        ) { call in
            let comparing = try UnitTableQuery.comparing(call)
            return try await call.read { (tx: borrowing TenantTransaction) in
                let comparison = try await comparing.perform(in: tx)
                return .json(UnitTableJSON.comparison(comparison, comparing.shown(comparison)))
            }
        }.exporting { call in try UnitTableQuery.comparing(call) }
    }
}
