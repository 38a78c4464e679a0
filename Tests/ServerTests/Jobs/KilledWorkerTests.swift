import Domain
import Foundation
import Operations
import Postgres
import TestSupport
import Testing

/// The worker's process, killed by SIGKILL in the middle of launches on their way to units, of reminders and of letters:
/// `OUTBOX_KILLS=100 scripts/test --filter Killed` is the long run.
@Suite("The worker's process, killed", .province(opening: 1), .serialized, .timeLimit(.minutes(30)))
struct KilledWorkerTests {
    private let province = Province.current

    private static let kills = ProcessInfo.processInfo.environment["OUTBOX_KILLS"].flatMap(Int.init) ?? 6
    /// A launch on its way for so many kills.
    private static let killsOfALaunch = 3

    @Test("loses no job and no letter, does no job twice with effect, and sends nothing twice but under its own key")
    func killed() async throws {
        let stage = try await NoticeStage(province)
        for days in 1...7 { try await stage.item("K\(days)", dueIn: days) }
        // Letters for every kill: there is always work under way.
        let messages = Self.kills * 6
        try await stage.addReaders(messages)
        var campaigns: [String] = []
        var interrupted = 0
        for kill in 0..<Self.kills {
            try await province.asSuperuser("SELECT core.reminders_queue(true)")
            if kill.isMultiple(of: Self.killsOfALaunch) {
                campaigns.append("CHET-\(kill)")
                try await province.bring(try Plans.shipped("CHET-\(kill)"))
                try await province.launch("CHET-\(kill)")
            }
            interrupted += try await lives(kill, stage)
        }
        #expect(interrupted > 0, "killed while it had work in hand")
        // What was given up after too many workers that did not come back, the operator plays again.
        for dead in try await DeadJobs().perform(at: province.worker) { try await ReplayJob(dead.id).perform(at: province.worker) }
        #expect(try await stage.work().failed == 0)

        let letters = try stage.letters()
        let sent = Dictionary(grouping: letters, by: \.key)
        let keys = try await stage.messageKeys()
        #expect(keys.count == messages && Set(sent.keys) == keys, "each message at least once, and nothing that is no message")
        #expect(sent.values.allSatisfy { Set($0).count == 1 }, "what came twice came as the same letter")
        #expect(Set(letters.map { $0.value(of: "To") }).count == keys.count, "nobody has two under different keys")
        #expect(try await stage.told(by: "due_in_7") == 4 + messages)
        #expect(try await stage.told(by: "due_in_3") == 3)

        #expect(try await province.count("SELECT count(*) FROM core.job WHERE state <> 'done'") == 0)
        let tenants = try await province.count("SELECT count(*) FROM core.tenant WHERE scope = 'award_subject'")
        for campaign in campaigns {
            let launches = try await province.count(
                "SELECT count(*) FROM core.launch AS l JOIN core.campaign AS c ON c.id = l.campaign_id WHERE c.code = \(campaign)")
            #expect(launches == tenants, "\(campaign)")
        }
        #expect(try await launchesWrittenTwice(of: "CHET-%") == 0)
        print("worker: \(Self.kills) kills, \(interrupted) with work in hand, \(keys.count) messages, \(letters.count) letters")
    }

    @Test("a job that was done twice with effect would be seen")
    func control() async throws {
        try await province.launched(try Plans.shipped("DOI-CHUNG"))
        #expect(try await launchesWrittenTwice(of: "DOI-CHUNG") == 0)
        // What the job did is taken away with the mark that it was done, and the job is put back.
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            DELETE FROM core.launch AS l USING core.campaign AS c, core.tenant AS t
            WHERE c.id = l.campaign_id AND c.code = 'DOI-CHUNG' AND t.id = l.tenant_id AND t.slug = 'district_101';
            DELETE FROM core.inbox AS i USING core.campaign AS c, core.tenant AS t
            WHERE i.cause = 'launch:' || c.id AND c.code = 'DOI-CHUNG' AND t.id = i.tenant_id AND t.slug = 'district_101';
            UPDATE core.job AS j SET state = 'ready', run_after = now()
            FROM core.campaign AS c
            WHERE j.cause = 'launch:' || c.id AND c.code = 'DOI-CHUNG' AND j.target = 'district_101';
            SET session_replication_role = origin;
            """)
        #expect(try await province.work().failed == 0)
        #expect(try await launchesWrittenTwice(of: "DOI-CHUNG") == 1)
    }

    /// How many launches of these campaigns the worker wrote more than once, whatever stands there now: the audit has each writing.
    private func launchesWrittenTwice(of campaigns: String) async throws -> Int {
        try await province.count(
            """
            SELECT count(*)
            FROM (
                SELECT a.tenant_id
                FROM core.audit_entry AS a
                    JOIN core.campaign AS c ON c.id::text = a.after ->> 'campaign_id' AND c.code LIKE \(campaigns)
                WHERE a.relation = 'launch' AND a.action = 'insert' AND a.login = 'thidua_worker'
                GROUP BY a.tenant_id, c.id, a.after ->> 'unit_id'
                HAVING count(*) > 1
            ) AS twice
            """)
    }

    /// One worker as it is run, until it has claimed something, or sent something, and a little longer; then it is killed, and its leases end.
    ///
    /// - Returns: 1 where it had work in hand.
    private func lives(_ number: Int, _ stage: NoticeStage) async throws -> Int {
        let worker = try Executable.start(
            ["work", "--watch"], environment: stage.environment.merging(["DATABASE_URL": province.url]) { own, _ in own })
        defer { if worker.isRunning { kill(worker.processIdentifier, SIGKILL) } }
        try await province.withConnection(as: "postgres") { connection in
            func count(_ sql: SQL) async throws -> Int {
                try await connection.query(sql).only { row in Int(try row.next(Int64.self)) }
            }
            func progress() async throws -> Int {
                number.isMultiple(of: 2)
                    ? try await count("SELECT coalesce(sum(fence), 0)::bigint FROM core.job")
                    : try FileManager.default.contentsOfDirectory(atPath: stage.mailbox.path).count
            }
            let before = try await progress()
            let limit = ContinuousClock.now + Province.patience
            while try await progress() <= before, worker.isRunning {
                // Nothing is left to do.
                if try await count("SELECT count(*) FROM core.job WHERE state IN ('ready', 'running')") == 0 { break }
                try #require(ContinuousClock.now < limit, "the worker does nothing")
                try await Task.sleep(for: .milliseconds(2))
            }
        }
        // Each at another place of what it does.
        try await Task.sleep(for: .milliseconds(number * 7 % 30))
        kill(worker.processIdentifier, SIGKILL)
        worker.waitUntilExit()
        #expect(worker.terminationReason == .uncaughtSignal && worker.terminationStatus == SIGKILL, "it ended by itself")
        let inHand = try await province.count("SELECT count(*) FROM core.job WHERE state = 'running'")
        // What time does: leases end, and what was put back is due again.
        try await province.asSuperuser(
            """
            UPDATE core.job SET lease_until = now() - interval '1 second' WHERE state = 'running';
            UPDATE core.job SET run_after = now() WHERE state = 'ready'
            """)
        return inHand > 0 ? 1 : 0
    }
}
