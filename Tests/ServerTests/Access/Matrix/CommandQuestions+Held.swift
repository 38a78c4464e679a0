import Domain
import TestSupport

extension CommandQuestion {
    /// Criticism and reminders, what units did themselves about late work, opinions, petitions.
    static let held: [String: CommandQuestion] = [
        "criticism list": CommandQuestion(subject: .whole, isWide: true, sees: { $0.criticism }) { _ in ["--output", "json"] },
        "criticism propose": CommandQuestion(subject: .province, isHome: true) {
            ["--kind", "reminder", "--campaign", "MX0", "--unit", $0.unit, "--item", $0.item, "--words", "x"]
        },
        "petition list": CommandQuestion(subject: .whole, isWide: true, sees: { $0.petition }) { _ in ["--output", "json"] },
        "petition file": CommandQuestion(subject: .whole) { _ in ["--kind", "petition", "--campaign", "MX0", "--words", "x"] },
        "opinion list": CommandQuestion(subject: .province, isHome: true) { _ in [] },
        "opinion ask": CommandQuestion(subject: .province, isHome: true) {
            [$0.submittedDossier, "--body", "x", "--question", "x", "--number", "1", "--due", "2023-06-30"]
        },
        "handling list": CommandQuestion(subject: .whole, sees: { _ in "\"HW-1\"" }) { _ in ["--output", "json"] },
        "handling record": CommandQuestion(subject: .whole) {
            [$0.whole, "--kind", "reminder", "--number", "1", "--date", "2023-06-19"]
        },
        "handling counts": CommandQuestion(subject: .province, isHome: true) { _ in [] },
    ]

    static let heldElsewhere: [String: String] = [
        "criticism show": "CriticismRouteTests: by every party", "criticism letter": "CriticismRouteTests: once it is put",
        "criticism explain": "CriticismRouteTests: in every state",
        "criticism explain-own": "CriticismRouteTests: asks for the one concerned",
        "criticism put": "CriticismRouteTests: in every state", "criticism sign": "CriticismRouteTests: in every state",
        "criticism decline": "CriticismRouteTests: in every state",
        "petition file-own": "PetitionRouteTests: asks for who files it",
        "petition answer": "PetitionRouteTests: needs a petition that waits",
        "opinion answer": "PetitionRouteTests: needs a question that waits",
    ]
}
