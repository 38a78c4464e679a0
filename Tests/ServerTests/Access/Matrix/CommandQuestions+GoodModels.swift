import Domain
import TestSupport

extension CommandQuestion {
    /// The same as over HTTP.
    static let goodModels: [String: CommandQuestion] = [
        "good-model list": CommandQuestion(subject: .unit, isWide: true, sees: { "\"id\": \"\($0.unit)\"" }) { _ in ["--output", "json"] },
        "good-model show": CommandQuestion(subject: .unit, isWide: true) { [$0.unit] },
        "good-model adoptions": CommandQuestion(subject: .unit, isWide: true, sees: { "\"id\": \"\($0.unit)\"" }) { _ in
            ["--output", "json"]
        },
        "good-model register": CommandQuestion(subject: .unit) {
            [
                "--campaign", "MX0", "--unit", $0.unit, "--title", "x", "--content", "x", "--effect", "x", "--since", "2023-06-01",
            ]
        },
    ]

    static let goodModelsElsewhere: [String: String] = [
        "good-model take": "GoodModelRouteTests: by every party",
        "good-model adopt": "GoodModelRouteTests: by another unit, of what is spread",
    ]
}
