import Domain
import TestSupport
import Web

extension RouteQuestion {
    /// Initiatives: of each part of a unit one, and one of each officer; what needs another state, `InitiativeRouteTests` asks in its state.
    static let initiatives: [String: RouteQuestion] = [
        "initiatives.list": RouteQuestion(.post, sees: { "\"id\":\"\($0.initiative)\"" }, query: { _ in "?limit=200" }),
        "initiatives.show": RouteQuestion(.post),
        "initiatives.register": RouteQuestion(.post) { (target: MatrixTarget) -> JSONValue in
            var body = JSONObject([
                ("campaign", "MX0"), ("unit", .string(target.relation == .oneself ? target.place.tenant.lower : target.unit)),
                ("title", "x"), ("obstacle", "x"), ("solution", "x"), ("scope", "inUnit"),
            ])
            if target.relation == .oneself { body.append("person", .string(target.person)) }
            return .object(body)
        },
        "initiatives.withdraw": RouteQuestion(.post) { _ in ["reason": "Đăng ký nhầm"] },
        "initiatives.ask": RouteQuestion(.whole) { ["tenant": $0.place.slug == "dept_ttt" ? "dept_bao" : "dept_ttt"] },
        "initiatives.return": RouteQuestion(.whole) { _ in ["reason": "Thiếu số liệu"] },
        "initiatives.letter": RouteQuestion(.whole) { _ in ["documentNumber": "5/TK", "signer": "CHỦ TỊCH"] },
        "initiatives.praise": RouteQuestion(.whole) { _ in ["documentNumber": "5/TK", "signer": "CHỦ TỊCH"] },
        "initiatives.commend": RouteQuestion(.whole) { _ in ["documentNumber": "50/QĐ", "signer": "CHỦ TỊCH"] },
        "initiatives.decline": RouteQuestion(.whole) { _ in ["reason": "Đã được khen thưởng"] },
        "initiatives.published": RouteQuestion(.catalogue, sees: { _ in "2023-06-19" }),
        // Read of a closed unit too, where nothing may be confirmed any more.
        "initiative-confirmations.list": RouteQuestion(
            .unit, skips: { $0.place.isClosed }, sees: { "\"askedUnit\":\"\($0.unit)\"" }, query: { _ in "?limit=200" }),
        "initiative-confirmations.answer": RouteQuestion(.unit) { _ in ["answer": "declined", "reason": "Chưa áp dụng"] },
        "page.initiatives": RouteQuestion(.sum),
        "page.unit-initiatives": RouteQuestion(.post, sees: { "/initiatives/\($0.initiative)\"" }, query: { _ in "?limit=200" }),
        "page.unit-initiatives.register": RouteQuestion(
            .post,
            text: { (target: MatrixTarget) -> String in
                let whose =
                    target.relation == .oneself ? "unit=\(target.place.tenant.lower)&person=\(target.person)" : "unit=\(target.unit)"
                return "campaign=MX0&\(whose)&title=x&obstacle=x&solution=x&scope=inUnit"
            }),
        "page.initiative": RouteQuestion(.post), "page.published-initiatives": RouteQuestion(.catalogue),
    ]
}
