import Domain
import Foundation
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
        "report month-sheet": CommandQuestion(subject: .sum) { _ in
            [FileManager.default.temporaryDirectory.appending(path: "thidua-\(UUID()).xlsx").path] + drafted
        },
    ]

    private static let drafted = ["--campaign", "MX0", "--month", "2023-05"]
    private static let closable = ["--campaign", "MX0", "--month", "2023-04"]
}
