import Domain
import Foundation
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// Reminders by themselves (A67). The tests share the queue and the business date, so they run one after the other.
@Suite("Reminders", .province(opening: 13), .serialized, .timeLimit(.minutes(30)))
struct ReminderTests {
    let province = Province.current

    private func move(to day: String) async throws {
        try await province.asSuperuser("UPDATE core.installation SET business_date = '\(day)'")
    }

    @Test("tell the doer 7 and 3 days before and when it is overdue, the head and the Office after 7 days, nobody twice for one cause")
    func rules() async throws {
        let stage = try await NoticeStage(province)
        for days in [-10, -1, 0, 3, 4, 7, 8] { try await stage.item("R\(days)", dueIn: days) }
        try await stage.remind()
        func told() async throws -> [Int] {
            var counts: [Int] = []
            for rule in ["due_in_7", "due_in_3", "overdue_1", "overdue_7", "overdue_7_o"] { counts.append(try await stage.told(by: rule)) }
            return counts
        }
        #expect(try await told() == [2, 2, 2, 1, 1])
        // The day is run again, twice: one effect.
        try await stage.remind()
        try await stage.remind()
        #expect(try await told() == [2, 2, 2, 1, 1])
        // An item that came up since is told of; what was told is not.
        try await stage.item("Rnew", dueIn: 2)
        try await stage.remind()
        #expect(try await told() == [2, 3, 2, 1, 1])
        // The next day as the stored business date has it.
        try await move(to: "2023-06-21")
        try await stage.remind()
        #expect(try await told() == [3, 4, 3, 1, 1])
        // Days on which nobody worked are made good.
        try await move(to: "2023-06-30")
        try await stage.remind()
        #expect(try await told() == [3, 4, 8, 5, 5])
        try await move(to: "2023-06-20")
    }

    @Test("tell of what lies where nobody sits who coordinates for the unit, without one its head; while somebody sits there, him alone")
    func empty() async throws {
        let stage = try await NoticeStage(province)
        func end(_ condition: String) async throws {
            try await province.asSuperuser(
                """
                SET session_replication_role = replica;
                UPDATE core.post SET valid_to = '2023-06-01' WHERE tenant_id = '\(province.tenant(stage.district))' AND \(condition);
                SET session_replication_role = origin;
                """)
        }
        try await end("unit_id = '\(province.unit("TT01", in: stage.district))'")
        try await stage.item("HELD", dueIn: 3, unit: "PNV")
        try await stage.item("EMPTY", dueIn: 3, unit: "TT01")
        try await stage.remind()
        #expect(try await stage.told(by: "due_in_3") == 2, "each one person")
        #expect(try await stage.inbox().map(\.code) == ["EMPTY"])
        try await end("role = 'unit_coordinator'")
        try await stage.item("HEADLESS", dueIn: 3, unit: "TT01")
        try await stage.remind()
        let head = try await province.read(as: .unitHead, in: stage.district) { (tx: borrowing TenantTransaction) in
            try await ListNotices().perform(in: tx).map(\.code)
        }
        #expect(Set(head) == ["EMPTY", "HEADLESS"])
    }

    @Test(
        "tell who takes it on that work is new, once, until somebody takes note of it; not of what is reported already, of the backlog, of one's own giving"
    )
    func assigned() async throws {
        let stage = try await NoticeStage(province)
        let today = province.businessDate.description
        try await stage.item("NEW", dueIn: 30, given: today)
        try await stage.item("PART", dueIn: 30, unit: "PNV", given: "2023-06-14")
        try await stage.item("LATE", dueIn: 30, given: "2023-05-25", recorded: today)
        try await stage.item("BACKLOG", dueIn: 30, given: "2023-03-31", recorded: today)
        try await stage.item("PAST", dueIn: 30, given: "2023-06-12")
        try await stage.item("DONE", dueIn: 30, given: today)
        try await stage.reportResult(of: "DONE")
        try await stage.item("OWN", dueIn: 30, given: today)
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            UPDATE core.work_item SET assigner_post_id = '\(province.post(of: .unitCoordinator, in: stage.district))'
            WHERE tenant_id = '\(province.tenant(stage.district))' AND code = 'OWN';
            SET session_replication_role = origin;
            """)
        for _ in 1...2 { try await stage.remind() }
        #expect(try await stage.told(by: "assigned") == 3, "each one person")
        let inbox = try await stage.inbox()
        #expect(Set(inbox.map(\.code)) == ["NEW", "LATE"])
        #expect(
            inbox.first { $0.code == "NEW" }?.text
                == "Nhắc việc: Báo cáo NEW (mã NEW); tỉnh giao, không thuộc phong trào; hạn 20/07/2023; mới được giao, chưa tiếp nhận.")
        func standing() async throws -> Int {
            try await province.count(
                "SELECT count(*) FROM core.notice AS n WHERE n.item_tenant_id = \(province.tenant(stage.district)) AND core.notice_stands(n)"
            )
        }
        #expect(try await standing() == 3)
        try await stage.reportResult(of: "NEW")
        #expect(try await standing() == 2)
        try await move(to: "2023-06-21")
        try await stage.remind()
        #expect(try await stage.told(by: "assigned") == 3)
        try await move(to: "2023-06-20")
    }

    @Test("tell the Chairman of what was asked in time and is undecided on the due date (A27), and who asked what was decided")
    func extensions() async throws {
        let (stage, bench) = (try await NoticeStage(province), try await LedgerBench(province, campaign: "NHAC-6"))
        let due = try await bench.assign(bench.task(to: stage.district, due: "2023-06-20"))
        let later = try await bench.assign(bench.task(to: stage.district, due: "2023-06-21"))
        for id in [due, later] {
            let asking = AskExtension(
                item: id, dueOn: Plans.day("2023-07-15"), reason: "Chờ hướng dẫn", documentNumber: "45/BC", askedOn: Plans.day("2023-06-15")
            )
            try await province.write(as: .unitCoordinator, in: stage.district) { (tx: borrowing TenantTransaction) in
                _ = try await asking.perform(in: tx, ids: .system)
            }
        }
        for _ in 1...2 { try await stage.remind() }
        let told = try await province.read(as: .chairman) { (tx: borrowing TenantTransaction) in
            try await ListNotices().perform(in: tx).filter { $0.rule == "extension_passed" && $0.tenant.text == stage.district }
        }
        #expect(told.map(\.subject) == [.item(due)])
        #expect(told.first?.reason == "đề nghị gia hạn đến hạn chưa quyết định, chuyển Chủ tịch UBND tỉnh")
        func standing() async throws -> Int {
            try await province.count(
                "SELECT count(*) FROM core.notice AS n WHERE n.item_id = \(due) AND n.rule = 'extension_passed' AND core.notice_stands(n)")
        }
        #expect(try await standing() == 1)
        let granting = DecideExtension(item: due, isGranted: true, documentNumber: "88/UBND-TH")
        try await province.write(as: .chairman, to: .province) { (tx: borrowing TenantTransaction) in
            _ = try await granting.perform(in: tx, ids: .system)
        }
        let refusing = DecideExtension(item: later, isGranted: false, documentNumber: "89/UBND-TH", reason: "Đã đủ thời gian")
        try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            _ = try await refusing.perform(in: tx, ids: .system)
        }
        #expect(try await standing() == 0)
        let decided = try await stage.inbox().filter { $0.rule == "extension_decided" }
        #expect(Set(decided.map(\.reason)) == ["đồng ý gia hạn đến 15/07/2023", "không đồng ý gia hạn: Đã đủ thời gian"])
        #expect(Set(decided.map(\.subject)) == [.item(due), .item(later)])
    }

    @Test("say who gave the item, and of which campaign, and why; what is done or waits for its assigner is not told of")
    func words() async throws {
        let stage = try await NoticeStage(province)
        try await stage.item("W", dueIn: 3)
        try await stage.item("WAITS", dueIn: 3)
        try await stage.reportResult(of: "WAITS")
        try await stage.remind()
        let inbox = try await stage.inbox()
        let notice = try #require(inbox.first)
        #expect(inbox.count == 1)
        #expect(notice.giver == .province)
        #expect(
            notice.text
                == "Nhắc việc: Báo cáo W (mã W); tỉnh giao, không thuộc phong trào; hạn 23/06/2023; sắp đến hạn trong 3 ngày.")
        #expect(!notice.source.isEmpty)
    }

    @Test(
        "tell who has to send a difficulty on when its clock has run out, and who has sent no return of a month, until the month is closed")
    func clocks() async throws {
        let stage = try await NoticeStage(province)
        let plan = try Plans.shipped("NHAC-1")
        try await province.bring(plan)
        let month = try #require(ReportMonth("2023-06"))
        try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await OpenMonth(campaign: "NHAC-1", month: month).perform(in: tx, ids: .system)
        }
        try await province.openedInTime("NHAC-1", "2023-06")
        let (tenant, post) = (province.tenant(stage.district), province.post(of: .unitHead, in: stage.district))
        for (title, days) in [("đến hạn", 0), ("còn hạn", 1)] {
            try await province.asSuperuser(
                """
                SET session_replication_role = replica;
                INSERT INTO core.difficulty (id, tenant_id, unit_id, campaign_id, title, obstacle, recorded_by, recorded_on, level, due_on)
                SELECT core.new_id(), '\(tenant)', '\(tenant)', c.id, '\(title)', 'x', '\(post)', '2023-06-15', 'unit', core.today() + \(days)
                FROM core.campaign AS c WHERE c.code = 'NHAC-1';
                SET session_replication_role = origin;
                """)
        }
        try await stage.writeTo("dau.moi@huyen.example.vn")
        for _ in 1...2 { try await stage.remind() }
        let inbox = try await stage.inbox()
        let difficulties = inbox.filter { if case .difficulty = $0.subject { true } else { false } }
        #expect(difficulties.map(\.title) == ["đến hạn"])
        let returns = inbox.filter { if case .unitReturn = $0.subject { true } else { false } }
        #expect(
            returns.map(\.text) == [
                "Nhắc việc: Báo cáo tháng 6/2023; tỉnh yêu cầu, thuộc phong trào “\(plan.name)”; hạn 16/06/2023; đã quá hạn mà chưa gửi báo cáo."
            ])
        // In the inbox and in the mail: to the month that is missing, which is not the one that began meanwhile.
        let path = "/units/\(stage.district)/months?campaign=NHAC-1&month=2023-06"
        #expect(returns.map(\.path) == [path])
        #expect(try stage.letters().contains { $0.text.contains("https://thidua.example\(path)\n") })
        // Nobody can send one any more.
        _ = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await CloseMonth(campaign: "NHAC-1", month: month).perform(in: tx)
        }
        let later = try await NoticeStage(province)
        try await later.remind()
        #expect(try await later.told(by: "return_missing") == 0)
    }

    @Test("tell of each deadline of a periodic item, until something was delivered for it")
    func deadlines() async throws {
        let stage = try await NoticeStage(province)
        try await stage.item("P", dueIn: 30)
        let (tenant, post) = (province.tenant(stage.district), province.post(of: .unitCoordinator, in: stage.district))
        for days in [-2, -1, 3, 30] {
            try await province.asSuperuser(
                """
                SET session_replication_role = replica;
                INSERT INTO core.occurrence (tenant_id, item_id, due_on, unit_id, assigner_tenant_id, not_before, item_recorded_on, item_role,
                    recorded_by, recorded_on)
                SELECT i.tenant_id, i.id, core.today() + \(days), i.unit_id, i.assigner_tenant_id, '2023-01-10', '2023-01-10', 'lead', '\(post)',
                    '2023-01-10'
                FROM core.work_item AS i WHERE i.tenant_id = '\(tenant)' AND i.code = 'P';
                SET session_replication_role = origin;
                """)
        }
        func deliver(for days: Int) async throws {
            try await province.asSuperuser(
                """
                SET session_replication_role = replica;
                INSERT INTO core.progress (tenant_id, id, item_id, unit_id, kind, evidence_on, occurrence_due_on, narrative, recorded_by, recorded_on)
                SELECT i.tenant_id, core.new_id(), i.id, i.unit_id, 'reported', '2023-06-18', core.today() + \(days), 'x', '\(post)', '2023-06-18'
                FROM core.work_item AS i WHERE i.tenant_id = '\(tenant)' AND i.code = 'P';
                SET session_replication_role = origin;
                """)
        }
        func standing() async throws -> Int {
            try await province.count(
                "SELECT count(*) FROM core.notice AS n WHERE n.item_tenant_id = \(tenant) AND core.notice_stands(n)")
        }
        try await deliver(for: -2)
        for _ in 1...2 { try await stage.remind() }
        let told = Set(try await stage.inbox().map { "\($0.rule) \($0.dueOn?.description ?? "")" })
        #expect(told == ["overdue_1 2023-06-19", "due_in_3 2023-06-23"])
        #expect(try await standing() == 2, "one date does not take the place of another")
        try await deliver(for: -1)
        #expect(try await standing() == 1)
        try await stage.remind()
        #expect(try await stage.inbox().count == 2)
    }

    /// The periods of a campaign that the Office was told to open.
    private func told(of campaign: String = "NHAC-2") async throws -> [String] {
        try await province.withConnection(as: "postgres") { connection in
            try await connection.query(
                """
                SELECT n.month::text
                FROM core.notice AS n JOIN core.campaign AS c ON c.id = n.campaign_id
                WHERE c.code = \(campaign) AND n.rule = 'period_to_open' AND n.person_id = (
                    SELECT o.person_id FROM core.post AS o WHERE o.id = \(province.post(of: .officeMonitor)))
                ORDER BY n.month
                """
            ).decode { row in try row.next(String.self) }
        }
    }

    private func proposed(_ campaign: String) async throws -> String {
        try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await ProposeMonth(campaign: campaign).perform(in: tx).description
        }
    }

    @Test("tell the Office of a reporting period that has begun and that nobody opened, once for each, of campaigns that were launched")
    func periods() async throws {
        let stage = try await NoticeStage(province)
        try await province.bring(try Plans.shipped("NHAC-3"))
        try await province.launched(try Plans.shipped("NHAC-2"))
        func open(_ month: String) async throws {
            let opening = OpenMonth(campaign: "NHAC-2", month: try #require(ReportMonth(month)))
            try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await opening.perform(in: tx, ids: .system)
            }
        }
        for _ in 1...2 { try await stage.remind() }
        #expect(try await told() == ["2023-07-01"], "20/6 lies in the period from 15/6 to 14/7")
        #expect(try await told(of: "NHAC-3").isEmpty, "it was not launched")
        let inbox = try await province.read(as: .officeMonitor) { (tx: borrowing TenantTransaction) in
            try await ListNotices(unreadOnly: true).perform(in: tx)
        }
        let july = try #require(ReportMonth("2023-07"))
        let notice = try #require(inbox.first { $0.subject == .month(july) && $0.campaignCode == "NHAC-2" })
        #expect(notice.path == "/months?campaign=NHAC-2&month=2023-07" && notice.dueWords == "từ 15/06/2023")
        #expect(try await proposed("NHAC-2") == "2023-07", "the page proposes what is told")
        #expect(
            notice.text.hasPrefix("Nhắc việc: Mở kỳ báo cáo tháng 7/2023, kỳ bắt đầu từ ngày 15/06/2023; ")
                && notice.text.hasSuffix("kỳ báo cáo đã bắt đầu mà chưa mở."), "\(notice.text)")
        try await open("2023-07")
        #expect(try await proposed("NHAC-2") == "2023-08")
        try await move(to: "2023-07-14")
        try await stage.remind()
        #expect(try await told() == ["2023-07-01"], "the next one has not begun")
        try await move(to: "2023-07-15")
        try await stage.remind()
        #expect(try await told() == ["2023-07-01", "2023-08-01"])
        // The one after the last that was opened comes first, however late it is.
        try await move(to: "2023-09-20")
        try await stage.remind()
        #expect(try await told() == ["2023-07-01", "2023-08-01"])
        try await open("2023-08")
        try await stage.remind()
        #expect(try await told() == ["2023-07-01", "2023-08-01", "2023-09-01"])
        // A digest that is sent later tells only what is still to be opened.
        let standing = try await province.count(
            """
            SELECT count(*) FROM core.notice AS n JOIN core.campaign AS c ON c.id = n.campaign_id
            WHERE c.code = 'NHAC-2' AND n.month IS NOT NULL AND core.notice_stands(n)
            """)
        let all = try await province.count(
            "SELECT count(*) FROM core.notice AS n JOIN core.campaign AS c ON c.id = n.campaign_id WHERE c.code = 'NHAC-2' AND n.month IS NOT NULL"
        )
        #expect(standing * 3 == all && standing > 0)
        try await move(to: "2023-06-20")
    }

    @Test("tell of no period before the campaign, where none is opened: of the one of its first month, once that has begun")
    func beforeTheCampaign() async throws {
        let stage = try await NoticeStage(province)
        var plan = try Plans.shipped("NHAC-4")
        plan.span.from = Plans.day("2023-08-01")
        try await province.launched(plan)
        try await stage.remind()
        #expect(try await told(of: "NHAC-4").isEmpty, "launched before it begins")
        #expect(try await proposed("NHAC-4") == "2023-08")
        try await move(to: "2023-07-15")
        try await stage.remind()
        #expect(try await told(of: "NHAC-4") == ["2023-08-01"])
        try await move(to: "2023-06-20")
    }

    @Test("come by the days of the plan in its campaign, until the Office has said those of a rule by a paper, which counts everywhere")
    func plans() async throws {
        let stage = try await NoticeStage(province)
        let tenant = province.tenant(stage.district)
        var plan = try Plans.shipped("NHAC-5")
        let days: [Campaign.ParameterName: Int] = [.reminderFirstDays: 14, .reminderSecondDays: 5, .reminderOverdueDays: 2]
        for index in plan.parameters.indices {
            if let value = days[plan.parameters[index].name] { plan.parameters[index].value = .integer(value) }
        }
        try await province.bring(plan)
        /// In the campaign and outside.
        func items(_ round: String, dueIn days: [Int]) async throws {
            for day in days {
                for side in ["C", "N"] { try await stage.item("\(side)\(round)\(day)", dueIn: day) }
            }
            try await province.asSuperuser(
                """
                SET session_replication_role = replica;
                UPDATE core.work_item
                SET campaign_id = (SELECT c.id FROM core.campaign AS c WHERE c.code = 'NHAC-5'), directive_id = core.new_id(), source_clause = 'x',
                    content_code = 'III.3'
                WHERE tenant_id = '\(tenant)' AND code LIKE 'C%';
                SET session_replication_role = origin;
                """)
        }
        func told(_ rule: String) async throws -> Set<String> { Set(try await stage.inbox().filter { $0.rule == rule }.map(\.code)) }

        try await items("", dueIn: [-2, -1, 0, 3, 4, 5, 6, 7, 8, 14, 15])
        for _ in 1...2 { try await stage.remind() }
        #expect(try await told("due_in_7") == ["C6", "C7", "C8", "C14", "N4", "N5", "N6", "N7"])
        #expect(try await told("due_in_3") == ["C0", "C3", "C4", "C5", "N0", "N3"])
        #expect(try await told("overdue_1") == ["C-2", "N-1", "N-2"])
        let inbox = try await stage.inbox()
        func notice(_ code: String) throws -> Notice { try #require(inbox.first { $0.code == code }) }
        #expect(try notice("C14").reason == "sắp đến hạn trong 14 ngày" && notice("C5").reason == "sắp đến hạn trong 5 ngày")
        #expect(try notice("C-2").reason == "đã quá hạn từ 2 ngày" && notice("C14").source == "Kế hoạch 77/KH-UBND")
        #expect(try notice("N7").reason == "sắp đến hạn trong 7 ngày" && notice("N7").source != notice("C14").source)

        let setting = SetReminderRule("due_in_7", days: -10, untilDays: -4, words: "sắp đến hạn trong 10 ngày", source: "Công văn 15/VP-TH")
        _ = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await setting.perform(in: tx)
        }
        try await items("S", dueIn: [5, 9, 13])
        try await stage.remind()
        let (first, second) = (
            try await told("due_in_7").filter { $0.contains("S") }, try await told("due_in_3").filter { $0.contains("S") }
        )
        #expect(first == ["CS5", "CS9", "NS5", "NS9"])
        #expect(second == ["CS5"], "of this one the Office has said nothing")
        // Of two that speak on one day the later takes the place of the other, by the days that count in the campaign.
        let standing = try await province.count(
            "SELECT count(*) FROM core.notice AS n WHERE n.item_tenant_id = \(tenant) AND n.code = 'CS5' AND core.notice_stands(n)")
        #expect(standing == 1)
        let said = [("due_in_3", "NHAC-5", -5), ("overdue_1", "NHAC-5", 2), ("due_in_7", "NHAC-5", -10), ("due_in_3", "", -3)]
        for (rule, campaign, days) in said {
            let found = try await province.count(
                """
                SELECT core.reminder_days(\(rule), '2023-06-20', (SELECT c.id FROM core.campaign AS c WHERE c.code = \(campaign)))::bigint
                """)
            #expect(found == days, "\(rule) \(campaign)")
        }
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            DELETE FROM core.reminder_rule WHERE recorded_by IS NOT NULL;
            UPDATE core.reminder_rule SET valid_to = NULL WHERE code = 'due_in_7';
            SET session_replication_role = origin;
            """)
    }

    @Test("are read and marked by the one whom they tell, and by nobody else")
    func marked() async throws {
        let stage = try await NoticeStage(province)
        try await stage.item("M", dueIn: 3)
        try await stage.remind()
        let id = try #require(try await stage.inbox(unreadOnly: true).first).id
        let byAnother = try await province.write(as: .unitHead, in: stage.district) { (tx: borrowing TenantTransaction) in
            try await MarkNotices([id]).perform(in: tx)
        }
        #expect(byAnother == 0)
        let changed = try await province.write(as: .unitCoordinator, in: stage.district) { (tx: borrowing TenantTransaction) in
            try await MarkNotices([id]).perform(in: tx)
        }
        #expect(changed == 1)
        #expect(try await stage.inbox(unreadOnly: true).isEmpty)
        #expect(try await stage.inbox().map(\.isRead) == [true])
    }

    @Test("refuse an address and an hour that are none")
    func settings() async throws {
        let stage = try await NoticeStage(province)
        for (email, hour) in [("x", 6), ("a@b.vn\nBcc: c@d.vn", 6), ("a@b.vn", 24)] {
            let problem = await province.refusal {
                try await province.write(as: .unitCoordinator, in: stage.district) { (tx: borrowing TenantTransaction) in
                    try await SetNoticeSettings(NoticeSettings(email: email, quietFrom: 21, quietTo: hour)).perform(in: tx)
                }
            }
            #expect(problem?.kind == .invalid)
        }
    }

    @Test("leave people alone in their quiet hours")
    func quiet() async throws {
        func hour(_ from: Int, _ to: Int, _ moment: String) async throws -> Int {
            try await province.count(
                """
                SELECT extract(epoch FROM core.after_quiet_hours(\(Int32(from)), \(Int32(to)), \(moment)::timestamptz) - \(moment)::timestamptz)::bigint / 60
                """)
        }
        #expect(try await hour(21, 6, "2023-06-20 22:30+07") == 450)
        #expect(try await hour(21, 6, "2023-06-20 05:30+07") == 30)
        #expect(try await hour(21, 6, "2023-06-20 12:00+07") == 0)
        #expect(try await hour(12, 14, "2023-06-20 12:30+07") == 90)
        #expect(try await hour(5, 5, "2023-06-20 05:30+07") == 0)
    }
}
