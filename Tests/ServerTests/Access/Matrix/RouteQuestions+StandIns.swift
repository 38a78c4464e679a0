import Domain
import TestSupport
import Web

extension RouteQuestion {
    /// Where a unit is closed the answer would come before the refusal: nothing of it is changed.
    static let whereClosed: @Sendable (MatrixTarget) -> Bool = { $0.place.isClosed }
    static let abroad: @Sendable (MatrixTarget) -> Bool = { !$0.relation.isInside }

    /// Acting for another: second factors, delegations, signed papers.
    static let standIns: [String: RouteQuestion] = [factors, delegations, papers].reduce(into: [:]) { $0.merge($1) { one, _ in one } }

    private static let factors: [String: RouteQuestion] = [
        "factor.show": RouteQuestion(.oneself), "page.factor": RouteQuestion(.oneself),
        "accounts.factor-reset": RouteQuestion(.whole, skips: withoutHolder) { _ in ["reason": "thử"] },
    ]

    private static let delegations: [String: RouteQuestion] = [
        "delegations.list": RouteQuestion(.whole, sees: { $0.delegation }, query: { "?limit=200&post=\($0.post)" }),
        "delegations.show": RouteQuestion(.whole),
        // What a spare post of the unit lent.
        "delegations.revoke": RouteQuestion(.whole) { _ in ["reason": "Đã về"] },
        "page.delegations.revoke": RouteQuestion(.home, text: { _ in "version=1&reason=Da+ve" }),
        // In the stead of one's own post what each who gives may lend; of another what a clerk may. Elsewhere nobody is named who could be the
        // delegate.
        "delegations.give": RouteQuestion(.post, skips: abroad) {
            [
                "post": .string($0.post), "delegatePost": .string($0.colleague), "form": "tl", "scope": [.string(lent($0))],
                "validTo": "2023-06-30", "reason": "Đi công tác",
            ]
        },
        // Nobody lends anything to the seats: which delegation is theirs is told them.
        "session.delegate": RouteQuestion(.oneself), "page.acting": RouteQuestion(.oneself), "page.delegations": RouteQuestion(.home),
        "page.delegations.give": RouteQuestion(
            .home,
            text: {
                "post=\($0.post)&delegatePost=\($0.colleague)&kind=tl&scope.launch.report=1&validTo=2023-06-30&reason=Cong+tac"
            }),
    ]

    static func lent(_ target: MatrixTarget) -> String { target.relation == .oneself ? "item.rule" : "launch.report" }

    private static let papers: [String: RouteQuestion] = [
        "papers.list": RouteQuestion(.whole, sees: { $0.signedPaper }, query: { _ in "?limit=200" }),
        "page.papers": RouteQuestion(.home, sees: { "/papers/\($0.signedPaper)/file" }), "page.papers.file": RouteQuestion(.home),
        "papers.show": RouteQuestion(.whole), "papers.file": RouteQuestion(.whole),
        "papers.record": RouteQuestion(.whole) {
            ["signer": .string($0.post), "number": "77/QĐ", "signedOn": "2023-06-01", "abstract": "Về việc thử"]
        },
        "papers.attach": RouteQuestion(.whole, text: { _ in "%PDF-1.4\n1 0 obj\n%%EOF\n" }, query: { _ in "?name=x.pdf" }),
        // That its signer, a clerk, may rule on nothing is said of the paper before anything is written.
        "papers.rule": RouteQuestion(.whole, skips: { !$0.relation.isInside || $0.place.isClosed }) {
            ["item": .string($0.item), "kind": "cancelled"]
        },
        "papers.plan": RouteQuestion(.whole) { ["launch": .string($0.launch), "text": "Kế hoạch"] },
        "papers.conference": RouteQuestion(.whole) {
            ["launch": .string($0.launch), "happenedOn": "2023-06-01", "form": "own_conference", "attendance": 30]
        },
    ]
}
