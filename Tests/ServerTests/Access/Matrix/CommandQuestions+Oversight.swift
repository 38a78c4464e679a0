import Domain
import TestSupport

extension CommandQuestion {
    /// The same as over HTTP.
    static let oversight: [String: CommandQuestion] = [
        "remedy list": CommandQuestion(subject: .unit, isWide: true, sees: { "\"id\": \"\($0.unit)\"" }) { _ in ["--output", "json"] },
        "remedy show": CommandQuestion(subject: .unit, isWide: true) { [$0.unit] },
        "inspection plans": CommandQuestion(subject: .province, isHome: true) { _ in [] },
        "inspection visits": CommandQuestion(subject: .whole, isWide: true, sees: { $0.place.tenant.lower }) { _ in ["--output", "json"] },
    ]

    static let oversightElsewhere: [String: String] = [
        "remedy order": "OversightRouteTests: with each cause by its body", "remedy take": "OversightRouteTests: by every party",
        "following list": "OversightRouteTests: asks each council", "following notes": "OversightRouteTests: asks each council",
        "report followings": "OversightRouteTests: asks each council", "report follow-notes": "OversightRouteTests: asks each council",
    ]
}
