import Domain
import TestSupport

extension CommandQuestion {
    /// Initiatives; what needs another state, `InitiativeRouteTests` asks over HTTP in its state.
    static let initiatives: [String: CommandQuestion] = [
        "initiative list": CommandQuestion(subject: .post, isWide: true, sees: { "\"id\": \"\($0.initiative)\"" }) { _ in
            ["--output", "json"]
        },
        "initiative show": CommandQuestion(subject: .post, isWide: true) { [$0.initiative] },
        "initiative register": CommandQuestion(subject: .post) { target in
            let unit = target.relation == .oneself ? target.place.tenant.lower : target.unit
            return ["--campaign", "MX0", "--unit", unit, "--title", "x", "--obstacle", "x", "--solution", "x", "--scope", "inUnit"]
                + (target.relation == .oneself ? ["--person", target.person] : [])
        },
        "initiative withdraw": CommandQuestion(subject: .post) { [$0.initiative, "--reason", "Đăng ký nhầm"] },
        "initiative ask": CommandQuestion(subject: .whole) {
            [$0.initiative, "--of", $0.place.slug == "dept_ttt" ? "dept_bao" : "dept_ttt"]
        },
        "initiative return": CommandQuestion(subject: .whole) { [$0.initiative, "--reason", "Thiếu số liệu"] },
        "initiative letter": CommandQuestion(subject: .whole) { [$0.initiative, "--number", "5/TK", "--signer", "CHỦ TỊCH"] },
        "initiative commend": CommandQuestion(subject: .whole) { [$0.initiative, "--number", "50/QĐ", "--signer", "CHỦ TỊCH"] },
        "initiative decline": CommandQuestion(subject: .whole) { [$0.initiative, "--reason", "Đã được khen thưởng"] },
        "initiative published": CommandQuestion(subject: .catalogue, isHome: true, sees: { _ in "19/06/2023" }) { _ in [] },
        // Read of a closed unit too, where nothing may be confirmed any more.
        "initiative asked": CommandQuestion(subject: .unit, skips: { $0.place.isClosed }, sees: { "\"askedUnit\": \"\($0.unit)\"" }) { _ in
            ["--output", "json"]
        },
        "initiative confirm": CommandQuestion(subject: .unit) { [$0.unit, "--decline", "--reason", "Chưa áp dụng"] },
    ]
}
