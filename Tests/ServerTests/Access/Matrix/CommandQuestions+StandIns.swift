import Domain
import Foundation
import TestSupport

extension CommandQuestion {
    /// Acting for another: second factors, delegations, signed papers.
    static let standIns: [String: CommandQuestion] = [
        "factor show": CommandQuestion(subject: .oneself, isHome: true) { _ in [] },
        "person reset-factor": CommandQuestion(subject: .whole, skips: { $0.holder == nil }) { [$0.holder ?? "", "--reason", "thử"] },
        "delegation list": CommandQuestion(subject: .whole, sees: { $0.delegation }) { ["--post", $0.post, "--output", "json"] },
        "delegation give": CommandQuestion(subject: .post, skips: RouteQuestion.abroad) { standIn(for: $0) },
        // Nobody lends anything to the seats: which delegation is theirs is told them.
        "delegation use": CommandQuestion(subject: .oneself, isHome: true) { _ in [UUID().lower] },
        "paper list": CommandQuestion(subject: .whole, sees: { $0.signedPaper }) { _ in ["--output", "json"] },
        "paper record": CommandQuestion(subject: .whole) {
            ["--signer", $0.post, "--number", "77/QĐ", "--signed-on", "2023-06-01", "--abstract", "Về việc thử"]
        },
        "paper attach": CommandQuestion(subject: .whole) { [$0.bareCopy, paper] },
        "paper rule": CommandQuestion(subject: .whole, skips: RouteQuestion.abroad) {
            [$0.signedPaper, "--item", $0.item, "--kind", "cancelled"]
        },
    ]

    private static func standIn(for target: MatrixTarget) -> [String] {
        [
            "--post", target.post, "--to", target.colleague, "--form", "tl", "--scope", RouteQuestion.lent(target), "--until",
            "2023-06-30", "--reason", "Đi công tác",
        ]
    }

    /// People who come, change posts, leave.
    static let movers: [String: CommandQuestion] = [
        "person join": CommandQuestion(subject: .whole) { _ in ["--name", "Nguyễn Thị Mới", "--kind", "cong_chuc"] + seat },
        "person import": CommandQuestion(subject: .whole) { _ in [peopleList] },
        "person slips": CommandQuestion(subject: .whole) { _ in ["--including-set"] },
        "person held-items": CommandQuestion(subject: .whole) { [$0.person] },
        "person moves": CommandQuestion(subject: .whole, sees: { $0.post }) { [$0.person, "--output", "json"] },
        "person leave": CommandQuestion(subject: .whole) { [$0.person, "--reason", "Nghỉ hưu"] },
        "person release": CommandQuestion(subject: .whole) {
            [$0.person, "--to", "district_102", "--document", "1/QĐ", "--reason", "Điều động"]
        },
        "person renew-release": CommandQuestion(subject: .whole) { [$0.person] },
        "post move": CommandQuestion(subject: .post, skips: { $0.relation == .oneself }) { [$0.post, "--reason", "Điều động"] + seat },
    ]

    private static let seat = ["--role", "clerk", "--title", "Văn thư", "--leader-rank", "direct_worker"]

    private static let peopleList: String = {
        let file = folder.appending(path: "people.csv")
        try? Data(RouteQuestion.peopleList.utf8).write(to: file)
        return file.path
    }()
}
