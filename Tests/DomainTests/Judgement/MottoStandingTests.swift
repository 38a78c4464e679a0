import Domain
import Testing

@Suite("How the judging of a motto stands")
struct MottoStandingTests {
    private static func step(_ position: Int, _ kind: MottoStep.Kind, _ body: MottoStep.Body, accepted: Bool? = nil) -> MottoStep {
        MottoStep(
            id: MottoStep.ID("00000000-0000-7000-8000-00000000000\(position)")!,
            unit: SubUnit.ID("00000000-0000-7000-8000-000000000000")!, position: position, kind: kind, body: body,
            happenedOn: day("2023-06-0\(position)"), isAccepted: accepted, recordedOn: day("2023-06-20"))
    }

    private static let way = [
        step(1, .assessed, .unit), step(2, .commented, .office), step(3, .commented, .homeAffairs),
        step(4, .decided, .provinceCouncil, accepted: true), step(5, .corrected, .provinceCouncil, accepted: false),
    ]

    private func standing(_ steps: [MottoStep], firstTier: Bool = true, _ commenters: [MottoStep.Body] = [.office, .homeAffairs])
        -> MottoStanding
    {
        MottoStanding(steps: steps, isFirstTier: firstTier, commenters: commenters)
    }

    @Test(
        "goes from the unit to who comments, to the council, and ends there",
        arguments: [
            (0, MottoStanding.State.open, [MottoStep.Body.unit]), (1, .assessed, [.office, .homeAffairs]), (2, .assessed, [.homeAffairs]),
            (3, .commented, [.provinceCouncil]), (4, .accepted, []), (5, .refused, []),
        ] as [(Int, MottoStanding.State, [MottoStep.Body])])
    func moves(steps: Int, state: MottoStanding.State, movers: [MottoStep.Body]) {
        let standing = standing(Array(Self.way.prefix(steps)))
        #expect(standing.state == state)
        #expect(standing.movers == movers)
        #expect(standing.isUnheard == (steps < 3))
    }

    @Test(
        "lets each step happen in its states and in no other",
        arguments: [
            (MottoStep.Kind.assessed, [nil, nil, nil, nil, "motto-decided", "motto-decided"]),
            (.commented, ["motto-not-assessed", nil, nil, nil, "motto-decided", "motto-decided"]),
            (.decided, [nil, nil, nil, nil, "motto-decided", "motto-decided"]),
            (.corrected, ["motto-open", "motto-open", "motto-open", "motto-open", nil, nil]),
        ] as [(MottoStep.Kind, [String?])])
    func order(kind: MottoStep.Kind, codes: [String?]) {
        for (steps, code) in codes.enumerated() {
            #expect(standing(Array(Self.way.prefix(steps))).refusal(of: kind)?.code == code, "after \(steps)")
        }
    }

    @Test("that was accepted is open again once the unit was criticised: the council's move, by a correction alone")
    func reopened() {
        func standing(accepted: Bool, reopened: Bool) -> MottoStanding {
            let decision = Self.step(4, .decided, .provinceCouncil, accepted: accepted)
            return MottoStanding(
                steps: Array(Self.way.prefix(3)) + [decision], isFirstTier: true, commenters: [.office, .homeAffairs], isReopened: reopened)
        }
        let open = standing(accepted: true, reopened: true)
        #expect(open.state == .reopened && open.movers == [.provinceCouncil])
        #expect(open.refusal(of: .decided)?.code == "motto-decided" && open.refusal(of: .corrected) == nil)
        // The controls.
        #expect(standing(accepted: true, reopened: false).state == .accepted)
        #expect(standing(accepted: false, reopened: true).state == .refused, "what was not accepted is not opened by a criticism")
    }

    @Test("asks for comments anew when the unit says it anew, nobody on himself, and none on a sub-unit")
    func comments() {
        let anew = standing(Array(Self.way.prefix(3)) + [Self.step(4, .assessed, .unit)])
        #expect(anew.movers == [.office, .homeAffairs])
        #expect(standing(Array(Self.way.prefix(1)), [.homeAffairs]).movers == [.homeAffairs])
        let below = standing(Array(Self.way.prefix(1)), firstTier: false)
        #expect(below.movers == [.unitCouncil])
        #expect(below.refusal(of: .commented)?.code == "motto-not-commented")
    }
}
