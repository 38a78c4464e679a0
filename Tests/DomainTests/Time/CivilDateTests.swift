import Domain
import FoundationEssentials
import Testing

@Suite("A civil date")
struct CivilDateTests {
    @Test(
        "counts days from 1970-01-01",
        arguments: [
            ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2023-06-30", 19_538), ("2023-12-31", 19_722),
            ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
        ])
    func daysSinceEpoch(text: String, days: Int) throws {
        let date = try #require(CivilDate(text))
        #expect(Int(date.daysSince1970) == days)
        #expect(date.description == text)
        #expect(CivilDate(daysSince1970: days) == date)
    }

    @Test(
        "refuses days that do not exist and every other way of writing",
        arguments: [
            "2023-02-29", "1900-02-29", "2100-02-29", "2023-04-31", "2023-13-01", "2023-00-10", "2023-01-00", "2023-01-32", "0000-01-01",
            "2023-1-1", "23-01-01", "2023/01/01", "20230101", "2023-01-01T00:00:00", " 2023-01-01", "2023-01-01 ", "-023-01-01",
            "+023-01-01",
            "２０２３-01-01", "2023-01-0a", "", "2023-01-1\u{301}",
        ])
    func refusal(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test("knows leap days", arguments: ["2024-02-29", "2000-02-29", "0004-02-29"])
    func leapDays(text: String) {
        #expect(CivilDate(text)?.description == text)
    }

    @Test("survives the way to its parts and back on every day of 400 years")
    func roundTrip() throws {
        var previous = try #require(CivilDate("1899-12-31"))
        let end = try #require(CivilDate("2300-01-01"))
        while previous < end {
            let date = previous.adding(days: 1)
            let (year, month, day) = date.parts
            let (oldYear, oldMonth, oldDay) = previous.parts
            let follows =
                (year, month, day) == (oldYear, oldMonth, oldDay + 1)
                || (day == 1 && previous == previous.endOfMonth && (month == oldMonth + 1 || (month, oldMonth) == (1, 12)))
            guard follows, CivilDate(year: year, month: month, day: day) == date else {
                Issue.record("\(previous) is followed by \(date)")
                return
            }
            previous = date
        }
    }

    @Test(
        "knows its weekday",
        arguments: [
            ("2023-12-31", Weekday.sunday), ("2023-06-30", .friday), ("1970-01-01", .thursday), ("1969-12-28", .sunday),
            ("0001-01-01", .monday),
        ])
    func weekday(text: String, weekday: Weekday) throws {
        #expect(try #require(CivilDate(text)).weekday == weekday)
    }

    @Test(
        "knows the end of its month and its quarter",
        arguments: [
            ("2023-02-01", "2023-02-28", 1), ("2024-02-29", "2024-02-29", 1), ("2023-04-30", "2023-04-30", 2),
            ("2023-12-05", "2023-12-31", 4),
        ])
    func endOfMonth(text: String, end: String, quarter: Int) throws {
        let date = try #require(CivilDate(text))
        #expect(date.endOfMonth.description == end)
        #expect(date.quarter == quarter)
    }

    @Test("steps over years and stops at the ends of the calendar")
    func arithmetic() throws {
        let date = try #require(CivilDate("2023-12-31"))
        #expect(date.adding(days: 1).description == "2024-01-01")
        #expect(date.adding(days: -365).description == "2022-12-31")
        #expect(date.days(to: date.adding(days: 77)) == 77)
        #expect(date.adding(days: .max) == .latest)
        #expect(date.adding(days: .min) == .earliest)
        #expect(CivilDate(daysSince1970: 2_932_897) == nil)
        #expect(CivilDate(daysSince1970: -719_163) == nil)
    }

    @Test(
        "reads what officers type",
        arguments: [
            ("5/4/2023", "2023-04-05"), ("05/04/2023", "2023-04-05"), ("31-12-2023", "2023-12-31"), ("1.1.2024", "2024-01-01"),
        ])
    func typed(text: String, iso: String) throws {
        let date = try #require(CivilDate(vietnamese: text))
        #expect(date.description == iso)
    }

    @Test(
        "refuses what could mean two days",
        arguments: [
            "5/4/23", "29/2/2023", "2023/4/5", "5/4-2023", "5/4", "005/4/2023", "/4/2023", "5//2023", "5/4/2023/", "", "a/b/c",
        ])
    func typedRefusal(text: String) {
        #expect(CivilDate(vietnamese: text) == nil)
    }

    @Test("is shown day first") func shown() throws {
        #expect(try #require(CivilDate("2023-04-05")).vietnamese == "05/04/2023")
        #expect(CivilDate.earliest.vietnamese == "01/01/0001")
    }

    @Test(
        "turns at midnight in Việt Nam, seven hours before UTC",
        arguments: [
            (1_688_144_399, "2023-06-30"), (1_688_144_400, "2023-07-01"), (0, "1970-01-01"), (-25_201, "1969-12-31"),
            (-25_200, "1970-01-01"),
            (Int64.max, "9999-12-31"), (Int64.min, "0001-01-01"),
        ])
    func instants(seconds: Int64, day: String) throws {
        #expect(CivilDate(atSecondsSince1970: seconds).description == day)
    }

    @Test("begins at the first second that belongs to it") func start() throws {
        let date = try #require(CivilDate("2023-07-01"))
        #expect(date.startSecondsSince1970 == 1_688_144_400)
        #expect(CivilDate(atSecondsSince1970: date.startSecondsSince1970) == date)
    }

    @Test("travels as a string") func codable() throws {
        let date = try #require(CivilDate("2023-06-30"))
        let data = try JSONEncoder().encode([date])
        #expect(String(decoding: data, as: UTF8.self) == #"["2023-06-30"]"#)
        #expect(try JSONDecoder().decode([CivilDate].self, from: data) == [date])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([CivilDate].self, from: Data(#"["2023-06-31"]"#.utf8)) }
    }
}
