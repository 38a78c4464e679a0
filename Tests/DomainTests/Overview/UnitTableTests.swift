import Domain
import Testing

@Suite("The table of units and its comparison")
struct UnitTableTests {
    private func row(_ code: String, overdue: Int = 0, late: Int = 0, launched: Bool = true, _ verdict: UnitVerdict.Verdict? = nil) throws
        -> UnitTable.Row
    {
        var figures = UnitFigures()
        figures[.overdue] = overdue
        figures[.late] = late
        let unit = try #require(SubUnit.ID("0192a000-0000-7000-8000-000000000\(code)"))
        let place = UnitOverview.Place(
            tenant: try #require(Tenant.Slug("district_\(code)")), unit: unit, code: code, name: code, fullName: code)
        return UnitTable.Row(
            unit: place, isWhole: true, launchedOn: launched ? CivilDate("2023-04-03") : nil, figures: figures, verdict: verdict)
    }

    private func table(_ rows: [UnitTable.Row], on day: String = "2023-06-20", at: ClockTime? = nil) throws -> UnitTable {
        UnitTable(
            campaign: "X", asOf: try #require(CivilDate(day)), before: nil, review: .interim, countedAt: at, check: nil, rows: rows)
    }

    @Test("has the worst first, of equals in customary order")
    func order() throws {
        let rows = [
            try row("101"), try row("102", overdue: 1), try row("103", launched: false), try row("104", late: 2),
            try row("105", overdue: 3), try row("106", .pass), try row("107", .insufficientBasis), try row("108", late: 2, .fail),
            try row("109", .pending),
        ]
        #expect(
            try table(rows).rows.map(\.unit.code) == ["105", "102", "108", "104", "107", "109", "103", "101", "106"])
    }

    @Test("adds up: done is what was early, in time, late and without a date")
    func sums() {
        var counts = LedgerCounts()
        (counts.items, counts.completedEarly, counts.completedOnTime, counts.completedLate, counts.completedUndated) = (11, 1, 2, 3, 4)
        let figures = UnitFigures(counts)
        let parts: [UnitFigure] = [.early, .onTime, .late, .undated]
        #expect(parts.map { figures[$0] } == [1, 2, 3, 4] && figures[.done] == 10)
    }

    @Test("says what appeared, went, changed and stayed")
    func comparison() throws {
        let earlier = try table([try row("101"), try row("102"), try row("103", overdue: 1)], on: "2023-06-19")
        let later = try table([try row("101"), try row("103", overdue: 2), try row("104")])
        let effects = Dictionary(
            uniqueKeysWithValues: UnitTableComparison(earlier, later).rows.map { ($0.unit?.code ?? "", $0.effect) })
        #expect(effects == ["101": .same, "102": .went, "103": .changed, "104": .appeared])
        #expect(UnitTableComparison(later, later).rows.allSatisfy { $0.effect == .same }, "the control")
    }

    @Test("says of which minute in Việt Nam it is")
    func minute() throws {
        // 2023-06-19T23:05:59Z
        let time = ClockTime(atSecondsSince1970: 1_687_215_959)
        #expect(time.vietnamese == "06:05 ngày 20/06/2023")
        #expect(try table([], at: time).standing == "tính đến 06:05 ngày 20/06/2023")
        #expect(try table([]).standing == "tính đến 20/06/2023")
        let check = UnitDayCheck(at: time, day: try #require(CivilDate("2023-06-19")), compared: 40, differing: 2)
        #expect(check.vietnamese == "đối chiếu lúc 06:05 ngày 20/06/2023, số liệu đến hết ngày 19/06/2023: lệch 2/40 dòng")
    }
}
