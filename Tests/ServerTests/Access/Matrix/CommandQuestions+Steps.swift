import Domain
import Foundation
import TestSupport

extension CommandQuestion {
    /// What is asked and decided on the way of an item, and how it is judged.
    static let steps: [String: CommandQuestion] = [
        "draft list": CommandQuestion(subject: .item, sees: { $0.draft }) { _ in
            ["--output", "json"]
        },
        "draft show": CommandQuestion(subject: .item) { [$0.draft] },
        "draft rule": CommandQuestion(subject: .home, isHome: true) { _ in [] },
        "evidence save": CommandQuestion(subject: .item, isWide: true) { [$0.item, $0.item, "--to", fresh()] },
        "evidence attach": CommandQuestion(subject: .item) { [$0.item, $0.item, paper] },
        "extension ask": CommandQuestion(subject: .item, skips: RouteQuestion.abroad) {
            [$0.item, "--due", "2023-07-15", "--reason", "Chờ ý kiến"]
        },
        "extension decide": CommandQuestion(subject: .item, isWide: true) { grant($0) },
        "extension decide-many": CommandQuestion(subject: .item, isWide: true, refusals: MatrixAnswer.ofOneAmongMany) {
            grant($0) + ["--dry-run", "--output", "json"]
        },
        "extension list": CommandQuestion(
            subject: .item, isWide: true, skips: { $0.relation == .oneself }, sees: { $0.waiting }
        ) { _ in ["--output", "json"] },
        "item rule-many": CommandQuestion(subject: .item, isWide: true, refusals: MatrixAnswer.ofOneAmongMany) {
            [$0.item, "--kind", "cancelled", "--number", "1/QĐ", "--reason", "x", "--date", "2023-06-19", "--dry-run", "--output", "json"]
        },
        "judge": CommandQuestion(subject: .sum) { _ in review },
        "ledger export": CommandQuestion(subject: .sum) { _ in review + ["--output", folder.appending(path: "\(UUID()).json").path] },
    ]

    private static let review = ["--campaign", "MX0", "--review", "interim"]

    private static func grant(_ target: MatrixTarget) -> [String] {
        [target.waiting, "--grant", "--due", RouteQuestion.newDueOn(target), "--number", "1/UBND"]
    }

    /// A file that is not there.
    private static func fresh() -> String { folder.appending(path: "\(UUID()).pdf").path }
}
