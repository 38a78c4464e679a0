import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// Đối chiếu số liệu: who says what about the ledger, until when, and what the freeze waits for.
@Suite("The reconciliation of a review", .province, .serialized, .timeLimit(.minutes(30)))
struct ReconciliationTests {
    private let province = Province.current

    private func code(_ act: () async throws -> Void) async -> String? { await province.refusal(act)?.code }

    @Test("is opened by the Office, once, on the day of the review or later, for as many working days as the plan says")
    func opened() async throws {
        let bench = try await ReviewBench(province, campaign: "DC-1")
        #expect(await code { try await bench.confirm(in: "district_101") } == "review-not-opened")
        for role in [Role.chairman, .homeAffairsOfficer, .councilMember, .auditor] {
            let opening = OpenReview(campaign: "DC-1", review: .interim)
            let refused = await code {
                try await province.write(as: role, to: .province) { (tx: borrowing TenantTransaction) in
                    try await opening.perform(in: tx, ids: .system)
                }
            }
            #expect(refused == "not-allowed", "\(role)")
        }
        try await bench.open()
        let shown = try await bench.show()
        #expect(shown.review.heldOn == ReviewBench.heldOn && shown.review.settleDays == 5)
        #expect(shown.review.settleUntil == ReviewBench.settleUntil)
        #expect(shown.clock == "còn 5 ngày làm việc, đến hết 27/06/2023")
        #expect(await code { try await bench.open() } == "review-there")
        // Not by a statement either, and not before the day of the review.
        let early = try await province.raw(
            .officeMonitor, provinceWide: true,
            """
            INSERT INTO core.review (id, campaign_id, kind, held_on, settle_days, settle_until, opened_by, opened_on)
            SELECT core.new_id(), c.id, 'final', '2023-12-31', 5, '2023-06-20', core.actor_post(), core.today() FROM core.campaign AS c WHERE c.code = 'DC-1'
            """)
        #expect(early?.constraint == "review_not_opened_before_its_day")
        let other = OpenReview(campaign: "DC-1", review: .final)
        let refused = await code {
            try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await other.perform(in: tx, ids: .system)
            }
        }
        #expect(refused == "review-not-due")
    }

    @Test("lets each unit confirm its ledger or dispute it line by line; the Office answers each line once; silence counts as agreed")
    func reconciled() async throws {
        let bench = try await ReviewBench(province, campaign: "DC-2")
        try await bench.open()
        func answers() async throws -> [String: ReviewUnit.Answer] {
            let shown = try await bench.show()
            return Dictionary(uniqueKeysWithValues: shown.units.map { ($0.code, $0.answer(in: shown.review, on: shown.today)) })
        }
        #expect(Set(try await answers().values) == [.silent])
        try await bench.confirm(in: "district_102")
        #expect(await code { try await bench.confirm(in: "district_102") } == "confirmed-already")
        #expect(await code { try await bench.confirm(in: "district_101", as: .clerk) } == "not-allowed")
        let dispute = try await bench.dispute(bench.late, in: "district_101")
        #expect(await code { _ = try await bench.dispute(bench.late, in: "district_101") } == "disputed-already")
        // Another unit's item is not there.
        #expect(await code { _ = try await bench.dispute(bench.late, in: "district_102") } == "not-found")
        let said = try await answers()
        #expect(said["101"] == .disputed && said["102"] == .confirmed && said["SNV"] == .silent)
        #expect(await code { try await bench.answer(dispute, as: .chairman) } == "not-allowed")
        try await bench.answer(dispute)
        #expect(await code { try await bench.answer(dispute) } == "answered-already")
        let seen = try await province.read(as: .unitHead, in: "district_101") { (tx: borrowing TenantTransaction) in
            try await ShowReview(campaign: "DC-2", review: .interim).perform(in: tx)
        }
        #expect(seen.units.map(\.code) == ["101"] && seen.disputes.map(\.id) == [dispute])
        #expect(seen.disputes.first?.answer?.outcome == .rejected && seen.disputes.first?.wrong == "Hoàn thành ngày 10/6/2023")
        let other = try await province.read(as: .unitHead, in: "district_102") { (tx: borrowing TenantTransaction) in
            try await ShowReview(campaign: "DC-2", review: .interim).perform(in: tx)
        }
        #expect(other.disputes.isEmpty && other.units.map(\.code) == ["102"])
        try await bench.move(to: "2023-06-28")
        #expect(try await answers()["SNV"] == .agreedBySilence)
        #expect(await code { try await bench.confirm(in: "dept_snv") } == "settle-days-over")
        let late = try await bench.assign(to: "district_101", due: "2023-07-10")
        #expect(await code { _ = try await bench.dispute(late, in: "district_101") } == "settle-days-over")
    }

    @Test("disputes what the unit is judged on, and nothing else")
    func judgedItems() async throws {
        let bench = try await ReviewBench(province, campaign: "DC-3")
        try await bench.open()
        let outside = try await LedgerBench(province, campaign: "DC-3-KHAC")
        let item = try await outside.assign(outside.task(to: "district_101"))
        #expect(await code { _ = try await bench.dispute(item, in: "district_101") } == "not-judged")
        let forged = try await province.raw(
            .unitHead, in: "district_101",
            """
            INSERT INTO district_101.review_dispute (tenant_id, id, review_id, item_id, unit_id, wrong, document_number, document_on, recorded_by, recorded_on,
                settle_until, frozen, judged)
            SELECT i.tenant_id, core.new_id(), r.id, i.id, i.unit_id, 'x', 'x', '2023-06-01', core.actor_post(), core.today(), '2029-01-01', false, true
            FROM district_101.work_item AS i, core.review AS r JOIN core.campaign AS c ON c.id = r.campaign_id
            WHERE i.id = '\(item)' AND c.code = 'DC-3'
            """)
        #expect(
            forged?.constraint == "review_dispute_of_a_judged_item",
            "what the guard finds, no statement says: \(String(describing: forged))")
    }

    @Test("makes the freeze wait, until the settle days end, for silent units, open disputes and results sent in time")
    func waits() async throws {
        let bench = try await ReviewBench(province, campaign: "DC-4")
        #expect(await code { try await bench.freeze() } == "review-not-opened")
        try await bench.open()
        let dispute = try await bench.dispute(bench.late, in: "district_101")
        let pending = try await bench.assign(to: "district_102", due: "2023-06-15")
        try await bench.finish(pending, in: "district_102", on: "2023-06-14")
        let open = try #require(await province.refusal { try await bench.freeze() })
        #expect(open.code == "review-open" && open.detail.contains("1 kiến nghị") && open.detail.contains("1 kết quả"))
        #expect(open.fields.contains { $0.path.contains("Huyện Một, ") } && open.fields.contains { $0.path.contains("Thị xã Hai, ") })
        #expect(open.fields.allSatisfy { !$0.path.contains("_") }, "by names that officers know: \(open.fields)")
        // By a statement neither: the database counts by itself.
        let forged = try await province.raw(.officeMonitor, provinceWide: true, Self.snapshot(of: "DC-4"))
        #expect(forged?.constraint == "review_freeze_waits_for_what_is_open", "\(String(describing: forged))")
        try await bench.answer(dispute)
        try await bench.accept(pending)
        for unit in try await bench.show().units where unit.code != "101" { try await bench.confirm(in: unit.slug.text) }
        // All have spoken and nothing is open: nobody has to wait.
        let frozen = try await bench.freeze()
        #expect(frozen.snapshot.left == .init(silentUnits: 0, disputes: 0, results: 0))
        #expect(await code { try await bench.freeze() } == "frozen-already")
        let item = try await bench.assign(to: "district_101", due: "2023-07-10")
        #expect(await code { _ = try await bench.dispute(item, in: "district_101") } == "frozen-already")
    }

    @Test("no longer holds the freeze up after the settle days: what is open is listed with it")
    func afterwards() async throws {
        let bench = try await ReviewBench(province, campaign: "DC-5")
        try await bench.open()
        _ = try await bench.dispute(bench.late, in: "district_101")
        let pending = try await bench.assign(to: "district_102", due: "2023-06-15")
        try await bench.finish(pending, in: "district_102", on: "2023-06-14")
        try await bench.confirm(in: "district_102")
        try await bench.move(to: "2023-06-28")
        let frozen = try await bench.freeze()
        let units = try await bench.show().units.count
        #expect(frozen.snapshot.left == .init(silentUnits: units - 2, disputes: 1, results: 1))
        #expect(frozen.snapshot.version == 1 && frozen.snapshot.frozenOn == Plans.day("2023-06-28"))
        #expect(try await bench.show().openResults.map(\.item) == [pending])
        #expect(frozen.open.filter { $0.kind != .silentUnit }.map(\.item) == [bench.late, pending])
    }

    /// One of each that waits for a confirmation, in district_101 but the half of district_102, which co-ordinates; and beside each what waits and
    /// decides nothing.
    private func waiting(_ bench: ReviewBench) async throws -> [OpenResult.Kind: [WorkItem.ID]] {
        func report(
            _ item: WorkItem.ID, in unit: String = "district_101", on day: String, step: Int? = nil, figure: String? = nil,
            due: String? = nil
        )
            async throws
        {
            let figure = figure.flatMap { Quantity($0) }.map { ProgressReport.Figure(value: $0, status: .estimated) }
            let report = ReportProgress(
                item: item, evidenceOn: Plans.day(day), milestonePercent: step, figure: figure, documentNumber: "5/BC", narrative: "Đã làm",
                occurrence: due.map { Plans.day($0) })
            try await bench.report(report, in: unit)
        }
        let periodic = try await bench.assign(to: "district_101", due: "2023-12-31") {
            $0.recurrence = Recurrence(every: .month, from: Plans.day("2023-05-25"), through: Plans.day("2023-12-31"))
        }
        try await report(periodic, on: "2023-05-24", due: "2023-05-25")
        try await report(periodic, on: "2023-06-14", due: "2023-06-25")
        let task = try await bench.assign(to: "district_101", due: "2023-12-31") { $0.coordinators = ["district_102"] }
        try await report(task, on: "2023-06-10", step: 30)
        let helped = try await province.read(as: .unitCoordinator, in: "district_102") { (tx: borrowing TenantTransaction) in
            try await ListItems(filter: LedgerFilter(campaign: bench.campaign, role: .coordinate), limit: 10).perform(in: tx).entries
        }
        let part = try #require(helped.first?.item.id)
        try await report(part, in: "district_102", on: "2023-06-10", step: 50)
        let half = try await bench.assign(to: "district_101", due: "2023-12-31")
        try await report(half, on: "2023-06-09", step: 50)
        try await report(half, on: "2023-06-10", step: 70)
        let due = try await bench.assign(to: "district_101", due: "2023-06-15")
        try await report(due, on: "2023-06-10", step: 50)
        let target = try await bench.assign(to: "district_101", due: "2023-12-31") {
            $0.kind = .target
            $0.goal = WorkItem.Goal(direction: .atLeast, target: try #require(Quantity("90")), unit: "%")
        }
        try await report(target, on: "2023-06-01", figure: "50")
        try await report(target, on: "2023-06-10", figure: "60")
        // Measured after the day of the review: nobody waits for it.
        try await report(target, on: "2023-06-18", figure: "70")
        return [.occurrence: [periodic], .half: [half, part], .figure: [target]]
    }

    @Test(
        "waits too for deliveries, halves and figures sent in time, also of who co-ordinates, until they are confirmed; and for no others")
    func confirmations() async throws {
        let bench = try await ReviewBench(province, campaign: "DC-6")
        try await bench.open()
        for unit in try await bench.show().units { try await bench.confirm(in: unit.slug.text) }
        let expected = try await waiting(bench)
        let open = try await bench.show().openResults
        for kind in OpenResult.Kind.allCases {
            #expect(Set(open.filter { $0.kind == kind }.map(\.item)) == Set(expected[kind] ?? []), "\(kind)")
        }
        #expect(open.count == 4, "each once: \(open.map(\.code))")
        // Of a list that has not all, the number is that of all.
        let review = try await bench.show().review
        let (first, count) = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await OpenResult.list(in: review, knownOn: nil, limit: 1, in: tx)
        }
        #expect(first == Array(open.prefix(1)) && count == 4)
        #expect(OpenResult.words(1_340, listed: 500) == "1.340 kết quả, số liệu chưa xem xét (danh sách chỉ có 500 mục đầu)")
        #expect(OpenResult.words(4, listed: 4) == "4 kết quả, số liệu chưa xem xét")
        let refused = try #require(await province.refusal { try await bench.freeze() })
        #expect(refused.code == "review-open" && refused.fields.count == 4 && refused.detail.contains("4 kết quả, số liệu"))
        // The database counts the same by itself.
        let forged = try await province.raw(.officeMonitor, provinceWide: true, Self.snapshot(of: "DC-6"))
        #expect(forged?.constraint == "review_freeze_waits_for_what_is_open", "\(String(describing: forged))")
        let reports = try await province.withConnection(as: "postgres") { connection in
            try await connection.query(
                """
                SELECT p.item_id, p.id
                FROM core.progress AS p
                WHERE p.item_id = ANY (\(expected.values.flatMap { $0 }))
                  AND (p.occurrence_due_on = '2023-05-25' OR p.milestone_percent = 70 OR p.actual = 60 OR p.milestone_percent = 50)
                """
            ).decode { row in (try row.next(WorkItem.ID.self), try row.next(ProgressReport.ID.self)) }
        }
        for (item, report) in reports {
            _ = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await RuleItem(item: item, kind: .confirmed, report: report).perform(in: tx, ids: .system)
            }
        }
        #expect(try await bench.show().openResults.isEmpty)
        let frozen = try await bench.freeze()
        #expect(frozen.snapshot.left == .init(silentUnits: 0, disputes: 0, results: 0) && frozen.open.isEmpty)
    }

    @Test("has listed for confirmation what it waits for, whatever was sent since, also of what was accepted; and no step that needs none")
    func listedToConfirm() async throws {
        let bench = try await ReviewBench(province, campaign: "DC-11")
        try await bench.open()
        let half = try await bench.assign(to: "district_101", due: "2023-12-31")
        let due = try await bench.assign(to: "district_101", due: "2023-06-15")
        let target = try await bench.assign(to: "district_101", due: "2023-12-31") {
            $0.kind = .target
            $0.goal = WorkItem.Goal(direction: .atLeast, target: try #require(Quantity("90")), unit: "%")
        }
        func report(
            _ item: WorkItem.ID, isResult: Bool = false, on day: String, step: Int? = nil, figure: String? = nil
        ) async throws {
            let figure = figure.flatMap { Quantity($0) }.map { ProgressReport.Figure(value: $0, status: .estimated) }
            let report = ReportProgress(
                item: item, isResult: isResult, evidenceOn: Plans.day(day), milestonePercent: step, figure: figure,
                documentNumber: "5/BC", narrative: "Đã làm")
            try await bench.report(report, in: "district_101")
        }
        for item in [half, due] { try await report(item, on: "2023-06-10", step: 50) }
        try await report(half, on: "2023-06-18", step: 70)
        try await report(target, isResult: true, on: "2023-06-09", figure: "91")
        try await bench.accept(target)
        try await report(target, on: "2023-06-12", figure: "90")
        try await report(target, on: "2023-06-19", figure: "92")
        func listed() async throws -> [UnconfirmedReport] {
            try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await ListUnconfirmed(limit: 200).perform(in: tx).reports
            }.filter { [half, due, target].contains($0.item) }
        }
        #expect(try await listed().map(\.words) == ["50%", "90 % (ước)", "70%", "92 % (ước)"])
        // The last of each, as one who does not look at their days confirms them.
        for item in [half, target] { try await bench.confirmReport(of: item) }
        let left = try await listed()
        #expect(left.map(\.words) == ["50%", "90 % (ước)"])
        #expect(Set(try await bench.show().openResults.map(\.item)) == [half, target])
        for row in left {
            _ = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await RuleItem(item: row.item, kind: .confirmed, report: row.report).perform(in: tx, ids: .system)
            }
        }
        #expect(try await listed().isEmpty)
        #expect(try await bench.show().openResults.isEmpty)
    }

    @Test("waits for what was sent of an item that left the count after the day of the review; a result that was sent is judged first")
    func closedLater() async throws {
        let bench = try await ReviewBench(province, campaign: "DC-8")
        try await bench.open()
        for unit in try await bench.show().units { try await bench.confirm(in: unit.slug.text) }
        func rule(_ item: WorkItem.ID, _ kind: Ruling.Kind, on day: String) async throws {
            let ruling = RuleItem(
                item: item, kind: kind, decidedOn: Plans.day(day), documentNumber: "70/UBND-TH", reason: "Chờ hướng dẫn của Bộ")
            _ = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await ruling.perform(in: tx, ids: .system)
            }
        }
        func half(exemptedOn day: String) async throws -> WorkItem.ID {
            let item = try await bench.assign(to: "district_101", due: "2023-12-31")
            try await bench.report(
                ReportProgress(
                    item: item, evidenceOn: Plans.day("2023-06-10"), milestonePercent: 50, documentNumber: "5/BC", narrative: "Đã làm"),
                in: "district_101")
            try await rule(item, .exempted, on: day)
            return item
        }
        _ = try await half(exemptedOn: "2023-06-15")
        let later = try await half(exemptedOn: "2023-06-16")
        // Judged as of the 15th, one of them is in the count.
        #expect(try await bench.show().openResults.map(\.item) == [later])
        let refused = try #require(await province.refusal { try await bench.freeze() })
        #expect(refused.code == "review-open" && refused.fields.count == 1)
        let forged = try await province.raw(.officeMonitor, provinceWide: true, Self.snapshot(of: "DC-8"))
        #expect(forged?.constraint == "review_freeze_waits_for_what_is_open", "\(String(describing: forged))")
        try await bench.confirmReport(of: later)
        #expect(try await bench.show().openResults.isEmpty)
        let sent = try await bench.assign(to: "district_102", due: "2023-06-15")
        try await bench.finish(sent, in: "district_102", on: "2023-06-14")
        for kind in [Ruling.Kind.exempted, .cancelled] {
            #expect(await code { try await rule(sent, kind, on: "2023-06-20") } == "result-pending", "\(kind)")
        }
        try await bench.accept(sent)
        try await rule(sent, .cancelled, on: "2023-06-20")
        #expect(try await bench.freeze().snapshot.left == .init(silentUnits: 0, disputes: 0, results: 0))
    }

    @Test("shows the council what left the count by the day of the review on paper, and in the ledger only after it; frozen too")
    func recordedLate() async throws {
        let bench = try await ReviewBench(province, campaign: "DC-9")
        try await bench.open()
        let ruling = RuleItem(
            item: bench.late, kind: .exempted, decidedOn: Plans.day("2023-06-14"), documentNumber: "70/UBND-TH", reason: "Chờ hướng dẫn")
        _ = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await ruling.perform(in: tx, ids: .system)
        }
        let gathering = GatherLedger(campaign: "DC-9", review: .interim, unit: "101")
        func shown() async throws -> [CheckPoint] {
            try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await ExplainVerdicts(gathering).perform(in: tx).explanations.first?.checks ?? []
            }
        }
        let live = try await shown().filter { $0.kind == .recordedLate }
        #expect(live.count == 1 && live[0].items.count == 1)
        #expect(live.first?.words.hasSuffix("không tính vào đánh giá ngày 14/06/2023, ghi ngày 20/06/2023.") == true)
        try await bench.move(to: "2023-06-28")
        try await bench.freeze()
        #expect(try await shown().filter { $0.kind == .recordedLate } == live)
        #expect(try await bench.verify().faults.isEmpty)
    }

    @Test(
        "once the day of the review has come a target is marked as measured at the year's end by a paper alone, and the council sees it (A39)"
    )
    func markedLate() async throws {
        let bench = try await ReviewBench(province, campaign: "DC-10")
        let target = try await bench.assign(to: "district_102", due: "2023-12-31") {
            $0.kind = .target
            $0.goal = WorkItem.Goal(direction: .atLeast, target: try #require(Quantity("90")), unit: "%")
        }
        func change(version: Int, by document: String, _ edit: (inout ChangeItem.Goal) -> Void) async -> Problem? {
            var (changes, goal) = (ChangeItem.Changes(), ChangeItem.Goal())
            edit(&goal)
            changes.goal = goal
            var change = ChangeItem(id: target, version: version, changes: changes, reason: "Cả năm đo một lần")
            change.documentNumber = document
            return await province.refusal {
                try await province.write(as: .officeMonitor, to: .province) { [change] (tx: borrowing TenantTransaction) in
                    try await change.perform(in: tx)
                }
            }
        }
        let gathering = GatherLedger(campaign: "DC-10", review: .interim, unit: "102")
        func explained() async throws -> UnitExplanation {
            let found = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await ExplainVerdicts(gathering).perform(in: tx).explanations
            }
            return try #require(found.first)
        }
        let before = try await explained()
        let code = try #require(before.reasons.first { $0.failure.rule == .progress }?.failure.item)
        #expect(!before.checks.contains { $0.kind == .changedLate })
        #expect(await change(version: 1, by: "") { $0.isMeasuredAtYearEnd = true }?.fields.map(\.path) == ["$.documentNumber"])
        let attack = "UPDATE core.work_item SET measured_at_year_end = true WHERE id = '\(target)'"
        #expect(try await province.raw(.officeMonitor, provinceWide: true, attack)?.constraint == "late_mark_by_a_paper")
        #expect(await change(version: 1, by: "15/UBND-TH") { $0.isMeasuredAtYearEnd = true } == nil)
        let after = try await explained()
        #expect(!after.reasons.contains { $0.failure.item == code }, "by the ledger it is not measured yet")
        let words = "1 lần thay đổi chỉ tiêu từ ngày chốt số liệu: \(code) đánh dấu chỉ đo cuối năm ngày 20/06/2023."
        #expect(after.checks.filter { $0.kind == .changedLate } == [CheckPoint(.changedLate, items: [code], words: words)])
        // Another value needs no paper, and is shown too; another title is nobody's matter.
        #expect(await change(version: 2, by: "") { $0.target = Quantity("80") } == nil)
        var renaming = ChangeItem(id: target, version: 3, changes: ChangeItem.Changes(), reason: "x")
        renaming.changes.title = "Tên khác"
        let renamed = renaming
        try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in try await renamed.perform(in: tx)
        }
        let last = try await explained().checks.first { $0.kind == .changedLate }
        #expect(last?.items == [code] && last?.words.hasPrefix("2 lần ") == true)
        #expect(last?.words.hasSuffix("\(code) đổi mức chỉ tiêu ngày 20/06/2023.") == true, "\(last?.words ?? "")")
    }

    @Test("keeps with the version what it left open, thing by thing; a unit reads its own, and nobody reads it past that")
    func keptOpen() async throws {
        let bench = try await ReviewBench(province, campaign: "DC-7")
        try await bench.open()
        let expected = try await waiting(bench)
        let dispute = try await bench.dispute(bench.late, in: "district_101")
        try await bench.move(to: "2023-06-28")
        let listed = try await bench.show().openResults
        let frozen = try await bench.freeze()
        let open = frozen.open
        #expect(open.count == frozen.snapshot.left.silentUnits + frozen.snapshot.left.disputes + frozen.snapshot.left.results)
        // What the page listed is what was kept.
        let kept = open.filter { $0.kind != .dispute && $0.kind != .silentUnit }
        #expect(
            Set(kept.map { "\($0.kind) \($0.code ?? "") \($0.title ?? "") \($0.since) \($0.tenant)" })
                == Set(listed.map { "\($0.kind) \($0.code) \($0.title) \($0.sentOn) \($0.tenant)" }))
        #expect(kept.count == 4 && open.first?.kind == .dispute && open.first?.item == bench.late)
        // It stays, whatever comes of the things themselves.
        try await bench.answer(dispute)
        try await bench.confirmReport(of: try #require(expected[.half]?.first))
        let showing = ShowSnapshot(campaign: "DC-7", review: .interim)
        func seen(as role: Role, in tenant: String?, unit: String? = nil) async throws -> [LeftOpen] {
            try await province.read(as: role, in: tenant, unit: unit, to: tenant == nil ? .province : nil) {
                (tx: borrowing TenantTransaction) in
                try await showing.perform(in: tx)
            }.open
        }
        for role in [Role.officeMonitor, .chairman, .homeAffairsOfficer, .auditor] {
            #expect(try await seen(as: role, in: nil) == open, "\(role)")
        }
        for unit in ["district_101", "district_102"] {
            #expect(try await seen(as: .unitHead, in: unit) == open.filter { $0.tenant.text == unit }, "\(unit)")
        }
        #expect(try await seen(as: .subUnitHead, in: "district_101", unit: "10101").isEmpty)
        let past = try await province.raw(.unitHead, in: "district_102", "SELECT open_list FROM core.review_snapshot")
        #expect(past?.sqlState == "42501", "\(String(describing: past))")
        let control = try await province.raw(.unitHead, in: "district_102", "SELECT open_results FROM core.review_snapshot")
        #expect(control == nil, "the control: the numbers are known to all")
    }

    @Test("counts working days as the calendar of the service does")
    func workingDays() async throws {
        let days = stride(from: Plans.day("2022-12-20").daysSince1970, to: Plans.day("2026-12-31").daysSince1970, by: 5)
            .compactMap { CivilDate(daysSince1970: Int($0)) }
        let calendar = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            WorkingCalendar(try await CalendarDay.all(in: tx))
        }
        let counted = try await province.withConnection(as: "postgres") { connection in
            try await connection.query(
                """
                SELECT core.working_day_after(d.day, s.steps)
                FROM unnest(\(days)) WITH ORDINALITY AS d (day, n), generate_series(0, 20) AS s (steps)
                ORDER BY d.n, s.steps
                """
            ).decode { row in try row.next(CivilDate.self) }
        }
        #expect(counted == days.flatMap { day in (0...20).map { calendar.day($0, workingDaysAfter: day) } })
    }

    /// A snapshot without parts, as a statement behind the door could write it.
    static func snapshot(of campaign: String, head: String = "{}") -> String {
        """
        INSERT INTO core.review_snapshot (review_id, version, head, sha256, frozen_by, settle_until, silent_units, open_disputes, open_results, frozen_on,
            frozen_at, written_in)
        SELECT r.id, 1, '\(head)', sha256('x'), core.actor_post(), '2000-01-01', 0, 0, 0, '2029-01-01', now(), pg_current_xact_id()
        FROM core.review AS r JOIN core.campaign AS c ON c.id = r.campaign_id WHERE c.code = '\(campaign)'
        """
    }
}
