import Domain
import Foundation
import Testing

@Suite("Difficulties")
struct DifficultyTests {
    private static let allowed: [Difficulty.State: [Difficulty.Step: Difficulty.State]] = [
        .raised: [.accept: .accepted, .withdraw: .withdrawn],
        .accepted: [.route: .routed, .answer: .answered, .withdraw: .withdrawn, .pass: .raised],
        .routed: [.route: .routed, .answer: .answered, .withdraw: .withdrawn, .pass: .raised],
        .answered: [.confirm: .confirmed, .reopen: .accepted],
        .confirmed: [:], .withdrawn: [:],
    ]

    @Test("go from who raised them by way of a solver back to him, who confirms or asks again; only a unit passes one on (A69)")
    func table() {
        for level in Difficulty.Level.allCases {
            for state in Difficulty.State.allCases {
                for step in Difficulty.Step.allCases {
                    let wanted = step == .pass && level == .province ? nil : Self.allowed[state]?[step]
                    #expect(Difficulty.state(after: step, in: state, at: level) == wanted, "\(step) when \(state) at \(level)")
                }
            }
        }
    }

    @Test("are the solver's to answer once they are routed, and the raiser's to confirm")
    func parties() {
        #expect(Difficulty.party(of: .answer, in: .routed, at: .province) == .solver)
        #expect(Difficulty.party(of: .answer, in: .accepted, at: .province) == .office)
        #expect(Difficulty.party(of: .accept, in: .raised, at: .unit) == .unit)
        #expect(Difficulty.party(of: .accept, in: .raised, at: .province) == .office)
        for step in [Difficulty.Step.confirm, .reopen, .withdraw] {
            #expect(Difficulty.party(of: step, in: .answered, at: .unit) == .raiser)
        }
    }

    @Test("have two working days to be routed and ten to be answered, over a weekend and a holiday; an answer has none")
    func clocks() throws {
        // Friday 28/4/2023; Monday 1/5 is a holiday.
        let friday = try #require(CivilDate("2023-04-28"))
        let holiday = try #require(CivilDate("2023-05-01"))
        let calendar = WorkingCalendar(holidays: [holiday])
        func last(_ state: Difficulty.State) -> String? {
            Difficulty.lastDay(of: state, since: friday, routeDays: 2, answerDays: 10, calendar)?.description
        }
        #expect(last(.raised) == "2023-05-03")
        #expect(last(.routed) == "2023-05-15")
        #expect(last(.answered) == nil)
        #expect(last(.confirmed) == nil)
    }

    @Test("say to the end of which day, and from the day after that they are overdue")
    func words() throws {
        let day = try #require(CivilDate("2023-06-20"))
        let one = Difficulty(
            id: Difficulty.ID(UUID()), tenant: Tenant.ID(UUID()), slug: try #require(Tenant.Slug("district_101")), tenantName: "x",
            unit: SubUnit.ID(UUID()),
            unitName: "x", campaign: "x", title: "x", obstacle: "x", proposal: "", raisedOn: day, state: .raised, level: .unit, dueOn: day,
            solver: nil, steps: 0)
        #expect(!one.isOverdue(on: day) && one.clock(on: day).hasPrefix("đến hết ngày"))
        #expect(one.isOverdue(on: day.adding(days: 1)) && one.clock(on: day.adding(days: 1)).hasPrefix("quá hạn"))
        #expect(one.possible.map { $0.step } == [.accept, .withdraw])
        // Of a unit that has ended the Office withdraws what it put to the province, answered or not; what stands at the unit it does not.
        for state in [Difficulty.State.raised, .routed, .answered] {
            #expect(Difficulty.state(after: .withdraw, in: state, at: .province, raiserHasEnded: true) == .withdrawn)
            #expect(Difficulty.party(of: .withdraw, in: state, at: .province, raiserHasEnded: true) == .office)
        }
        #expect(Difficulty.state(after: .withdraw, in: .answered, at: .unit, raiserHasEnded: true) == nil)
        #expect(Difficulty.party(of: .withdraw, in: .raised, at: .unit, raiserHasEnded: true) == .raiser)
    }
}
