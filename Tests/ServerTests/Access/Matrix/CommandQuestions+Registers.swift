import Domain
import TestSupport

extension CommandQuestion {
    /// Decisions, the golden book, letters, names on certificates.
    static let registers: [String: CommandQuestion] = [
        "register record": CommandQuestion(subject: .province, isHome: true) {
            ["--number", "9/QĐ", "--date", "2023-06-19", "--signer", "CHỦ TỊCH", "--dossier", $0.signedDossier]
        },
        "award own-rules list": CommandQuestion(subject: .whole) { _ in [] },
        "award round list": CommandQuestion(subject: .whole) { _ in [] },
        "award totals": CommandQuestion(subject: .province, isHome: true) { _ in ["2023"] },
        "register list": CommandQuestion(subject: .province, isHome: true) { _ in [] },
        "register published": CommandQuestion(subject: .catalogue, isHome: true, sees: { _ in "MX" }) { _ in [] },
        "register budget": CommandQuestion(subject: .province, isHome: true) { _ in interim },
        "presentation list": CommandQuestion(subject: .province, isHome: true) { _ in [] },
        "presentation plan": CommandQuestion(subject: .province, isHome: true) { _ in
            ["--name", "Hội nghị", "--place", "Hội trường", "--date", "2023-06-20", "--chair", "Chủ tịch"]
        },
        "register letters": CommandQuestion(subject: .province, isHome: true) { _ in interim },
        "register initiative-letters": CommandQuestion(subject: .province, isHome: true) { _ in [] },
        "register letter": CommandQuestion(subject: .province, isHome: true) {
            [$0.unit] + interim + ["--date", "2023-06-19", "--signer", "CHỦ TỊCH"]
        },
        "consent list": CommandQuestion(subject: .whole, isWide: true, sees: { $0.submittedDossier }) { _ in ["--output", "json"] },
        "register names": CommandQuestion(subject: .whole, sees: { $0.submittedDossier }) { _ in ["--output", "json"] },
        "register confirm-name": CommandQuestion(subject: .whole) { [$0.submittedDossier, "--unit", "--name", "Nguyễn Văn An"] },
    ]

    private static let interim = ["--campaign", "MX0", "--review", "interim"]
}
