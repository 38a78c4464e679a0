import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

@Suite("Figures that count", .province, .timeLimit(.minutes(30)))
struct FigureTests {
    private let province = Province.current
    private let tenant = "dept_snv"

    private func judged(_ item: WorkItem.ID, _ bench: LedgerBench) async throws -> LedgerItem {
        let gathering = GatherLedger(campaign: bench.campaign, review: .interim, unit: "SNV")
        let code = try await bench.show(item).entry.item.code
        let ledger = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await gathering.perform(in: tx)
        }
        return try #require(ledger.units.first?.items.first { $0.code == code })
    }

    private func measure(_ item: WorkItem.ID, _ value: String, _ bench: LedgerBench, on day: String = "2023-06-01") async throws {
        let figure = ProgressReport.Figure(value: try #require(Quantity(value)), status: .estimated)
        try await bench.report(ReportProgress(item: item, evidenceOn: LedgerBench.day(day), figure: figure), in: tenant)
    }

    @Test("are those that were confirmed: what a unit says of its target counts for nothing by itself")
    func confirmed() async throws {
        let bench = try await LedgerBench(province)
        let item = try await bench.assign(bench.target(to: tenant, atLeast: "90"))
        try await measure(item, "60", bench)
        #expect(try await judged(item, bench).measure?.actual == nil)
        try await bench.rule(RuleItem(item: item, kind: .confirmed))
        #expect(try await judged(item, bench).measure?.actual == Quantity("60"))
        try await measure(item, "95", bench, on: "2023-06-15")
        #expect(try await judged(item, bench).measure?.actual == Quantity("60"), "the later one waits")
    }

    /// How many items of the unit a figure counts as of a day: as the table says it, the month, the list behind the number, and as a review judges.
    private func counted(
        _ figure: UnitFigure, _ month: String, asOf text: String, _ bench: LedgerBench,
        _ isMeant: @escaping @Sendable (ItemJudgement) -> Bool
    ) async throws -> (table: Int, month: Int, list: [String], judged: [String]) {
        let (named, day, today) = (try #require(ReportMonth(month)), LedgerBench.day(text), LedgerBench.day("2023-06-20"))
        try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await OpenMonth(campaign: bench.campaign, month: named).perform(in: tx, ids: .system)
        }
        let code = bench.campaign
        return try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            let moment = LedgerMoment(asOf: day, knownOn: today)
            let rows = try await ShowMonth(campaign: code, month: named).perform(in: tx).rows
            let found = try await CampaignSummary.find(code: code, in: tx)
            let campaign = try #require(found)
            let table = try await UnitTable.Row.live(of: campaign, at: moment, on: day, in: tx)
            let row = try #require(table.first { $0.unit.code == "SNV" })
            let listed = try await ListItems(filter: row.filter(figure, campaign: code), moment: moment, limit: 500).perform(in: tx).entries
            let ledger = try await GatherLedger(campaign: code, review: .interim, asOf: day, unit: "SNV").perform(in: tx)
            let items = Judgement.judge(ledger).units.flatMap(\.items)
            return (
                row.figures[figure], rows.first { $0.code == "SNV" }?.figures[figure == .above ? .above : .early] ?? -1,
                listed.map(\.item.code).sorted(), items.filter { $0.isCounted && isMeant($0) }.map(\.item.code).sorted()
            )
        }
    }

    @Test("done are the same everywhere: by the figure that counts on the day, whatever the accepted result said")
    func done() async throws {
        let bench = try await LedgerBench(province)
        // What the accepted result said, what was measured later and when, and whether that was confirmed; done on 14/6, and on 20/6.
        let later: [(result: String, value: String, day: String, confirmed: Bool)] = [
            ("95", "80", "2023-06-10", true),
            ("95", "80", "2023-06-10", false),
            ("80", "95", "2023-06-10", true),
            ("95", "80", "2023-06-18", true),
        ]
        var (items, codes): ([WorkItem.ID], [String]) = ([], [])
        for story in later {
            var target = bench.target(to: tenant, atLeast: "90")
            target.assignedOn = LedgerBench.day("2023-04-03")
            let item = try await bench.assign(target)
            items.append(item)
            codes.append(try await bench.show(item).entry.item.code)
            let said = ProgressReport.Figure(value: try #require(Quantity(story.result)), status: .estimated)
            try await bench.report(
                ReportProgress(
                    item: item, isResult: true, evidenceOn: LedgerBench.day("2023-06-01"), figure: said, documentNumber: "10/BC",
                    narrative: "Đã xong"), in: tenant)
            try await bench.rule(RuleItem(item: item, kind: .accepted))
            try await measure(item, story.value, bench, on: story.day)
            if story.confirmed { try await bench.rule(RuleItem(item: item, kind: .confirmed)) }
        }
        for (month, day, expected) in [("2023-06", "2023-06-14", [1, 2, 3]), ("2023-07", "2023-06-20", [1, 2])] {
            let found = try await counted(.done, month, asOf: day, bench) { $0.isDone }
            let named = expected.map { codes[$0] }.sorted()
            #expect(found.table == named.count && found.month == named.count, "\(day) \(found)")
            #expect(found.list == named && found.judged == named, "\(day) \(found)")
            let facts = try await motto(asOf: day, bench)
            #expect(facts == named, "\(day) \(facts)")
            let moment = LedgerMoment(asOf: LedgerBench.day(day), knownOn: LedgerBench.day("2023-06-20"))
            for (index, item) in items.enumerated() {
                let shown = try await bench.show(item, at: moment).entry.standing
                #expect(shown.acceptedOn == LedgerBench.day("2023-06-01"))
                #expect((shown.completedOn != nil) == expected.contains(index), "\(day) \(index)")
                // What missed its target when it was accepted is done when a later figure reached it, and not before.
                if index == 2 { #expect(shown.completedOn == LedgerBench.day("2023-06-10"), "\(day)") }
            }
            #expect(try await judged(items[2], bench).completedOn == LedgerBench.day("2023-06-10"), "\(day)")
        }
    }

    @Test("what reached its target after its date is late work, in lists as for a reminder, though the result that missed it came in time")
    func lateWork() async throws {
        let (bench, late) = (try await LedgerBench(province), "district_101")
        var target = bench.target(to: late, atLeast: "90", due: "2023-06-05")
        target.assignedOn = LedgerBench.day("2023-04-03")
        let item = try await bench.assign(target)
        func figure(_ value: String) throws -> ProgressReport.Figure {
            ProgressReport.Figure(value: try #require(Quantity(value)), status: .estimated)
        }
        try await bench.report(
            ReportProgress(
                item: item, isResult: true, evidenceOn: LedgerBench.day("2023-06-01"), figure: try figure("80"), documentNumber: "10/BC",
                narrative: "Đã xong"), in: late)
        try await bench.rule(RuleItem(item: item, kind: .accepted))
        try await bench.report(
            ReportProgress(item: item, evidenceOn: LedgerBench.day("2023-06-10"), figure: try figure("95")), in: late)
        try await bench.rule(RuleItem(item: item, kind: .confirmed))
        #expect(try await bench.show(item).entry.standing.timeliness == .completedLate)
        let proposing = ProposeCriticism(
            kind: .reminder, campaign: bench.campaign, unit: province.unit(nil, in: late), person: nil, items: [item],
            words: "Hoàn thành đúng hạn")
        let proposed = try await province.write(as: .homeAffairsOfficer, to: .province) { (tx: borrowing TenantTransaction) in
            try await proposing.perform(in: tx, ids: .system)
        }
        let found = try await province.count(
            "SELECT count(*) FROM core.criticism WHERE id = \(proposed) AND facts -> 0 ->> 'doneOn' = '2023-06-10' AND overdue_days = 5")
        #expect(found == 1)
    }

    @Test("of who co-ordinates move no day: its part is done when its lead is, in lists as for a review")
    func coordinating() async throws {
        let bench = try await LedgerBench(province)
        var target = bench.target(to: "district_101", atLeast: "90")
        target.coordinators = [tenant]
        target.assignedOn = LedgerBench.day("2023-04-03")
        let lead = try await bench.assign(target)
        let own = try #require(try await bench.list(LedgerFilter(directive: bench.directive), in: tenant).first).item.id
        try await measure(own, "95", bench, on: "2023-06-10")
        try await bench.rule(RuleItem(item: own, kind: .confirmed))
        let figure = ProgressReport.Figure(value: try #require(Quantity("95")), status: .estimated)
        try await bench.report(
            ReportProgress(
                item: lead, isResult: true, evidenceOn: LedgerBench.day("2023-06-01"), figure: figure, documentNumber: "10/BC",
                narrative: "Đã xong"), in: "district_101")
        try await bench.rule(RuleItem(item: lead, kind: .accepted))
        let part = try await judged(own, bench)
        #expect(part.role == .coordinate && part.measure?.actual == Quantity("95"), "the control: a figure of its own, nine days later")
        #expect(try await bench.show(own).entry.standing.completedOn == LedgerBench.day("2023-06-01"))
        #expect(part.completedOn == LedgerBench.day("2023-06-01"))
    }

    /// What the motto takes for done.
    private func motto(asOf text: String, _ bench: LedgerBench) async throws -> [String] {
        let (code, day) = (bench.campaign, LedgerBench.day(text))
        return try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            let found = try await CampaignSummary.find(code: code, in: tx)
            let campaign = try #require(found)
            let units = try await JudgedUnit.list(.firstTier, of: campaign.id, review: .interim, on: day, in: tx).filter {
                $0.code == "SNV"
            }
            let facts = try await MottoFacts.load(
                of: units, of: campaign.id, review: .interim, at: LedgerMoment(asOf: day, knownOn: LedgerBench.day("2023-06-20")), in: tx)
            return facts.values.flatMap(\.items).filter { $0.doneOn != nil }.map(\.code).sorted()
        }
    }

    @Test("above the target are the same in the table, in the month and for a review: by the latest that was confirmed, done or not")
    func aboveTarget() async throws {
        let bench = try await LedgerBench(province)
        // What was measured and when, which of it was confirmed; above on 14/6, and on 20/6.
        let figures: [[(value: String, day: String, confirmed: Bool)]] = [
            [("95", "2023-06-01", true)],
            [("90", "2023-06-01", true)],
            [("95", "2023-06-01", false)],
            [("95", "2023-06-01", true), ("80", "2023-06-10", true)],
            [("95", "2023-06-01", true), ("80", "2023-06-10", false)],
            [("95", "2023-06-18", true)],
        ]
        var codes: [String] = []
        for measured in figures {
            var target = bench.target(to: tenant, atLeast: "90")
            target.assignedOn = LedgerBench.day("2023-04-03")
            let item = try await bench.assign(target)
            codes.append(try await bench.show(item).entry.item.code)
            for figure in measured {
                try await measure(item, figure.value, bench, on: figure.day)
                if figure.confirmed { try await bench.rule(RuleItem(item: item, kind: .confirmed)) }
            }
        }
        for (month, day, expected) in [("2023-06", "2023-06-14", [0, 4]), ("2023-07", "2023-06-20", [0, 4, 5])] {
            let found = try await counted(.above, month, asOf: day, bench) { $0.isAbove }
            let named = expected.map { codes[$0] }.sorted()
            #expect(found.table == named.count && found.month == named.count, "\(day) \(found)")
            #expect(found.list == named && found.judged == named, "\(day) \(found)")
        }
    }

    @Test("of steps from 50 on count once the half was confirmed; another confirmation is none of the half")
    func steps() async throws {
        let bench = try await LedgerBench(province)
        let item = try await bench.assign(bench.task(to: tenant, due: "2023-12-31"))
        func report(_ step: Int, on day: String) async throws {
            try await bench.report(
                ReportProgress(item: item, evidenceOn: LedgerBench.day(day), milestonePercent: step, narrative: "Có dự thảo"), in: tenant)
        }
        func percent() async throws -> Int? {
            guard case .task(let percent) = try await judged(item, bench).work else { return nil }
            return percent
        }
        try await report(10, on: "2023-05-01")
        try await bench.rule(RuleItem(item: item, kind: .confirmed))
        try await report(70, on: "2023-06-01")
        #expect(try await percent() == 10)
        try await bench.rule(RuleItem(item: item, kind: .confirmed))
        #expect(try await percent() == 70)
        try await report(90, on: "2023-06-10")
        #expect(try await percent() == 90)
    }

    @Test("are confirmed by the paper of the body that the target names, never of the unit that did the work")
    func body() async throws {
        let bench = try await LedgerBench(province)
        var target = bench.target(to: tenant, atLeast: "90")
        target.goal?.confirmer = WorkItem.Confirmer(name: "Cục Thống kê tỉnh")
        let item = try await bench.assign(target)
        #expect(try await bench.show(item).entry.item.terms.goal?.confirmer == WorkItem.Confirmer(name: "Cục Thống kê tỉnh"))
        try await measure(item, "60", bench)
        let refused = await province.refusal { try await bench.rule(RuleItem(item: item, kind: .confirmed)) }
        #expect(refused?.fields.map(\.path) == ["$.documentNumber"])
        try await bench.rule(RuleItem(item: item, kind: .confirmed, documentNumber: "45/CTK"))
        #expect(try await judged(item, bench).measure?.actual == Quantity("60"))
        target.goal?.confirmer = WorkItem.Confirmer(name: tenant)
        let own = await province.refusal { try await bench.assign(target) }
        #expect(own?.fields.map(\.path) == ["$.goal.confirmedBy"])
        target.goal?.confirmer = WorkItem.Confirmer(name: "dept_ttt")
        let other = try await bench.assign(target)
        #expect(try await bench.show(other).entry.item.terms.goal?.confirmer?.tenant == province.tenant("dept_ttt"))
        // The control, past the operation: the database refuses a confirmation without the paper.
        try await measure(other, "70", bench)
        await #expect(throws: (any Error).self) {
            try await province.asSuperuser(
                """
                INSERT INTO core.ruling (tenant_id, id, item_id, unit_id, assigner_tenant_id, kind, report_id, report_kind, evidence_on, decided_on,
                    recorded_by, recorded_on)
                SELECT i.tenant_id, core.new_id(), i.id, i.unit_id, i.assigner_tenant_id, 'confirmed', p.id, p.kind, p.evidence_on, '2023-06-20',
                    i.assigner_post_id, '2023-06-20'
                FROM core.work_item AS i JOIN core.progress AS p ON p.tenant_id = i.tenant_id AND p.item_id = i.id
                WHERE i.id = '\(other)'
                """)
        }
    }

    @Test("are confirmed many at once, with a preview that changes nothing")
    func many() async throws {
        let bench = try await LedgerBench(province)
        var items: [WorkItem.ID] = []
        for value in ["50", "60", "70"] {
            let item = try await bench.assign(bench.target(to: tenant, atLeast: "90"))
            try await measure(item, value, bench)
            items.append(item)
        }
        let deciding = DecideOnItems(items: items, decision: .ruling(RuleItem(item: items[0], kind: .confirmed)))
        func waiting() async throws -> [WorkItem.ID] {
            try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await ListUnconfirmed(campaign: bench.campaign, limit: 200).perform(in: tx).reports.map(\.item)
            }.filter(items.contains)
        }
        #expect(Set(try await waiting()) == Set(items))
        let preview = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await deciding.preview(in: tx, ids: .system)
        }
        #expect(preview.allSatisfy { $0.refusal == nil })
        #expect(try await judged(items[0], bench).measure?.actual == nil)
        _ = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await deciding.perform(in: tx, ids: .system)
        }
        #expect(try await waiting().isEmpty)
        for (item, value) in zip(items, ["50", "60", "70"]) { #expect(try await judged(item, bench).measure?.actual == Quantity(value)) }
    }

    @Test("of what comes from earlier years have no date until a paper fixes one for this campaign")
    func backlog() async throws {
        let bench = try await LedgerBench(province)
        var task = bench.task(to: tenant, due: "2023-06-30")
        task.carried = CarriedOver(code: "NV-2022-9", assignedOn: LedgerBench.day("2022-05-10"), dueOn: LedgerBench.day("2022-12-31"))
        let refused = await province.refusal { try await bench.assign(task) }
        #expect(refused?.fields.map(\.path) == ["$.dueDocument"])
        task.dueOn = nil
        let open = try await bench.assign(task)
        #expect(try await judged(open, bench).originalDueOn == nil)
        task.dueOn = LedgerBench.day("2023-06-30")
        task.dueDocument = "1520/UBND-TH"
        let fixed = try await bench.assign(task)
        let shown = try await bench.show(fixed).entry.item
        #expect(shown.carried == task.carried && shown.terms.dueDocument == "1520/UBND-TH")
        #expect(try await judged(fixed, bench).originalDueOn == LedgerBench.day("2023-06-30"), "not the old date")
        task.carried = CarriedOver(code: "NV-2022-9", assignedOn: LedgerBench.day("2023-01-10"), dueOn: nil)
        #expect(await province.refusal { try await bench.assign(task) }?.fields.map(\.path) == ["$.carried"])
        await #expect(throws: (any Error).self) {
            try await province.asSuperuser("UPDATE core.work_item SET carried_due_on = '2023-01-01' WHERE id = '\(fixed)'")
        }
    }
}
