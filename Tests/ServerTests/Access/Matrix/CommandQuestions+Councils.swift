import Domain
import TestSupport

extension CommandQuestion {
    /// What is read of councils.
    static let councils: [String: CommandQuestion] = [
        "hold list": CommandQuestion(subject: .whole, isWide: true, sees: { $0.place.unit(.child).lower }) { _ in ["--output", "json"] },
        "award history": CommandQuestion(subject: .whole, isWide: true, sees: { _ in "\"MX\"" }) { _ in ["--output", "json"] },
        "award flags": CommandQuestion(subject: .province, isHome: true) { _ in ["--output", "json"] },
        "template list": CommandQuestion(subject: .whole, isWide: true, sees: { _ in "\"MX\"" }) { _ in ["--output", "json"] },
        "hold record": CommandQuestion(subject: .province, isHome: true) {
            ["--person", $0.person, "--number", "7/QĐ", "--issuer", "Thanh tra", "--from", "2023-06-19"]
        },
        // A draft waits for the council of its unit; the provincial one is told of what was appraised.
        "council show": CommandQuestion(subject: .whole, isWide: true, skips: { $0.place.slug == "province" }, sees: { $0.draftedDossier })
        { _ in
            ["--output", "json"]
        },
        "council sessions": CommandQuestion(subject: .whole, isWide: true, sees: { $0.session }) { _ in ["--output", "json"] },
        "council paper": CommandQuestion(subject: .whole, isWide: true) {
            [$0.session, "council-minutes", "--output-file", fresh("docx")]
        },
        "council session": CommandQuestion(subject: .whole, isWide: true) { [$0.session] },
    ]
}
