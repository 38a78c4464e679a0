import Domain
import TestSupport

extension CommandQuestion {
    /// Rules, rounds and dossiers of awards; what is out of order in the stage's state, `DossierCommandTests` asks in its state.
    static let awards: [String: CommandQuestion] = [
        "award rules list": CommandQuestion(subject: .catalogue, sees: { _ in "regimes" }) { _ in ["--output", "json"] },
        "nomination list": CommandQuestion(subject: .catalogue) { _ in [] },
        "nomination show": CommandQuestion(subject: .catalogue) { _ in interim },
        "nomination open": CommandQuestion(subject: .province, isHome: true) { _ in
            interim + ["--opens-on", "2023-06-20", "--cut-off", "2023-07-20", "--number", "1/HD-SNV", "--date", "2023-06-19"]
        },
        "nomination lock": CommandQuestion(subject: .province, isHome: true) { _ in interim },
        "dossier list": CommandQuestion(subject: .whole, isWide: true, sees: { $0.submittedDossier }) { _ in ["--output", "json"] },
        "dossier show": CommandQuestion(subject: .whole, isWide: true) { [$0.submittedDossier] },
        "dossier paper": CommandQuestion(subject: .whole, isWide: true) {
            [$0.submittedDossier, "achievement-report", "--output-file", fresh("docx")]
        },
        "dossier draft": CommandQuestion(subject: .whole) { ["--campaign", "MX0", "--person", $0.person, "--achievement", "Việc tốt"] },
        "dossier add-paper": CommandQuestion(subject: .whole) {
            [$0.draftedDossier, "--kind", "proposal", "--number", "1/TTr", "--date", "2023-06-19"]
        },
        "dossier withdraw": CommandQuestion(subject: .whole) { [$0.draftedDossier, "--reason", "Không đề nghị nữa"] },
        // Asked in the province, where one's own unit is one of all.
        "dossier ask-supplement": CommandQuestion(subject: .whole, isHome: true, skips: { $0.relation.isInside }) {
            [$0.submittedDossier, "--defects", "Thiếu dấu"]
        },
        "dossier change-regime": CommandQuestion(subject: .whole, isHome: true, skips: { $0.relation.isInside || $0.place.isClosed }) {
            [$0.submittedDossier, "--regime", "mx", "--reason", "Theo điều khoản chuyển tiếp"]
        },
        "dossier hold": CommandQuestion(subject: .whole, isHome: true, skips: { $0.relation.isInside }) {
            [$0.submittedDossier, "--reason", "Có đơn"]
        },
    ]

    private static let interim = ["--campaign", "MX0", "--review", "interim"]
}
