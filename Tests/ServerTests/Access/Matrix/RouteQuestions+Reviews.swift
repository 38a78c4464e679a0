import Domain
import TestSupport
import Web

extension RouteQuestion {
    /// How a unit keeps the motto.
    static let mottos: [String: RouteQuestion] = [
        "mottos.list": .asking(.sum) { _ in atTheEnd }, "motto.show": .asking(.sum) { _ in atTheEnd }, "page.mottos": RouteQuestion(.sum),
        // A unit that is closed is reviewed no more: there is nothing of it to look at or to decide.
        "page.motto": RouteQuestion(.sum, skips: whereClosed),
        "motto.assess": RouteQuestion(.unit) {
            ["campaign": "MX0", "review": "final", "code": .string($0.judgedCode), "parts": .array(parts)]
        },
        "motto.comment": RouteQuestion(.unit, skips: closedAbroad) {
            ["campaign": "MX0", "review": "final", "code": .string($0.judgedCode), "words": "Thống nhất"]
        },
        "motto.decide": RouteQuestion(.unit, skips: closedAbroad) {
            [
                "campaign": "MX0", "review": "final", "code": .string($0.judgedCode), "accepted": true, "documentNumber": "5/KL-HĐ",
                "reason": "Đã xem xét",
            ]
        },
        "page.motto.assessment": RouteQuestion(
            .unit, text: { "\(form($0))&parts=\(codes.joined(separator: ","))&\(codes.map { "grade-\($0)=met" }.joined(separator: "&"))" }),
        // On the page own work is said above the form: what is inside, the API is asked.
        "page.motto.comment": RouteQuestion(.unit, skips: insideOrClosed, text: { "\(form($0))&words=Thong+nhat" }),
        "page.motto.decision": RouteQuestion(
            .unit, skips: insideOrClosed, text: { "\(form($0))&accepted=yes&documentNumber=5&reason=Da+xem" }),
    ]

    private static let atTheEnd = "?campaign=MX0&review=final"
    static let codes = (1...6).map { "III.1.\($0)" }
    private static let parts: [JSONValue] = codes.map { ["code": .string($0), "grade": "met"] }
    private static let closedAbroad: @Sendable (MatrixTarget) -> Bool = { $0.place.isClosed && !$0.relation.isInside }
    private static let insideOrClosed: @Sendable (MatrixTarget) -> Bool = { $0.place.isClosed || $0.relation.isInside }

    private static func form(_ target: MatrixTarget) -> String {
        "campaign=MX0&review=final&unit=\(target.judgedCode.replacing("/", with: "%2F"))"
    }

    /// The reconciliation of a review that is open.
    static let reviews: [String: RouteQuestion] = [
        "reviews.show": .asking(.sum) { _ in interim }, "reviews.disputes": .asking(.sum) { _ in interim },
        "reviews.sheet": .asking(.sum) { _ in interim }, "page.unit-review.sheet": .asking(.sum) { _ in interim },
        "page.review.sheet": .asking(.province) { _ in interim }, "reviews.report": .asking(.province) { _ in interim },
        "page.review.report": .asking(.province) { _ in interim },
        "annex.paper": .asking(.sum) { _ in plan }, "annex.sheet": .asking(.sum) { _ in plan },
        "page.annex": .asking(.province) { _ in plan }, "page.annex.sheet": .asking(.province) { _ in plan },
        "page.unit-annex": .asking(.sum) { _ in plan }, "page.unit-annex.sheet": .asking(.sum) { _ in plan },
        "urgings.overdue": .asking(.province) { _ in plan }, "urgings.letters": .asking(.province) { _ in plan },
        "urgings.letter": .asking(.province) { _ in plan + "&tenant=district_101" },
        "urgings.record": RouteQuestion(.province) { _ in
            ["campaign": "MX0", "tenant": "district_101", "number": "1/VP-TH", "signedOn": "2023-06-19"]
        },
        "page.urging": RouteQuestion(.province), "page.urging.letters": .asking(.province) { _ in plan },
        "page.urging.letter": .asking(.province) { _ in plan + "&tenant=district_101" },
        "page.urging.record": RouteQuestion(
            .province, text: { _ in "campaign=MX0&tenant=district_101&number=1&date=2023-06-19&again=no" }),
        "page.review": .asking(.sum) { _ in "?review=interim" }, "page.unit-review": .asking(.sum) { _ in "?review=interim" },
        "reviews.open": RouteQuestion(.province) { _ in review }, "reviews.freeze": RouteQuestion(.province) { _ in review },
        "reviews.correct": RouteQuestion(.province) { _ in
            ["campaign": "MX0", "review": "interim", "minuteNumber": "1/BB", "minuteOn": "2023-06-19", "reason": "Ghi sai"]
        },
        "reviews.answer": RouteQuestion(.province) { _ in ["outcome": "upheld", "words": "Đúng"] },
        "reviews.confirm": RouteQuestion(.whole) { _ in review },
        "reviews.dispute": RouteQuestion(.whole) {
            [
                "campaign": "MX0", "review": "interim", "item": .string($0.item), "wrong": "Ngày xong", "documentNumber": "1/BC",
                "documentOn": "2023-06-19",
            ]
        },
        "page.review.open": RouteQuestion(.province, text: { _ in kept }),
        "page.review.freeze": RouteQuestion(.province, text: { _ in kept }),
        "page.review.correct": RouteQuestion(.province, text: { _ in "\(kept)&number=1&date=2023-06-19&reason=Ghi+sai" }),
        "page.review.answer": RouteQuestion(.province, text: { _ in "\(kept)&outcome=upheld&words=Dung" }),
        "page.unit-review.confirm": RouteQuestion(.whole, text: { _ in kept }),
        "page.unit-review.dispute": RouteQuestion(.whole, text: { "\(kept)&item=\($0.item)&wrong=Ngay&number=1&date=2023-06-19" }),
    ]

    private static let interim = "?campaign=MX0&review=interim"
    private static let plan = "?campaign=MX0"
    private static let review: JSONValue = ["campaign": "MX0", "review": "interim"]
    private static let kept = "campaign=MX0&review=interim"
}
