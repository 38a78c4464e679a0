import Domain
import Testing

@Suite("An initiative")
struct InitiativeTests {
    private static func initiative(
        effect: Initiative.Effect = .init(days: 8), scope: Initiative.Scope = .outside, example: String = "đã áp dụng ở ba huyện"
    ) -> Initiative {
        Initiative(
            title: "Một mẫu dùng chung", obstacle: "hồ sơ đi lại nhiều lần", solution: "một mẫu dùng chung", effect: effect, scope: scope,
            example: example)
    }

    @Test("may be proposed for a Bằng khen when effect, reach, confirmation and example are there, else for a letter (A68)")
    func conditions() {
        let full = Self.initiative()
        #expect(full.missing(isConfirmed: true).isEmpty && full.highest(isConfirmed: true) == .certificate)
        #expect(full.missing(isConfirmed: false) == [.confirmation])
        let cases: [(Initiative, Initiative.Condition)] = [
            (Self.initiative(effect: .init()), .measuredEffect), (Self.initiative(scope: .inUnit), .outsideScope),
            (Self.initiative(example: " "), .example),
        ]
        for (initiative, condition) in cases {
            #expect(initiative.missing(isConfirmed: true) == [condition] && initiative.highest(isConfirmed: true) == .letter)
            // What the rules do not ask for is not missing.
            #expect(initiative.missing(isConfirmed: true, among: Initiative.Condition.allCases.filter { $0 != condition }).isEmpty)
        }
        #expect(Self.initiative(scope: .province).highest(isConfirmed: true) == .certificate)
    }

    @Test("says in words what it brought, each figure with its unit")
    func effect() {
        #expect(Initiative.Effect().vietnamese.isEmpty && !Initiative.Effect().isMeasured)
        let effect = Initiative.Effect(cost: 12_000_000, days: 8, volume: 300, volumeUnit: "hồ sơ")
        #expect(effect.vietnamese == "giảm chi phí 12.000.000 đồng; rút ngắn 8 ngày; tăng 300 hồ sơ")
        #expect(Self.initiative(effect: effect).claim.contains("Hiệu quả: giảm chi phí"))
        #expect(!Self.initiative(effect: .init()).claim.contains("Hiệu quả"))
    }

    @Test("goes from the registration to one answer, back for a supplement, and to another answer once its dossier ended")
    func life() {
        func cell(_ state: Initiative.State, _ step: Initiative.Step, _ fate: Initiative.Fate? = nil, published: Bool = false)
            -> Initiative.State?
        {
            Initiative.cell(state, step, fate: fate, isPublished: published)
        }
        #expect(cell(.registered, .return) == .returned && cell(.returned, .supplement) == .registered)
        #expect(cell(.registered, .letter) == .praised && cell(.registered, .commend) == .commended)
        #expect(cell(.returned, .letter) == nil, "it is not the desk's move")
        #expect(cell(.proposed, .letter, .open) == nil && cell(.proposed, .letter, .awarded) == nil)
        #expect(cell(.proposed, .letter, .ended) == .praised && cell(.proposed, .propose, .ended) == .proposed)
        #expect(cell(.praised, .publish) == .praised && cell(.praised, .publish, published: true) == nil)
        #expect(cell(.proposed, .publish, .open) == nil && cell(.proposed, .publish, .awarded) == .proposed)
        for state in [Initiative.State.declined, .withdrawn] {
            #expect(Initiative.Step.allCases.allSatisfy { cell(state, $0) == nil }, "\(state)")
        }
        #expect(Initiative.mover(.registered, fate: nil) == .desk && Initiative.mover(.returned, fate: nil) == .registrant)
        #expect(Initiative.mover(.proposed, fate: .open) == nil && Initiative.mover(.proposed, fate: .ended) == .desk)
        #expect(Initiative.Fate(.refused) == .ended && Initiative.Fate(.presented) == .awarded && Initiative.Fate(.drafted) == .open)
    }
}

@Suite("The clock of an initiative")
struct InitiativeClockTests {
    private static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    /// Registered on Monday 3/7/2023.
    private static func clock(_ steps: [(Initiative.Step, String)], on text: String) throws -> InitiativeClock {
        InitiativeClock(
            try steps.map { (step: $0.0, on: try day($0.1)) }, registeredOn: try day("2023-07-03"), limit: 5, on: try day(text),
            WorkingCalendar())
    }

    @Test("counts working days from the registration to the first answer")
    func running() throws {
        let (young, due) = (try Self.clock([], on: "2023-07-06"), try Self.day("2023-07-10"))
        #expect(young.used == 3 && !young.isLate && young.dueOn == due)
        let late = try Self.clock([], on: "2023-07-12")
        #expect(late.used == 7 && late.isLate && late.vietnamese.hasPrefix("quá hạn 2 ngày làm việc"))
        let answered = try Self.clock([(.letter, "2023-07-06"), (.publish, "2023-08-01")], on: "2023-09-01")
        #expect(answered.isStopped && answered.used == 3 && !answered.isLate && answered.dueOn == nil)
    }

    @Test("stands while it is returned, and goes on with what is left")
    func paused() throws {
        let paused = try Self.clock([(.return, "2023-07-05")], on: "2023-08-01")
        #expect(paused.isPaused && paused.used == 2 && paused.dueOn == nil && paused.vietnamese.contains("tạm dừng"))
        let resumed = try Self.clock([(.return, "2023-07-05"), (.supplement, "2023-07-17")], on: "2023-07-18")
        let due = try Self.day("2023-07-20")
        #expect(!resumed.isPaused && resumed.used == 3 && resumed.dueOn == due)
        // The control: without the pause the same days are too many.
        #expect(try Self.clock([], on: "2023-07-18").isLate)
    }
}
