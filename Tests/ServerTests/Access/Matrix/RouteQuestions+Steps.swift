import Domain
import Web

extension RouteQuestion {
    /// What is asked and decided on the way of an item: drafts, evidence, more time, many at once.
    static let steps: [String: RouteQuestion] = [drafts, evidence, extensions].reduce(into: [:]) { $0.merge($1) { one, _ in one } }

    private static let drafts: [String: RouteQuestion] = [
        "drafts.list": RouteQuestion(.item, sees: { $0.draft }, query: { _ in "?limit=200" }), "drafts.show": RouteQuestion(.item),
        "drafts.report": RouteQuestion(.item) { _ in ["narrative": "Đang làm", "evidenceOn": "2023-06-01"] },
        "drafts.launch": RouteQuestion(.launch) { _ in ["happenedOn": "2023-06-01", "form": "own_conference", "attendance": 30] },
        // Only what one drafted oneself is written anew.
        "drafts.revise-report": RouteQuestion(.oneself) { _ in ["narrative": "Đã xong một nửa", "evidenceOn": "2023-06-01"] },
        "drafts.approval-rule": RouteQuestion(.whole),
        "drafts.set-approval-rule": RouteQuestion(.whole) { _ in ["approval": "none"] },
    ]

    private static let evidence: [String: RouteQuestion] = [
        "evidence.read": RouteQuestion(.item),
        "evidence.attach": RouteQuestion(.item, text: { _ in "%PDF-1.4\n1 0 obj\n%%EOF\n" }, query: { _ in "?name=x.pdf" }),
    ]

    private static let extensions: [String: RouteQuestion] = [
        // For what is elsewhere more time was asked already, and that is said first.
        "extensions.ask": RouteQuestion(.item, skips: abroad) { _ in ["dueOn": "2023-07-15", "reason": "Chờ ý kiến"] },
        "extensions.decide": RouteQuestion(.item) {
            ["granted": true, "dueOn": .string(newDueOn($0)), "documentNumber": "1/UBND"]
        }.about(.waiting),
        "extensions.decide-many": RouteQuestion(trying: .item) {
            [
                "items": [.string($0.waiting)], "granted": true, "dueOn": .string(newDueOn($0)),
                "documentNumber": "1/UBND",
            ]
        },
        // What was asked for the orders of the Office is due after all else: the province's list begins with them.
        "extensions.list": RouteQuestion(
            .item, skips: { $0.relation == .oneself }, sees: { $0.waiting },
            query: { "?limit=200\($0.relation.isInside ? "" : "&cursor={afterParts}")" }),
        "items.rule-many": RouteQuestion(trying: .item) {
            [
                "items": [.string($0.item)], "kind": "cancelled", "documentNumber": "1/QĐ", "decidedOn": "2023-06-19",
                "reason": "Theo văn bản",
            ]
        },
    ]

    /// Of a part no later than the whole is due.
    static func newDueOn(_ target: MatrixTarget) -> String { target.relation.isInside ? "2023-06-28" : "2023-07-15" }

    /// Where `{afterParts}` goes on in the list of a route.
    static func afterParts(_ route: Route) -> String { Cursor.text(of: route.name, "2023-06-29", "00000000-0000-7000-8000-000000000000") }

    /// Reviews, and the pages of an item.
    static let judging: [String: RouteQuestion] = [
        "judgement.show": .asking(.sum) { _ in review }, "judgement.explain": .asking(.sum) { _ in review },
        "judgement.export": .asking(.sum) { _ in review },
        "judgement.compare": .asking(.sum) { _ in "\(review)&minimumEarlyWorkingDays=3" },
        "page.judgement": RouteQuestion(.sum), "page.unit-judgement": RouteQuestion(.sum), "page.item": RouteQuestion(.item),
    ]

    private static let review = "?campaign=MX0&review=interim"
}
