import Domain
import TestSupport

extension CommandQuestion {
    /// The motto of units, and the reconciliation of a review.
    static let reviews: [String: CommandQuestion] = [
        "motto list": CommandQuestion(subject: .sum) { _ in atTheEnd },
        "motto show": CommandQuestion(subject: .sum, skips: { $0.place.isClosed }) { _ in atTheEnd },
        "motto assess": CommandQuestion(subject: .unit) { target in
            atTheEnd + ["--unit", target.judgedCode] + RouteQuestion.codes.flatMap { ["--part", "\($0)=met"] }
        },
        "motto comment": CommandQuestion(subject: .unit, skips: { $0.place.isClosed }) {
            atTheEnd + ["--unit", $0.judgedCode, "--words", "Thống nhất"]
        },
        "motto decide": CommandQuestion(subject: .unit, isWide: true, skips: { $0.place.isClosed }) {
            atTheEnd + ["--unit", $0.judgedCode, "--accept", "--number", "5/KL-HĐ", "--reason", "Đã xem xét"]
        },
        "review show": CommandQuestion(subject: .sum) { _ in interim },
        "review disputes": CommandQuestion(subject: .sum, isWide: true) { _ in interim },
        "review open": CommandQuestion(subject: .province, isHome: true) { _ in interim },
        "review freeze": CommandQuestion(subject: .province, isHome: true) { _ in interim },
        "review correct": CommandQuestion(subject: .province, isHome: true) { _ in
            interim + ["--number", "1/BB", "--date", "2023-06-19", "--reason", "Ghi sai"]
        },
        "review answer": CommandQuestion(subject: .province, isHome: true) {
            [$0.reviewDispute, "--outcome", "upheld", "--words", "Đúng"]
        },
        "review confirm": CommandQuestion(subject: .whole) { _ in interim },
        "review dispute": CommandQuestion(subject: .whole) {
            [$0.item] + interim + ["--wrong", "Ngày xong", "--number", "1/BC", "--date", "2023-06-19"]
        },
    ]

    private static let atTheEnd = ["--campaign", "MX0", "--review", "final"]
    private static let interim = ["--campaign", "MX0", "--review", "interim"]
}
