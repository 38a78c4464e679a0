import Domain
import TestSupport

extension RouteQuestion {
    /// A month in which every unit of the stage has a draft, and an earlier one that can be closed.
    static let months: [String: RouteQuestion] = [
        "months.list": .asking(.catalogue) { _ in "?campaign=MX0" }, "months.show": .asking(.sum) { _ in drafted },
        "months.sheet": .asking(.sum) { _ in drafted }, "returns.list": .asking(.sum) { _ in drafted },
        "months.open": RouteQuestion(.province) { _ in ["campaign": "MX0", "month": "2023-06"] },
        "months.close": RouteQuestion(.province) { _ in ["campaign": "MX0", "month": "2023-04"] },
        "months.correct": RouteQuestion(.province) { _ in
            ["campaign": "MX0", "month": "2023-04", "minuteNumber": "1/BB", "minuteOn": "2023-06-19", "reason": "Ghi sai"]
        },
        "months.report": .asking(.province) { _ in "?campaign=MX0&month=2023-04" },
        "months.part": .asking(.province) { _ in "?campaign=MX0&month=2023-04" },
        "page.months.part": .asking(.province) { _ in "?campaign=MX0&month=2023-04" },
        "returns.write": RouteQuestion(.unit) {
            ["campaign": "MX0", "month": "2023-05", "unit": .string($0.unit), "results": "Đã xong"]
        },
        "returns.approve": RouteQuestion(.unit) { ["campaign": "MX0", "month": "2023-05", "unit": .string($0.unit)] },
        "page.months": RouteQuestion(.province), "page.months.sheet": .asking(.province) { _ in drafted },
        "page.months.report": .asking(.province) { _ in "?campaign=MX0&month=2023-04" },
        "page.months.open": RouteQuestion(.province, text: { _ in "campaign=MX0&month=2023-06" }),
        "page.months.close": RouteQuestion(.province, text: { _ in "campaign=MX0&month=2023-04" }),
        "page.months.correct": RouteQuestion(
            .province, text: { _ in "campaign=MX0&month=2023-04&number=1&date=2023-06-19&reason=Ghi+sai" }),
        "page.unit-months": RouteQuestion(.sum),
        "page.unit-months.write": RouteQuestion(
            .unit, text: { "campaign=MX0&month=2023-05&unit=\($0.unit)&version=1&nothing=no&results=Xong" }),
        "page.unit-months.approve": RouteQuestion(.unit, text: { "campaign=MX0&month=2023-05&unit=\($0.unit)&version=1" }),
    ]

    private static let drafted = "?campaign=MX0&month=2023-05"
}
