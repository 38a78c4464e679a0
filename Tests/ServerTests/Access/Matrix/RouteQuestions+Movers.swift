import Domain
import TestSupport
import Web

extension RouteQuestion {
    /// People who come, change posts, leave: by the API, and by the pages of one's own unit.
    static let movers: [String: RouteQuestion] = [joining, leaving, pages].reduce(into: [:]) { $0.merge($1) { one, _ in one } }

    private static let joining: [String: RouteQuestion] = [
        "people.join": RouteQuestion(.whole) { _ in
            ["fullName": "Nguyễn Thị Mới", "kind": "cong_chuc", "role": "clerk", "title": "Văn thư", "leaderRank": "direct_worker"]
        },
        // Who keeps a closed unit is told first what is wrong with his list.
        "people.import": RouteQuestion(.whole, skips: whereClosed, text: { _ in peopleList }),
        "people.template": RouteQuestion(.whole), "accounts.links": RouteQuestion(.whole) { _ in ["includingSet": true] },
    ]

    private static let leaving: [String: RouteQuestion] = [
        "people.held-items": RouteQuestion(.whole), "people.moves": RouteQuestion(.whole, sees: { $0.post }),
        "people.leave": RouteQuestion(.whole) { _ in ["reason": "Nghỉ hưu"] },
        "people.release": RouteQuestion(.whole) { _ in ["to": "district_102", "documentNumber": "1/QĐ", "reason": "Điều động"] },
        "people.release.renew": RouteQuestion(.whole) { _ in [:] },
        // Nobody moves himself.
        "posts.move": RouteQuestion(.post, skips: { $0.relation == .oneself }) { _ in
            ["role": "clerk", "title": "Văn thư", "leaderRank": "direct_worker", "reason": "Điều động"]
        },
    ]

    private static let pages: [String: RouteQuestion] = [
        "page.people": RouteQuestion(.home, skips: whereClosed), "page.people.template": RouteQuestion(.home),
        "page.people.join": RouteQuestion(.home, text: { _ in "fullName=Nguyen+Thi+Moi&kind=cong_chuc&\(seat)" }),
        "page.people.links": RouteQuestion(.home, text: { _ in "includingSet=on" }),
        "page.people.reopen": RouteQuestion(.home, text: { "unit=\($0.place.unit(.middle).lower)&version=1" }),
        "page.person": RouteQuestion(.home), "page.person.leave": RouteQuestion(.home, text: { _ in "version=1&reason=Nghi+huu" }),
        "page.person.release": RouteQuestion(.home, text: { _ in "version=1&reason=Dieu+dong&to=district_102&document=1" }),
        "page.account.open": RouteQuestion(.home, text: { _ in "username=nguoi.thu" }),
        "page.account.reset": RouteQuestion(.home, skips: withoutHolder, text: { _ in "" }),
        "page.account.disable": RouteQuestion(.home, skips: withoutHolder, text: { _ in "reason=thu" }),
        "page.post.give": RouteQuestion(.home, text: { _ in seat }),
        "page.post.move": RouteQuestion(.home, text: { _ in "version=1&reason=Dieu+dong&\(seat)" }),
    ]

    private static let seat = "role=clerk&title=Van+thu&leaderRank=direct_worker"

    static let peopleList = "Họ và tên,Loại,Đơn vị,Chức vụ,Vai trò\nNguyễn Thị Mới,công chức,MX-middle,Nhân viên,Văn thư\n"
}
