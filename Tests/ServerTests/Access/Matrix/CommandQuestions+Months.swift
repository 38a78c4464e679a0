import Domain
import TestSupport

extension CommandQuestion {
    /// The same months as over HTTP.
    static let months: [String: CommandQuestion] = [
        "month list": CommandQuestion(subject: .catalogue) { _ in ["--campaign", "MX0"] },
        "month show": CommandQuestion(subject: .sum) { _ in drafted },
        "month open": CommandQuestion(subject: .province, isHome: true) { _ in ["--campaign", "MX0", "--month", "2023-06"] },
        "month close": CommandQuestion(subject: .province, isHome: true) { _ in closable },
        "month correct": CommandQuestion(subject: .province, isHome: true) { _ in
            closable + ["--number", "1/BB", "--date", "2023-06-19", "--reason", "Ghi sai"]
        },
        "return list": CommandQuestion(subject: .sum) { _ in drafted },
        "return write": CommandQuestion(subject: .unit) { drafted + ["--unit", $0.unit, "--results", "Đã xong"] },
        "return approve": CommandQuestion(subject: .unit) { drafted + ["--unit", $0.unit, "--version", "1"] },
        "report month": CommandQuestion(subject: .province, isHome: true) { _ in closable },
        "report review": CommandQuestion(subject: .province, isHome: true) { _ in interim },
        "report review-sheet": CommandQuestion(subject: .sum) { _ in [fresh("xlsx")] + interim },
        "report annex": CommandQuestion(subject: .sum) { _ in ["--campaign", "MX0", "--output-file", fresh("docx")] },
        "report annex-sheet": CommandQuestion(subject: .sum) { _ in [fresh("xlsx"), "--campaign", "MX0"] },
        "report urging": CommandQuestion(subject: .province, isHome: true) { _ in
            ["--campaign", "MX0", "--unit", "district_101", "--output-file", fresh("docx")]
        },
        "report urgings": CommandQuestion(subject: .province, isHome: true) { _ in [fresh("zip"), "--campaign", "MX0"] },
        "urging overdue": CommandQuestion(subject: .province, isHome: true) { _ in ["--campaign", "MX0"] },
        "urging record": CommandQuestion(subject: .province, isHome: true) { _ in
            ["--campaign", "MX0", "--unit", "district_101", "--number", "1/VP-TH", "--date", "2023-06-19"]
        },
        "report month-sheet": CommandQuestion(subject: .sum) { _ in
            [fresh("xlsx")] + drafted
        },
    ]

    private static let interim = ["--campaign", "MX0", "--review", "interim"]
    private static let drafted = ["--campaign", "MX0", "--month", "2023-05"]
    private static let closable = ["--campaign", "MX0", "--month", "2023-04"]
}
