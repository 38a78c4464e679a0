import Domain
import TestSupport

extension CommandQuestion {
    /// The same as over HTTP.
    static let coverage: [String: CommandQuestion] = [
        "coverage plan": CommandQuestion(subject: .whole, isWide: true, sees: { $0.place.tenant.lower }) { _ in ["--output", "json"] },
        "coverage published": CommandQuestion(subject: .whole, isWide: true, sees: { $0.place.tenant.lower }) { _ in
            ["--output", "json"]
        },
        "coverage show": CommandQuestion(subject: .whole, isWide: true) { [$0.place.tenant.lower] },
    ]

    static let coverageElsewhere: [String: String] = [
        "coverage counts": "CoverageRouteTests: counts what is in sight",
        "report coverage-counts": "CoverageRouteTests: counts what is in sight",
        "coverage add": "CoverageRouteTests: by the Office alone", "coverage change": "CoverageRouteTests: by the Office alone",
        "coverage drop": "CoverageRouteTests: by the Office alone", "coverage approve-kit": "CoverageRouteTests: by the Office alone",
        "coverage withdraw-kit": "CoverageRouteTests: by the Office alone",
        "coverage report": "CoverageRouteTests: by the editor of the outlet alone",
        "coverage correct": "CoverageRouteTests: by the editor of the outlet alone",
        "coverage withdraw": "CoverageRouteTests: by the editor of the outlet alone",
    ]
}
