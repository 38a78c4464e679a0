import Documents
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

    @Test(
        "a return is missing once the month is closed, until then it has not come; a unit that ended owes none, and rows of before say nothing of it"
    )
    func answers() throws {
        let day = try #require(CivilDate("2023-06-30"))
        func words(_ missing: Int, _ wait: MonthRow.Answer.Wait?) -> String {
            MonthRow.Answer(state: .missing, approvedOn: nil, isLate: false, missing: missing, wait: wait).vietnamese
        }
        #expect(words(0, .inTime) == "chưa gửi" && words(2, nil) == "không báo cáo (2 kỳ liên tiếp)")
        #expect(words(1, .overdue) == "chưa gửi, quá hạn" && words(2, .overdue) == "chưa gửi, quá hạn (2 kỳ liên tiếp)")
        let ended = MonthRow(
            tenant: try #require(Tenant.Slug("dept_x")), code: "X", name: "Sở X",
            answer: .init(state: .ended, approvedOn: nil, isLate: false, missing: 0, endedOn: day), figures: MonthFigures(), before: nil)
        let text = ended.json.text()
        #expect(try MonthRow(reading: text).answer.vietnamese == "đã kết thúc hoạt động ngày 30/06/2023")
        let before = try Self.row("101", MonthFigures(), missing: 1).json.text().replacing(",\"endedOn\":null", with: "")
        #expect(!before.contains("endedOn"))
        #expect(try MonthRow(reading: before).answer.state == .missing)
    }

    @Test("what was closed before done work without a date was counted apart is read as it was") func undated() throws {
        let text = try Self.row("101", Self.figures([.items: 3, .early: 1, .noDueDate: 2])).json.text()
        let closed = text.replacing(",\"undated\":0", with: "").replacing(",\"nowUndated\":0", with: "")
        #expect(text.contains("ndated") && !closed.contains("ndated"))
        let figures = try MonthRow(reading: closed).figures
        #expect(figures[.noDueDate] == 2 && figures.doneShare == "1/3" && figures[.undated] == 0)
    }

    @Test("a row of the table adds up: done is what was early, in time, late and without a date, and all is done, overdue or open")
    func sums() {
        let figures = Self.figures([.items: 10, .early: 1, .onTime: 2, .late: 3, .undated: 1, .overdue: 1, .inTime: 1, .noDueDate: 1])
        let cells = Dictionary(uniqueKeysWithValues: zip(MonthTables.countTitles, MonthTables.counts(figures)))
        func sum(_ heads: [String]) -> Int { heads.reduce(0) { $0 + (Int(cells[$1] ?? "") ?? 0) } }
        let done = ["Hoàn thành trước hạn", "Hoàn thành đúng hạn", "Hoàn thành quá hạn", "Hoàn thành, chưa có thời hạn"]
        #expect(sum(done) == 7 && cells["Tỷ lệ hoàn thành"] == "7/10")
        #expect(sum(done + ["Còn quá hạn", "Còn trong hạn"]) == 10)
    }

    @Test("an adjustment is what is known now less what was closed")
    func adjustment() throws {
        let (closed, known) = (Self.figures([.items: 3, .overdue: 1]), Self.figures([.items: 4, .late: 1]))
        let row = try Self.row("101", MonthFigures(), before: (closed, known))
        #expect(row.adjustmentWords == "Lũy kế +1; Hoàn thành quá hạn +1; Còn quá hạn -1")
        #expect(try Self.row("101", known).adjustmentWords == "", "nothing was closed before")
    }

    @Test("what was told with a close is read as it was hashed; a member less is none")
    func annex() throws {
        let text = """
            {"difficulties" : [], "remedies" : [], "coverage" : [
            {"outlet" : "dept_bao", "outletName" : "Báo", "kind" : "article", "inPeriod" : 0, "minutesInPeriod" : 0, "soFar" : 2, "minutesSoFar" : 0},
            {"outlet" : "dept_bao", "outletName" : "Báo", "kind" : "news", "inPeriod" : 1, "minutesInPeriod" : 5, "soFar" : 3, "minutesSoFar" : 9}],
            "goodModels" : [{"tenant" : "district_101", "tenantName" : "Huyện", "figure" : "spread", "inPeriod" : 0, "soFar" : 1}]}
            """
        let annex = try MonthAnnex(reading: text, campaign: "X")
        #expect(CoverageCount.words(annex.coverage) == "1 tin; 5 phút")
        #expect(CoverageCount.words(annex.coverageSoFar) == "3 tin, 2 bài; 9 phút" && annex.coverageSoFar.count == 1)
        #expect(annex.goodModels.map { $0.soFar(.spread) } == [1] && annex.goodModels.map { $0.inPeriod(.spread) } == [0])
        #expect(throws: JSONFaults.self) { try MonthAnnex(reading: text.replacing("\"remedies\" : [], ", with: ""), campaign: "X") }
    }

    @Test("a correction says by which minutes, and of whom what changed since the first version")
    func correction() throws {
        let minute = ReviewSnapshot.Minute(number: "3/BB", on: try #require(CivilDate("2023-06-21")), reason: "Sót")
        let first = try [Self.row("101", Self.figures([.items: 2])), Self.row("102", Self.figures([.items: 3]))]
        let later = try [Self.row("101", Self.figures([.items: 2])), Self.row("102", Self.figures([.items: 4]))]
        let words = "Đính chính theo biên bản số 3/BB ngày 21/06/2023 (Sót), so với phiên bản 1: Lũy kế +1; trong đó Huyện 102: Lũy kế +1"
        #expect(MonthCorrection(minutes: [minute], first: first, rows: later).vietnamese == words)
        let none = MonthCorrection(minutes: [minute], first: first, rows: first).vietnamese
        #expect(none.hasSuffix("số liệu không thay đổi so với phiên bản 1"))
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
