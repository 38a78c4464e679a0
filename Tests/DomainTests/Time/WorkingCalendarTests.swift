import Domain
import Testing

@Suite("A working calendar")
struct WorkingCalendarTests {
    /// The long weekend of 30/4 and 1/5, with a swapped Saturday.
    private let calendar: WorkingCalendar

    init() throws {
        let holidays = try ["2023-05-01", "2023-05-02", "2023-05-03", "2023-06-24"].map { try #require(CivilDate($0)) }
        let worked = try ["2023-06-24", "2023-05-06", "2023-05-03"].map { try #require(CivilDate($0)) }
        calendar = WorkingCalendar(holidays: holidays, workingDays: worked)
    }

    @Test(
        "lets worked days win over weekends and holidays",
        arguments: [
            ("2023-04-28", true), ("2023-04-29", false), ("2023-04-30", false), ("2023-05-01", false), ("2023-05-03", true),
            ("2023-05-06", true),
            ("2023-06-24", true), ("2023-06-25", false),
        ])
    func workingDays(text: String, worked: Bool) throws {
        #expect(calendar.isWorkingDay(try #require(CivilDate(text))) == worked)
    }

    @Test("knows a year of which it names as many days off as the law has, and asks every year of a term")
    func gaps() throws {
        let year = (1...11).compactMap { CivilDate(year: 2023, month: 1, day: $0) }
        let known = WorkingCalendar(holidays: year)
        let days = ["2023-12-31", "2026-01-01", "2025-03-02", "2025-07-01"].map { CivilDate($0) } + [nil]
        #expect(known.gaps(at: days).map(\.year) == [2025, 2026])
        #expect(known.gaps(at: [nil]).isEmpty && known.gaps(at: [CivilDate("2023-01-01")]).isEmpty)
        #expect(known.gaps(at: [CivilDate("2026-01-01")], since: CivilDate("2023-12-30")).map(\.year) == [2024, 2025, 2026])
        #expect(known.gaps(at: [CivilDate("2023-01-01")], since: CivilDate("2026-01-01")).isEmpty, "a term that had ended")
        for few in [WorkingCalendar(), WorkingCalendar(holidays: year.dropLast()), WorkingCalendar(workingDays: year)] {
            #expect(few.gaps(at: [CivilDate("2023-01-01")]) == [CalendarGap(year: 2023)])
        }
    }

    @Test(
        "steps back over weekends and holidays",
        arguments: [
            (0, "2023-05-01", "2023-05-01"), (1, "2023-05-01", "2023-04-28"), (1, "2023-05-02", "2023-04-28"),
            (1, "2023-05-04", "2023-05-03"),
            (2, "2023-05-04", "2023-04-28"), (10, "2023-06-30", "2023-06-19"), (1, "2023-06-26", "2023-06-24"),
            (1, "2023-06-25", "2023-06-24"),
            (Int.max, "2023-06-25", "0001-01-01"),
        ])
    func stepsBack(steps: Int, from: String, to: String) throws {
        #expect(calendar.day(steps, workingDaysBefore: try #require(CivilDate(from))).description == to)
    }

    @Test(
        "runs a time limit of working days",
        arguments: [
            (0, "2023-04-29", "2023-04-29"), (1, "2023-04-28", "2023-05-03"), (2, "2023-04-28", "2023-05-04"),
            (4, "2023-04-28", "2023-05-06"),
            (5, "2023-06-30", "2023-07-07"), (Int.max, "2023-06-30", "9999-12-31"),
        ])
    func stepsForward(steps: Int, from: String, to: String) throws {
        #expect(calendar.day(steps, workingDaysAfter: try #require(CivilDate(from))).description == to)
    }

    @Test("agrees with walking one day at a time, for any calendar", arguments: 1...40)
    func agreesWithWalking(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let start = try #require(CivilDate("1969-11-01")).adding(days: Int.random(in: 0...40_000, using: &generator))
        func someDays() -> [CivilDate] {
            (0..<Int.random(in: 0...20, using: &generator)).map { _ in start.adding(days: Int.random(in: -40...40, using: &generator)) }
        }
        let calendar = WorkingCalendar(holidays: someDays(), workingDays: someDays())
        for steps in 0...25 {
            let from = start.adding(days: Int.random(in: -20...20, using: &generator))
            let back = walk(steps, from: from, by: -1, in: calendar)
            #expect(calendar.day(steps, workingDaysBefore: from) == back)
            #expect(calendar.day(steps, workingDaysAfter: from) == walk(steps, from: from, by: 1, in: calendar))
            for offset in -3...3 {
                let day = back.adding(days: offset)
                #expect(calendar.isDay(day, atLeast: steps, workingDaysBefore: from) == (day <= back))
            }
            let end = from.adding(days: steps)
            let walked = (0..<steps).count { calendar.isWorkingDay(from.adding(days: $0)) }
            #expect(calendar.count(from: from, before: end) == walked)
            #expect(calendar.count(after: from.adding(days: -1), through: end.adding(days: -1)) == walked)
        }
    }

    @Test("counts nothing backwards") func backwards() throws {
        let day = try #require(CivilDate("2023-06-30"))
        #expect(calendar.count(from: day, before: day.adding(days: -9)) == 0)
        #expect(calendar.count(after: day, through: day) == 0)
    }

    @Test("is exact where stepping back would leave the calendar") func exactAtTheEdge() throws {
        let early = try #require(CivilDate("0001-01-05"))
        #expect(!calendar.isDay(.earliest, atLeast: 100, workingDaysBefore: early))
        #expect(calendar.isDay(.earliest, atLeast: 4, workingDaysBefore: early))
        #expect(!calendar.isDay(early, atLeast: .max, workingDaysBefore: .latest))
    }

    private func walk(_ steps: Int, from start: CivilDate, by direction: Int, in calendar: WorkingCalendar) -> CivilDate {
        var date = start
        var left = steps
        while left > 0 {
            date = date.adding(days: direction)
            if calendar.isWorkingDay(date) { left -= 1 }
        }
        return date
    }
}
