import Domain
import Web

/// The two councils: a unit's, kept by its secretary, and the provincial one, kept by Home Affairs (domain.md 6, R2). What is done with them is the
/// same; who may, is not, so that their operations bear two names.
enum CouncilPlace: CaseIterable {
    case unit, provincial

    func path(_ rest: String) -> String {
        switch self {
        case .unit: "/api/v1/tenants/{tenant}/council" + rest
        case .provincial: "/api/v1/province/council" + rest
        }
    }

    func name(_ operation: String) -> String {
        switch self {
        case .unit: "council." + operation
        case .provincial: "provincial-council." + operation
        }
    }

    /// What who keeps it is allowed.
    var keeps: Deed {
        switch self {
        case .unit: .action(.keepCouncil)
        case .provincial: .action(.appraiseAward)
        }
    }

    static func both(_ route: (CouncilPlace) -> Route) -> [Route] {
        allCases.map(route)
    }
}
