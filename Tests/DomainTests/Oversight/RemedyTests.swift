import Domain
import Foundation
import Testing

@Suite("What has to be put right")
struct RemedyTests {
    private static let allowed: [Remedy.State: [Remedy.Step: Remedy.State]] = [
        .open: [.report: .reported, .withdraw: .withdrawn],
        .reported: [.close: .closed, .return: .open, .withdraw: .withdrawn],
        .closed: [:], .withdrawn: [:],
    ]

    @Test("is reported by its owner and closed, returned or withdrawn by who ordered it, and by nobody else")
    func table() {
        for state in Remedy.State.allCases {
            for step in Remedy.Step.allCases {
                #expect(Remedy.state(after: step, in: state) == Self.allowed[state]?[step], "\(step) when \(state)")
            }
        }
        #expect(Remedy.Step.allCases.filter { Remedy.party(of: $0) == .owner } == [.report])
    }

    @Test("is due on a working day: over a weekend and a holiday the first behind them")
    func days() throws {
        let calendar = WorkingCalendar(holidays: [try #require(CivilDate("2023-05-01"))])
        // Saturday 29/4, Monday 1/5 is a holiday; Thursday 4/5.
        for (day, wanted) in [("2023-04-29", "2023-05-02"), ("2023-05-01", "2023-05-02"), ("2023-05-04", "2023-05-04")] {
            #expect(Remedy.lastDay(try #require(CivilDate(day)), calendar).description == wanted)
        }
    }

    @Test("is overdue from the day after its last, while it is not reported; once nothing is to be done no clock is read")
    func clock() throws {
        let day = try #require(CivilDate("2023-06-20"))
        func one(_ state: Remedy.State) throws -> Remedy {
            Remedy(
                id: Remedy.ID(UUID()), tenant: Tenant.ID(UUID()), slug: try #require(Tenant.Slug("district_101")), unit: SubUnit.ID(UUID()),
                person: nil, ownerName: "x", campaign: "x", origin: .finding, originID: "x", body: .office, words: "x", orderedOn: day,
                dueOn: day, state: state, steps: 0)
        }
        let after = day.adding(days: 1)
        #expect(try !one(.open).isOverdue(on: day) && one(.open).isOverdue(on: after) && !one(.reported).isOverdue(on: after))
        #expect(try one(.open).clock(on: day).hasPrefix("đến hết ngày") && one(.open).clock(on: after).hasPrefix("quá hạn"))
        #expect(try one(.closed).clock(on: after).isEmpty)
    }
}
