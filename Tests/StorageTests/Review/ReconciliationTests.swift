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
        #expect(open.fields.contains { $0.path.hasPrefix("district_101/") } && open.fields.contains { $0.path.hasPrefix("district_102/") })
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
