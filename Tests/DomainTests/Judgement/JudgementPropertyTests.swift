import Domain
import Testing

@Suite("Properties of judgement")
struct JudgementPropertyTests {
    @Test("No order of items or units changes a verdict", arguments: 1...1_000)
    func order(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let ledger = RandomLedger.make(using: &generator)
        var shuffled = ledger
        shuffled.units.shuffle(using: &generator)
        for index in shuffled.units.indices { shuffled.units[index].items.shuffle(using: &generator) }
        let before = Dictionary(uniqueKeysWithValues: Judgement.judge(ledger).units.map { ($0.code, $0) })
        for after in Judgement.judge(shuffled).units {
            let same = before[after.code]
            #expect(after.verdict == same?.verdict)
            #expect((after.letter, after.individuals, after.s1, after.s2) == (same?.letter, same?.individuals, same?.s1, same?.s2))
            #expect((after.aheadOrAbove, after.aheadBase, after.flags) == (same?.aheadOrAbove, same?.aheadBase, same?.flags))
            #expect(Set(after.failures) == same.map { Set($0.failures) })
        }
    }

    @Test("Judged item by item, in whatever order, a unit has the verdict of its whole ledger and its points", arguments: 1...1_000)
    func running(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let ledger = RandomLedger.make(using: &generator)
        for unit in ledger.units {
            var whole = unit
            whole.items.sort { LedgerOrder(of: $0) < LedgerOrder(of: $1) }
            let judged = Judgement.judge(whole, in: ledger)
            var head = unit
            head.items = []
            var running = RunningJudgement(head, in: ledger, limits: CheckPoint.Limits())
            for item in unit.items.shuffled(using: &generator) { running.add(item) }
            #expect(running.verdict == judged.withoutItems)
            let trace = CheckPoint(.movedLate, words: "")
            let checked = running.checked(traces: [trace])
            #expect(checked.verdict == judged.withoutItems)
            #expect(checked.checks == CheckPoint.list(of: judged, in: ledger, traces: [trace]))
        }
    }

    @Test("Items stand by the day of their assignment, then by code, byte for byte")
    func places() {
        func item(_ code: String, _ assigned: String) -> LedgerOrder { LedgerOrder(of: .task(code, due: nil, assigned: assigned)) }
        let (early, late) = ("2023-04-01", "2023-04-02")
        let long = "NV-503/QĐ-UBND-2023-"
        let inOrder = [
            item("Z", early), item("A", late), item("AB", late), item(long + "1", late), item(long + "10", late), item(long + "9", late),
            item(long + "Z", late), item(long + "Đ", late),
        ]
        #expect(inOrder.reversed().sorted() == inOrder)
        #expect(zip(inOrder, inOrder.dropFirst()).allSatisfy { $0 < $1 && !($1 < $0) && $0 != $1 })
    }

    @Test("A file says all that judgement needs", arguments: 1...1_000)
    func file(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let ledger = RandomLedger.make(using: &generator)
        let read = try LedgerFile(reading: ledger.json.bytes(.indented))
        #expect(read == ledger)
        #expect(Judgement.judge(read) == Judgement.judge(ledger))
    }

    @Test("Doing an item early and well never adds a failure", arguments: 1...100)
    func improvement(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let ledger = RandomLedger.make(using: &generator)
        for unit in ledger.units.indices {
            let before = Judgement.judge(ledger).units[unit]
            for item in ledger.units[unit].items.indices where before.counted > 0 {
                var improved = ledger
                improved.units[unit].items[item].perfect(by: ledger.asOf)
                let after = Judgement.judge(improved).units[unit]
                #expect(Set(after.reasons).isSubset(of: before.reasons))
                if before.verdict == .pass, ledger.parameters.aheadBase == .counted, before.counted == after.counted {
                    #expect(after.aheadOrAbove >= before.aheadOrAbove)
                    #expect(after.letter || !before.letter)
                }
            }
        }
    }

    @Test("Finishing one more item in time never turns a pass into a fail", arguments: 1...1_000)
    func monotone(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let ledger = RandomLedger.make(using: &generator)
        for unit in ledger.units.indices {
            let before = Judgement.judge(ledger.units[unit], in: ledger)
            for (index, judged) in before.items.enumerated() where judged.isCounted && !judged.isDone {
                guard let due = judged.dueOn else { continue }
                var finished = ledger.units[unit]
                finished.items[index].finish(on: min(due, ledger.asOf))
                let after = Judgement.judge(finished, in: ledger)
                #expect(before.verdict == .fail || after.verdict != .fail, "\(finished.items[index].code)")
                // Nor does it add a reason to those of a unit that fails already.
                #expect(Set(after.reasons).isSubset(of: before.reasons))
            }
        }
    }

    @Test("Delivering for a deadline in time, or confirming a higher step, never turns a pass into a fail", arguments: 1...1_000)
    func supplements(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let ledger = RandomLedger.make(using: &generator)
        for unit in ledger.units.indices {
            let before = Judgement.judge(ledger.units[unit], in: ledger)
            for (index, item) in ledger.units[unit].items.enumerated() {
                var better = ledger.units[unit]
                better.items[index].occurrences = item.occurrences.map { .init(dueOn: $0.dueOn, completedOn: $0.dueOn) }
                if case .task(let percent) = item.work {
                    better.items[index].work = .task(milestonePercent: LedgerItem.milestones.first { $0 > percent } ?? 100)
                }
                let after = Judgement.judge(better, in: ledger)
                #expect(Set(after.reasons).isSubset(of: before.reasons), "\(item.code)")
            }
        }
    }

    @Test("The control: finishing one more item late does turn a pass into a fail")
    func lateFinish() {
        let open = LedgerItem.task("MO", due: "2023-06-28")
        let ledger = LedgerFile.interim([open]) { $0.asOf = day("2023-06-20") }
        #expect(ledger.verdict.verdict == .pass)
        let late = LedgerFile.interim([.task("MO", due: "2023-06-28", completed: "2023-06-29")])
        #expect(late.verdict.verdict == .fail)
    }

    @Test("A late item fails any unit", arguments: 1...100)
    func lateItem(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var ledger = RandomLedger.make(using: &generator)
        ledger.parameters.carryPhaseOneLate = true
        let late = LedgerItem.task("late", due: "2023-03-01", completed: "2023-03-02")
        for unit in ledger.units.indices { ledger.units[unit].items.append(late) }
        for verdict in Judgement.judge(ledger).units {
            #expect(verdict.verdict == .fail)
            #expect(verdict.reasons.contains("late:late"))
            #expect(!verdict.letter && verdict.individuals == 0)
        }
    }

    @Test("Numbers and verdict agree with each other", arguments: 1...100)
    func consistency(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let ledger = RandomLedger.make(using: &generator)
        for verdict in Judgement.judge(ledger).units {
            #expect(verdict.counted == verdict.items.count(where: \.isCounted))
            #expect(verdict.aheadOrAbove <= verdict.aheadBase && verdict.aheadBase <= verdict.counted)
            #expect((verdict.verdict == .fail) == !verdict.failures.isEmpty)
            #expect((verdict.verdict == .insufficientBasis) == (verdict.counted == 0))
            #expect(verdict.verdict == .pass || (!verdict.letter && verdict.individuals == 0))
        }
    }

    @Test("The ledgers tried include every verdict and every reason") func coverage() {
        var verdicts: Set<UnitVerdict.Verdict> = []
        var rules: Set<Failure.Rule> = []
        var flags: Set<UnitVerdict.Flag> = []
        for seed in 1...100 as ClosedRange<UInt64> {
            var generator = SeededGenerator(seed: seed)
            for verdict in Judgement.judge(RandomLedger.make(using: &generator)).units {
                verdicts.insert(verdict.verdict)
                rules.formUnion(verdict.failures.map(\.rule))
                flags.formUnion(verdict.flags)
            }
        }
        #expect(verdicts == Set(UnitVerdict.Verdict.allCases))
        #expect(rules == Set(Failure.Rule.allCases))
        #expect(flags == Set(UnitVerdict.Flag.allCases))
    }
}

extension LedgerItem {
    /// Done on that day and accepted; a target of those that are tried is met.
    fileprivate mutating func finish(on day: CivilDate) {
        completedOn = day
        isAccepted = true
        guard let measure else { return }
        let better = quantity(measure.direction.isReduction ? "-3" : "8")
        work =
            TargetMeasure(
                direction: measure.direction, target: measure.target, actual: better, baseline: measure.baseline,
                isMeasuredAtYearEnd: measure.isMeasuredAtYearEnd
            ).map(Work.target) ?? work
    }

    /// Done before any of its dates, without a fault.
    fileprivate mutating func perfect(by asOf: CivilDate) {
        completedOn = min(day("2023-01-01"), asOf)
        isAccepted = true
        qualityReturns = 0
        violations = 0
        occurrences = []
        if let measure {
            let better = quantity(measure.direction.isReduction ? "-999999999" : "999999999")
            work =
                TargetMeasure(
                    direction: measure.direction, target: measure.target, actual: better, baseline: measure.baseline,
                    isMeasuredAtYearEnd: measure.isMeasuredAtYearEnd
                ).map(Work.target) ?? work
        }
    }
}
