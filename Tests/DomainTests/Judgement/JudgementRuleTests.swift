import Domain
import Testing

@Suite("Rules of judgement")
struct JudgementRuleTests {
    private let onTime = LedgerItem.task("OK", due: "2023-06-15", completed: "2023-06-15")

    // MARK: Rule 1

    @Test("Without a date an item waits in a preview and falls due at the end when frozen") func noDueDate() {
        let open = LedgerItem.task(due: nil, milestone: 50)
        let preview = LedgerFile.interim([open]) { $0.isFrozen = false }.verdict
        #expect(preview.counted == 0)
        #expect(preview.items[0].exclusions == [.noDueDate])
        let frozen = LedgerFile.interim([open]).verdict
        #expect((frozen.s1, frozen.s2) == (0, 1))
        #expect(frozen.items[0].dueOn == day("2023-12-31"))
        #expect(LedgerFile.final([open]).verdict.reasons == ["NV:notDone"])
        let done = LedgerItem.task(due: nil, completed: "2023-06-01")
        #expect(LedgerFile.final([done]).verdict.aheadOrAbove == 0)
    }

    // MARK: Rule 2

    @Test("Only items that count are counted") func counted() {
        let items = [
            onTime, onTime.with { $0.isInCampaign = false }, onTime.with { $0.role = .coordinate }, onTime.with { $0.status = .exempt },
            onTime.with { $0.status = .cancelled }, onTime.with { $0.originalDueOn = day("2024-01-01") },
            onTime.with { $0.assignedOn = day("2023-07-01") }, onTime.with { $0.assignedOn = day("2023-06-30") },
        ]
        let verdict = LedgerFile.interim(items).verdict
        #expect(verdict.counted == 2)
        #expect(
            verdict.items.map(\.exclusions) == [
                [], [.outsideCampaign], [.coordinating], [.notActive], [.notActive], [.dueAfterCampaign], [.assignedLater], [],
            ])
    }

    @Test(
        "A target that is measured at the end of the year waits for it, others do not (A39)",
        arguments: [
            (true, nil, "2023-12-31", 0, []), (true, nil, "2023-06-30", 1, ["CT:notDone"]), (true, "0.1", "2023-12-31", 1, ["CT:progress"]),
            (false, nil, "2023-12-31", 1, ["CT:progress"]),
        ] as [(Bool, String?, String, Int, [String])])
    func yearEnd(marked: Bool, actual: String?, due: String, counted: Int, reasons: [String]) {
        let item = LedgerItem.target("1", actual: actual, due: due, measuredAtYearEnd: marked)
        let verdict = LedgerFile.interim([item]).verdict
        #expect(verdict.counted == counted)
        #expect(verdict.reasons == reasons)
        #expect(LedgerFile.final([item]).verdict.counted == 1)
    }

    @Test("An item that an extension carried past the end leaves the count with a flag (A37)") func extendedOut() throws {
        let carried = try onTime.with {
            $0.originalDueOn = day("2023-12-31")
            $0.extensions = [
                try #require(
                    DueDateExtension(requestedOn: day("2023-05-01"), decision: .granted(on: day("2023-05-02"), newDueOn: day("2024-01-01")))
                )
            ]
        }
        #expect(LedgerFile.interim([carried]).verdict.flags == [.extendedOut])
        #expect(LedgerFile.interim([carried, onTime]).verdict.flags == [.fewItems, .extendedOut])
        let others = [
            carried.with { $0.role = .coordinate }, carried.with { $0.originalDueOn = day("2024-01-01") },
            carried.with { $0.assignedOn = day("2023-07-01") }, onTime.with { $0.originalDueOn = day("2024-01-01") },
        ]
        for other in others {
            #expect(LedgerFile.interim([other]).verdict.flags == [])
        }
    }

    // MARK: Rules 3 and 4

    @Test("Done needs acceptance, a date by asOf, and a target that is met") func done() {
        let cases: [(LedgerItem, [String])] = [
            (onTime.with { $0.isAccepted = false }, ["OK:notDone"]),
            (onTime.with { $0.completedOn = nil }, ["OK:notDone"]),
            (onTime.with { $0.completedOn = day("2023-07-01") }, ["OK:notDone"]),
            (.target("7", actual: "6.9", due: "2023-06-15", completed: "2023-06-15"), ["CT:notDone"]),
            (.target("7", actual: nil, due: "2023-06-15", completed: "2023-06-15"), ["CT:notDone"]),
            (.target("7", actual: "7", due: "2023-06-15", completed: "2023-06-15"), []),
            (.target("7", .moreThan, actual: "7", due: "2023-06-15", completed: "2023-06-15"), ["CT:notDone"]),
            (.target("7", .atMost, actual: "7", baseline: "9", due: "2023-06-15", completed: "2023-06-16"), ["CT:late"]),
        ]
        for (item, reasons) in cases {
            #expect(LedgerFile.interim([item]).verdict.reasons == reasons)
        }
    }

    @Test(
        "An item is open until the day after asOf",
        arguments: [("2023-06-14", []), ("2023-06-15", ["NV:notDone"]), ("2023-06-16", ["NV:notDone"])])
    func open(asOf: String, reasons: [String]) {
        let item = LedgerItem.task(due: "2023-06-15")
        #expect(LedgerFile.interim([item]) { $0.asOf = day(asOf) }.verdict.reasons == reasons)
        #expect(LedgerFile.final([item]) { $0.asOf = day(asOf) }.verdict.reasons == reasons)
    }

    @Test("An interim review asks for no result of what is due after its day, whenever it is held") func afterInterim() {
        let half = LedgerItem.task(due: "2023-07-15", milestone: 50)
        let late = LedgerItem.task(due: "2023-07-15", completed: "2023-07-16")
        let interim = LedgerFile.interim([half, late]) { $0.asOf = day("2023-08-01") }.verdict
        #expect(interim.verdict == .pass)
        let final = LedgerFile.final([half, late]) { $0.asOf = day("2023-08-01") }.verdict
        #expect(final.reasons == ["NV:notDone", "NV:late"])
    }

    @Test(
        "Only a final review can forgive lateness of the first phase, up to the day of the interim review",
        arguments: [
            ("2023-06-30", []), ("2023-07-01", ["NV:late"]),
        ])
    func forgiven(due: String, reasons: [String]) {
        let item = LedgerItem.task(due: due, completed: "2023-07-10").with {
            $0.occurrences = [LedgerItem.Occurrence(dueOn: day("2023-02-01"), completedOn: nil)]
        }
        #expect(LedgerFile.final([item]) { $0.parameters.carryPhaseOneLate = false }.verdict.reasons == reasons)
        #expect(LedgerFile.final([item]).verdict.reasons == ["NV:late"])
        let undone = item.with { $0.isAccepted = false }
        #expect(LedgerFile.final([undone]) { $0.parameters.carryPhaseOneLate = false }.verdict.reasons.first == "NV:notDone")
    }

    @Test(
        "A periodic item is late when an occurrence due so far is",
        arguments: [
            ("2023-06-30", nil, "2023-06-30", true), ("2023-06-30", nil, "2023-06-29", false), ("2023-07-01", nil, "2023-08-01", false),
            ("2023-06-30", "2023-06-30", "2023-08-01", false), ("2023-06-30", "2023-07-01", "2023-06-30", true),
        ] as [(String, String?, String, Bool)])
    func occurrences(due: String, completed: String?, asOf: String, late: Bool) {
        let item = LedgerItem.task(due: "2023-12-31", milestone: 50).with {
            $0.occurrences = [.init(dueOn: day(due), completedOn: completed.map(day))]
        }
        #expect(LedgerFile.interim([item]) { $0.asOf = day(asOf) }.verdict.reasons == (late ? ["NV:late"] : []))
    }

    @Test("A final review looks at occurrences up to asOf, and names the first late one") func finalOccurrences() {
        let item = LedgerItem.task(due: "2023-12-31", completed: "2023-12-30").with {
            $0.occurrences = [
                .init(dueOn: day("2023-06-05"), completedOn: day("2023-06-05")),
                .init(dueOn: day("2023-07-05"), completedOn: day("2023-07-06")),
                .init(dueOn: day("2023-08-05"), completedOn: nil),
            ]
        }
        #expect(LedgerFile.final([item]).verdict.failures.map(\.detail) == ["Kỳ hạn 05/07/2023 hoàn thành ngày 06/07/2023"])
        let overdue = LedgerItem.task("QUA", due: "2023-08-01", completed: "2023-08-02")
        let failures = LedgerFile.final([item, overdue]).verdict.failures
        #expect(failures.map(\.ruleWords) == ["kỳ hạn không đúng hạn", "hoàn thành quá hạn"])
        #expect(Failure.counts(failures).map { "\($0.words) \($0.count)" } == ["hoàn thành quá hạn 1", "kỳ hạn không đúng hạn 1"])
        #expect(LedgerFile.final([item]) { $0.asOf = day("2023-07-04") }.verdict.reasons == [])
    }

    @Test(
        "Returns for quality have a limit, findings have none",
        arguments: [(1, 0, []), (2, 0, ["OK:quality"]), (0, 1, ["OK:violation"]), (2, 1, ["OK:quality", "OK:violation"])])
    func quality(returns: Int, violations: Int, reasons: [String]) {
        let item = onTime.with {
            $0.qualityReturns = returns
            $0.violations = violations
        }
        #expect(LedgerFile.interim([item]).verdict.reasons == reasons)
    }

    @Test("Failures keep the order of items and of the rules, those of the unit come last") func order() {
        let bad = LedgerItem.task("B", due: "2023-12-31", milestone: 10).with {
            $0.occurrences = [.init(dueOn: day("2023-02-01"), completedOn: nil)]
            $0.qualityReturns = 2
            $0.violations = 1
        }
        let undone = LedgerItem.task("A", due: "2023-06-30")
        let each = LedgerFile.interim([bad, undone], motto: false).verdict
        #expect(each.reasons == ["B:late", "B:progress", "B:quality", "B:violation", "A:notDone", "motto"])
        let average = LedgerFile.interim([bad, undone], motto: false) { $0.parameters.s2Rule = .average }.verdict
        #expect(average.reasons == ["B:late", "B:quality", "B:violation", "A:notDone", "average", "motto"])
        let share = LedgerFile.interim([bad, undone]) { $0.parameters.s2Rule = .share }.verdict
        #expect(share.reasons == ["B:late", "B:quality", "B:violation", "A:notDone", "share"])
        #expect(share.failures.last?.detail == "Hoàn thành 0/1 nhiệm vụ, chỉ tiêu đến hạn sau, dưới 50%")
    }

    // MARK: Rule 5

    @Test("Exactly the minimum is enough (A38)", arguments: [("0.5", true), ("0.4999999999", false)])
    func minimum(actual: String, passes: Bool) {
        let item = LedgerItem.target("1", actual: actual, due: "2023-07-01")
        #expect((LedgerFile.interim([item]).verdict.verdict == .pass) == passes)
        let average = LedgerFile.interim([item]) { $0.parameters.s2Rule = .average }.verdict
        #expect((average.verdict == .pass) == passes)
    }

    @Test("A negative figure is below even no minimum, unless it is clipped for the mean") func negative() {
        let item = LedgerItem.target("1", actual: "-0.1", due: "2023-12-31")
        func verdict(_ rule: JudgementParameters.LaterItemsRule) -> UnitVerdict.Verdict {
            LedgerFile.interim([item]) {
                $0.parameters.minimumProgressPercent = 0
                $0.parameters.s2Rule = rule
            }.verdict.verdict
        }
        #expect(verdict(.each) == .fail)
        #expect(verdict(.average) == .pass)
        #expect(verdict(.share) == .pass)
    }

    @Test("Each figure is rounded down before the mean is taken") func roundedDown() {
        // 1/3 and 2/3 have the mean 50 exactly; rounded down they have less.
        let items = [
            LedgerItem.target("3", code: "A", actual: "1", due: "2023-12-31"), .target("3", code: "B", actual: "2", due: "2023-12-31"),
        ]
        let verdict = LedgerFile.interim(items) { $0.parameters.s2Rule = .average }.verdict
        #expect(verdict.reasons == ["average"])
    }

    @Test("A share counts results only", arguments: [(1, true), (0, false)])
    func share(done: Int, passes: Bool) {
        let items = (0..<2).map { LedgerItem.task("NV\($0)", due: "2023-12-31", completed: $0 < done ? "2023-06-29" : nil, milestone: 90) }
        let verdict = LedgerFile.interim(items) { $0.parameters.s2Rule = .share }.verdict
        #expect((verdict.verdict == .pass) == passes)
    }

    /// Ten working days before Friday 30/6/2023 lies Friday 16/6.
    @Test(
        "Items given in the last ten working days need no progress yet (A31)",
        arguments: [
            ("2023-06-16", ["NV:progress"]), ("2023-06-17", []), ("2023-06-19", []),
        ])
    func grace(assigned: String, reasons: [String]) {
        let item = LedgerItem.task(due: "2023-12-31", assigned: assigned)
        #expect(LedgerFile.interim([item]).verdict.reasons == reasons)
        for rule in [JudgementParameters.LaterItemsRule.average, .share] {
            let verdict = LedgerFile.interim([item]) { $0.parameters.s2Rule = rule }.verdict
            #expect(verdict.verdict == (reasons.isEmpty ? .pass : .fail))
        }
    }

    @Test("Holidays and swapped Saturdays move the grace") func graceWithCalendar() {
        let item = LedgerItem.task(due: "2023-12-31", assigned: "2023-06-16")
        let holiday = LedgerFile.interim([item]) { $0.calendar = WorkingCalendar(holidays: [day("2023-06-20")], workingDays: []) }
        #expect(holiday.verdict.reasons == [])
        let later = item.with { $0.assignedOn = day("2023-06-19") }
        let swapped = LedgerFile.interim([later]) { $0.calendar = WorkingCalendar(holidays: [], workingDays: [day("2023-06-24")]) }
        #expect(swapped.verdict.reasons == ["NV:progress"])
        let none = LedgerFile.interim([item.with { $0.assignedOn = day("2023-06-30") }]) { $0.parameters.newItemGraceWorkingDays = 0 }
        #expect(none.verdict.reasons == ["NV:progress"])
    }

    @Test("A done item is complete whatever its ladder says") func doneIsComplete() {
        let item = LedgerItem.task(due: "2023-12-31", completed: "2023-06-20", milestone: 10)
        #expect(LedgerFile.interim([item]).verdict.verdict == .pass)
        #expect(LedgerFile.interim([item.with { $0.isAccepted = false }]).verdict.reasons == ["NV:progress"])
    }

    // MARK: Rule 6

    /// The original date is Monday 19/6/2023.
    @Test(
        "Ahead is a number of working days before the original date (A45)",
        arguments: [
            ("2023-06-19", 0, true), ("2023-06-20", 0, false), ("2023-06-18", 1, false), ("2023-06-16", 1, true), ("2023-06-16", 2, false),
            ("2023-06-15", 2, true),
        ])
    func ahead(completed: String, days: Int, expected: Bool) {
        let item = LedgerItem.task(due: "2023-06-19", completed: completed)
        let verdict = LedgerFile.interim([item]) { $0.parameters.minimumEarlyWorkingDays = days }.verdict
        #expect(verdict.aheadOrAbove == (expected ? 1 : 0))
    }

    @Test("A periodic item is never ahead, one without occurrences may be") func periodic() {
        let item = LedgerItem.task(due: "2023-06-19", completed: "2023-06-01")
        #expect(LedgerFile.interim([item]).verdict.aheadOrAbove == 1)
        let periodic = item.with { $0.occurrences = [.init(dueOn: day("2023-05-01"), completedOn: day("2023-05-01"))] }
        #expect(LedgerFile.interim([periodic]).verdict.aheadOrAbove == 0)
    }

    @Test(
        "Above is strict and needs no acceptance (A46)",
        arguments: [("7", false), ("7.0000000001", true), (nil, false)] as [(String?, Bool)])
    func above(actual: String?, expected: Bool) {
        let item = LedgerItem.target("7", actual: actual, due: "2023-12-31")
        #expect(LedgerFile.interim([item]).verdict.aheadOrAbove == (expected ? 1 : 0))
    }

    @Test("Early and above is once (A47)") func once() {
        let item = LedgerItem.target("7", actual: "8", due: "2023-06-19", completed: "2023-06-01")
        #expect(LedgerFile.interim([item]).verdict.aheadOrAbove == 1)
    }

    @Test("The base is what is counted, or what is completed of it (A48)") func base() {
        let items =
            [LedgerItem.task("A", due: "2023-06-19", completed: "2023-06-01"), .target("1", code: "B", actual: "2", due: "2023-12-31")]
            + (1...9).map { .task("NV\($0)", due: "2023-12-31", milestone: 50) }
        let counted = LedgerFile.interim(items).verdict
        #expect((counted.aheadOrAbove, counted.aheadBase) == (2, 11))
        let completed = LedgerFile.interim(items) { $0.parameters.aheadBase = .completed }.verdict
        #expect((completed.aheadOrAbove, completed.aheadBase) == (1, 1))
        let nothingDone = LedgerFile.interim(Array(items.dropFirst())) {
            $0.parameters.aheadBase = .completed
            $0.parameters.letterPercentInterim = 0
        }.verdict
        #expect(nothingDone.verdict == .pass)
        #expect(!nothingDone.letter)
    }

    // MARK: Rule 7

    @Test(
        "The council decides on the motto",
        arguments: [(true, UnitVerdict.Verdict.pass), (false, .fail), (nil, .pending)] as [(Bool?, UnitVerdict.Verdict)])
    func motto(accepted: Bool?, expected: UnitVerdict.Verdict) {
        let verdict = LedgerFile.interim([onTime.with { $0.completedOn = day("2023-06-01") }], motto: accepted).verdict
        #expect(verdict.verdict == expected)
        #expect(verdict.reasons == (accepted == false ? ["motto"] : []))
        #expect(verdict.letter == (accepted == true))
        #expect(verdict.individuals == (accepted == true ? 2 : 0))
    }

    @Test("An open motto does not hide a failure") func openMotto() {
        #expect(LedgerFile.interim([LedgerItem.task(due: "2023-06-15")], motto: nil).verdict.verdict == .fail)
    }

    @Test("A sub-unit passes and gets its letter, but brings no individuals (A02)") func subUnit() {
        let verdict = LedgerFile.interim([onTime.with { $0.completedOn = day("2023-06-01") }]) { $0.units[0].isFirstTier = false }.verdict
        #expect((verdict.verdict, verdict.letter, verdict.individuals) == (.pass, true, 0))
    }

    @Test("Fewer than the minimum of items raise a flag, none do not (A20)", arguments: [(0, false), (1, true), (2, true), (3, false)])
    func fewItems(count: Int, flagged: Bool) {
        let items = (0..<count).map { index in onTime.with { $0.code = "NV\(index)" } }
        #expect(LedgerFile.interim(items).verdict.flags == (flagged ? [.fewItems] : []))
    }

    @Test("A final review counts what was due by the interim review apart") func parts() {
        let verdict = LedgerFile.final([
            onTime, .task(due: "2023-06-30", completed: "2023-06-30"), .task(due: "2023-07-01", completed: "2023-07-01"),
        ]).verdict
        #expect((verdict.s1, verdict.s2, verdict.counted) == (2, 1, 3))
    }
}
