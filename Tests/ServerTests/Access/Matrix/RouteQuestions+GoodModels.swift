import Domain
import TestSupport
import Web

extension RouteQuestion {
    /// Good models: of each part of a unit one that was put to the province, and what it made of another's.
    static let goodModels: [String: RouteQuestion] = [
        "good-models.list": RouteQuestion(.unit, sees: { "\"id\":\"\($0.unit)\"" }, query: { _ in "?limit=200" }),
        "good-models.show": RouteQuestion(.unit),
        "good-models.register": RouteQuestion(.unit) {
            [
                "campaign": "MX0", "unit": .string($0.unit), "kind": "model", "title": "Một cửa", "content": "Trực cả buổi trưa",
                "effect": "Bớt đi lại", "since": "2023-06-01",
            ]
        },
        "good-model-adoptions.list": RouteQuestion(.unit, sees: { "\"id\":\"\($0.unit)\"" }, query: { _ in "?limit=200" }),
        "page.good-models": RouteQuestion(.province),
        "page.good-model-adoptions": RouteQuestion(.province),
        "page.unit-good-model-adoptions": RouteQuestion(
            .unit, sees: { "/good-model-adoptions/\($0.unit)\"" }, query: { _ in "?limit=200" }),
        "page.unit-good-model-adoption": RouteQuestion(.unit),
        "page.unit-good-models": RouteQuestion(.unit, sees: { "/good-models/\($0.unit)\"" }),
        "page.unit-good-model": RouteQuestion(.unit),
        "page.unit-good-models.register": RouteQuestion(
            .unit,
            text: {
                "campaign=MX0&unit=\($0.unit)&kind=model&person=&title=x&content=x&effect=x&since=2023-06-01&evidence="
            }),
    ]

    /// Whose step it is, state and level decide; what is adopted must be spread.
    static let goodModelsElsewhere: [String: String] = [
        "good-models.step": "GoodModelRouteTests: by every party",
        "good-models.adopt": "GoodModelRouteTests: by another unit, of what is spread",
        "page.good-model": "GoodModelRouteTests: shows the forms of who may take a step",
        "page.good-model-adoption": "GoodModelRouteTests: leads to what the unit made of the model",
        "page.good-model.step": "GoodModelRouteTests: takes the form that the page offers",
        "page.unit-good-model.step": "GoodModelRouteTests: takes the form that the page offers",
        "page.unit-good-model.adopt": "GoodModelRouteTests: takes the form that the page offers",
        "page.unit-good-model-adoption.report": "GoodModelRouteTests: takes the form that the page offers",
    ]
}
