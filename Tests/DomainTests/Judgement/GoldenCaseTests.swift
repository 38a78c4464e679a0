import Domain
import Testing

/// The worked cases of the domain rules (7.10) that concern judgement.
@Suite("Golden cases")
struct GoldenCaseTests {
    /// 20 counted items: 12 due by the interim review, two of them a working day early; 8 due later.
    private func twenty(firstFigure: String = "0.50") -> [LedgerItem] {
        let early = (1...2).map { LedgerItem.task("S1-\($0)", due: "2023-06-15", completed: "2023-06-14") }
        let onTime = (3...12).map { LedgerItem.task("S1-\($0)", due: "2023-06-15", completed: "2023-06-15") }
        let figures = [firstFigure, "0.55", "0.62", "0.71", "1.02"].enumerated().map {
            LedgerItem.target("1", code: "S2-\($0 + 1)", actual: $1, due: "2023-12-31")
        }
        let ladder = [LedgerItem.task("S2-6", due: "2023-11-30", milestone: 50), .task("S2-7", due: "2023-11-30", milestone: 70)]
        return early + onTime + figures + ladder + [.task("S2-8", due: "2023-11-30", completed: "2023-06-20", milestone: 100)]
    }

    @Test("1. Interim review with letter") func letter() {
        let verdict = LedgerFile.interim(twenty()).verdict
        #expect(verdict.verdict == .pass)
        #expect(verdict.letter)
        #expect(verdict.individuals == 2)
        #expect((verdict.counted, verdict.aheadOrAbove, verdict.s1, verdict.s2) == (20, 4, 12, 8))
        #expect(verdict.failures.isEmpty)
        #expect(verdict.flags.isEmpty)
    }

    @Test("2. One at 49.9%: each fails, the average passes") func oneBelow() {
        let each = LedgerFile.interim(twenty(firstFigure: "0.499")).verdict
        #expect(each.verdict == .fail)
        #expect(each.reasons == ["S2-1:progress"])
        #expect(each.failures.first?.detail == "Tiến độ 49,9%, dưới 50%, hạn 31/12/2023")
        #expect(!each.letter)
        #expect(each.individuals == 0)
        let average = LedgerFile.interim(twenty(firstFigure: "0.499")) { $0.parameters.s2Rule = .average }.verdict
        #expect(average.verdict == .pass)
    }

    @Test("2. The average is 5.579/8 with 1.02 clipped to 1", arguments: [(69, UnitVerdict.Verdict.pass), (70, .fail)])
    func average(minimum: Int, expected: UnitVerdict.Verdict) {
        let verdict = LedgerFile.interim(twenty(firstFigure: "0.499")) {
            $0.parameters.s2Rule = .average
            $0.parameters.minimumProgressPercent = minimum
        }.verdict
        #expect(verdict.verdict == expected)
        if expected == .fail {
            #expect(verdict.failures.map(\.detail) == ["Tiến độ bình quân của 8 nhiệm vụ, chỉ tiêu đến hạn sau là 69,7375%, dưới 70%"])
        }
    }

    @Test(
        "3. Extension of 15/6 to 25/6",
        arguments: [
            ("2023-06-14", "2023-06-20", [], 0), ("2023-06-14", "2023-06-14", [], 1), ("2023-06-16", "2023-06-20", ["NV:late"], 0),
            ("2023-06-14", "2023-06-26", ["NV:late"], 0),
        ] as [(String, String, [String], Int)])
    func extended(decided: String, completed: String, reasons: [String], ahead: Int) throws {
        var item = LedgerItem.task(due: "2023-06-15", completed: completed)
        item.extensions = [
            try #require(
                DueDateExtension(requestedOn: day("2023-06-12"), decision: .granted(on: day(decided), newDueOn: day("2023-06-25"))))
        ]
        let verdict = LedgerFile.interim([item]).verdict
        #expect(verdict.reasons == reasons)
        #expect(verdict.aheadOrAbove == ahead)
    }

    @Test("4. Edge of 30% among 17 of 18 items", arguments: [(5, false), (6, true)])
    func thirtyPercent(ahead: Int, letter: Bool) {
        let items = (1...18).map { LedgerItem.task("NV\($0)", due: "2023-12-15", completed: $0 <= ahead ? "2023-12-14" : "2023-12-15") }
        let verdict = LedgerFile.final(items.dropLast() + [items[17].with { $0.status = .exempt }]).verdict
        #expect(verdict.counted == 17)
        #expect(verdict.aheadOrAbove == ahead)
        #expect(verdict.letter == letter)
        #expect(verdict.individuals == 4)
    }

    @Test("5. One late in the first phase fails both reviews") func oneLate() {
        let items =
            [LedgerItem.task("L", due: "2023-05-15", completed: "2023-05-16")]
            + (1...9).map { .task("NV\($0)", due: "2023-06-15", completed: "2023-06-01") }
        for verdict in [LedgerFile.interim(items).verdict, LedgerFile.final(items).verdict] {
            #expect(verdict.verdict == .fail)
            #expect(verdict.reasons == ["L:late"])
            #expect(verdict.failures.first?.detail == "Hoàn thành ngày 16/05/2023, quá hạn 1 ngày, hạn 15/05/2023")
            #expect(verdict.individuals == 0)
            #expect(!verdict.letter)
        }
        #expect(LedgerFile.final(items) { $0.parameters.carryPhaseOneLate = false }.verdict.verdict == .pass)
        #expect(LedgerFile.interim(items) { $0.parameters.carryPhaseOneLate = false }.verdict.verdict == .fail)
    }

    @Test("6. Nothing assigned", arguments: [true, false, nil] as [Bool?])
    func nothing(motto: Bool?) {
        let verdict = LedgerFile.interim([], motto: motto).verdict
        #expect(verdict.verdict == .insufficientBasis)
        #expect(verdict.failures.isEmpty)
        #expect(!verdict.letter)
        #expect(verdict.individuals == 0)
        #expect(verdict.flags.isEmpty)
    }

    @Test(
        "A50. Shares are whole numbers, never rounded percents",
        arguments: [
            (7, 15, 2), (13, 15, 2), (14, 15, 3), (20, 15, 3), (27, 15, 5), (7, 30, 3), (10, 30, 3), (13, 30, 4), (17, 30, 6),
        ])
    func shares(count: Int, percent: Int, needed: Int) {
        for ahead in 0...count {
            let items = (1...count).map {
                LedgerItem.task("NV\($0)", due: "2023-06-15", completed: $0 <= ahead ? "2023-06-14" : "2023-06-15")
            }
            let verdict = LedgerFile.interim(items) { $0.parameters.letterPercentInterim = percent }.verdict
            #expect(verdict.letter == (ahead >= needed))
        }
    }
}
