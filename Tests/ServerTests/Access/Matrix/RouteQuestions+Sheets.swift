import Domain
import Web

extension RouteQuestion {
    /// Ledgers as spreadsheets, and the working calendar.
    static let sheets: [String: RouteQuestion] = [
        // An empty ledger, and the whole of what is in sight: asked of oneself.
        "ledger.template": RouteQuestion(.oneself), "page.ledger.template": RouteQuestion(.oneself),
        "page.directives.new": RouteQuestion(.oneself), "page.ledger": RouteQuestion(.oneself),
        "page.ledger.sheet": RouteQuestion(.oneself),
        "ledger.export": RouteQuestion(.sum),
        "ledger.import": RouteQuestion(.gift, skips: withoutGift, text: { ledger(of: $0.code) }),
        "calendar.list": RouteQuestion(.catalogue), "page.calendar": RouteQuestion(.catalogue),
        "calendar.change": RouteQuestion(.province) { _ in
            ["day": "2023-12-29", "becomes": "off", "name": "Nghỉ thử", "source": "1/TB"]
        },
        "page.calendar.change": RouteQuestion(
            .province, text: { _ in "day=2023-12-29&becomes=off&name=Nghi+thu&source=1&act=keep" }),
    ]

    /// One new item for a unit.
    static func ledger(of code: String) -> String {
        "Mã,Nhiệm vụ,Cơ quan chủ trì,Thời hạn,Ngày giao,Lĩnh vực\nMX-MOI,Việc một,\(code),30/6/2023,1/6/2023,MX\n"
    }
}
