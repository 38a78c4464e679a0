import Domain
import Testing

@Suite("The words of a deadline")
struct DueWordsTests {
    @Test(
        "mean a last day in time (A22)",
        arguments: [
            ("Trước ngày 10/4/2023", "2023-04-09"),
            ("trước ngày 01/01/2023", "2022-12-31"),
            ("TRƯỚC NGÀY 10/4", "2023-04-09"),
            ("Trước 10/4/2023", "2023-04-09"),
            ("Hoàn thành trước ngày 30/6/2023.", "2023-06-29"),
            ("xong trước ngày 30 tháng 6 năm 2023", "2023-06-29"),
            ("trước ngày 30 tháng 6", "2023-06-29"),
            ("chậm nhất trước ngày 30/6", "2023-06-29"),
            ("Trước tháng 7", "2023-06-30"),
            ("trước quý III/2023", "2023-06-30"),
            ("trước năm 2024", "2023-12-31"),
            ("đến ngày 30/6/2023", "2023-06-30"),
            ("Đến hết ngày 30/6/2023", "2023-06-30"),
            ("chậm nhất ngày 30/6/2023", "2023-06-30"),
            ("Chậm nhất là ngày 30/6/2023", "2023-06-30"),
            ("Chậm nhất: 30/6/2023", "2023-06-30"),
            ("hết ngày 30/6/2023", "2023-06-30"),
            ("Thời hạn hoàn thành: ngày 30/6/2023", "2023-06-30"),
            ("không quá ngày 30/6", "2023-06-30"),
            ("ngày 30/6/2023", "2023-06-30"),
            ("30/6/2023", "2023-06-30"),
            ("30-6-2023", "2023-06-30"),
            ("30.06.2023", "2023-06-30"),
            ("2023-06-30", "2023-06-30"),
            ("30/6", "2023-06-30"),
            ("30 tháng 6, năm 2024", "2024-06-30"),
            ("29/2/2024", "2024-02-29"),
            ("trong tháng 6", "2023-06-30"),
            ("Tháng 6/2023", "2023-06-30"),
            ("tháng 02-2024", "2024-02-29"),
            ("Tháng 02 năm 2024", "2024-02-29"),
            ("6/2023", "2023-06-30"),
            ("cuối tháng 12 năm nay", "2023-12-31"),
            ("hết tháng 9", "2023-09-30"),
            ("quý II", "2023-06-30"),
            ("Trong quý II/2023", "2023-06-30"),
            ("Quý II năm 2023", "2023-06-30"),
            ("quý 4", "2023-12-31"),
            ("QUÝ I-2024", "2024-03-31"),
            ("quý tư", "2023-12-31"),
            ("6 tháng đầu năm", "2023-06-30"),
            ("6 tháng đầu năm 2024", "2024-06-30"),
            ("Sáu tháng đầu năm 2023", "2023-06-30"),
            ("trong 9 tháng đầu năm", "2023-09-30"),
            ("6 tháng cuối năm", "2023-12-31"),
            ("trong năm 2023", "2023-12-31"),
            ("Năm 2024", "2024-12-31"),
            ("cả năm", "2023-12-31"),
            ("cuối năm", "2023-12-31"),
            ("Đến hết năm nay", "2023-12-31"),
            ("trong nam 2023", "2023-12-31"),
            ("  trước   ngày\u{A0}10/4/2023 ", "2023-04-09"),
        ])
    func meaning(words: String, day: String) throws {
        let due = try DueWords(words, year: 2023)
        #expect(due.dueOn?.description == day)
    }

    @Test(
        "without a date set no due day",
        arguments: ["Thường xuyên", "THƯỜNG XUYÊN.", "thường xuyên, liên tục", "", "  ", "Thu\u{31B}o\u{31B}\u{300}ng xuyên"])
    func noDueDay(words: String) throws {
        #expect(try DueWords(words, year: 2023).dueOn == nil)
    }

    @Test("are read decomposed too, and kept composed") func decomposed() throws {
        let due = try DueWords("Tru\u{31B}o\u{31B}\u{301}c nga\u{300}y 10/4/2023", year: 2023)
        #expect(due.dueOn?.description == "2023-04-09")
        #expect(Array(due.original.utf8) == Array("Trước ngày 10/4/2023".utf8))
    }

    @Test(
        "that are not understood are refused, never guessed",
        arguments: [
            ("sớm nhất có thể", DueWordsFault.Reason.notUnderstood),
            ("trước 6 tháng đầu năm", .notUnderstood),
            ("đầu tháng 6", .notUnderstood),
            ("trước cuối tháng 6", .notUnderstood),
            ("trong 15 ngày", .notUnderstood),
            ("tháng 6 và tháng 12", .notUnderstood),
            ("quý II và quý IV", .notUnderstood),
            ("ngày 6/2023", .notUnderstood),
            ("quý V", .notUnderstood),
            ("2023", .notUnderstood),
            ("trước ngày", .notUnderstood),
            ("30/6/2023 hoặc 1/7/2023", .notUnderstood),
            ("30/6-2023", .notUnderstood),
            ("-", .notUnderstood),
            ("ngày 29/2/2023", .noSuchDate),
            ("trước ngày 31/6", .noSuchDate),
            ("tháng 13", .noSuchDate),
            ("quý 5", .noSuchDate),
            ("13 tháng đầu năm", .noSuchDate),
            ("30/6/23", .shortYear),
            ("tháng 6/23", .shortYear),
            ("Hằng tháng", .recurring),
            ("trước ngày 25 hàng tháng", .recurring),
            ("Định kỳ quý", .recurring),
        ])
    func refusal(words: String, reason: DueWordsFault.Reason) {
        let fault = #expect(throws: DueWordsFault.self) { try DueWords(words, year: 2023) }
        #expect(fault?.reason == reason)
        #expect(fault?.description.contains("“\(words)”") == true)
    }
}

@Suite("A deadline in days")
struct DueSpanTests {
    /// A holiday on Friday, 30/6/2023.
    private let calendar = WorkingCalendar(holidays: [CivilDate("2023-06-30")!])

    @Test(
        "ends so many days after the assignment, on a day off only where nothing rolls over (A23)",
        arguments: [
            ("trong 10 ngày", "2023-06-30", "2023-07-03"), ("Trong vòng 9 ngày kể từ ngày giao.", "2023-06-29", "2023-06-29"),
            ("Thời hạn: trong 4 ngày", "2023-06-24", "2023-06-26"), ("trong thời hạn 8 ngày làm việc", "2023-07-03", "2023-07-03"),
        ] as [(String, String, String)])
    func ends(words: String, stays: String, rolls: String) throws {
        let span = try #require(DueSpan(words))
        let given = CivilDate("2023-06-20")!
        #expect(span.lastDay(after: given, DueSpan.Rule(calendar: calendar, rollsOver: false)).description == stays)
        #expect(span.lastDay(after: given, DueSpan.Rule(calendar: calendar, rollsOver: true)).description == rolls)
    }

    @Test("is no named day, and a named day is none", arguments: ["trong tháng 6", "trước ngày 30/6", "trong 0 ngày", "trong 6 tháng", ""])
    func other(words: String) {
        #expect(DueSpan(words) == nil)
    }
}
