import Domain
import TestSupport
import Web

extension RouteQuestion {
    /// Rules, rounds and dossiers of awards. What is out of order in the state that the stage has is asked by `DossierRouteTests`, in its state.
    static let awards: [String: RouteQuestion] = [
        "award-rules.list": RouteQuestion(.catalogue, sees: { _ in "\"regimes\"" }),
        "nominations.list": RouteQuestion(.catalogue, sees: { _ in "\"items\"" }),
        "nominations.show": .asking(.catalogue) { _ in interim },
        "nominations.open": RouteQuestion(.province) { _ in
            [
                "campaign": "MX0", "review": "interim", "opensOn": "2023-06-20", "cutOff": "2023-07-20", "guidanceNumber": "1/HD-SNV",
                "guidanceOn": "2023-06-19",
            ]
        },
        "nominations.lock": RouteQuestion(.province) { _ in ["campaign": "MX0", "review": "interim"] },
        "dossiers.list": RouteQuestion(.whole, sees: { $0.submittedDossier }, query: { _ in "?limit=200" }),
        "dossiers.show": RouteQuestion(.whole),
        "dossiers.draft": RouteQuestion(.whole) {
            ["campaign": "MX0", "person": .string($0.person), "achievement": "Dập tắt đám cháy"]
        },
        "dossiers.add-paper": RouteQuestion(.whole) { _ in
            ["kind": "proposal", "documentNumber": "1/TTr", "documentOn": "2023-06-19"]
        }.about(.fresh),
        "dossiers.ask-supplement": RouteQuestion(.whole) { _ in ["reason": "Thiếu báo cáo thành tích"] },
        "dossiers.change-regime": RouteQuestion(.whole, skips: { $0.place.isClosed }) { _ in
            ["regime": "mx", "reason": "Theo điều khoản chuyển tiếp"]
        },
        "dossiers.hold": RouteQuestion(.whole) { _ in ["reason": "Đang xác minh đơn"] },
        "page.nominations": RouteQuestion(.catalogue),
        "page.nominations.open": RouteQuestion(
            .province, text: { _ in "\(kept)&opensOn=2023-06-20&cutOff=2023-07-20&number=1&date=2023-06-19" }),
        "page.nominations.lock": RouteQuestion(.province, text: { _ in kept }),
        "page.dossiers": RouteQuestion(.sum),
        "page.unit-dossiers": RouteQuestion(.whole, sees: { $0.submittedDossier }, query: { _ in "?limit=200" }),
        "page.unit-dossiers.draft": RouteQuestion(.whole, text: { "campaign=MX0&person=\($0.person)&achievement=Viec+tot" }),
        "page.dossier": RouteQuestion(.whole),
        "dossiers.paper": RouteQuestion(.whole), "page.dossier.paper": RouteQuestion(.whole),
    ]

    private static let interim = "?campaign=MX0&review=interim"
    private static let kept = "campaign=MX0&review=interim"
}
