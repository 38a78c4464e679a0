import Domain
import Testing

/// A draft's way up the chain and back.
@Suite("The life of a draft")
struct DraftLifeTests {
    private typealias Standing = Draft.Standing

    @Test("goes up step by step, comes back step by step, and is approved above its drafter")
    func wholeWay() throws {
        let begun = Standing.begun(at: .officer)
        #expect(begun.after(.returned, headThere: true, approval: .none) == nil)
        #expect(begun.after(.approved, headThere: true, approval: .none) == nil)
        let head = try #require(begun.after(.forwarded, headThere: true, approval: .none))
        #expect(head == Standing(state: .waiting, origin: .officer, level: .subUnit))
        let unit = try #require(head.after(.forwarded, headThere: true, approval: .none))
        #expect(unit.level == .unit && unit.after(.forwarded, headThere: true, approval: .none) == nil)
        let back = try #require(unit.after(.returned, headThere: true, approval: .none))
        #expect(back == Standing(state: .waiting, origin: .officer, level: .subUnit))
        let drafter = try #require(back.after(.returned, headThere: true, approval: .none))
        #expect(drafter == Standing(state: .returned, origin: .officer, level: .officer))
        #expect(unit.after(.approved, headThere: true, approval: .unit)?.state == .approved)
    }

    @Test("the head of the sub-unit approves unless the unit keeps it for itself")
    func approval() throws {
        let head = Standing(state: .waiting, origin: .officer, level: .subUnit)
        #expect(head.after(.approved, headThere: true, approval: .none) != nil)
        #expect(head.after(.approved, headThere: true, approval: .subUnit) != nil)
        #expect(head.after(.approved, headThere: true, approval: .unit) == nil)
        let own = Standing.begun(at: .subUnit)
        #expect(own.after(.approved, headThere: true, approval: .none) == nil, "nobody approves his own draft")
    }

    @Test("a sub-unit without a head is passed over, both ways")
    func headless() throws {
        let unit = try #require(Standing.begun(at: .officer).after(.forwarded, headThere: false, approval: .none))
        #expect(unit.level == .unit)
        #expect(unit.after(.returned, headThere: false, approval: .none)?.level == .officer)
        let own = try #require(Standing.begun(at: .subUnit).after(.forwarded, headThere: false, approval: .none))
        #expect(own.after(.returned, headThere: false, approval: .none) == Standing(state: .returned, origin: .subUnit, level: .subUnit))
    }

    @Test("what is approved or given up moves no more", arguments: Draft.Move.allCases)
    func approved(move: Draft.Move) {
        #expect(Standing(state: .approved, origin: .officer, level: .unit).after(move, headThere: true, approval: .none) == nil)
        #expect(Standing(state: .discarded, origin: .officer, level: .officer).after(move, headThere: true, approval: .none) == nil)
    }

    @Test("is given up while it lies where it began")
    func discarded() {
        for state in [Draft.State.drafting, .returned] {
            let own = Standing(state: state, origin: .officer, level: .officer)
            #expect(own.after(.discarded, headThere: true, approval: .none)?.state == .discarded)
        }
        let above = Standing(state: .waiting, origin: .officer, level: .subUnit)
        #expect(above.after(.discarded, headThere: true, approval: .none) == nil)
    }

    @Test("whose reports need no draft under which rule")
    func direct() {
        #expect(Draft.Level.allCases.map { Draft.Approval.none.letsReportDirectly($0) } == [true, true, true])
        #expect(Draft.Level.allCases.map { Draft.Approval.subUnit.letsReportDirectly($0) } == [false, true, true])
        #expect(Draft.Level.allCases.map { Draft.Approval.unit.letsReportDirectly($0) } == [false, false, true])
        #expect(Draft.Level(.clerk) == nil && Draft.Approval.unit.letsReportDirectly(nil))
    }
}
