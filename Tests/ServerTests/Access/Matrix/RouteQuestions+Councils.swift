import Domain
import TestSupport
import Web

extension RouteQuestion {
    /// Councils of a unit, kept by its secretary, and the provincial one, kept by Home Affairs.
    static let councils: [String: RouteQuestion] = [
        "holds.list": RouteQuestion(.whole, sees: { "\"\($0.place.unit(.child).lower)\"" }),
        "holds.record": RouteQuestion(.province) {
            ["person": .string($0.person), "documentNumber": "7/QĐ", "documentIssuer": "Thanh tra", "from": "2023-06-19"]
        },
        // A draft waits for the council of its unit; the provincial one is told of what was appraised.
        "council.show": RouteQuestion(.whole, skips: { $0.place.slug == "province" }, sees: { $0.draftedDossier }),
        "council.sessions": RouteQuestion(.whole, sees: { $0.session }), "council.session": RouteQuestion(.whole),
        "council.seat": RouteQuestion(.whole, body: seat), "council.open-session": RouteQuestion(.whole, body: opening),
        "council.record-votes": RouteQuestion(.whole, body: votes),
        "council.close-session": RouteQuestion(.whole) { _ in ["incomplete": true] },
        "council.correct-session": RouteQuestion(.whole, body: correction),
        "council.cancel-session": RouteQuestion(.whole) { _ in ["reason": "Mở nhầm"] },
        "council.record-outcomes": RouteQuestion(.whole) { _ in [:] },
        "provincial-council.show": RouteQuestion(.province, sees: { _ in "\"documentNumber\"" }),
        "provincial-council.sessions": RouteQuestion(.province, sees: { $0.session }),
        "council.session-paper": RouteQuestion(.whole), "provincial-council.session-paper": RouteQuestion(.province),
        "page.council.session-paper": RouteQuestion(.whole), "page.provincial-council.session-paper": RouteQuestion(.province),
        "provincial-council.session": RouteQuestion(.province), "provincial-council.seat": RouteQuestion(.province, body: seat),
        "provincial-council.open-session": RouteQuestion(.province, body: opening),
        "provincial-council.record-votes": RouteQuestion(.province, body: votes),
        "provincial-council.close-session": RouteQuestion(.province) { _ in ["incomplete": true] },
        "provincial-council.correct-session": RouteQuestion(.province, body: correction),
        "provincial-council.cancel-session": RouteQuestion(.province) { _ in ["reason": "Mở nhầm"] },
        "provincial-council.record-outcomes": RouteQuestion(.province) { _ in [:] },
        "page.council.show": RouteQuestion(.whole, sees: { $0.session }),
        "page.council.session": RouteQuestion(.whole),
        "page.council.seat": RouteQuestion(.whole, text: { "person=\($0.person)&duty=member&from=2023-06-01&number=5" }),
        "page.council.open-session": RouteQuestion(.whole, text: ticked),
        "page.provincial-council.open-session": RouteQuestion(.province, text: ticked),
        "page.council.record-votes": RouteQuestion(.whole, text: { "v-\($0.draftedDossier)-\($0.person)=yes" }),
        "page.council.close-session": RouteQuestion(.whole, text: { _ in "incomplete=yes" }),
        "page.council.correct-session": RouteQuestion(.whole, text: { _ in "heldOn=2023-06-19&place=x" }),
        "page.council.cancel-session": RouteQuestion(.whole, text: { _ in "reason=x" }),
        "page.council.record-outcomes": RouteQuestion(.whole, text: { _ in "" }),
        "page.provincial-council.show": RouteQuestion(.province, sees: { $0.session }),
        "page.provincial-council.session": RouteQuestion(.province),
        "page.provincial-council.seat": RouteQuestion(
            .province, text: { "person=\($0.person)&duty=member&from=2023-06-01&number=5" }),
        "page.provincial-council.record-votes": RouteQuestion(.province, text: { "v-\($0.draftedDossier)-\($0.person)=yes" }),
        "page.provincial-council.close-session": RouteQuestion(.province, text: { _ in "incomplete=yes" }),
        "page.provincial-council.correct-session": RouteQuestion(.province, text: { _ in "heldOn=2023-06-19&place=x" }),
        "page.provincial-council.cancel-session": RouteQuestion(.province, text: { _ in "reason=x" }),
        "page.provincial-council.record-outcomes": RouteQuestion(.province, text: { _ in "" }),
    ]

    private static let seat: @Sendable (MatrixTarget) -> JSONValue = {
        ["person": .string($0.person), "duty": "member", "from": "2023-06-01", "documentNumber": "5/QĐ"]
    }

    private static let opening: @Sendable (MatrixTarget) -> JSONValue = {
        ["heldOn": "2023-06-20", "place": "Phòng họp", "present": [], "dossiers": [.string($0.draftedDossier)]]
    }

    private static let correction: @Sendable (MatrixTarget) -> JSONValue = { _ in
        ["heldOn": "2023-06-19", "place": "Phòng họp", "present": []]
    }

    private static let ticked: Text = { "heldOn=2023-06-20&place=x&d-\($0.draftedDossier)=yes" }

    private static let votes: @Sendable (MatrixTarget) -> JSONValue = { ["dossier": .string($0.draftedDossier), "otherwise": "yes"] }
}
