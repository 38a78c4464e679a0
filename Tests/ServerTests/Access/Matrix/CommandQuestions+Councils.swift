import Domain
import TestSupport

extension CommandQuestion {
    /// What is read of councils.
    static let councils: [String: CommandQuestion] = [
        "council show": CommandQuestion(subject: .whole, isWide: true, sees: { $0.draftedDossier }) { _ in ["--output", "json"] },
        "council sessions": CommandQuestion(subject: .whole, isWide: true, sees: { $0.session }) { _ in ["--output", "json"] },
        "council session": CommandQuestion(subject: .whole, isWide: true) { [$0.session] },
    ]
}
