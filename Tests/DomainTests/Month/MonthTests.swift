import Domain
import Foundation
import Testing

@Suite("The month")
struct MonthTests {
    private static func figures(_ counts: [MonthFigures.Figure: Int]) -> MonthFigures {
        counts.reduce(into: MonthFigures()) { $0[$1.key] = $1.value }
    }

    private static func row(_ code: String, _ figures: MonthFigures, missing: Int = 0, before: (MonthFigures, MonthFigures)? = nil) throws
        -> MonthRow
    {
        MonthRow(
            tenant: try #require(Tenant.Slug("district_\(code)")), code: code, name: "Huyện \(code)",
            answer: .init(state: missing > 0 ? .missing : .sent, approvedOn: nil, isLate: false, missing: missing), figures: figures,
            before: before.map { (closed: $0.0, known: $0.1) })
    }

    @Test("a month is written as a year and a month, and as papers write it", arguments: [("2023-06", "tháng 6"), ("2023-02", "tháng 02")])
    func names(text: String, words: String) throws {
        let month = try #require(ReportMonth(text))
        #expect(month.description == text && month.vietnamese == "\(words) năm 2023")
    }

    @Test("what is no month is none", arguments: ["2023-13", "2023-6", "6/2023", "2023-06-01", "", "２０２３-06"])
    func noMonth(text: String) {
        #expect(ReportMonth(text) == nil)
    }

    @Test("a row is read again as it was written, with every figure; one figure less is no row")
    func written() throws {
        let figures = Self.figures([.items: 3, .early: 1, .overdue: 2])
        let row = try Self.row("101", figures, missing: 2, before: (MonthFigures(), figures))
        let text = row.json.text()
        #expect(try MonthRow(reading: text) == row)
        #expect(row.answer.vietnamese == "không báo cáo (2 kỳ liên tiếp)")
        #expect(throws: JSONFaults.self) { try MonthRow(reading: text.replacing("\"overdue\":2,", with: "")) }
        #expect(throws: JSONFaults.self) { try MonthRow(reading: text.replacing("\"overdue\":2,", with: "\"overdue\":-2,")) }
    }

    @Test("an adjustment is what is known now less what was closed")
    func adjustment() throws {
        let (closed, known) = (Self.figures([.items: 3, .overdue: 1]), Self.figures([.items: 4, .late: 1]))
        let row = try Self.row("101", MonthFigures(), before: (closed, known))
        #expect(row.adjustmentWords == "Lũy kế +1; Hoàn thành quá hạn +1; Còn quá hạn -1")
        #expect(try Self.row("101", known).adjustmentWords == "", "nothing was closed before")
    }

    @Test("those behind come first by how much is overdue; sums are over all rows")
    func table() throws {
        let day = try #require(CivilDate("2023-06-14"))
        let period = ReportPeriod(
            id: ReportPeriod.ID(UUID()), campaign: Campaign.ID(UUID()), code: "X", month: ReportMonth(day), from: day, to: day,
            subUnitDueOn: day, dueOn: day,
            closesOn: day, citation: "x", openedOn: day)
        let rows = try [
            Self.row("101", Self.figures([.items: 2, .overdue: 1])), Self.row("102", Self.figures([.items: 5, .overdue: 3])),
            Self.row("103", Self.figures([.items: 1, .early: 1]), missing: 1), Self.row("104", Self.figures([.items: 1, .overdue: 1])),
        ]
        let table = MonthTable(campaign: "X", period: period, standing: "", mark: nil, rows: rows)
        #expect(table.behind.map(\.code) == ["102", "101", "104"])
        #expect(table.total[.items] == 9 && table.total[.overdue] == 5 && table.total.doneShare == "1/9")
        #expect(table.missing.map(\.code) == ["103"])
    }
}
