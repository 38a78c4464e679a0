import Domain
import Operations

@testable import Console

extension TemplateTests {
    /// The event of a review: each page with everything that may stand there, and with nothing.
    static var reviewEvents: [any Page] {
        guard let slug = Tenant.Slug("district_101") else { return [] }
        let day = CivilDate.earliest
        let plan = ReviewEvent.Plan(heldOn: day, startsAt: "x", place: "x", chair: "x", agenda: ["x"], guests: ["x"])
        let papers = ReviewEvent.Paper.Made.allCases.map { made in
            ReviewEvent.Paper(
                id: IDSource.system.next(), what: "x", number: "x", signedOn: day, made: made, replaces: IDSource.system.next(),
                reason: "x",
                isReplaced: made == .sheet)
        }
        func event(_ outcome: ReviewEvent.Outcome?, versions: Int, papers: [ReviewEvent.Paper]) -> ReviewEvent {
            ReviewEvent(
                id: IDSource.system.next(), slug: slug, unitName: "x", campaign: "x", campaignName: "x", kind: .interim,
                isOfTheProvince: false,
                versions: (0..<versions).map { ReviewEvent.Version(number: versions - $0, plan: plan, reason: "x", recordedOn: day) },
                papers: papers, outcome: outcome)
        }
        func list(_ events: [ReviewEvent], _ reviews: [Choice]) -> ReviewEventsPage {
            var page = ReviewEventsPage(frame: Frame(), unit: "x", path: "/review-events", events, reviews: reviews)
            page.fault = FormFault(.invalid("$.place", "x"))
            return page
        }
        func one(_ event: ReviewEvent, mayKeep: Bool) -> ReviewEventPage {
            var page = ReviewEventPage(frame: Frame(), list: "/review-events", in: "x", event, isOwn: mayKeep, mayKeep: mayKeep)
            page.fault = FormFault(.invalid("$.place", "x"))
            return page
        }
        let held = ReviewEvent.Outcome(heldOn: day, present: 1, absent: ["x"], words: "x")
        return [
            list([event(nil, versions: 1, papers: [])], [.init(key: "x", name: "x")]), list([], []),
            one(event(nil, versions: 2, papers: papers), mayKeep: true), one(event(held, versions: 2, papers: papers), mayKeep: false),
            one(event(nil, versions: 1, papers: []), mayKeep: false),
        ]
    }
}
