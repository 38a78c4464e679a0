import Domain
import TestSupport
import Web

extension RouteQuestion {
    /// Councils of a unit, kept by its secretary, and the provincial one, kept by Home Affairs.
    static let councils: [String: RouteQuestion] = [
        "council.show": RouteQuestion(.whole, sees: { $0.draftedDossier }),
        "council.sessions": RouteQuestion(.whole, sees: { $0.session }), "council.session": RouteQuestion(.whole),
        "council.seat": RouteQuestion(.whole, body: seat), "council.open-session": RouteQuestion(.whole, body: opening),
        "council.record-votes": RouteQuestion(.whole, body: votes), "council.close-session": RouteQuestion(.whole) { _ in [:] },
        "council.record-outcomes": RouteQuestion(.whole) { _ in [:] },
        "provincial-council.show": RouteQuestion(.province, sees: { _ in "\"documentNumber\"" }),
        "provincial-council.sessions": RouteQuestion(.province, sees: { $0.session }),
        "provincial-council.session": RouteQuestion(.province), "provincial-council.seat": RouteQuestion(.province, body: seat),
        "provincial-council.open-session": RouteQuestion(.province, body: opening),
        "provincial-council.record-votes": RouteQuestion(.province, body: votes),
        "provincial-council.close-session": RouteQuestion(.province) { _ in [:] },
        "provincial-council.record-outcomes": RouteQuestion(.province) { _ in [:] },
    ]

    private static let seat: @Sendable (MatrixTarget) -> JSONValue = {
        ["person": .string($0.person), "duty": "member", "from": "2023-06-01", "documentNumber": "5/QĐ"]
    }

    private static let opening: @Sendable (MatrixTarget) -> JSONValue = {
        ["heldOn": "2023-06-20", "place": "Phòng họp", "present": [], "dossiers": [.string($0.draftedDossier)]]
    }

    private static let votes: @Sendable (MatrixTarget) -> JSONValue = { ["dossier": .string($0.draftedDossier), "otherwise": "yes"] }
}
