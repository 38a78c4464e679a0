import Domain
import Testing

@Suite("Criticism")
struct CriticismTests {
    private static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    private static let allowed: [Criticism.State: [Criticism.Step: Criticism.State]] = [
        .proposed: [.explain: .explained, .put: .put], .explained: [.put: .put], .put: [.sign: .signed, .decline: .notSigned],
        .signed: [:], .notSigned: [:],
    ]

    @Test("goes from the proposal by way of the explanation to the Chairman, who signs or not; every other step is refused")
    func table() throws {
        let explainBy = try Self.day("2023-07-07")
        let after = try Self.day("2023-07-08")
        for state in Criticism.State.allCases {
            for step in Criticism.Step.allCases {
                let next = try? Criticism.state(after: step, in: state, on: after, explainBy: explainBy)
                #expect(next == Self.allowed[state]?[step], "\(step) when \(state)")
                if next == nil {
                    #expect(throws: AwardRefusal.criticismOutOfOrder(step, state)) {
                        try Criticism.state(after: step, in: state, on: after, explainBy: explainBy)
                    }
                }
            }
        }
    }

    @Test("waits for the explanation to the end of its last working day, and no longer")
    func explanation() throws {
        // Friday 30/6: five working days are over on Friday 7/7.
        let explainBy = Criticism.lastDayToExplain(proposedOn: try Self.day("2023-06-30"), days: 5, WorkingCalendar())
        #expect(explainBy == (try Self.day("2023-07-07")))
        #expect(throws: AwardRefusal.explanationAwaited(until: explainBy)) {
            try Criticism.state(after: .put, in: .proposed, on: explainBy, explainBy: explainBy)
        }
        #expect(try Criticism.state(after: .put, in: .proposed, on: explainBy.adding(days: 1), explainBy: explainBy) == .put)
        #expect(try Criticism.state(after: .put, in: .explained, on: explainBy, explainBy: explainBy) == .put)
    }

    @Test("is called a reminder where it is one: in its state, its steps and its refusals")
    func words() {
        #expect(Criticism.State.signed.vietnamese(.reminder) == "đã ký nhắc nhở")
        #expect(Criticism.State.signed.vietnamese(.criticism) == "đã ký phê bình")
        for state in Criticism.State.allCases { #expect(!state.vietnamese(.reminder).contains("phê bình"), "\(state)") }
        for step in Criticism.Step.allCases {
            #expect(!step.vietnamese(.reminder).contains("phê bình"), "\(step)")
            let refused = AwardRefusal.criticismOutOfOrder(step, .signed, .reminder).problem.detail
            #expect(refused.contains("đã ký nhắc nhở") && !refused.contains("phê bình"), "\(refused)")
        }
    }

    @Test("may be proposed from the thirty-first day overdue, or from the third late item of a month (A67)")
    func grounds() throws {
        func grounds(_ day: String, late: [String] = []) throws -> CriticismGrounds {
            CriticismGrounds(
                open: [("NV-1", try Self.day("2023-05-31"))], lateInMonth: late, on: try Self.day(day), criticismDays: 30,
                criticismLateItems: 3)
        }
        #expect(try grounds("2023-06-30").isEmpty)
        #expect(try grounds("2023-07-01").overdue == ["NV-1"])
        #expect(try grounds("2023-06-30", late: ["a", "b"]).isEmpty)
        #expect(try grounds("2023-06-30", late: ["a", "b", "c"]).late == ["a", "b", "c"])
    }
}
