import Domain
import TestSupport
import Web

extension RouteQuestion {
    /// Disputes about items, items that are passed on or cut anew, and what the assigner says of one beyond its terms.
    static let passing: [String: RouteQuestion] = [
        "disputes.raise": RouteQuestion(.item) { _ in ["ground": "noClearDate", "reason": "Chưa có thời hạn"] }.about(.fresh),
        // What is one's own was never disputed.
        "disputes.answer": RouteQuestion(.item, skips: ofOneself) { _ in paper }.about(.waiting),
        "disputes.list": RouteQuestion(.item, skips: ofOneself, sees: { $0.waiting }, query: { _ in "?limit=200" }),
        "items.unconfirmed": RouteQuestion(.sum), "items.waiting-results": RouteQuestion(.sum),
        "page.confirmations": RouteQuestion(.oneself), "page.disputes": RouteQuestion(.oneself),
        // What a unit that has ended leaves passes on: it is given to one that stands.
        "items.transfer": RouteQuestion(.item, skips: withoutHeir) {
            ["lead": .string(heir($0)), "documentNumber": "1/UBND", "decidedOn": "2023-06-19", "reason": "Theo văn bản"]
        }.alsoAsking(.action(.assignItem), in: .open),
        "items.replace": RouteQuestion(.item) {
            ["by": .string($0.fresh), "documentNumber": "1/UBND", "decidedOn": "2023-06-19", "reason": "Theo văn bản"]
        },
        "items.add-occurrences": RouteQuestion(.item) { _ in ["days": ["2023-06-28"]] },
        // By its own papers, of which the province knows none of a closed unit: that is said first.
        "items.add-source": RouteQuestion(.item, skips: { !$0.relation.isInside && $0.place.isClosed }) {
            ["directive": .string($0.directive), "clause": "Mục 9"]
        },
        "items.split": RouteQuestion(.item, skips: fromItself) { _ in
            ["parts": [["title": "Phần một"], ["title": "Phần hai"]], "documentNumber": "1/BB", "reason": "Hai việc"]
        }.about(.fresh).alsoAsking(.action(.ruleItem)),
        // Elsewhere there is one order alone of which nothing was said yet.
        "items.merge": RouteQuestion(.item, skips: { !$0.relation.isInside || fromItself($0) }) {
            ["items": [.string($0.fresh), .string($0.waiting)], "title": "Một việc", "documentNumber": "1/BB", "reason": "Một việc"]
        }.alsoAsking(.action(.ruleItem)),
    ]

    static let ofOneself: @Sendable (MatrixTarget) -> Bool = { $0.relation == .oneself }

    /// Nothing is given to a unit by itself, so there is nothing to cut anew either.
    static let fromItself: @Sendable (MatrixTarget) -> Bool = { $0.relation.isInside && $0.slot == .root }

    /// Units of a closed one are not found by their names, which is said before anything is written.
    static let withoutHeir: @Sendable (MatrixTarget) -> Bool = { $0.relation.isInside && $0.place.isClosed }

    /// Another unit that could lead, in reach of whoever reaches this one.
    static func heir(_ target: MatrixTarget) -> String {
        guard target.relation.isInside else { return "dept_snv" }
        return target.slot == .child ? "MX-middle" : "MX-child"
    }

    private static let paper: JSONValue = ["documentNumber": "1/UBND", "decidedOn": "2023-06-19", "reason": "Theo văn bản"]

    /// The forms of an item's page, each the same as an operation of the API.
    static let itemForms: [String: RouteQuestion] = [
        "page.item.acknowledge": RouteQuestion(.item, text: { _ in "reason=" }),
        "page.item.dispute": RouteQuestion(.item, text: { _ in "ground=noClearDate&reason=Chua+co" }).about(.fresh),
        "page.item.report": RouteQuestion(.item, text: { _ in "reason=Dang+lam&day=2023-06-01" }),
        "page.item.ask-extension": RouteQuestion(.item, skips: abroad, text: { _ in "due=2023-07-15&reason=Cho+y+kien" }),
        "page.item.hand-on": RouteQuestion(
            .gift, skips: { !$0.relation.isInside },
            text: { $0.slot == .root ? "assignee=\($0.person)+\($0.unit)" : "unit=\($0.unit)&title=Phan+viec" }
        ).about(.whole),
        "page.item.confirm": RouteQuestion(.item, text: { _ in signed }),
        "page.item.violation": RouteQuestion(.item, text: { _ in signed }), "page.item.exempt": RouteQuestion(.item, text: { _ in signed }),
        "page.item.cancel": RouteQuestion(.item, text: { _ in signed }),
        "page.item.decide-extension": RouteQuestion(.item, skips: ofOneself, text: { "granted=yes&due=\(newDueOn($0))&number=1" })
            .about(.waiting),
        "page.item.transfer": RouteQuestion(.item, skips: withoutHeir, text: { "\(signed)&lead=\(heir($0))" })
            .alsoAsking(.action(.assignItem), in: .open),
        "page.item.replace": RouteQuestion(.item, text: { "\(signed)&by=\($0.fresh)" }),
        "page.item.change": RouteQuestion(.item, text: { _ in "version=1&title=Ten+khac&reason=Theo+van+ban" }),
        "page.item.occurrences": RouteQuestion(.item, text: { _ in "occurrences=28/6/2023" }),
        "page.item.sources": RouteQuestion(
            .item, skips: { !$0.relation.isInside && $0.place.isClosed }, text: { "directive=\($0.directive)&clause=Muc+9" }),
        "page.item.split": RouteQuestion(.item, skips: fromItself, text: { _ in "\(signed)&parts=Phan+mot%0APhan+hai" })
            .about(.fresh)
            .alsoAsking(.action(.ruleItem)),
        "page.item.answer-dispute": RouteQuestion(.item, skips: ofOneself, text: { _ in signed }).about(.waiting),
    ]

    /// Items that are not given yet, of the officer's own part of his unit: nobody else's are looked for.
    static let itemDrafts: [String: RouteQuestion] = [
        "item-drafts.list": RouteQuestion(.unit, skips: ofOthers, sees: { $0.itemDraft }, query: { _ in "?limit=200" }),
        "item-drafts.show": RouteQuestion(.unit, skips: ofOthers),
        "item-drafts.write": RouteQuestion(.unit, skips: ofOthers) { _ in drafted },
        "item-drafts.revise": RouteQuestion(.unit, skips: ofOthers) { _ in drafted },
        "item-drafts.assign": RouteQuestion(.unit, skips: ofOthers), "item-drafts.discard": RouteQuestion(.unit, skips: ofOthers),
        "page.item-drafts": RouteQuestion(.unit, skips: ofOthers, sees: { $0.itemDraft }),
        "page.item-drafts.write": RouteQuestion(.unit, skips: ofOthers, text: { _ in "title=Viec+moi&lead=SNV&sector=MX" }),
        "page.item-drafts.revise": RouteQuestion(.unit, skips: ofOthers, text: { _ in "version=1&title=Viec+moi&lead=SNV&sector=MX" }),
        "page.item-drafts.assign": RouteQuestion(.unit, skips: ofOthers, text: { _ in "version=1" }),
        "page.item-drafts.discard": RouteQuestion(.unit, skips: ofOthers, text: { _ in "version=1" }),
    ]

    static let ofOthers: @Sendable (MatrixTarget) -> Bool = { $0.relation != .own }

    private static let drafted: JSONValue = ["lead": "SNV", "kind": "task", "title": "Việc mới", "sector": "MX"]

    private static let signed = "number=1&day=2023-06-19&reason=Theo+van+ban"
}
