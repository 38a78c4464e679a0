import Domain
import TestSupport
import Web

extension RouteQuestion {
    /// Of each unit, as if it were an outlet of the media, a line and a publication.
    static let coverage: [String: RouteQuestion] = [
        "coverage-lines.list": RouteQuestion(.whole, sees: { "\"id\":\"\($0.place.tenant.lower)\"" }, query: { _ in "?limit=200" }),
        "coverage-lines.show": RouteQuestion(.whole),
        "coverage.list": RouteQuestion(.whole, sees: { "\"id\":\"\($0.place.tenant.lower)\"" }, query: { _ in "?limit=200" }),
        "coverage.show": RouteQuestion(.whole),
        "page.coverage": RouteQuestion(.province),
        "page.coverage.published": RouteQuestion(.province),
        "page.unit-coverage": RouteQuestion(.whole, sees: { "/coverage/\($0.place.tenant.lower)\"" }),
        "page.unit-coverage.line": RouteQuestion(.whole),
    ]

    /// By the outlet of a line, its state, and the form of a page.
    static let coverageElsewhere: [String: String] = [
        "coverage-counts.show": "CoverageRouteTests: counts what is in sight",
        "coverage-lines.plan": "CoverageRouteTests: by the Office alone",
        "coverage-lines.change": "CoverageRouteTests: by the Office alone",
        "coverage-lines.drop": "CoverageRouteTests: by the Office alone",
        "coverage-lines.approve-kit": "CoverageRouteTests: by the Office alone",
        "coverage-lines.withdraw-kit": "CoverageRouteTests: by the Office alone",
        "coverage.report": "CoverageRouteTests: by the editor of the outlet alone",
        "coverage.correct": "CoverageRouteTests: by the editor of the outlet alone",
        "coverage.withdraw": "CoverageRouteTests: by the editor of the outlet alone",
        "page.coverage.line": "CoverageRouteTests: shows the forms of who keeps the plan",
        "page.unit-coverage.published": "CoverageRouteTests: shows the forms of the outlet's editor",
        "page.coverage.plan": "CoverageRouteTests: takes the form that the page offers",
        "page.coverage.change": "CoverageRouteTests: takes the form that the page offers",
        "page.coverage.drop": "CoverageRouteTests: takes the form that the page offers",
        "page.coverage.approve-kit": "CoverageRouteTests: takes the form that the page offers",
        "page.coverage.withdraw-kit": "CoverageRouteTests: takes the form that the page offers",
        "page.unit-coverage.report": "CoverageRouteTests: takes the form that the page offers",
        "page.unit-coverage.correct": "CoverageRouteTests: takes the form that the page offers",
        "page.unit-coverage.withdraw": "CoverageRouteTests: takes the form that the page offers",
    ]
}
