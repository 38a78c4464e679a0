import Domain
import Testing

@Suite("Deadlines of a periodic item")
struct RecurrenceTests {
    private static func days(_ period: Recurrence.Period, _ first: String, _ last: String) -> [String] {
        guard let first = CivilDate(first), let last = CivilDate(last) else { return [] }
        return Recurrence(every: period, from: first, through: last).days.map(\.description)
    }

    @Test("fall on the same day of each month or quarter, none after the last day")
    func sameDay() {
        #expect(Self.days(.month, "2023-04-25", "2023-07-24") == ["2023-04-25", "2023-05-25", "2023-06-25"])
        #expect(Self.days(.month, "2023-11-25", "2024-01-25") == ["2023-11-25", "2023-12-25", "2024-01-25"])
        #expect(Self.days(.quarter, "2023-06-15", "2023-12-31") == ["2023-06-15", "2023-09-15", "2023-12-15"])
    }

    @Test("fall on the last day where the month is too short, and on each last day where the first one is")
    func monthsEnd() {
        #expect(Self.days(.month, "2023-01-30", "2023-04-30") == ["2023-01-30", "2023-02-28", "2023-03-30", "2023-04-30"])
        #expect(Self.days(.month, "2023-02-28", "2023-05-31") == ["2023-02-28", "2023-03-31", "2023-04-30", "2023-05-31"])
        #expect(Self.days(.quarter, "2023-03-31", "2023-12-31") == ["2023-03-31", "2023-06-30", "2023-09-30", "2023-12-31"])
    }

    @Test("are none where the last day comes first, and never without end")
    func bounds() {
        #expect(Self.days(.month, "2023-04-25", "2023-04-24").isEmpty)
        #expect(Self.days(.month, "2023-04-25", "2093-04-24").count == Recurrence.most)
    }

    @Test("say how they stand: in time, late, waiting, overdue, not due yet")
    func words() throws {
        let day = try #require(CivilDate("2023-06-20"))
        func words(_ due: String, _ completed: String? = nil, waiting: Bool = false) -> String {
            guard let due = CivilDate(due) else { return "" }
            return ItemOccurrence(dueOn: due, completedOn: completed.flatMap { CivilDate($0) }, isWaiting: waiting).words(at: day)
        }
        #expect(words("2023-05-25", "2023-05-25") == "đúng hạn")
        #expect(words("2023-05-25", "2023-05-26") == "chậm hạn")
        #expect(words("2023-05-25", waiting: true) == "chờ xác nhận")
        #expect(words("2023-05-25") == "quá hạn")
        #expect(words("2023-06-25") == "chưa đến hạn")
    }
}
