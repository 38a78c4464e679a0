import Domain
import TestSupport
import Web

extension RouteQuestion {
    /// Difficulties: of each part of a unit one that was taken on.
    static let difficulties: [String: RouteQuestion] = [
        "difficulties.list": RouteQuestion(.unit, sees: { "\"id\":\"\($0.unit)\"" }, query: { _ in "?limit=200" }),
        "difficulties.show": RouteQuestion(.unit),
        "difficulties.raise": RouteQuestion(.unit) {
            ["campaign": "MX0", "unit": .string($0.unit), "title": "Chậm vốn", "obstacle": "Chưa được phân bổ vốn"]
        },
        "page.difficulties": RouteQuestion(.province),
        "page.unit-difficulties": RouteQuestion(.unit, sees: { "/difficulties/\($0.unit)\"" }),
        "page.unit-difficulty": RouteQuestion(.unit),
        "page.unit-difficulties.raise": RouteQuestion(.unit, text: { "campaign=MX0&unit=\($0.unit)&title=x&obstacle=x&proposal=&items=" }),
    ]

    /// Whose step it is, the state decides; a slip needs one that was routed.
    static let difficultiesElsewhere: [String: String] = [
        "difficulties.step": "DifficultyRouteTests: by every party",
        "difficulties.slip": "DifficultyRouteTests: once it is routed", "page.difficulty": "DifficultyPageTests: by every party",
        "page.difficulty.slip": "DifficultyPageTests: once it is routed",
        "page.unit-difficulty.slip": "DifficultyPageTests: once it is routed",
        "page.difficulty.step": "DifficultyPageTests: takes the form that the page offers",
        "page.unit-difficulty.step": "DifficultyPageTests: takes the form that the page offers",
    ]
}
