import Domain
import Foundation
import Logging
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// The outbox and the job runner whose connections die while they work: `OUTBOX_KILLS=100 scripts/test --filter Killed` is the long run.
@Suite("The outbox, killed", .province(opening: 2), .serialized, .timeLimit(.minutes(30)))
struct KilledOutboxTests {
    let province = Province.current

    private static let kills = ProcessInfo.processInfo.environment["OUTBOX_KILLS"].flatMap(Int.init) ?? 10

    @Test("delivers each message at least once under its own key, loses no job and does none twice with effect")
    func killed() async throws {
        let stage = try await NoticeStage(province)
        let tenant = province.tenant(stage.district)
        for days in 1...7 { try await stage.item("K\(days)", dueIn: days) }
        // Three letters for every kill: there is always work under way.
        let messages = Self.kills * 3
        try await stage.addReaders(messages)
        // The reminders of the day make the letters, and are under way themselves whenever a worker is killed.
        for kill in 0..<Self.kills {
            try await province.asSuperuser("SELECT core.reminders_queue(true)")
            try await lives(stage, until: kill.isMultiple(of: 2) ? .sent : .claimed)
            // What time does: leases end, and what was put back is due again.
            try await province.asSuperuser(
                """
                UPDATE core.job SET lease_until = now() - interval '1 second' WHERE state = 'running';
                UPDATE core.job SET run_after = now() WHERE state = 'ready'
                """)
        }
        // What was given up after too many workers that did not come back, the operator plays again.
        for dead in try await DeadJobs().perform(at: province.worker) { try await ReplayJob(dead.id).perform(at: province.worker) }
        #expect(try await stage.work().failed == 0)

        let letters = try stage.letters()
        let sent = Dictionary(grouping: letters, by: \.key)
        let keys = try await stage.messageKeys()
        #expect(keys.count == messages)
        #expect(Set(sent.keys) == keys, "each message at least once, and nothing that is no message")
        // Whatever came twice came as the same letter; no two letters share a key, and nobody has two.
        #expect(sent.values.allSatisfy { Set($0).count == 1 })
        #expect(Set(letters.map { $0.value(of: "To") }).count == keys.count)
        #expect(try await province.count("SELECT count(*) FROM core.job WHERE state <> 'done'") == 0)
        #expect(try await province.count("SELECT count(*) FROM core.message WHERE tenant_id = \(tenant) AND sent_at IS NULL") == 0)
        #expect(try await stage.told(by: "due_in_7") == 4 + messages)
        #expect(try await stage.told(by: "due_in_3") == 3)
        print("outbox: \(Self.kills) kills, \(keys.count) messages, \(letters.count) letters")
    }

    @Test("two letters under one key, or a message without a letter, would be seen")
    func control() async throws {
        let stage = try await NoticeStage(province)
        try await stage.writeTo("doi.chung@huyen.example.vn")
        try await stage.item("C", dueIn: 3)
        try await stage.remind()
        let first = try #require(try stage.letters().first { $0.value(of: "To") == "doi.chung@huyen.example.vn" })
        // The note that it was sent is taken away, and so is what it said: it comes again under its key, as another letter.
        try await province.asSuperuser(
            """
            UPDATE core.message SET sent_at = NULL WHERE id = '\(first.key)';
            UPDATE core.notice SET title = 'Khác' WHERE digest_id = '\(first.key)';
            UPDATE core.job SET state = 'ready', run_after = now() WHERE id = '\(first.key)';
            """)
        try await stage.work()
        #expect(Set(try stage.letters().filter { $0.key == first.key }).count == 2)
    }

    /// When a worker is killed.
    private enum End {
        /// It has sent something, and has perhaps not noted it.
        case sent
        /// It has claimed something.
        case claimed
    }

    /// One worker with doors of its own, as another process would have, until it is killed: its connections die in the middle of whatever they do.
    private func lives(_ stage: NoticeStage, until end: End) async throws {
        let before = try await province.withConnection(as: "postgres") { connection in
            try await connection.query("SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND usename = 'thidua_worker'")
                .decode { row in
                    try row.next(Int32.self)
                }
        }
        let entrance = try Entrance(database: province.url, connections: 1, patience: Province.patience, logger: Logger(label: "tests"))
        let doors = Task { await entrance.run() }
        var pace = Worker.Pace()
        pace.batch = 2
        pace.longestPause = .milliseconds(20)
        pace.shortestPause = .milliseconds(5)
        let worker = Worker(entrance.worker, pace: pace, carrier: stage.carrier, logger: Logger(label: "tests"))
        let (letters, fences) = (try stage.letters().count, try await claims())
        let life = Task { await worker.run() }
        while true {
            let isOver = try await end == .sent ? stage.letters().count > letters : claims() > fences
            // Nothing was left to do: the reminders that were queued are done too.
            let open = try await province.count("SELECT count(*) FROM core.job WHERE state IN ('ready', 'running')")
            if isOver || open == 0 { break }
            try await Task.sleep(for: .milliseconds(20))
        }
        life.cancel()
        let others = before.map { String($0) }.joined(separator: ", ")
        try await province.asSuperuser(
            """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND usename = 'thidua_worker' AND pid <> ALL (ARRAY[\(others)]::integer[])
            """)
        await life.value
        doors.cancel()
        await doors.value
    }

    /// How often a job was claimed so far.
    private func claims() async throws -> Int {
        try await province.count("SELECT coalesce(sum(fence), 0)::bigint FROM core.job")
    }
}
