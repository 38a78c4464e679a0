import Domain
import Testing

@Suite("The life of an item")
struct WorkItemLifeTests {
    private static let day = CivilDate("2023-06-20")!

    private static func standing(
        acknowledged: Bool = false, reported: Bool = false, pending: Bool = false, returns: Int = 0, accepted: Bool = false,
        closed: WorkItem.Standing.Closure? = nil
    ) -> WorkItem.Standing {
        WorkItem.Standing(
            timeliness: .inTime, completedOn: accepted ? day : nil, acceptedOn: accepted ? day : nil, closed: closed,
            acknowledgedOn: acknowledged ? day : nil,
            lastReport: reported
                ? .init(kind: .reported, evidenceOn: day, milestonePercent: 10, figure: nil, recordedOn: day) : nil,
            pendingResult: pending ? ProgressReport.ID("01890000-0000-7000-8000-000000000001") : nil, returns: returns, qualityReturns: 0,
            violations: 0)
    }

    private static let each: [(WorkItem.State, WorkItem.Standing)] = [
        (.assigned, standing()), (.acknowledged, standing(acknowledged: true)), (.inProgress, standing(acknowledged: true, reported: true)),
        (.resultSubmitted, standing(acknowledged: true, reported: true, pending: true)),
        (.returned, standing(acknowledged: true, reported: true, returns: 1)),
        (.accepted, standing(acknowledged: true, reported: true, returns: 1, accepted: true)),
        (.exempted, standing(acknowledged: true, closed: .exempted)), (.cancelled, standing(accepted: true, closed: .cancelled)),
    ]

    @Test("is where its facts say, each state by one of them")
    func states() {
        for (state, standing) in Self.each { #expect(standing.state == state) }
        #expect(Self.each.map(\.0) == WorkItem.State.allCases)
        #expect(Set(WorkItem.State.allCases.map(\.vietnamese)).count == WorkItem.State.allCases.count)
    }

    /// What each state refuses; every other step is in order.
    private static let refused: [WorkItem.State: Set<WorkItem.Step>] = [
        .assigned: [.accept, .sendBack, .withdraw], .acknowledged: [.accept, .sendBack, .withdraw, .acknowledge],
        .inProgress: [.accept, .sendBack, .withdraw, .acknowledge],
        .resultSubmitted: [.acknowledge, .submitResult], .returned: [.accept, .sendBack, .withdraw, .acknowledge],
        .accepted: [.accept, .sendBack, .withdraw, .acknowledge, .submitResult, .handOn, .askExtension, .decideExtension],
        .exempted: [.accept, .sendBack, .withdraw, .acknowledge, .exempt, .cancel, .askExtension, .decideExtension, .extendPostFacto],
        .cancelled: Set(WorkItem.Step.allCases),
    ]

    @Test("allows in each state what the table allows, and nothing else")
    func steps() {
        for (state, standing) in Self.each {
            let refused = Set(WorkItem.Step.allCases.filter { standing.refusal(of: $0, role: .lead) != nil })
            #expect(refused == Self.refused[state], "\(state)")
        }
    }

    @Test("never lets a co-ordinating unit answer for the result")
    func coordinators() {
        for (_, standing) in Self.each { #expect(standing.refusal(of: .submitResult, role: .coordinate) != nil) }
    }

    @Test("is told by the ladder, each step in words that fit what counts as the result", arguments: WorkItem.Completion.allCases)
    func ladder(completion: WorkItem.Completion) {
        let words = LedgerItem.milestones.map { MilestoneLadder.words(for: $0, completion: completion) }
        #expect(Set(words).count == LedgerItem.milestones.count)
        #expect(MilestoneLadder.reportable == [0, 10, 30, 50, 70, 90])
    }

    @Test(
        "has a code that begins with what its directive is called, and with the year",
        arguments: [
            ("Quyết định", "503/QĐ-UBND", "QĐ503-2023"), ("Chỉ thị", "04/CT-UBND", "CT04-2023"),
            ("Chương trình", "01/CTr-UBND", "CTr01-2023"),
            ("Công văn", "123/UBND-TH", "UBND123-2023"), ("Kế hoạch", "77", "KH77-2023"),
        ])
    func codes(type: String, number: String, prefix: String) {
        let paper = Directive.Paper(type: type, number: number, issuedOn: Self.day, issuer: "UBND", abstract: "")
        #expect(paper.itemPrefix == prefix)
    }

    @Test("is counted in one of seven ways, whatever else is said of it")
    func counts() {
        var one = LedgerCounts()
        for field in LedgerCounts.fields { one[keyPath: field] = 1 }
        let two = one + one
        #expect(LedgerCounts.fields.allSatisfy { two[keyPath: $0] == 2 })
        #expect(Set(LedgerCounts.fields).count == 13)
        #expect(two.done == 6)
    }
}
