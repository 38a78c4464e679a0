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
        (.exempted, standing(acknowledged: true, reported: true, closed: .exempted)), (.replaced, standing(closed: .replaced)),
        (.cancelled, standing(accepted: true, closed: .cancelled)), (.transferred, standing(acknowledged: true, closed: .transferred)),
    ]

    @Test("is where its facts say, each state by one of them")
    func states() {
        for (state, standing) in Self.each { #expect(standing.state == state) }
        #expect(Self.each.map(\.0) == WorkItem.State.allCases)
        #expect(Set(WorkItem.State.allCases.map(\.vietnamese)).count == WorkItem.State.allCases.count)
    }

    /// What is in order in each state; every other step is refused.
    private static let allowed: [WorkItem.State: Set<WorkItem.Step>] = {
        let always: Set<WorkItem.Step> = [.supplement, .change, .recordViolation]
        let open: Set<WorkItem.Step> = always.union([
            .report, .handOn, .exempt, .cancel, .replace, .transfer, .askExtension, .decideExtension, .extendPostFacto, .answerDispute,
        ])
        return [
            .assigned: open.union([.acknowledge, .submitResult, .dispute]), .acknowledged: open.union([.submitResult, .dispute]),
            .inProgress: open.union([.submitResult, .confirm]),
            .resultSubmitted: open.subtracting([.replace, .transfer, .exempt, .cancel]).union([
                .confirm, .accept, .sendBack, .withdraw,
            ]),
            .returned: open.union([.submitResult, .confirm]),
            .accepted: always.union([.confirm, .exempt, .cancel, .revoke, .extendPostFacto, .answerDispute]),
            .exempted: always.union([.report, .confirm, .submitResult, .handOn]), .replaced: [], .cancelled: [], .transferred: [],
        ]
    }()

    @Test("allows in each state what the table allows, and nothing else")
    func steps() {
        for (state, standing) in Self.each {
            for step in WorkItem.Step.allCases {
                let refusal = standing.refusal(of: step, role: .lead)
                #expect((refusal == nil) == Self.allowed[state]?.contains(step), "\(step) when \(state)")
                if let refusal { #expect(!refusal.detail.isEmpty && refusal.kind != .invalid, "\(step) when \(state)") }
            }
        }
        #expect(Self.allowed.count == WorkItem.State.allCases.count)
        #expect(Set(WorkItem.Step.allCases.map(\.vietnamese)).count == WorkItem.Step.allCases.count)
    }

    @Test(
        "is taken note of late from the fourth working day on, counted from when it stood in the ledger; the mark stays, nothing is refused"
    )
    func acknowledging() {
        let calendar = WorkingCalendar(holidays: [CivilDate("2023-06-22")!])
        // Tuesday: the 21st, the 23rd, and after the weekend the 26th.
        let item = Self.item(assignedOn: "2023-06-01", recordedOn: "2023-06-20")
        #expect(item.acknowledgeBy(WorkItem.Clocks(), calendar) == CivilDate("2023-06-26"))
        func isLate(_ acknowledgedOn: String?, reported: String? = nil, on day: String) -> Bool {
            let standing = WorkItem.Standing(
                timeliness: .inTime, completedOn: nil, acceptedOn: nil, closed: nil,
                acknowledgedOn: acknowledgedOn.flatMap { CivilDate($0) },
                lastReport: nil, pendingResult: nil, returns: 0, qualityReturns: 0, violations: 0)
            return standing.isAcknowledgedLate(
                item, reportedOn: [reported].compactMap { $0.flatMap { CivilDate($0) } }, at: CivilDate(day)!, WorkItem.Clocks(), calendar)
        }
        #expect(!isLate(nil, on: "2023-06-26") && isLate(nil, on: "2023-06-27"))
        #expect(!isLate("2023-06-26", on: "2023-07-30") && isLate("2023-06-27", on: "2023-07-30"))
        // Who reports on it took note of it, on that day.
        #expect(!isLate(nil, reported: "2023-06-26", on: "2023-07-30") && isLate(nil, reported: "2023-06-27", on: "2023-07-30"))
        #expect(!isLate("2023-06-29", reported: "2023-06-26", on: "2023-07-30"))
        let helped = Self.standing(accepted: true)
        #expect(!helped.isAcknowledgedLate(item, reportedOn: [], at: CivilDate("2023-07-30")!, WorkItem.Clocks(), calendar))
    }

    @Test("is disputed with a clock of two working days, by which an answer is late or not")
    func disputes() {
        func step(_ kind: DisputeStep.Kind, _ position: Int, on day: String) -> DisputeStep {
            DisputeStep(
                id: DisputeStep.ID("01890000-0000-7000-8000-000000000002")!, item: WorkItem.ID("01890000-0000-7000-8000-000000000003")!,
                position: position, kind: kind, happenedOn: CivilDate(day)!, ground: nil, proposedLead: nil, duplicateCode: nil,
                remedy: nil,
                newDueOn: nil, documentNumber: "", documentIssuer: "", reason: "x",
                recordedBy: Post.ID("01890000-0000-7000-8000-000000000004")!, recordedOn: CivilDate(day)!)
        }
        // Friday: Monday and Tuesday.
        let raised = step(.raised, 1, on: "2023-06-16")
        let calendar = WorkingCalendar()
        let open = ItemDispute.paired([raised])
        #expect(open.open?.answerBy(calendar) == CivilDate("2023-06-20"))
        #expect(open.open?.isAnsweredLate(at: CivilDate("2023-06-20")!, calendar) == false)
        #expect(open.open?.isAnsweredLate(at: CivilDate("2023-06-21")!, calendar) == true)
        let answered = ItemDispute.paired([raised, step(.rejected, 2, on: "2023-06-20"), step(.raised, 3, on: "2023-06-21")])
        #expect(answered.map { $0.answer?.kind } == [.rejected, nil])
        #expect(answered[0].isAnsweredLate(at: CivilDate("2023-07-30")!, calendar) == false)
        #expect(answered.lastStep?.position == 3)
    }

    private static func item(assignedOn: String, recordedOn: String) -> WorkItem {
        let tenant = Tenant.ID("01890000-0000-7000-8000-000000000005")!
        return WorkItem(
            id: WorkItem.ID("01890000-0000-7000-8000-000000000003")!, tenant: tenant, unit: SubUnit.ID(tenant.uuid), code: "A", role: .lead,
            parent: nil, lead: nil, terms: WorkItem.Terms(title: "x", sector: "NV", completion: .ketQua), originalDueOn: nil,
            assigner: tenant, assignerPost: Post.ID("01890000-0000-7000-8000-000000000004")!, assignedOn: CivilDate(assignedOn)!,
            sourceRow: nil, version: 1, recordedOn: CivilDate(recordedOn)!)
    }

    @Test("never lets a co-ordinating unit answer for the result, nor takes an acceptance back there")
    func coordinators() {
        for (_, standing) in Self.each {
            #expect(standing.refusal(of: .submitResult, role: .coordinate) != nil)
            #expect(standing.refusal(of: .revoke, role: .coordinate) != nil)
        }
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

    @Test(
        "is no secret: what bears a mark is followed apart (A21)",
        arguments: [
            ("Tối mật: việc X", SecrecyMark.secret), ("[MẬT] việc X", .confidential), ("Tuyệt mật việc X", .topSecret),
            ("Rà soát việc X (Mật)", .confidential), ("  “Mật” - việc X", .confidential), ("Mật", .confidential),
            ("To\u{302}\u{301}i ma\u{323}\u{302}t: việc X", .secret), ("Mật độ dân số", nil), ("Mật ong xuất khẩu", nil),
            ("Bảo vệ bí mật nhà nước", nil),
            ("Ban hành danh mục bí mật nhà nước độ Tối mật", nil),
        ])
    func secrets(title: String, mark: SecrecyMark?) {
        #expect(SecrecyMark(in: title) == mark)
    }

    @Test("is counted in one of eight ways, whatever else is said of it")
    func counts() {
        var one = LedgerCounts()
        for field in LedgerCounts.fields { one[keyPath: field] = 1 }
        let two = one + one
        #expect(LedgerCounts.fields.allSatisfy { two[keyPath: $0] == 2 })
        #expect(Set(LedgerCounts.fields).count == 16)
        #expect(two.done == 8)
    }
}
