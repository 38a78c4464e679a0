import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// The days of reporting periods. The tests share the business date and the rule, so they run one after the other.
@Suite("Reporting periods", .province, .serialized, .timeLimit(.minutes(30)))
struct ReportPeriodTests {
    private let province = Province.current
    private let tenant = "dept_snv"

    private func move(to day: String) async throws {
        try await province.asSuperuser("UPDATE core.installation SET business_date = '\(day)'")
    }

    private func opened(_ campaign: String, _ text: String) async throws -> ReportPeriod {
        let month = try #require(ReportMonth(text))
        return try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await OpenMonth(campaign: campaign, month: month).perform(in: tx, ids: .system)
            return try await ShowMonth(campaign: campaign, month: month).perform(in: tx).period
        }
    }

    /// From when to when, as `2023-05-15 2023-06-14`.
    private func days(_ period: ReportPeriod) -> String { "\(period.from) \(period.to)" }

    private func lastDay(before day: String, of campaign: String) async throws -> String {
        let day = Plans.day(day)
        return try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            guard let found = try await CampaignSummary.find(code: campaign, in: tx) else { throw Problem.notFound }
            return try await ReportPeriod.lastDay(before: day, of: found.id, in: tx).description
        }
    }

    @Test("run to the day that the plan of their campaign says, on its ground; months are not of one length")
    func plans() async throws {
        for (code, last) in [("KY-14", 14), ("KY-28", 28)] {
            var plan = try Plans.shipped(code)
            for index in plan.parameters.indices where plan.parameters[index].name == .reportPeriodLastDay {
                plan.parameters[index].value = .integer(last)
                plan.parameters[index].basis = .plan("V.3")
            }
            try await province.bring(plan)
        }
        let (usual, own) = (try await opened("KY-14", "2023-06"), try await opened("KY-28", "2023-06"))
        #expect(days(usual) == "2023-05-15 2023-06-14" && days(own) == "2023-05-29 2023-06-28")
        #expect(own.citation == "Kế hoạch 77/KH-UBND, mục V.3" && usual.citation == "Nghị định 09/2019/NĐ-CP, Điều 12")
        #expect(own.dueOn == Plans.day("2023-06-30"), "two working days after its end")
        for (day, before) in [
            ("2023-02-28", "2023-01-28"), ("2023-03-01", "2023-02-28"), ("2023-03-28", "2023-02-28"), ("2023-03-29", "2023-03-28"),
            ("2023-01-05", "2022-12-28"), ("2024-02-29", "2024-02-28"),
        ] {
            #expect(try await lastDay(before: day, of: "KY-28") == before, "\(day)")
        }
        #expect(try await lastDay(before: "2023-01-14", of: "KY-14") == "2022-12-14")
        #expect(try await lastDay(before: "2023-01-15", of: "KY-14") == "2023-01-14")
        // The notice that nobody opened a period goes by the same days.
        try await province.launch("KY-28")
        _ = try await QueueReminders(again: true).perform(at: province.worker)
        try await province.work()
        func told() async throws -> Int {
            try await province.count(
                """
                SELECT count(DISTINCT n.month) FROM core.notice AS n JOIN core.campaign AS c ON c.id = n.campaign_id
                WHERE c.code = 'KY-28' AND n.month = '2023-07-01' AND n.due_on = '2023-06-29'
                """)
        }
        #expect(try await told() == 0)
        try await move(to: "2023-06-29")
        _ = try await QueueReminders(again: true).perform(at: province.worker)
        try await province.work()
        #expect(try await told() == 1)
        try await move(to: "2023-06-20")
    }

    @Test("are those by which the table of units and the lists count what was reported on")
    func reported() async throws {
        for (code, last, counted) in [("KY-B-14", "14", [1, 1]), ("KY-B-28", "28", [1, 0])] {
            let bench = try await LedgerBench(province, campaign: code)
            try await bench.set(.reportPeriodLastDay, to: last)
            let item = try await bench.assign(bench.task(to: tenant, due: "2023-12-31"))
            try await bench.report(ReportProgress(item: item, narrative: "Đang làm"), in: tenant)
            var (found, listed): ([Int], [Int]) = ([], [])
            for day in ["2023-06-28", "2023-06-30"] {
                try await move(to: day)
                let table = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                    try await ShowUnitTable(campaign: code, isLive: true).perform(in: tx)
                }
                found.append(table.rows.first { $0.unit.tenant.text == tenant }?.figures[.reported] ?? -1)
                listed.append(
                    try await bench.list(LedgerFilter(figure: .reported, campaign: code, role: .lead, origin: .province)).count)
                if day == "2023-06-30" { #expect(table.before == Plans.day(last == "14" ? "2023-06-14" : "2023-06-28")) }
            }
            #expect(found == counted && listed == counted, "\(code): \(found) \(listed)")
            try await move(to: "2023-06-20")
        }
    }

    @Test("follow each other without a gap where the plan or the rule of the Office changes")
    func changes() async throws {
        // Its plan says nothing: the rule counts.
        let ruled = try await LedgerBench(province, campaign: "KY-C")
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            UPDATE core.campaign SET document = jsonb_set(document, '{parameters}', (
                SELECT jsonb_agg(m) FROM jsonb_array_elements(document -> 'parameters') AS m WHERE m ->> 'name' <> 'reportPeriodLastDay'))
            WHERE code = 'KY-C';
            SET session_replication_role = origin;
            """)
        let planned = try await LedgerBench(province, campaign: "KY-D")
        for campaign in [ruled.campaign, planned.campaign] {
            #expect(days(try await opened(campaign, "2023-06")) == "2023-05-15 2023-06-14")
        }
        try await planned.set(.reportPeriodLastDay, to: "28")
        #expect(days(try await opened(planned.campaign, "2023-07")) == "2023-06-15 2023-07-28")

        let setting = SetPeriodRule(
            firstDay: 1, subUnitDays: 1, unitDays: 3, closeDays: 5, citation: "Công văn 15/VP-TH", from: Plans.day("2023-07-01"))
        _ = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await setting.perform(in: tx)
        }
        let july = try await opened(ruled.campaign, "2023-07")
        #expect(days(july) == "2023-06-15 2023-07-31" && july.citation == "Công văn 15/VP-TH")
        #expect(july.dueOn == Plans.day("2023-08-03") && july.closesOn == Plans.day("2023-08-07"))
        #expect(try await lastDay(before: "2023-07-20", of: ruled.campaign) == "2023-06-14")
        #expect(try await lastDay(before: "2023-08-20", of: ruled.campaign) == "2023-07-31")
        #expect(try await lastDay(before: "2023-07-20", of: planned.campaign) == "2023-06-28", "June began before the paper: by the plan")
        // From the paper on it goes before the plan; what was opened stays, and the next month begins behind it.
        #expect(try await lastDay(before: "2023-08-20", of: planned.campaign) == "2023-07-31")
        try await move(to: "2023-08-01")
        let august = try await opened(planned.campaign, "2023-08")
        #expect(days(august) == "2023-07-29 2023-08-31" && august.citation == "Công văn 15/VP-TH")
        try await move(to: "2023-06-20")
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            DELETE FROM core.period_rule WHERE recorded_by IS NOT NULL;
            SET session_replication_role = origin;
            """)
    }
}
