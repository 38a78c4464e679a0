import Domain
import Testing

@Suite("The words of deadlines that come back")
struct OccurrenceWordsTests {
    @Test(
        "mean days, listed or by their rhythm (A16)",
        arguments: [
            ("", []), ("  ", []), ("25/6/2023", ["2023-06-25"]), ("2023-06-25", ["2023-06-25"]),
            ("25/7/2023; 25/6/2023;25/7/2023", ["2023-06-25", "2023-07-25"]),
            ("25/6/2023, 25.7.2023\n25-8-2023", ["2023-06-25", "2023-07-25", "2023-08-25"]),
            ("hằng tháng từ 25/10/2023 đến 25/12/2023", ["2023-10-25", "2023-11-25", "2023-12-25"]),
            ("Hàng tháng từ ngày 31/10/2023 đến hết ngày 31/12/2023", ["2023-10-31", "2023-11-30", "2023-12-31"]),
            ("MOI QUY TU 15/6/2023 DEN 31/12/2023", ["2023-06-15", "2023-09-15", "2023-12-15"]),
            ("hằng quý từ 15/6/2023 đến 15/9/2023; 20/12/2023", ["2023-06-15", "2023-09-15", "2023-12-20"]),
        ] as [(String, [String])])
    func read(words: String, days: [String]) throws {
        let read = try OccurrenceWords(words).days
        #expect(read == days.compactMap { CivilDate($0) })
        #expect(try OccurrenceWords(OccurrenceWords.text(read)).days == read, "as they are written they are read again")
    }

    @Test(
        "are refused where they name none",
        arguments: [
            ("hằng tháng", .notUnderstood), ("31/6/2023", .notUnderstood), ("25/6", .notUnderstood),
            ("45107", .notUnderstood), ("hằng tuần từ 1/6/2023 đến 30/6/2023", .notUnderstood),
            ("hằng tháng từ 25/12/2023 đến 25/6/2023", .noDay),
        ] as [(String, OccurrenceWordsFault.Reason)])
    func refused(words: String, reason: OccurrenceWordsFault.Reason) {
        #expect(throws: OccurrenceWordsFault(words: words, reason: reason)) { try OccurrenceWords("25/6/2023; \(words)") }
    }
}
