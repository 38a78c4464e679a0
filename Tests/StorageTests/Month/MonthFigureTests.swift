import Domain
import Operations
import Storage
import TestSupport
import Testing

@Suite("What a month counts", .province, .serialized, .timeLimit(.minutes(30)))
struct MonthFigureTests {
    private let province = Province.current

    /// Each figure of a month and the count of the ledger that says the same.
    private static let pairs: [(figure: MonthFigures.Figure, count: any KeyPath<LedgerCounts, Int> & Sendable)] = [
        (.items, \.items), (.early, \.completedEarly), (.onTime, \.completedOnTime), (.late, \.completedLate),
        (.undated, \.completedUndated), (.overdue, \.overdue), (.dueSoon, \.dueSoon), (.inTime, \.inTime), (.noDueDate, \.noDueDate),
        (.exempted, \.exempted), (.cancelled, \.cancelled),
        (.unacknowledged, \.unacknowledged), (.above, \.above),
    ]

    private func opened(_ campaign: String, _ text: String) async throws -> ReportPeriod {
        let month = try #require(ReportMonth(text))
        return try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await OpenMonth(campaign: campaign, month: month).perform(in: tx, ids: .system)
            return try await ShowMonth(campaign: campaign, month: month).perform(in: tx).period
        }
    }

    private func rows(_ period: ReportPeriod, knownOn day: String) async throws -> [MonthRow] {
        let day = Plans.day(day)
        return try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await MonthRow.live(of: period, knownOn: day, in: tx)
        }
    }

    @Test("is what the ledger counts, figure by figure, for every unit and on every day")
    func sameAsTheLedger() async throws {
        let bench = try await ReviewBench(province, campaign: "DEM-1")
        let period = try await opened("DEM-1", "2023-06")
        for (unit, due) in [("district_101", "2023-06-20"), ("district_102", "2023-06-16"), ("district_102", "2023-06-01")] {
            _ = try await bench.assign(to: unit, due: due)
        }
        let item = try await bench.assign(to: "district_101", due: "2023-06-13")
        // What is done before it was given a date is done, and neither in time nor late (A26).
        let undated = try await bench.assign(to: "district_101", due: "2023-06-30") { $0.dueOn = nil }
        // A periodic item that missed a deadline is overdue before its last one (A16).
        let missed = try await bench.assign(to: "district_101", due: "2023-06-30")
        // One whose next deadline is near is due soon, far as its last one is; for that of another something was delivered.
        let (near, delivered) = (
            try await bench.assign(to: "district_102", due: "2023-12-31"), try await bench.assign(to: "district_102", due: "2023-12-31")
        )
        for (periodic, day) in [(missed, "2023-06-05"), (near, "2023-06-21"), (delivered, "2023-06-21")] {
            try await province.asSuperuser(
                """
                SET session_replication_role = replica;
                INSERT INTO core.occurrence (tenant_id, item_id, due_on, unit_id, assigner_tenant_id, not_before, item_recorded_on, item_role, recorded_by,
                    recorded_on)
                SELECT i.tenant_id, i.id, '\(day)', i.unit_id, i.assigner_tenant_id, i.assigned_on, i.recorded_on, i.role, i.assigner_post_id,
                    i.recorded_on
                FROM core.work_item AS i WHERE i.id = '\(periodic)'
                """)
        }
        try await bench.report(
            ReportProgress(
                item: delivered, evidenceOn: Plans.day("2023-06-13"), narrative: "Đã gửi", occurrence: Plans.day("2023-06-21")),
            in: "district_102")
        try await bench.move(to: "2023-06-22")
        try await bench.finish(item, in: "district_101", on: "2023-06-13")
        try await bench.accept(item)
        try await bench.finish(undated, in: "district_101", on: "2023-06-13")
        try await bench.accept(undated)
        // Its acceptance is taken back a day later: the days before know it still.
        try await bench.move(to: "2023-06-23")
        let revoking = RuleItem(item: item, kind: .revoked, documentNumber: "14/BB-VP", reason: "Xác nhận nhầm")
        _ = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await revoking.perform(in: tx, ids: .system)
        }
        for known in ["2023-06-19", "2023-06-20", "2023-06-22", "2023-06-23"] {
            let (asOf, day) = (min(period.to, Plans.day(known)), Plans.day(known))
            let counted = try await rows(period, knownOn: known)
            let ledger = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await UnitOverview.ofProvince(
                    LedgerFilter(campaign: "DEM-1"), at: LedgerMoment(asOf: asOf, knownOn: day), in: tx)
            }
            let counts = Dictionary(uniqueKeysWithValues: ledger.map { ($0.unit.tenant, $0.counts) })
            #expect(!counted.isEmpty)
            for row in counted {
                for (figure, count) in Self.pairs {
                    #expect(row.figures[figure] == (counts[row.tenant] ?? LedgerCounts())[keyPath: count], "\(known) \(row.code) \(figure)")
                }
                let parts: [MonthFigures.Figure] = [.early, .onTime, .late, .undated, .overdue, .dueSoon, .inTime, .noDueDate]
                #expect(parts.reduce(0) { $0 + row.figures[$1] } == row.figures[.items], "\(row.code)")
            }
        }
        // The days differ, so that the comparison is one.
        let (first, last) = (try await rows(period, knownOn: "2023-06-20"), try await rows(period, knownOn: "2023-06-22"))
        #expect(first != last)
        #expect(last.first { $0.code == "101" }?.figures[.overdue] == 1)
        let done = try #require(last.first { $0.code == "101" }?.figures)
        #expect(done[.undated] == 1 && done[.nowUndated] == 1 && done[.noDueDate] == 0)
        #expect(done.done == 3 && done.doneInPeriod == 3, "with what is done late, and what is done in time")
        let later = try await rows(period, knownOn: "2023-06-23")
        #expect(later.first { $0.code == "101" }?.figures[.overdue] == 2, "what was taken back is not done")
        #expect(last.first { $0.code == "102" }?.figures[.dueSoon] == 2, "what is due on 16/6, and the deadline of 21/6")
        try await bench.move(to: "2023-06-20")
    }

    @Test("a unit that ended keeps what it did, in the month and in the overview, and both say when it ended")
    func ended() async throws {
        let bench = try await ReviewBench(province, campaign: "DEM-3")
        let period = try await opened("DEM-3", "2023-06")
        func overview() async throws -> [UnitOverview] {
            try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await UnitOverview.ofProvince(LedgerFilter(campaign: "DEM-3"), in: tx)
            }
        }
        let before = try await rows(period, knownOn: "2023-06-20")
        #expect(try await overview().allSatisfy { $0.endedOn == nil })
        let last = Plans.day("2023-05-31")
        try await province.asSuperuser("UPDATE core.tenant SET closed_on = '\(last)' WHERE slug = 'district_102'")
        let after = try await rows(period, knownOn: "2023-06-20")
        let told = try await overview().first { $0.unit.tenant.text == "district_102" }
        try await province.asSuperuser("UPDATE core.tenant SET closed_on = NULL WHERE slug = 'district_102'")
        #expect(told?.endedOn == last && told?.counts.items == 1)
        #expect(after.map(\.figures) == before.map(\.figures) && after.count == before.count)
        let answer = after.first { $0.tenant.text == "district_102" }?.answer
        #expect(answer?.state == .ended && answer?.endedOn == last && answer?.missing == 0)
        _ = bench
    }

    @Test("a changed due date moves a past day only for those who know of it")
    func history() async throws {
        let bench = try await ReviewBench(province, campaign: "DEM-2")
        let period = try await opened("DEM-2", "2023-06")
        let item = try await bench.assign(to: "district_102", due: "2023-06-30")
        let before = try await rows(period, knownOn: "2023-06-20")
        try await bench.move(to: "2023-06-21")
        try await province.asSuperuser(
            """
            INSERT INTO core.work_item_change (tenant_id, item_id, version, before, reason, changed_by, recorded_on)
            SELECT i.tenant_id, i.id, 90, to_jsonb(i), 'x', i.assigner_post_id, '2023-06-21' FROM core.work_item AS i WHERE i.id = '\(item)';
            SET session_replication_role = replica;
            UPDATE core.work_item SET due_on = '2023-06-09', original_due_on = '2023-06-09' WHERE id = '\(item)';
            """)
        #expect(try await rows(period, knownOn: "2023-06-20") == before, "what that day showed is shown again")
        let after = try await rows(period, knownOn: "2023-06-21")
        let overdue = { (rows: [MonthRow]) in rows.first { $0.code == "102" }?.figures[.overdue] }
        #expect(overdue(before) == 0 && overdue(after) == 1)
        try await bench.move(to: "2023-06-20")
    }
}
