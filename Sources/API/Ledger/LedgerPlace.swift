import Web

/// The two places in which the ledger is read and kept: one unit, or the province as a whole. Their routes are the same.
enum LedgerPlace: CaseIterable {
    case tenant, province

    func path(_ rest: String) -> String {
        switch self {
        case .tenant: "/api/v1/tenants/{tenant}/" + rest
        case .province: "/api/v1/province/" + rest
        }
    }

    func name(_ operation: String) -> String {
        switch self {
        case .tenant: operation
        case .province: "province-" + operation
        }
    }

    /// The same route in both places.
    static func both(_ route: (LedgerPlace) -> Route) -> [Route] {
        allCases.map(route)
    }
}
