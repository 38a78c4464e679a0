import Domain
import TestSupport
import Web

extension RouteQuestion {
    /// Of each part of a unit something that has to be put right, found by an inspection of the unit.
    static let oversight: [String: RouteQuestion] = [
        "remedies.list": RouteQuestion(.unit, sees: { "\"id\":\"\($0.unit)\"" }, query: { _ in "?limit=200" }),
        "remedies.show": RouteQuestion(.unit),
        "page.remedies": RouteQuestion(.province),
        "page.unit-remedies": RouteQuestion(.unit, sees: { "/remedies/\($0.unit)\"" }),
        "page.unit-remedy": RouteQuestion(.unit),
        "inspection-visits.list": RouteQuestion(
            .whole, sees: { "\"id\":\"\($0.place.tenant.lower)\"" }, query: { _ in "?limit=200" }),
        "inspections.list": RouteQuestion(.province), "reminder-rules.list": RouteQuestion(.catalogue),
        "period-rules.list": RouteQuestion(.catalogue),
        "unsent-messages.list": RouteQuestion(.province),
        "page.reminder-rules": RouteQuestion(.province),
        "page.inspections": RouteQuestion(.province),
    ]

    /// By which body, the state and the assignment decide.
    static let oversightElsewhere: [String: String] = [
        "remedies.order": "OversightRouteTests: with each cause by its body",
        "remedies.step": "OversightRouteTests: by its owner and by who ordered it",
        "page.remedy": "OversightRouteTests: shows the forms of who may take a step",
        "page.remedies.order": "OversightRouteTests: takes the form that the page offers",
        "page.unit-remedies.order": "OversightRouteTests: takes the form that the page offers",
        "page.remedy.step": "OversightRouteTests: takes the form that the page offers",
        "page.unit-remedy.step": "OversightRouteTests: takes the form that the page offers",
        "inspections.show": "OversightRouteTests: is read by the province alone",
        "inspections.plan": "OversightRouteTests: by the Office alone",
        "inspections.hold": "OversightRouteTests: by the Office alone",
        "page.unit-inspections": "OversightRouteTests: shows a unit its own",
        "page.inspections.plan": "OversightRouteTests: takes the form that the page offers",
        "page.inspections.hold": "OversightRouteTests: takes the form that the page offers",
        "followings.list": "OversightRouteTests: asks each council",
        "follow-notes.list": "OversightRouteTests: asks each council and who is followed",
        "followings.assign": "OversightRouteTests: by who keeps the council",
        "followings.end": "OversightRouteTests: by who keeps the council",
        "followings.note": "OversightRouteTests: by the member himself",
        "page.followings": "OversightRouteTests: shows the forms of who keeps the council and of the member",
        "page.unit-followings": "OversightRouteTests: shows the forms of who keeps the council and of the member",
        "page.followings.assign": "OversightRouteTests: takes the form that the page offers",
        "page.unit-followings.assign": "OversightRouteTests: takes the form that the page offers",
        "page.followings.note": "OversightRouteTests: takes the form that the page offers",
        "page.unit-followings.note": "OversightRouteTests: takes the form that the page offers",
    ]

    /// The event of a review, the rules of reminding and of reporting periods: by who keeps them.
    static let reviewEventsElsewhere: [String: String] = [
        "review-events.list": "ReviewEventRouteTests: shows a unit its own and the province's",
        "review-events.show": "ReviewEventRouteTests: 404 in another unit",
        "review-events.plan": "ReviewEventRouteTests: by who keeps it",
        "review-events.change": "ReviewEventRouteTests: by who keeps it",
        "review-events.paper": "ReviewEventRouteTests: by who keeps it",
        "review-events.hold": "ReviewEventRouteTests: by who keeps it",
        "review-events.invitation": "ReviewEventRouteTests: of one's own event",
        "page.review-events": "ReviewEventRouteTests: the page of each side",
        "page.review-event": "ReviewEventRouteTests: the page of each side",
        "page.review-event.invitation": "ReviewEventRouteTests: the page of each side",
        "page.review-events.plan": "ReviewEventRouteTests: the page of each side",
        "page.review-event.change": "ReviewEventRouteTests: the page of each side",
        "page.review-event.papers": "ReviewEventRouteTests: the page of each side",
        "page.review-event.outcome": "ReviewEventRouteTests: the page of each side",
        "page.unit-review-events": "ReviewEventRouteTests: the page of each side",
        "page.unit-review-event": "ReviewEventRouteTests: the page of each side",
        "page.unit-review-event.invitation": "ReviewEventRouteTests: the page of each side",
        "page.unit-review-events.plan": "ReviewEventRouteTests: the page of each side",
        "page.unit-review-event.change": "ReviewEventRouteTests: the page of each side",
        "page.unit-review-event.papers": "ReviewEventRouteTests: the page of each side",
        "page.unit-review-event.outcome": "ReviewEventRouteTests: the page of each side",
        "reminder-rules.set": "ReminderRuleTests: by the Office alone",
        "page.reminder-rules.set": "ReminderRuleTests: by the Office alone",
        "period-rules.set": "PeriodRuleTests: by the Office alone",
        "page.period-rules.set": "PeriodRuleTests: by the Office alone",
    ]
}
