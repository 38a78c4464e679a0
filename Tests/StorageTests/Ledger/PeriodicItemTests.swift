import Documents
import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

@Suite("A periodic item", .province, .timeLimit(.minutes(30)))
struct PeriodicItemTests {
    private let province = Province.current
    private let tenant = "dept_snv"

    private func periodic(_ bench: LedgerBench) async throws -> WorkItem.ID {
        var item = bench.task(to: tenant, title: "Báo cáo hằng tháng", due: "2023-12-31")
        item.recurrence = Recurrence(every: .month, from: LedgerBench.day("2023-04-25"), through: LedgerBench.day("2023-12-31"))
        return try await bench.assign(item)
    }

    private func deliver(_ item: WorkItem.ID, for due: String, on day: String, _ bench: LedgerBench) async throws {
        let report = try await bench.report(
            ReportProgress(
                item: item, evidenceOn: LedgerBench.day(day), documentNumber: "5/BC", narrative: "Đã gửi báo cáo tháng",
                occurrence: LedgerBench.day(due)), in: tenant)
        try await bench.rule(RuleItem(item: item, kind: .confirmed, report: report))
    }

    private func judged(_ item: WorkItem.ID, _ bench: LedgerBench) async throws -> LedgerItem {
        let gathering = GatherLedger(campaign: bench.campaign, review: .interim, unit: "SNV")
        let code = try await bench.show(item).entry.item.code
        let ledger = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await gathering.perform(in: tx)
        }
        return try #require(ledger.units.first?.items.first { $0.code == code })
    }

    @Test("has its deadlines from its rhythm; each is done by the first delivery that the assigner confirmed, and stands so in the file")
    func deliveries() async throws {
        let bench = try await LedgerBench(province)
        let item = try await periodic(bench)
        #expect(try await bench.show(item).occurrences.map(\.dueOn.month) == Array(4...12))
        try await deliver(item, for: "2023-04-25", on: "2023-04-24", bench)
        try await deliver(item, for: "2023-05-25", on: "2023-05-27", bench)
        // Delivered, and confirmed by nobody.
        try await bench.report(
            ReportProgress(
                item: item, evidenceOn: LedgerBench.day("2023-06-15"), narrative: "Đã gửi", occurrence: LedgerBench.day("2023-06-25")),
            in: tenant)
        let shown = try await bench.show(item).occurrences
        #expect(shown.prefix(4).map(\.completedOn?.description) == ["2023-04-24", "2023-05-27", nil, nil])
        #expect(shown.prefix(4).map(\.isWaiting) == [false, false, true, false])
        let occurrences = try await judged(item, bench).occurrences
        #expect(occurrences.map(\.completedOn) == shown.map(\.completedOn) && occurrences.map(\.dueOn) == shown.map(\.dueOn))
        #expect(occurrences.prefix(2).map { $0.isLate(at: LedgerBench.day("2023-06-20")) } == [false, true])
    }

    @Test("is overdue in lists, letters and motto once it missed a deadline, as the review has it; the control has not")
    func missed() async throws {
        let bench = try await LedgerBench(province)
        let (good, bad) = (try await periodic(bench), try await periodic(bench))
        for item in [good, bad] { try await deliver(item, for: "2023-04-25", on: "2023-04-24", bench) }
        try await deliver(good, for: "2023-05-25", on: "2023-05-25", bench)
        let codes = (good: try await bench.show(good).entry.item.code, bad: try await bench.show(bad).entry.item.code)
        #expect(try await bench.show(good).entry.standing.timeliness == .dueSoon, "on 25/6")
        #expect(try await bench.show(bad).entry.standing.timeliness == .overdue)
        let listed = try await bench.list(LedgerFilter(directive: bench.directive, timeliness: .overdue))
        #expect(listed.map(\.item.id) == [bad])
        // The review, the motto and what the Office urges say the same of the two.
        let campaign = bench.campaign
        let gathering = GatherLedger(campaign: campaign, review: .interim, unit: "SNV")
        func urged() async throws -> [OverdueItem] {
            try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await ListOverdue(campaign: campaign).perform(in: tx).units.flatMap(\.items)
            }
        }
        let (failures, motto) = try await province.read(as: .officeMonitor, to: .province) {
            (tx: borrowing TenantTransaction) in
            let verdicts = try await JudgeCampaign(gathering).perform(in: tx)
            return (
                verdicts.units[0].failures.filter { $0.rule == .late }.compactMap(\.item),
                try await ShowMotto(gathering).perform(in: tx).indicators.flatMap(\.figures).filter { $0.measure == .late }
            )
        }
        #expect(failures.contains(codes.bad) && !failures.contains(codes.good))
        let late = try #require(motto.first).sources.map(\.code)
        #expect(late.contains(codes.bad) && !late.contains(codes.good))
        #expect(try await urged().map { [$0.code, $0.dueOn.description] } == [[codes.bad, "2023-05-25"]])
        // Lists and letters name the deadline beside the date of the item, and count the days from it.
        #expect(listed.map(\.due) == ["31/12/2023 (kỳ hạn 25/05/2023)"])
        #expect(try await urged().map { [$0.due, "\($0.days)"] } == [["31/12/2023 (kỳ hạn 25/05/2023)", "26"]])
        // A result that waits for its assigner, and a delivery that waits to be confirmed, are not the unit's to be urged of.
        let plain = try await bench.assign(bench.task(to: "district_101", due: "2023-06-15"))
        #expect(try await Set(urged().map(\.id)) == [bad, plain])
        try await bench.report(
            ReportProgress(
                item: plain, isResult: true, evidenceOn: LedgerBench.day("2023-06-19"), documentNumber: "6/BC", narrative: "Xong"),
            in: "district_101")
        #expect(try await urged().map(\.id) == [bad])
        try await bench.report(
            ReportProgress(
                item: bad, evidenceOn: LedgerBench.day("2023-05-27"), narrative: "Đã gửi", occurrence: LedgerBench.day("2023-05-25")),
            in: tenant)
        #expect(try await urged().isEmpty)
        // Delivered at last it stays late, and there is nothing left to urge; the last day in time still shows it in time.
        try await deliver(bad, for: "2023-05-25", on: "2023-05-27", bench)
        #expect(try await bench.show(bad).entry.standing.timeliness == .overdue)
        #expect(try await urged().isEmpty)
        let lastDay = LedgerMoment(asOf: LedgerBench.day("2023-05-25"), knownOn: nil)
        #expect(try await bench.show(bad, at: lastDay).entry.standing.timeliness == .dueSoon)
        // It is a ground to criticise: by the first deadline that was missed.
        var other = bench.task(to: "district_101", due: "2023-12-31")
        other.occurrences = [LedgerBench.day("2023-04-25"), LedgerBench.day("2023-05-25")]
        let silent = try await bench.assign(other)
        let proposing = ProposeCriticism(
            kind: .criticism, campaign: campaign, unit: province.unit(nil, in: "district_101"), person: nil, items: [silent],
            words: "Gửi báo cáo")
        let proposed = try await province.write(as: .homeAffairsOfficer, to: .province) { (tx: borrowing TenantTransaction) in
            try await proposing.perform(in: tx, ids: .system)
        }
        let found = try await province.count(
            "SELECT count(*) FROM core.criticism WHERE id = \(proposed) AND facts -> 0 ->> 'dueOn' = '2023-04-25' AND overdue_days = 56")
        #expect(found == 1)
        // Once its own date passed that is what is urged, and the days are still those since the first deadline that was missed.
        var past = bench.task(to: "district_101", due: "2023-06-15")
        past.occurrences = [LedgerBench.day("2023-04-25")]
        let over = try await bench.assign(past)
        let both = try #require(try await urged().first { $0.id == over })
        #expect(both.dueOn == LedgerBench.day("2023-06-15") && both.occurrence == LedgerBench.day("2023-04-25"))
        #expect([both.due, "\(both.days)"] == ["15/06/2023 (kỳ hạn 25/04/2023)", "56"])
    }

    @Test("is due soon by the next deadline for which nothing was delivered, in lists, counts and the table of units alike")
    func dueSoon() async throws {
        let bench = try await LedgerBench(province)
        let (far, near, delivered) = (
            try await bench.assign(bench.task(to: tenant, due: "2023-12-31")), try await periodic(bench), try await periodic(bench)
        )
        for item in [near, delivered] {
            for month in ["04", "05"] { try await deliver(item, for: "2023-\(month)-25", on: "2023-\(month)-24", bench) }
        }
        // Delivered, and confirmed by nobody yet: there is nothing to press on.
        try await bench.report(
            ReportProgress(
                item: delivered, evidenceOn: LedgerBench.day("2023-06-19"), narrative: "Đã gửi", occurrence: LedgerBench.day("2023-06-25")),
            in: tenant)
        func standing(_ item: WorkItem.ID, on day: String? = nil) async throws -> Timeliness {
            let moment = LedgerMoment(asOf: day.map(LedgerBench.day), knownOn: nil)
            return try await bench.show(item, at: moment).entry.standing.timeliness
        }
        #expect(try await [standing(far), standing(near), standing(delivered)] == [.inTime, .dueSoon, .inTime])
        #expect(try await standing(near, on: "2023-06-17") == .inTime, "eight days before")
        #expect(try await standing(delivered, on: "2023-06-18") == .dueSoon, "as that day knew it")
        let filter = LedgerFilter(timeliness: .dueSoon, campaign: bench.campaign, role: .lead, origin: .province)
        #expect(try await bench.list(filter).map(\.item.id) == [near])
        let soon = try await bench.list(filter)
        #expect(soon.map { LedgerTables.row($0).map(\.text).first { $0.hasSuffix("2023)") } } == ["31/12/2023 (kỳ hạn 25/06/2023)"])
        let campaign = bench.campaign
        let (rows, overview) = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            (
                try await ShowUnitTable(campaign: campaign, isLive: true).perform(in: tx).rows,
                try await ShowOverview(campaign: campaign).perform(in: tx).units
            )
        }
        #expect(rows.first { $0.unit.tenant.text == tenant }?.figures[.dueSoon] == 1)
        #expect(overview.first { $0.unit.tenant.text == tenant }?.counts.dueSoon == 1)
    }

    @Test("that fails says by which paper each deadline was met, and who held it up")
    func papers() async throws {
        let bench = try await LedgerBench(province)
        var given = bench.task(to: tenant, title: "Báo cáo hằng tháng", due: "2023-12-31", coordinators: ["dept_ttt"])
        given.occurrences = [LedgerBench.day("2023-05-25")]
        let item = try await bench.assign(given)
        let name = try #require(try await bench.show(item).entry.item.terms.coordinators.first)
        try await deliver(item, for: "2023-05-25", on: "2023-05-27", bench)
        try await bench.report(ReportProgress(item: item, narrative: "Chưa gửi ý kiến thẩm định", delayedBy: name), in: tenant)
        let gathering = GatherLedger(campaign: bench.campaign, review: .interim, unit: "SNV")
        let reasons = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await ExplainVerdicts(gathering).perform(in: tx).explanations.first?.reasons ?? []
        }
        let papers = try #require(reasons.first { $0.failure.rule == .late && $0.papers?.item == item }?.papers)
        #expect(
            papers.acts.map { "\($0.on) \($0.words)" } == [
                "2023-05-27 báo cáo tiến độ kỳ hạn 25/05/2023, văn bản số 5/BC", "2023-06-20 xác nhận tiến độ kỳ hạn 25/05/2023",
                "2023-06-20 báo cáo tiến độ, \(name) phối hợp chậm",
            ])
    }

    @Test("like any other is not told that it came too late where its report waits: what was sent, and who has to confirm it")
    func unconfirmed() async throws {
        let bench = try await LedgerBench(province)
        let task = try await bench.assign(bench.task(to: tenant, due: "2023-12-31"))
        let code = try await bench.show(task).entry.item.code
        try await bench.report(
            ReportProgress(
                item: task, evidenceOn: LedgerBench.day("2023-06-15"), milestonePercent: 70, documentNumber: "6/BC",
                narrative: "Đã trình ký"), in: tenant)
        func explained() async throws -> UnitExplanation {
            let gathering = GatherLedger(campaign: bench.campaign, review: .interim, unit: "SNV")
            let found = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await ExplainVerdicts(gathering).perform(in: tx).explanations
            }
            return try #require(found.first)
        }
        let waiting = try await explained()
        let reason = try #require(waiting.reasons.first { $0.failure.item == code && $0.failure.rule == .progress })
        #expect(reason.papers?.acts.map(\.words) == ["báo cáo tiến độ 70%, văn bản số 6/BC, chưa xác nhận"])
        let step = try #require(waiting.toPass.first { $0.item == code })
        let confirmer = try #require(reason.papers?.confirmer)
        #expect(confirmer != "cơ quan giao" && step.kind == .progress)
        #expect(step.words.hasPrefix("Đã báo cáo tiến độ 70% ngày 15/06/2023, chờ \(confirmer) xác nhận. "))
        try await bench.rule(RuleItem(item: task, kind: .confirmed))
        #expect(try await !explained().reasons.contains { $0.failure.item == code })
    }

    @Test("takes deliveries for its own deadlines only, and an item that is not periodic for none")
    func faults() async throws {
        let bench = try await LedgerBench(province)
        let item = try await periodic(bench)
        let other = try await bench.assign(bench.task(to: tenant))
        for (item, day) in [(item, "2023-04-26"), (other, "2023-04-25")] {
            let refused = await province.refusal {
                try await bench.report(
                    ReportProgress(item: item, evidenceOn: LedgerBench.day("2023-04-24"), narrative: "x", occurrence: LedgerBench.day(day)),
                    in: tenant)
            }
            #expect(refused?.fields.map(\.path) == ["$.occurrence"])
        }
        var late = bench.task(to: tenant, due: "2023-06-30")
        late.occurrences = [LedgerBench.day("2023-07-01")]
        let refused = await province.refusal { try await bench.assign(late) }
        #expect(refused?.fields.map(\.path) == ["$.occurrences"])
    }

    @Test("gets further deadlines beforehand, each once, and from its assigner alone")
    func further() async throws {
        let bench = try await LedgerBench(province)
        let item = try await bench.assign(bench.task(to: tenant, due: "2023-12-31"))
        func add(_ day: String, as role: Role = .officeMonitor, to place: Entry.Place = .province) async -> Problem? {
            await province.refusal {
                try await province.write(as: role, in: role == .officeMonitor ? nil : tenant, to: place) {
                    (tx: borrowing TenantTransaction) in
                    try await AddOccurrences(item: item, days: [LedgerBench.day(day)]).perform(in: tx)
                }
            }
        }
        #expect(await add("2023-07-25") == nil)
        #expect(await add("2023-07-25")?.code == "occurrence-there")
        #expect(await add("2024-01-25")?.fields.map(\.path) == ["$.occurrences"])
        let slug = try #require(Tenant.Slug(tenant))
        #expect(await add("2023-08-25", as: .unitHead, to: .tenant(slug))?.code == "not-allowed")
        // Past every check the database holds the same: a deadline that has passed is not added to an item of an earlier day.
        func adding(_ day: String) -> String {
            """
            INSERT INTO dept_snv.occurrence (tenant_id, item_id, due_on, unit_id, assigner_tenant_id, recorded_by, recorded_on)
            SELECT tenant_id, id, '\(day)', unit_id, assigner_tenant_id, assigner_post_id, '2023-06-20' FROM dept_snv.work_item WHERE id = '\(item)'
            """
        }
        try await province.asSuperuser(
            "SET session_replication_role = replica; UPDATE dept_snv.work_item SET recorded_on = '2023-06-01' WHERE id = '\(item)'")
        await #expect(throws: (any Error).self) { try await province.asSuperuser(adding("2023-06-10")) }
        try await province.asSuperuser(adding("2023-06-25"))
    }

    @Test("may be held up by a unit that co-ordinates, with its cause; by no other")
    func delays() async throws {
        let bench = try await LedgerBench(province)
        let item = try await bench.assign(bench.task(to: tenant, coordinators: ["dept_ttt"]))
        let name = try #require(try await bench.show(item).entry.item.terms.coordinators.first)
        let delay = ReportProgress(item: item, narrative: "Chưa gửi ý kiến thẩm định", delayedBy: name.uppercased())
        try await bench.report(delay, in: tenant)
        #expect(try await bench.show(item).reports.map(\.delayedBy) == [name])
        for wrong in [ReportProgress(item: item, narrative: "x", delayedBy: "Sở Y tế"), ReportProgress(item: item, delayedBy: name)] {
            let refused = await province.refusal { try await bench.report(wrong, in: tenant) }
            #expect(refused?.code == "invalid-input")
        }
    }
}
