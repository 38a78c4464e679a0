import Domain
import Testing

@Suite("Timeliness")
struct TimelinessTests {
    private typealias Case = (due: String?, original: String?, completed: String?, day: String, expected: Timeliness)

    @Test(
        "is derived from dates alone",
        arguments: [
            (nil, nil, nil, "2023-06-20", .noDueDate),
            (nil, nil, "2023-06-01", "2023-06-20", .completedUndated),
            (nil, nil, "2023-06-21", "2023-06-20", .noDueDate),
            ("2023-06-28", "2023-06-28", nil, "2023-06-20", .inTime),
            ("2023-06-27", "2023-06-27", nil, "2023-06-20", .dueSoon),
            ("2023-06-20", "2023-06-20", nil, "2023-06-20", .dueSoon),
            ("2023-06-19", "2023-06-19", nil, "2023-06-20", .overdue),
            ("2023-06-19", "2023-06-19", "2023-06-18", "2023-06-20", .completedEarly),
            ("2023-06-19", "2023-06-19", "2023-06-19", "2023-06-20", .completedOnTime),
            ("2023-06-19", "2023-06-19", "2023-06-20", "2023-06-20", .completedLate),
            ("2023-06-19", "2023-06-19", "2023-06-21", "2023-06-20", .overdue),
            ("2023-06-25", "2023-06-15", "2023-06-20", "2023-06-20", .completedOnTime),
            ("2023-06-25", "2023-06-15", "2023-06-14", "2023-06-20", .completedEarly),
            ("2023-06-25", "2023-06-15", nil, "2023-06-20", .dueSoon),
            ("2023-12-31", nil, "2023-06-14", "2023-06-20", .completedOnTime),
        ] as [Case])
    private func derived(_ facts: Case) {
        let timeliness = Timeliness(
            dueOn: facts.due.map(day), originalDueOn: facts.original.map(day),
            completedOn: facts.completed.map(day), at: day(facts.day))
        #expect(timeliness == facts.expected)
    }

    @Test("of an item counts accepted results only") func accepted() {
        var item = LedgerItem.task(due: "2023-06-19", completed: "2023-06-18")
        #expect(item.timeliness(at: day("2023-06-20")) == .completedEarly)
        item.isAccepted = false
        #expect(item.timeliness(at: day("2023-06-20")) == .overdue)
    }

    @Test("of a periodic item is late from the day after a missed deadline, whatever is still to come, and never early (A16)")
    func periodic() {
        func seen(_ delivered: String?, completed: String? = nil, on date: String) -> Timeliness {
            var item = LedgerItem.task(due: "2023-12-31", completed: completed)
            item.isAccepted = completed != nil
            item.occurrences = [LedgerItem.Occurrence(dueOn: day("2023-05-25"), completedOn: delivered.map { day($0) })]
            return item.timeliness(at: day(date))
        }
        // Soon is counted to the deadline, not to its own date, as long as nothing was delivered.
        #expect(seen(nil, on: "2023-05-17") == .inTime && seen(nil, on: "2023-05-18") == .dueSoon)
        #expect(seen("2023-05-16", on: "2023-05-18") == .inTime && seen("2023-05-20", on: "2023-05-18") == .dueSoon)
        #expect(seen(nil, on: "2023-05-25") == .dueSoon && seen(nil, on: "2023-05-26") == .overdue)
        #expect(seen("2023-05-25", on: "2023-05-26") == .inTime && seen("2023-05-26", on: "2023-06-20") == .overdue)
        #expect(seen("2023-05-25", completed: "2023-06-10", on: "2023-06-20") == .completedOnTime)
        #expect(seen("2023-05-26", completed: "2023-06-10", on: "2023-06-20") == .completedLate)
    }

    @Test("has its own Vietnamese words for each case") func words() {
        #expect(Set(Timeliness.allCases.map(\.vietnamese)).count == Timeliness.allCases.count)
        #expect(Timeliness.allCases.filter(\.isCompleted).allSatisfy { $0.vietnamese.hasPrefix("hoàn thành") })
    }
}

@Suite("The due date of an item")
struct DueDateTests {
    private typealias Case = (requested: String?, decided: String, postFacto: Bool, seenOn: String, due: String)

    /// Original date 15/6/2023, a Thursday; the extension is to 25/6.
    @Test(
        "moves only by what was asked and decided in time (A27, A28)",
        arguments: [
            ("2023-06-10", "2023-06-14", false, "2023-06-30", "2023-06-25"),
            ("2023-06-15", "2023-06-15", false, "2023-06-30", "2023-06-25"),
            ("2023-06-15", "2023-06-16", false, "2023-06-30", "2023-06-15"),
            ("2023-06-16", "2023-06-16", false, "2023-06-30", "2023-06-15"),
            ("2023-06-16", "2023-06-14", false, "2023-06-30", "2023-06-15"),
            ("2023-06-10", "2023-06-14", false, "2023-06-13", "2023-06-15"),
            ("2023-06-10", "2023-06-14", false, "2023-06-14", "2023-06-25"),
            ("2023-06-20", "2023-06-28", true, "2023-06-30", "2023-06-25"),
            (nil, "2023-06-28", true, "2023-06-30", "2023-06-25"),
            (nil, "2023-06-28", true, "2023-06-27", "2023-06-15"),
        ] as [Case])
    private func extended(_ facts: Case) throws {
        var item = LedgerItem.task(due: "2023-06-15")
        item.extensions = [
            try #require(
                DueDateExtension(
                    requestedOn: facts.requested.map(day), decision: .granted(on: day(facts.decided), newDueOn: day("2023-06-25")),
                    isPostFacto: facts.postFacto))
        ]
        #expect(item.dueDate(at: day(facts.seenOn)) == day(facts.due))
    }

    @Test("is not moved by a refusal or a pending request") func refused() throws {
        var item = LedgerItem.task(due: "2023-06-15")
        item.extensions = try [.refused(on: day("2023-06-10")), .pending].map {
            try #require(DueDateExtension(requestedOn: day("2023-06-01"), decision: $0))
        }
        #expect(item.dueDate(at: day("2023-06-30")) == day("2023-06-15"))
    }

    @Test("moves step by step, each against the date before it") func chain() throws {
        var item = LedgerItem.task(due: "2023-06-15")
        func granted(_ asked: String, _ decided: String, to due: String) throws -> DueDateExtension {
            try #require(DueDateExtension(requestedOn: day(asked), decision: .granted(on: day(decided), newDueOn: day(due))))
        }
        item.extensions = try [
            granted("2023-06-01", "2023-06-10", to: "2023-07-15"), granted("2023-07-10", "2023-07-15", to: "2023-08-15"),
        ]
        #expect(item.dueDate(at: day("2023-12-31")) == day("2023-08-15"))
        item.extensions = try [
            granted("2023-06-01", "2023-06-16", to: "2023-07-15"), granted("2023-07-10", "2023-07-15", to: "2023-08-15"),
        ]
        #expect(item.dueDate(at: day("2023-12-31")) == day("2023-06-15"))
    }

    @Test("may be set first by an extension") func noOriginal() throws {
        var item = LedgerItem.task(due: nil)
        #expect(item.dueDate(at: day("2023-06-30")) == nil)
        item.extensions = [
            try #require(
                DueDateExtension(requestedOn: day("2023-06-20"), decision: .granted(on: day("2023-06-21"), newDueOn: day("2023-06-10"))))
        ]
        #expect(item.dueDate(at: day("2023-06-30")) == day("2023-06-10"))
    }

    @Test("needs a request unless it is granted after the fact") func request() {
        #expect(DueDateExtension(requestedOn: nil, decision: .pending) == nil)
    }
}
