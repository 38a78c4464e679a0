import Domain
import TestSupport

extension CommandQuestion {
    /// The same difficulties as over HTTP.
    static let difficulties: [String: CommandQuestion] = [
        "difficulty list": CommandQuestion(subject: .unit, isWide: true, sees: { $0.unit }) { _ in ["--output", "json"] },
        "difficulty show": CommandQuestion(subject: .unit, isWide: true) { [$0.unit] },
        "difficulty raise": CommandQuestion(subject: .unit) {
            ["--campaign", "MX0", "--unit", $0.unit, "--title", "x", "--obstacle", "x"]
        },
    ]

    static let difficultiesElsewhere: [String: String] = [
        "difficulty take": "DifficultyRouteTests: by every party", "difficulty slip": "DifficultyRouteTests: once it is routed",
    ]
}
