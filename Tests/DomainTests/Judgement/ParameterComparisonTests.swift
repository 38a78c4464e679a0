import Domain
import Testing

@Suite("What other parameters would change")
struct ParameterComparisonTests {
    private func change(_ text: String) throws -> JudgementParameters.Change {
        try #require(JudgementParameters.Change(text))
    }

    /// One unit is ahead by one working day, one by five, one is late.
    private let ledger: LedgerFile = {
        var ledger = LedgerFile.interim([.task("NV", due: "2023-06-15", completed: "2023-06-14")])
        ledger.units[0].code = "MOT"
        ledger.units.append(
            .init(code: "NAM", name: "Năm ngày", isMottoAccepted: true, items: [.task("NV", due: "2023-06-15", completed: "2023-06-08")]))
        ledger.units.append(
            .init(code: "CHAM", name: "Chậm", isMottoAccepted: true, items: [.task("NV", due: "2023-06-15", completed: "2023-06-16")]))
        return ledger
    }()

    @Test("who loses the letter, and who keeps it")
    func loses() throws {
        let changed = try ledger.parameters.applying([change("minimumEarlyWorkingDays=3")])
        let comparison = ParameterComparison(ledger, changed: changed)
        #expect(comparison.rows.map { "\($0.before.code) \($0.effect.rawValue)" } == ["MOT loses", "NAM same", "CHAM same"])
        #expect(comparison.rows[0].before.letter && !comparison.rows[0].after.letter)
        #expect(comparison.parameters.map { "\($0.name) \($0.before) \($0.after)" } == ["minimumEarlyWorkingDays 1 3"])
        let back = ParameterComparison(ledger.with(changed), changed: ledger.parameters)
        #expect(back.rows.map(\.effect) == [.gains, .same, .same])
    }

    @Test(
        "every parameter can be tried",
        arguments: [
            "interimEnd=2023-06-20", "finalEnd=2023-12-30", "minimumProgressPercent=60", "s2Rule=average", "letterPercentInterim=20",
            "letterPercentFinal=40", "individualsInterim=3", "individualsFinal=5", "minimumEarlyWorkingDays=0", "aheadBase=completed",
            "newItemGraceWorkingDays=5", "maximumQualityReturns=0", "minimumItems=1", "carryPhaseOneLate=false",
        ])
    func each(_ text: String) throws {
        let changed = try ledger.parameters.applying([change(text)])
        #expect(ledger.parameters.differences(to: changed).map { "\($0.name)=\($0.after)" } == [text])
    }

    @Test("all names are known") func names() {
        #expect(JudgementParameters.names.count == 14)
    }

    @Test(
        "what is none is refused by name",
        arguments: [
            ("minimumEarlyDays=3", "minimumEarlyDays"), ("s2Rule=all", "s2Rule"), ("minimumProgressPercent=101", "minimumProgressPercent"),
            ("carryPhaseOneLate=1", "carryPhaseOneLate"), ("interimEnd=2023-02-30", "interimEnd"), ("minimumItems=", "minimumItems"),
            ("minimumItems=03", "minimumItems"),
        ])
    func refused(_ text: String, _ name: String) throws {
        let changes = [try change(text)]
        let faults = #expect(throws: JSONFaults.self) { try ledger.parameters.applying(changes) }
        #expect(faults?.faults.map(\.path.description) == ["$.\(name)"])
    }

    @Test("the same twice is refused") func twice() throws {
        let changes = [try change("minimumItems=1"), try change("minimumItems=2")]
        #expect(throws: JSONFaults.self) { try ledger.parameters.applying(changes) }
        #expect(JudgementParameters.Change("minimumItems") == nil && JudgementParameters.Change("=3") == nil)
    }
}
