import Domain
import Testing

@Suite("The clock of a dossier")
struct DossierClockTests {
    private static let limits = DossierLimits(unitCouncil: 5, appraisal: 15, provincialCouncil: 5, signing: 5, adHoc: 5)
    private static let calendar = WorkingCalendar()

    private static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    private static func act(_ step: AwardDossier.Step, _ position: Int, on day: CivilDate) throws -> DossierAct {
        DossierAct(
            id: try #require(DossierAct.ID("01890000-0000-7000-8000-000000000001")),
            dossier: try #require(AwardDossier.ID("01890000-0000-7000-8000-000000000002")), position: position, step: step, happenedOn: day,
            reason: "x", recordedBy: try #require(Post.ID("01890000-0000-7000-8000-000000000003")), recordedOn: day)
    }

    private static func acts(_ steps: [(AwardDossier.Step, String)]) throws -> [DossierAct] {
        try zip(1..., steps).map { try act($1.0, $0, on: try day($1.1)) }
    }

    /// Drafted on Monday 3/7/2023.
    private static func clock(
        _ steps: [(AwardDossier.Step, String)], on text: String, track: AwardTrack = .provincialReview,
        _ calendar: WorkingCalendar = calendar
    ) throws -> DossierClock? {
        try DossierClock.running(
            try acts(steps), track: track, draftedOn: try day("2023-07-03"), limits: limits, on: try day(text), calendar)
    }

    private static let received: [(AwardDossier.Step, String)] = [
        (.passUnitCouncil, "2023-07-06"), (.submit, "2023-07-07"), (.receive, "2023-07-10"),
    ]
    private static let supplemented = received + [(.askSupplement, "2023-07-13"), (.supplement, "2023-07-20")]

    @Test("counts working days of the present stage, each with its own limit")
    func stages() throws {
        let council = try #require(try Self.clock([], on: "2023-07-06"))
        #expect(council.stage == .unitCouncil && council.used == 3 && council.limit == 5)
        #expect(council.dueOn == (try Self.day("2023-07-10")))
        #expect(council.vietnamese == "còn 2 ngày làm việc, đến hết 10/07/2023")
        // Between council and receipt nobody's limit runs.
        #expect(try Self.clock([(.passUnitCouncil, "2023-07-06")], on: "2023-07-31") == nil)
        #expect(try Self.clock(Array(Self.received.prefix(2)), on: "2023-07-31") == nil)
        let appraisal = try #require(try Self.clock(Self.received, on: "2023-07-10"))
        #expect(appraisal.stage == .appraisal && appraisal.used == 0)
        #expect(appraisal.dueOn == (try Self.day("2023-07-31")))
        let later = Self.received + [(.appraise, "2023-07-14")]
        let council2 = try #require(try Self.clock(later, on: "2023-07-17"))
        #expect(council2.stage == .provincialCouncil && council2.used == 1)
        let passed = later + [(.passProvincialCouncil, "2023-07-18"), (.putToChairman, "2023-07-20")]
        let signing = try #require(try Self.clock(passed, on: "2023-07-21"))
        #expect(signing.stage == .signing && signing.used == 1)
        #expect(try Self.clock(passed + [(.decide, "2023-07-24")], on: "2023-12-31") == nil)
    }

    @Test("stands still while a supplement is waited for, and runs on from there")
    func supplement() throws {
        let paused = try #require(try Self.clock(Array(Self.supplemented.dropLast()), on: "2023-07-18"))
        #expect(paused.isPaused && paused.used == 3 && paused.dueOn == nil && paused.stage == .appraisal)
        #expect(paused.vietnamese == "tạm dừng tính thời hạn, đã dùng 3/15 ngày làm việc")
        let running = try #require(try Self.clock(Self.supplemented, on: "2023-07-24"))
        #expect(!running.isPaused && running.used == 5 && !running.isLate)
        #expect(running.dueOn == (try Self.day("2023-08-07")))
        let late = try #require(try Self.clock(Self.supplemented, on: "2023-08-09"))
        #expect(late.isLate && late.used == 17)
        #expect(late.vietnamese == "quá hạn 2 ngày làm việc, hạn đến hết 07/08/2023")
        let last = try #require(try Self.clock(Self.supplemented, on: "2023-08-07"))
        #expect(!last.isLate && last.used == 15)
        let holiday = WorkingCalendar(holidays: [try Self.day("2023-07-25")])
        #expect(try Self.clock(Self.supplemented, on: "2023-07-24", holiday)?.dueOn == Self.day("2023-08-08"))
    }

    @Test("stands still while held")
    func held() throws {
        let held = Self.received + [(.hold, "2023-07-12")]
        #expect(try Self.clock(held, on: "2023-07-18").map { [$0.used, $0.isPaused ? 1 : 0] } == [2, 1])
        #expect(try Self.clock(held + [(.release, "2023-07-19")], on: "2023-07-20")?.used == 3)
    }

    @Test(
        "is one for the whole way of an ad-hoc award, from its submission to its signature",
        arguments: [AwardTrack.provincialAdHoc, .ownAdHoc])
    func adHoc(track: AwardTrack) throws {
        #expect(try Self.clock([], on: "2023-07-31", track: track) == nil)
        let steps: [(AwardDossier.Step, String)] = [
            (.submit, "2023-07-04"), (.receive, "2023-07-05"), (.appraise, "2023-07-06"), (.putToChairman, "2023-07-07"),
        ]
        let clock = try #require(try Self.clock(steps, on: "2023-07-10", track: track))
        #expect(clock.stage == .adHoc && clock.used == 4)
        #expect(clock.dueOn == (try Self.day("2023-07-11")))
    }

    @Test("says nothing of steps out of order")
    func disorder() throws {
        #expect(throws: AwardRefusal.self) { try Self.clock([(.receive, "2023-07-06")], on: "2023-07-07") }
    }

    @Test("counts what counting day by day counts, whatever pauses come", arguments: 1...300)
    func dayByDay(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let start = try Self.day("2023-07-03")
        let holidays = (0..<6).map { _ in start.adding(days: Int.random(in: 0...90, using: &generator)) }
        let calendar = WorkingCalendar(holidays: holidays)
        var acts = try Self.acts([(.passUnitCouncil, "2023-07-03"), (.submit, "2023-07-03"), (.receive, "2023-07-03")])
        var standing = try acts.reduce(DossierStanding(.provincialReview)) { try $0.taking($1.step, reason: "x", maximumSupplements: .max) }
        var day = start
        // From which day on the clock runs, or does not.
        var switches = [(start, true)]
        for _ in 0..<Int.random(in: 0...8, using: &generator) {
            let steps: [AwardDossier.Step] = [.askSupplement, .supplement, .hold, .release]
            let step = try #require(
                steps.filter { standing.refusal(of: $0, maximumSupplements: .max) == nil }.randomElement(using: &generator))
            day = day.adding(days: Int.random(in: 0...9, using: &generator))
            acts.append(try Self.act(step, acts.count + 1, on: day))
            standing = try standing.taking(step, reason: "x", maximumSupplements: .max)
            switches.append((day, standing.state == .received))
        }
        let end = day.adding(days: Int.random(in: 0...20, using: &generator))
        var used = 0
        var each = start.adding(days: 1)
        while each <= end {
            if calendar.isWorkingDay(each), switches.last(where: { $0.0 < each })?.1 == true { used += 1 }
            each = each.adding(days: 1)
        }
        let clock = try #require(
            try DossierClock.running(acts, track: .provincialReview, draftedOn: start, limits: Self.limits, on: end, calendar))
        #expect(clock.used == used)
        #expect(clock.isPaused == (standing.state != .received))
        #expect(clock.isLate == (used > 15))
        if clock.isLate { #expect(try #require(clock.dueOn) < end) }
        if !clock.isPaused { #expect(clock.dueOn != nil) }
    }
}
