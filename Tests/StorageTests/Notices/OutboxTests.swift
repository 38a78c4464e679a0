import Domain
import Foundation
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// What leaves the house. The tests share the queue, so they run one after the other.
@Suite("The outbox", .province(opening: 8), .serialized, .timeLimit(.minutes(30)))
struct OutboxTests {
    let province = Province.current

    @Test("writes a person one e-mail a day, under a key, and the next day what is new")
    func digest() async throws {
        let stage = try await NoticeStage(province)
        try await stage.writeTo("dau.moi@huyen.example.vn")
        for days in [-1, 2, 6] { try await stage.item("D\(days)", dueIn: days) }
        try await stage.remind()
        try await stage.item("Dlate", dueIn: 1)
        try await stage.remind()
        func letters() throws -> [NoticeStage.Letter] {
            try stage.letters().filter { $0.value(of: "To") == "dau.moi@huyen.example.vn" }
        }
        let letter = try #require(try letters().first)
        #expect(try letters().count == 1)
        #expect(letter.value(of: "Message-ID") == "<\(letter.key)@thidua>")
        let named = UUID(uuidString: letter.key)
        #expect(
            try await province.count("SELECT count(*) FROM core.message WHERE id = \(named) AND sent_at IS NOT NULL AND day = '2023-06-20'")
                == 1)
        for code in ["D-1", "D2", "D6"] { #expect(letter.text.contains("(mã \(code)); tỉnh giao, không thuộc phong trào")) }
        #expect(!letter.text.contains("Dlate"))
        try await province.asSuperuser("UPDATE core.installation SET business_date = '2023-06-21'")
        try await stage.remind()
        try await province.asSuperuser("UPDATE core.installation SET business_date = '2023-06-20'")
        let next = try letters().filter { $0.key != letter.key }
        #expect(next.count == 1)
        #expect(next.first?.text.contains("Dlate") == true)
        #expect(next.first?.text.contains("D-1") == false)
    }

    @Test("sends nothing before the commit, and nothing of what was rolled back")
    func commit() async throws {
        let stage = try await NoticeStage(province)
        let (tenant, person) = (province.tenant(stage.district), province.person(of: .unitCoordinator, in: stage.district))
        try await stage.writeTo("truoc@huyen.example.vn")
        func write(_ connection: Connection) async throws {
            // Of what is told in it, since an empty digest is not sent.
            _ = try await connection.query(
                """
                WITH digest AS (
                    INSERT INTO core.message (id, tenant_id, person_id, day) VALUES (core.new_id(), \(tenant), \(person), '2023-01-01') RETURNING *
                )
                INSERT INTO core.notice (id, tenant_id, person_id, rule, cause, item_tenant_id, dossier_id, giver, code, title, reason, day, digest_id)
                SELECT core.new_id(), d.tenant_id, d.person_id, 'verdict_flipped', 'commit', d.tenant_id, core.new_id(), 'province', '', 'x', 'x', d.day, d.id
                FROM digest AS d
                """)
        }
        try await province.withConnection(as: "postgres") { connection in
            _ = try await connection.query("BEGIN")
            try await write(connection)
            #expect(try await stage.work() == Worker.Tally())
            _ = try await connection.query("ROLLBACK")
            #expect(try await stage.work() == Worker.Tally())
            #expect(try stage.letters().isEmpty)
            try await write(connection)
        }
        #expect(try await stage.work() == Worker.Tally(done: 1))
        #expect(try stage.letters().count == 1)
    }

    @Test("shows the operator what it gave up, and sends it once that is mended")
    func dead() async throws {
        let stage = try await NoticeStage(province)
        try await stage.writeTo("hong@huyen.example.vn")
        try await stage.item("X", dueIn: 3)
        var broken = stage.carrier
        broken.sendmail = "/nonexistent/sendmail"
        var pace = Worker.Pace()
        pace.mostSendings = 1
        #expect(try await stage.remind(pace, carrier: broken).failed == 1)
        let dead = try #require(try await DeadJobs().perform(at: province.worker).first)
        #expect(dead.kind == "notice.mail")
        #expect(dead.lastError.hasPrefix("no-sendmail"))
        try await ReplayJob(dead.id).perform(at: province.worker)
        #expect(try await stage.work() == Worker.Tally(done: 1))
        #expect(try stage.letters().count == 1)
    }

    @Test("tries to send for more than a day before it gives up; what was in it comes again in the next digest")
    func patience() async throws {
        let stage = try await NoticeStage(province)
        let tenant = province.tenant(stage.district)
        try await stage.writeTo("xa@huyen.example.vn")
        for code in ["X", "Y"] { try await stage.item(code, dueIn: 3) }
        var broken = stage.carrier
        broken.sendmail = "/nonexistent/sendmail"
        #expect(try await stage.remind(carrier: broken).failed == 1)
        var waited = 0
        while try await province.count("SELECT count(*) FROM core.job WHERE tenant_id = \(tenant) AND state = 'ready'") == 1 {
            waited += try await province.count(
                "SELECT extract(epoch FROM run_after - clock_timestamp())::bigint FROM core.job WHERE tenant_id = \(tenant)")
            try await province.asSuperuser("UPDATE core.job SET run_after = now() WHERE tenant_id = '\(tenant)'")
            #expect(try await stage.work(carrier: broken).failed == 1)
        }
        #expect(waited > 86_400)
        let dead = try await DeadJobs().perform(at: province.worker)
        #expect(dead.count == 1)

        try await stage.reportResult(of: "Y")
        try await province.asSuperuser("UPDATE core.installation SET business_date = '2023-06-21'")
        try await stage.remind()
        try await province.asSuperuser("UPDATE core.installation SET business_date = '2023-06-20'")
        let letters = try stage.letters().filter { $0.value(of: "To") == "xa@huyen.example.vn" }
        #expect(letters.count == 1)
        #expect(letters.first?.text.contains("(mã X)") == true && letters.first?.text.contains("(mã Y)") == false)
        #expect(try await DeadJobs().perform(at: province.worker).isEmpty, "nothing of it is left to be sent")
    }

    @Test("tells of an item once in a digest, and what is so on the day; the inbox keeps it all")
    func asItIs() async throws {
        let stage = try await NoticeStage(province)
        for code in ["LATE", "DONE"] { try await stage.item(code, dueIn: 3) }
        try await stage.remind()
        try await stage.reportResult(of: "DONE")
        try await stage.writeTo("muon@huyen.example.vn")
        try await province.asSuperuser("UPDATE core.installation SET business_date = '2023-06-24'")
        try await stage.remind()
        try await province.asSuperuser("UPDATE core.installation SET business_date = '2023-06-20'")
        let text = try #require(try stage.letters().first { $0.value(of: "To") == "muon@huyen.example.vn" }).text
        #expect(text.contains("1 việc cần biết") && text.contains("(mã LATE)") && text.contains("đã quá hạn"), "\(text)")
        #expect(!text.contains("sắp đến hạn") && !text.contains("(mã DONE)"), "\(text)")
        #expect(try await stage.inbox().count == 3)
    }

    @Test("leaves people alone in their quiet hours also when it tries again")
    func quietRetry() async throws {
        let stage = try await NoticeStage(province)
        let tenant = province.tenant(stage.district)
        try await stage.writeTo("dem@huyen.example.vn")
        try await stage.item("Q", dueIn: 3)
        var broken = stage.carrier
        broken.sendmail = "/nonexistent/sendmail"
        #expect(try await stage.remind(carrier: broken).failed == 1)
        func rest(_ hours: String) async throws {
            try await province.asSuperuser(
                """
                UPDATE core.notice_setting SET (quiet_from, quiet_to) = (SELECT \(hours) FROM (
                    SELECT extract(hour FROM clock_timestamp() AT TIME ZONE 'Asia/Ho_Chi_Minh')::integer AS now) AS h)
                WHERE tenant_id = '\(tenant)';
                UPDATE core.job SET run_after = clock_timestamp() WHERE tenant_id = '\(tenant)';
                """)
        }
        try await rest("now, (now + 2) % 24")
        #expect(try await stage.work() == Worker.Tally())
        #expect(
            try await province.count(
                """
                SELECT count(*) FROM core.job
                WHERE tenant_id = \(tenant) AND state = 'ready' AND attempts = 1 AND run_after > clock_timestamp() + interval '30 minutes'
                """) == 1, "put off, at no attempt")
        try await rest("0, 0")
        #expect(try await stage.work() == Worker.Tally(done: 1))
        #expect(try stage.letters().count == 1)
    }

    @Test("posts no notice into a private network, unless the installation says so")
    func privateNetworks() async throws {
        let stage = try await NoticeStage(province)
        let tenant = province.tenant(stage.district)
        try await province.asSuperuser(
            "INSERT INTO core.webhook (id, tenant_id, url, secret) VALUES (core.new_id(), '\(tenant)', 'https://127.0.0.1:9/x', sha256('x'))"
        )
        try await stage.item("P", dueIn: 3)
        var pace = Worker.Pace()
        pace.mostSendings = 1
        #expect(try await stage.remind(pace).failed == 1)
        #expect(
            try await province.count(
                "SELECT count(*) FROM core.job WHERE kind = 'notice.webhook' AND tenant_id = \(tenant) AND last_error LIKE 'webhook-refused%'"
            ) == 1)
        try await province.asSuperuser("DELETE FROM core.job WHERE kind = 'notice.webhook'")
    }

    @Test("tells who reported a result that it was returned, in the transaction that returns it")
    func returned() async throws {
        let stage = try await NoticeStage(province)
        try await stage.item("T", dueIn: 30)
        let (tenant, post) = (province.tenant(stage.district), province.post(of: .unitCoordinator, in: stage.district))
        // Past the guards, and with the triggers that tell.
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO core.progress (tenant_id, id, item_id, unit_id, kind, evidence_on, narrative, recorded_by, recorded_on)
            SELECT i.tenant_id, i.id, i.id, i.unit_id, 'result', '2023-06-19', 'x', '\(post)', '2023-06-19'
            FROM core.work_item AS i WHERE i.tenant_id = '\(tenant)' AND i.code = 'T';
            SET session_replication_role = origin;
            INSERT INTO core.ruling (tenant_id, id, item_id, unit_id, assigner_tenant_id, kind, report_id, report_kind, evidence_on, fault, decided_on, reason,
                recorded_by, recorded_on)
            SELECT i.tenant_id, core.new_id(), i.id, i.unit_id, i.assigner_tenant_id, 'returned', i.id, 'result', '2023-06-19', 'quality', '2023-06-20', 'Thiếu số',
                '\(province.post(of: .officeMonitor))', '2023-06-20'
            FROM core.work_item AS i WHERE i.tenant_id = '\(tenant)' AND i.code = 'T';
            """)
        let inbox = try await stage.inbox()
        #expect(inbox.map(\.rule) == ["returned"])
        #expect(inbox.first?.reason == "kết quả bị trả lại: Thiếu số")
    }
}
